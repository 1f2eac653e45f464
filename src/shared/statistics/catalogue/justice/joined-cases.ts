/** Cases that were joined are one case: only the one that the others were joined to is counted. */
import { type Counting, livingRows, rowTest, type Where } from '../../counting.ts';
import type { Period } from '../../period.ts';
import { firstCode } from '../../store/codebook.ts';
import { answerAt, isDay } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';

const kept = new WeakMap<ColumnStore, { readonly version: number; readonly rows: readonly number[] }>();

/** Living cases without those that were joined to another living one. */
export function countedCases(store: ColumnStore): readonly number[] {
  const known = kept.get(store);
  if (known?.version === store.version) return known.rows;
  const number = store.number('case', 'case_id');
  const joinedTo = store.number('case', 'joined_to_case');
  const living = [...livingRows(store, 'case')];
  const byNumber = new Map(living.map((row) => [number.values.at(row), row]));
  const next = (row: number): number | undefined =>
    answerAt(joinedTo, row) === firstCode ? byNumber.get(joinedTo.values.at(row)) : undefined;
  const rows = living.filter((row) => leadingCase(row, next) === row);
  kept.set(store, { version: store.version, rows });
  return rows;
}

/** The case at the end of the chain; of a ring, which the rules refuse, the one entered first. */
function leadingCase(row: number, next: (row: number) => number | undefined): number {
  const seen = [row];
  for (let at = next(row); at !== undefined; at = next(at)) {
    if (seen.includes(at)) return Math.min(...seen.slice(seen.indexOf(at)));
    seen.push(at);
  }
  return seen.at(-1) as number;
}

/** Cases whose day of a date lies in the period. */
export const casesOn = (key: string, date: string, where: readonly Where[] = []): Counting => ({
  key,
  during: (store, period) => {
    const { earliest } = store.date('case', date);
    const fits = rowTest(store, 'case', where);
    return countedCases(store).filter((row) => fits(row) && isIn(earliest.at(row), period));
  },
});

export const isIn = (day: number, { fromDay, toDay }: Pick<Period, 'fromDay' | 'toDay'>): boolean =>
  isDay(day) && day >= fromDay && day <= toDay;
