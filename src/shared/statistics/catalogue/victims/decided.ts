/** Whom the tables of victims count: persons by the first decision of a status. */
import { type CountedDecisions, countedDecisions, type Stage, stages } from '../../counted-decisions.ts';
import type { Counting, Days } from '../../counting.ts';
import type { Period } from '../../period.ts';
import type { ColumnStore } from '../../store/column-store.ts';

type DatedCounting = Extract<Counting, { decisions: unknown }>;

const byDecision = (stage: Stage): DatedCounting => ({
  key: stage,
  decisions: (store) => countedDecisions(store, stage),
});

/** Identified, then presumed. */
export const decided: readonly DatedCounting[] = stages.map(byDecision);
const [first] = decided as [DatedCounting, DatedCounting];
export const identified: readonly DatedCounting[] = [first];

/** The same persons on other days than those of the period. */
export const identifiedOn = (key: string, days: (period: Period) => Days): DatedCounting => ({ ...first, key, days });

/** The rows of a group that stand in the counted rows of identified persons, each on the day of that person. */
export function identifiedWithin(entity: string): readonly Counting[] {
  const decisions = (store: ColumnStore): CountedDecisions => {
    const counted = first.decisions(store);
    const { start, count } = store.groupRows(entity);
    const [rows, days]: [number[], number[]] = [[], []];
    counted.rows.forEach((row, at) => {
      for (let each = start.at(row); each < start.at(row) + count.at(row); each++) {
        rows.push(each);
        days.push(counted.days[at] as number);
      }
    });
    return { rows: Int32Array.from(rows), days: Int32Array.from(days) };
  };
  return [{ key: first.key, decisions }];
}

/** Of the identified persons those in whose counted registration this holds. */
export function identifiedWhere(key: string, test: (store: ColumnStore) => (row: number) => boolean): Counting {
  const decisions = (store: ColumnStore): CountedDecisions => {
    const { rows, days } = first.decisions(store);
    const holds = test(store);
    const kept = [...rows.keys()].filter((at) => holds(rows[at] as number));
    return {
      rows: Int32Array.from(kept, (at) => rows[at] as number),
      days: Int32Array.from(kept, (at) => days[at] as number),
    };
  };
  return { key, decisions };
}
