import { dayNumber } from '../../../records/partial-date.ts';
import { textOf } from '../../../records/read-value.ts';
import type { GroupRow } from '../../../records/record.ts';

/** Status of the newest decision; of two on one day the later row. */
export function newestStatus(decisions: readonly GroupRow[]): string | undefined {
  let newest: string | undefined;
  let newestDay = Number.NEGATIVE_INFINITY;
  for (const { values } of decisions) {
    const status = textOf(values, 'status');
    const date = textOf(values, 'status_date');
    const day = (date === undefined ? undefined : dayNumber(date)) ?? Number.NEGATIVE_INFINITY;
    if (status !== undefined && day >= newestDay) {
      newest = status;
      newestDay = day;
    }
  }
  return newest;
}

/** The first decision of a status by date; undefined where there is none. */
export function firstDecision(decisions: readonly GroupRow[], status: string): GroupRow | undefined {
  let first: GroupRow | undefined;
  let firstDay = Number.POSITIVE_INFINITY;
  for (const row of decisions) {
    if (textOf(row.values, 'status') !== status) continue;
    const date = textOf(row.values, 'status_date');
    const day = (date === undefined ? undefined : dayNumber(date)) ?? Number.POSITIVE_INFINITY;
    if (!first || day < firstDay) {
      first = row;
      firstDay = day;
    }
  }
  return first;
}
