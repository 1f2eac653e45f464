/** How a recount hands over what it counted. */
import { isIn, type Period, yearOf } from './days.ts';

export type Unit =
  | 'case'
  | 'person'
  | 'defendant'
  | 'charge'
  | 'judgment'
  | 'appeal'
  | 'decision'
  | 'claim'
  | 'request';

/** null: there is nothing that the figure could be worked out from. */
export type Lines = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

export interface CountedTable {
  readonly table: string;
  readonly part: string | null;
  readonly unit: Unit;
  readonly rows: Lines;
}

/** Counts of every row and column, also where nothing falls into it. */
export function tabulate<T>(
  things: readonly T[],
  rows: Readonly<Record<string, (thing: T) => boolean>>,
  columns: Readonly<Record<string, (thing: T) => boolean>>,
): Lines {
  return lines(
    Object.keys(rows),
    Object.keys(columns),
    (row, column) => things.filter((thing) => rows[row]?.(thing) && columns[column]?.(thing)).length,
  );
}

export const lines = (
  rows: readonly string[],
  columns: readonly string[],
  figure: (row: string, column: string) => number | null,
): Lines =>
  Object.fromEntries(
    rows.map((row) => [row, Object.fromEntries(columns.map((column) => [column, figure(row, column)]))]),
  );

/** One test for each code, for an answer not known, and for all together. */
export function byCode<T>(
  codes: readonly string[],
  answer: (thing: T) => string | null | readonly string[],
): Record<string, (thing: T) => boolean> {
  const answers = (thing: T): readonly string[] => {
    const given = answer(thing);
    if (given === null) return ['unknown'];
    return typeof given === 'string' ? [given] : given.length === 0 ? ['unknown'] : given;
  };
  return Object.fromEntries(
    [...codes, 'unknown', 'total'].map((code) => [
      code,
      (thing: T) => code === 'total' || answers(thing).includes(code),
    ]),
  );
}

/** Something that happened to a person on a day. */
export interface Happening {
  readonly person: string;
  readonly day: number;
}

/** One for each person and calendar year, the earliest, where that lies in the period. */
export function oncePerYear<T extends Happening>(happenings: readonly T[], period: Period): readonly T[] {
  const groups = Map.groupBy(happenings, ({ person, day }) => `${yearOf(day)} ${person}`).values();
  return [...groups]
    .map((group) => group.reduce((first, next) => (next.day < first.day ? next : first)))
    .filter(({ day }) => isIn(day, period));
}
