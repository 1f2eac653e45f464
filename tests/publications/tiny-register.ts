/** Registers of a dozen persons, tables over them, and a reader who tries every register that fits what was shown. */
import { type Line, text } from '#shared/statistics/catalogue/standard-statistic.ts';
import type { KnownTable, SideBySide } from '#shared/statistics/disclosure/differencing/known-table.ts';
import { protectTables } from '#shared/statistics/disclosure/protect-tables.ts';
import type { Random } from '../statistics/invented-victims.ts';

export const threshold = 3;

/** Persons differ by two answers and by the part of the year in which they count. */
export interface Kind {
  readonly sex: 0 | 1;
  readonly form: 0 | 1;
  readonly part: 0 | 1 | 2;
}

export const kinds: readonly Kind[] = ([0, 1] as const).flatMap((sex) =>
  ([0, 1] as const).flatMap((form) => ([0, 1, 2] as const).map((part) => ({ sex, form, part }))),
);

/** A table: which persons it counts, and by what. */
export interface Question {
  readonly parts: readonly number[];
  readonly only: 'all' | 'form 0' | 'sex 1';
  readonly by: 'sex' | 'form' | 'both';
}

const line = (key: string, of?: readonly string[]): Line =>
  of ? { key, label: text(key), kind: 'total', of } : { key, label: text(key), kind: 'value' };
const two = [line('0'), line('1'), line('total', ['0', '1'])];
const one = [line('0')];

const rowsOf = ({ by }: Question): readonly Line[] => (by === 'form' ? one : two);
const columnsOf = ({ by }: Question): readonly Line[] => (by === 'sex' ? one : two);

/** Cells that a person of a kind stands in, by row * columns + column. */
export function cellsOf(question: Question, { sex, form, part }: Kind): number[] {
  const { parts, only, by } = question;
  if (!parts.includes(part) || (only === 'form 0' && form !== 0) || (only === 'sex 1' && sex !== 1)) return [];
  const rows = by === 'form' ? [0] : [sex, 2];
  const columns = by === 'sex' ? [0] : [form, 2];
  return rows.flatMap((row) => columns.map((column) => row * columnsOf(question).length + column));
}

export const sizeOf = (question: Question): number => rowsOf(question).length * columnsOf(question).length;

/** What the public view of one table shows, protected by itself. */
export function shownOf(question: Question, counts: readonly number[]): (number | null)[] {
  const values = new Array<number>(sizeOf(question)).fill(0);
  kinds.forEach((kind, at) => {
    for (const cell of cellsOf(question, kind)) values[cell] = (values[cell] as number) + (counts[at] as number);
  });
  const [rows, columns] = [rowsOf(question), columnsOf(question)].map((lines) => ({
    dimension: 'any',
    lines,
    classify: () => ({ several: false as const, size: 1, categoryOf: () => 0 }),
  })) as [never, never];
  const table = rowsOf(question).map((_, r) =>
    columnsOf(question).map((__, c) => values[r * columnsOf(question).length + c] as number),
  );
  const part = { rows, columns };
  const hidden = protectTables([{ name: 'it', part, counts: table }], { sums: [], orders: [] }, threshold).get('it');
  return values.map((value, cell) => {
    const width = columnsOf(question).length;
    return hidden?.[Math.floor(cell / width)]?.[cell % width] ? null : value;
  });
}

export interface Release {
  readonly question: Question;
  readonly shown: readonly (number | null)[];
}

/** What the guard is given: one later table, the others known before. */
export function sideBySide(later: Release, earlier: readonly Release[], counts: readonly number[]): SideBySide {
  const releases = [later, ...earlier];
  const tables = releases.map(
    ({ shown }, at): KnownTable => ({
      name: 'it',
      bundle: String(at),
      isEarlier: at > 0,
      shown,
    }),
  );
  const groups = kinds
    .map((kind, at) => ({
      count: counts[at] as number,
      cells: releases.map(({ question }) => new Map(cellsOf(question, kind).map((cell) => [cell, 1]))),
    }))
    .filter(({ cells }) => cells.some(({ size }) => size > 0));
  return { tables, groups };
}

interface Sum {
  readonly value: number;
  readonly members: readonly number[];
}

/** What a reader of the releases knows: which kinds add up to what. */
function sumsOf(releases: readonly Release[]): Sum[] {
  return releases.flatMap(({ question, shown }) =>
    shown.flatMap((value, cell) => {
      if (value === null) return [];
      return [{ value, members: kinds.flatMap((kind, at) => (cellsOf(question, kind).includes(cell) ? [at] : [])) }];
    }),
  );
}

/** More persons of one kind than any of these registers has. */
const most = 9;

/**
 * Whether some register that fits what was shown has nobody of the kinds in the set, or at least `threshold` persons:
 * tries them all, the set first; undefined where there are too many.
 */
export function mayBe(
  releases: readonly Release[],
  set: readonly number[],
  wish: 'none' | 'many',
): boolean | undefined {
  const sums = sumsOf(releases);
  const bound = kinds.map((_, at) =>
    Math.min(most, ...sums.flatMap(({ value, members }) => (members.includes(at) ? [value] : []))),
  );
  const order = [...set, ...[...kinds.keys()].filter((kind) => !set.includes(kind))];
  const left = sums.map(({ value }) => value);
  const room = sums.map(({ members }) => members.reduce((sum, kind) => sum + (bound[kind] as number), 0));
  const of = kinds.map((_, kind) => sums.flatMap(({ members }, sum) => (members.includes(kind) ? [sum] : [])));
  let tried = 0;
  const from = (at: number, inSet: number): boolean | undefined => {
    tried += 1;
    if (tried > 60_000) return undefined;
    if (at === set.length && (wish === 'none' ? inSet > 0 : inSet < threshold)) return false;
    const kind = order[at];
    if (kind === undefined) return true;
    const [highest, touched] = [bound[kind] as number, of[kind] as number[]];
    for (const sum of touched) room[sum] = (room[sum] as number) - highest;
    let found: boolean | undefined = false;
    for (let step = 0; step <= highest && found === false; step++) {
      const count = at < set.length && wish === 'many' ? highest - step : step;
      for (const sum of touched) left[sum] = (left[sum] as number) - count;
      const fits = touched.every((sum) => (left[sum] as number) >= 0 && (left[sum] as number) <= (room[sum] as number));
      if (fits) found = from(at + 1, at < set.length ? inSet + count : inSet);
      for (const sum of touched) left[sum] = (left[sum] as number) + count;
    }
    for (const sum of touched) room[sum] = (room[sum] as number) + highest;
    return found;
  };
  return from(0, 0);
}

export const drawQuestion = (random: Random): Question => ({
  parts: [[0, 1, 2], [0, 1, 2], [0], [0, 1], [1, 2], [2]][Math.floor(random() * 6)] as number[],
  only: (['all', 'all', 'all', 'form 0', 'sex 1'] as const)[Math.floor(random() * 5)] as Question['only'],
  by: (['sex', 'form', 'both'] as const)[Math.floor(random() * 3)] as Question['by'],
});

export const drawCounts = (random: Random): number[] => kinds.map(() => Math.floor(random() ** 2 * 6));
