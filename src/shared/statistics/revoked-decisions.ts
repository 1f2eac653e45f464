/** Identifications that were revoked after they had been counted: a table goes on counting them, a correction sheet tells. */
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import { countedDecisions } from './counted-decisions.ts';
import type { Period } from './period.ts';
import { isDay } from './store/column.ts';
import type { ColumnStore } from './store/column-store.ts';

/** Persons counted as identified in the period whose identification was withdrawn on that day or later. */
export function revokedDecisions(kind: RegisterKind, store: ColumnStore, { fromDay, toDay }: Period): number | null {
  if (kind !== 'victims') return null;
  const status = store.code('status_decision', 'status');
  const withdrawn = status.codebook.numberOf('status_withdrawn');
  const { earliest } = store.date('status_decision', 'status_date');
  const { start, count } = store.groupRows('status_decision');
  const { rows, days } = countedDecisions(store, 'formally_identified');
  let revoked = 0;
  rows.forEach((row, at) => {
    const day = days[at] as number;
    if (day < fromDay || day > toDay) return;
    for (let decision = start.at(row); decision < start.at(row) + count.at(row); decision++) {
      if (status.values.at(decision) !== withdrawn) continue;
      const on = earliest.at(decision);
      if (isDay(on) && on < day) continue;
      revoked += 1;
      return;
    }
  });
  return revoked;
}
