/** What the tables of identified victims ask of a registration, read from its columns. */
import type { Quantity } from '../../measures.ts';
import { notApplicable } from '../../store/codebook.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { type Axis, countedLines, type Line } from '../standard-statistic.ts';

/** An answer for each registration, by its row; undefined where it is not known. */
export type Fact<T> = (store: ColumnStore) => (row: number) => T | undefined;

/** The code in a field of the registration; undefined where none is entered or a marker stands. */
export const codeIn =
  (field: string): Fact<string> =>
  (store) => {
    const { codebook, values } = store.code(store.entity, field);
    return (row) => codebook.codeOf(values.at(row));
  };

/** Whether the question in a field does not apply to the person. */
export function doesNotApply(store: ColumnStore, field: string): (row: number) => boolean {
  const { values } = store.code(store.entity, field);
  return (row) => values.at(row) === notApplicable;
}

/** Rows of a group that stand in a registration, from the first to before the end. */
export function rowsIn(store: ColumnStore, entity: string): (row: number) => Iterable<number> {
  const { start, count } = store.groupRows(entity);
  return function* rows(row) {
    const first = start.at(row);
    for (let at = first; at < first + count.at(row); at++) yield at;
  };
}

/** One line for each person, as the fact names it; `unknown` where it names none. */
export function byFact(lines: readonly Line[], fact: Fact<string>): Axis['classify'] {
  const index = new Map(countedLines({ lines }).map(({ key }, at) => [key, at]));
  const unknown = index.get('unknown') as number;
  return (store, { rows }) => {
    const lineOf = fact(store);
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) => index.get(lineOf(rows[unit] as number) ?? 'unknown') ?? unknown,
    };
  };
}

/** A number for each person; none where it is not known. */
export const byPerson =
  (fact: Fact<number>): Quantity =>
  (store, { rows }) => {
    const of = fact(store);
    return (unit) => of(rows[unit] as number) ?? Number.NaN;
  };
