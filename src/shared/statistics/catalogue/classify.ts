/** Classifiers over columns: from what a registration says to the line of a table. */
import { type Codebook, firstCode, notApplicable } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type Axis, countedLines, type Line, type Units } from './standard-statistic.ts';

/** Leaves the table: the question did not apply to this person. */
const outside = -1;

/** Category of every number of a codebook: by its code, unknown for everything that says nothing. */
function categories(codebook: Codebook, indexOf: (code: string) => number | undefined, unknown: number): Int16Array {
  const table = new Int16Array(codebook.size).fill(unknown);
  table[notApplicable] = outside;
  for (let number = firstCode; number < codebook.size; number++) {
    table[number] = indexOf(codebook.codeOf(number) as string) ?? unknown;
  }
  return table;
}

const indexByKey = (lines: readonly Line[]): ReadonlyMap<string, number> =>
  new Map(countedLines({ lines }).map(({ key }, index) => [key, index]));

/** Lines keyed by the codes of one field of the registration, or by `lineOf` them, and a line `unknown`. */
export function byField(
  field: string,
  lines: readonly Line[],
  lineOf: (code: string) => string | undefined = (code) => code,
): Axis['classify'] {
  const index = indexByKey(lines);
  return (store, { rows }) => {
    const column = store.code(store.entity, field);
    const values = column.values.array;
    const lineIndex = (code: string) => index.get(lineOf(code) ?? 'unknown');
    const table = categories(column.codebook, lineIndex, index.get('unknown') as number);
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) => table[values[rows[unit] as number] as number] as number,
    };
  };
}

/** Lines that combine two fields: `lineOf` names the line of a pair of codes, undefined where one is not known. */
export function byTwoFields(
  first: string,
  second: string,
  lines: readonly Line[],
  lineOf: (first: string | undefined, second: string | undefined) => string,
): Axis['classify'] {
  const index = indexByKey(lines);
  return (store, { rows }) => {
    const [a, b] = [store.code(store.entity, first), store.code(store.entity, second)];
    const width = b.codebook.size;
    const table = new Int16Array(a.codebook.size * width);
    for (let i = 0; i < a.codebook.size; i++) {
      for (let j = 0; j < width; j++) {
        table[i * width + j] = index.get(lineOf(a.codebook.codeOf(i), b.codebook.codeOf(j))) as number;
      }
    }
    const [left, right] = [a.values.array, b.values.array];
    return {
      several: false,
      size: index.size,
      categoryOf: (unit) => {
        const row = rows[unit] as number;
        return table[(left[row] as number) * width + (right[row] as number)] as number;
      },
    };
  };
}

/** Lines keyed by stage: under which decision the person is counted. */
export const byStage = (lines: readonly Line[]): Axis['classify'] => {
  const size = countedLines({ lines }).length;
  return (_store, { stages }: Units) => ({ several: false, size, categoryOf: (unit) => stages[unit] as number });
};

/** Source of several answers: the numbers it holds for a root row are given to `emit`. */
type AnswerSource = (store: ColumnStore) => {
  codebook: Codebook;
  each: (row: number, emit: (n: number) => void) => void;
};

/** Every answer of the source once, `unknown` where it has none, and always the line `total`. */
export function byAnswers(source: AnswerSource, lines: readonly Line[]): Axis['classify'] {
  const index = indexByKey(lines);
  const [unknown, total] = [index.get('unknown') as number, index.get('total') as number];
  return (store, { rows }) => {
    const { codebook, each } = source(store);
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
