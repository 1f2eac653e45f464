/** Classifiers over columns: from what a registration says to the line of a table. */
import { outwardsTo } from '../counting.ts';
import { type Codebook, firstCode, notApplicable } from '../store/codebook.ts';
import type { CodeColumn } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type Axis, countedLines, type Line, type Units } from './standard-statistic.ts';

/** Leaves the table: the question did not apply to this person. */
export const outside = -1;

/** Category of every number of a codebook: by its code, unknown for everything that says nothing. */
export function categories(
  codebook: Codebook,
  indexOf: (code: string) => number | undefined,
  unknown: number,
): Int16Array {
  const table = new Int16Array(codebook.size).fill(unknown);
  table[notApplicable] = outside;
  for (let number = firstCode; number < codebook.size; number++) {
    table[number] = indexOf(codebook.codeOf(number) as string) ?? unknown;
  }
  return table;
}

export const indexByKey = (lines: readonly Line[]): ReadonlyMap<string, number> =>
  new Map(countedLines({ lines }).map(({ key }, index) => [key, index]));

/** For each unit the row of an entity that it is or stands in. */
export function rowsIn(store: ColumnStore, { entity, rows }: Units, of: string): Int32Array {
  return entity === of ? rows : rows.map(outwardsTo(store, entity, of));
}

/** A code field, of the record where no group is named. */
export interface CodeField {
  readonly entity?: string;
  readonly field: string;
}

const asField = (field: string | CodeField): CodeField => (typeof field === 'string' ? { field } : field);

/** Lines keyed by the codes of one field, or by `lineOf` them, and a line `unknown`. */
export function byField(
  named: string | CodeField,
  lines: readonly Line[],
  lineOf: (code: string, store: ColumnStore) => string | undefined = (code) => code,
): Axis['classify'] {
  const index = indexByKey(lines);
  return (store, units) => {
    const { entity = store.entity, field } = asField(named);
    const column = store.code(entity, field);
    const rows = rowsIn(store, units, entity);
    const values = column.values.array;
    const lineIndex = (code: string) => index.get(lineOf(code, store) ?? 'unknown');
    // Where no answer can be unknown, what has none leaves the table.
    const table = categories(column.codebook, lineIndex, index.get('unknown') ?? outside);
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) => table[values[rows[unit] as number] as number] as number,
    };
  };
}

/** Lines that combine two fields: `lineOf` names the line of a pair of codes, undefined where one is not known. */
export function byTwoFields(
  first: string | CodeField,
  second: string | CodeField,
  lines: readonly Line[],
  lineOf: (first: string | undefined, second: string | undefined) => string,
): Axis['classify'] {
  const index = indexByKey(lines);
  return (store, units) => {
    const [one, other] = [asField(first), asField(second)];
    const [a, b] = [one, other].map((each) => store.code(each.entity ?? store.entity, each.field)) as [
      CodeColumn,
      CodeColumn,
    ];
    const width = b.codebook.size;
    const table = new Int16Array(a.codebook.size * width);
    for (let i = 0; i < a.codebook.size; i++) {
      for (let j = 0; j < width; j++) {
        table[i * width + j] = index.get(lineOf(a.codebook.codeOf(i), b.codebook.codeOf(j))) as number;
      }
    }
    const [left, right] = [a.values.array, b.values.array];
    const leftRows = rowsIn(store, units, one.entity ?? store.entity);
    const rightRows = rowsIn(store, units, other.entity ?? store.entity);
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) =>
        table[
          (left[leftRows[unit] as number] as number) * width + (right[rightRows[unit] as number] as number)
        ] as number,
    };
  };
}

/** One line by the first of several answers, as `lineOf` names it: the first is the main one. */
export function byFirstAnswer(
  named: CodeField,
  lines: readonly Line[],
  lineOf: (code: string, store: ColumnStore) => string | undefined,
): Axis['classify'] {
  const index = indexByKey(lines);
  return (store, units) => {
    const { entity = store.entity, field } = named;
    const { codebook, offsets, values } = store.codes(entity, field);
    const rows = rowsIn(store, units, entity);
    const unknown = index.get('unknown') as number;
    const table = categories(codebook, (code) => index.get(lineOf(code, store) ?? 'unknown'), unknown);
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) => {
        const row = rows[unit] as number;
        const first = offsets.at(row);
        return first === offsets.at(row + 1) ? unknown : (table[values.at(first)] as number);
      },
    };
  };
}

/** Lines keyed by stage: under which decision the person is counted. */
export const byStage = (lines: readonly Line[]): Axis['classify'] => {
  const size = countedLines({ lines }).length;
  return (_store, { stages }: Units) => ({ several: false, size, categoryOf: (unit) => stages[unit] as number });
};

/** One line for every unit: the table has no such breakdown. */
export const inOneLine = (): Axis['classify'] => () => ({ several: false, size: 1, categoryOf: () => 0 });

/** Every answer of a field of several answers, as `byAnswers` counts them. */
export function byAnswersOf({ entity, field }: CodeField): AnswerSource {
  return (store) => {
    const { codebook, offsets, values } = store.codes(entity ?? store.entity, field);
    return {
      entity: entity ?? store.entity,
      codebook,
      each: (row, emit) => {
        for (let at = offsets.at(row); at < offsets.at(row + 1); at++) emit(values.at(at));
      },
    };
  };
}

/** Source of several answers: the numbers it holds for a root row are given to `emit`. */
export type AnswerSource = (store: ColumnStore) => {
  /** Whose rows `each` reads; the record where it is not named. */
  entity?: string;
  codebook: Codebook;
  each: (row: number, emit: (n: number) => void) => void;
};

/** Every answer of the source once, `unknown` where it has none, and always the line `total`. */
export function byAnswers(source: AnswerSource, lines: readonly Line[]): Axis['classify'] {
  const index = indexByKey(lines);
  const [unknown, total] = [index.get('unknown') as number, index.get('total') as number];
  return (store, units) => {
    const { entity = store.entity, codebook, each } = source(store);
    const rows = rowsIn(store, units, entity);
    const table = categories(codebook, (code) => index.get(code), unknown);
    const found = new Set<number>();
    const collect = (stored: number): void => {
      const category = table[stored] as number;
      if (category !== outside && category !== unknown) found.add(category);
    };
    return {
      several: true,
      size: index.size,
      categoriesOf: (unit) => {
        found.clear();
        each(rows[unit] as number, collect);
        if (found.size === 0) found.add(unknown);
        return [...found, total];
      },
    };
  };
}
