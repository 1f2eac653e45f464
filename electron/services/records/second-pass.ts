/** Answers typed twice from a paper: what came of it stands in the history of the record, and quality is measured by it. */
import type { ParsedInput } from '#shared/contract/contract.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import type { Clock } from '../ports.ts';
import { findReadable } from './find-readable.ts';
import { requireEntry } from './permissions.ts';
import type { RecordSession } from './record-session.ts';

/** Counts only: a corrected answer is a change of its own. */
export function keepSecondPass(
  session: RecordSession,
  { id, compared, differed, corrected }: ParsedInput<'record.second-pass'>,
  clock: Clock,
): void {
  const { store, record } = findReadable(session, id);
  requireEntry(session, record);
  appendHistory(session.register.database, {
    recordId: id,
    revision: record.meta.revision,
    at: clock.now().toISOString(),
    accountId: session.account.id,
    entity: store.entity,
    rowId: null,
    field: null,
    event: 'double-entered',
    before: null,
    after: { compared, differed, corrected },
    reason: null,
    sealed: null,
  });
}
