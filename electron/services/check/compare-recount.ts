import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { createLiveStores } from '../statistics/counted-records.ts';
import { recountVictims } from './recount.ts';

/** Lines that only the catalogue sums up; their parts are compared. */
const sums = new Set(['child', 'adult', 'total']);

/** Kinds of register whose tables this recount knows. */
export const hasRecount = (kind: RegisterKind): boolean => kind === 'victims';

/** Compares K9, T15 and T16 of every year with a decision against a recount in plain SQL. */
export function compareRecount(database: RegisterDatabase, kind: RegisterKind) {
  const live = createLiveStores(database, kind, { choice: 'stored' })('victim');
  live.catchUp();
  // Counted as the tables are, but nothing is hidden: that would be work for figures nobody sees.
  const { count } = createTableCounter(live.store);
  let cells = 0;
  let different = 0;
  const years = decisionYears(database);
  for (const year of years) {
    const recounted = recountVictims(database, `${year}-01-01`, `${year}-12-31`);
    for (const id of ['K9', 'T15', 'T16']) {
      for (const part of findStatistic(kind, id).parts) {
        const name = part.part === null ? id : `${id}/${part.part}`;
        const counts = count(part, parsePeriod(year));
        for (const [r, row] of part.rows.lines.entries()) {
          for (const [c, column] of part.columns.lines.entries()) {
            if (row.kind === 'subtotal' || (row.kind !== 'total' && sums.has(row.key) && id !== 'K9')) continue;
            cells += 1;
            const counted = counts[r]?.[c] ?? 0;
            if (counted !== (recounted.get(`${name} ${row.key} ${column.key}`) ?? 0)) different += 1;
          }
        }
      }
    }
  }
  return { sound: different === 0, years: years.length, cells, different };
}

function decisionYears(database: RegisterDatabase): string[] {
  return database
    .prepare(
      'SELECT DISTINCT substr(status_date, 1, 4) AS year FROM status_decision WHERE status_date IS NOT NULL ORDER BY 1',
    )
    .all()
    .map(({ year }) => String(year));
}
