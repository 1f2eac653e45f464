import type { RecordContent } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { historyAfter } from '../../database/repositories/history.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { carriedOver, revertTo } from './last-completed.ts';

/** What tables and exports take of a record: as last completed where it was returned for correction and changed since. */
export function countedContent(
  database: RegisterDatabase,
  entity: string,
  { meta: { id, state, revision, completedRevision }, content }: StoredRecord,
): RecordContent {
  const isAsCompleted =
    state !== 'returned_for_correction' || completedRevision === null || revision === completedRevision;
  if (isAsCompleted) return content;
  // What moved to the right entry of a list had been moved in what was completed, too: it was the same mistake there.
  const typed = historyAfter(database, id, completedRevision).filter(({ event }) => event !== carriedOver);
  return revertTo(entity, content, typed, completedRevision);
}
