/** What a session may do with one record now: role, ownership and state together. */
import { AppError } from '#shared/contract/errors.ts';
import { isKnown } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { isOfficer, isSupervisor, type RecordSession } from './record-session.ts';
import type { RootStore } from './record-store.ts';

export interface Allowed {
  readonly edit: boolean;
  readonly complete: boolean;
  readonly verify: boolean;
  readonly returnForCorrection: boolean;
  readonly archive: boolean;
  readonly bin: boolean;
  readonly restore: boolean;
  readonly erase: boolean;
  readonly withhold: boolean;
  readonly identity: 'open' | 'with-reason' | 'no';
  readonly editIdentity: boolean;
}

/** R29: a closed registration changes only after it was returned for correction. */
export const closingField = 'closure_date';

/** Entered by the account, or handed over to it. */
export const isOwn = ({ account }: RecordSession, meta: StoredMeta): boolean =>
  meta.enteredBy === account.id || meta.handedTo === account.id;

/** Verified, archived, binned and closed records are not edited; a supervisor opens them again. */
export function isLocked({ meta, content }: StoredRecord): boolean {
  const isClosed = meta.state === 'complete' && isKnown(content.values[closingField]);
  return meta.binnedAt !== null || meta.archived || meta.state === 'verified' || isClosed;
}

/** True where only one active account can enter or verify records: there is no second person. */
export function isSinglePersonOffice(database: RegisterDatabase): boolean {
  const row = database
    .prepare(
      `SELECT count(*) AS "people" FROM "account" a WHERE a."active" = 1
       AND EXISTS (SELECT 1 FROM json_each(a."roles") WHERE value IN ('officer', 'supervisor'))`,
    )
    .get();
  return Number(row?.people) === 1;
}

/** The verifier is neither who entered nor who completed the record, unless the office has one person only. */
export function isSecondPerson(session: RecordSession, meta: StoredMeta): boolean {
  const { id } = session.account;
  return (meta.enteredBy !== id && meta.completedBy !== id) || isSinglePersonOffice(session.register.database);
}

const mayEnter = (session: RecordSession, meta: StoredMeta): boolean =>
  isSupervisor(session) || (isOfficer(session) && isOwn(session, meta));

/** Throws unless the record is one that this session types into, whatever its state is now. */
export function requireEntry(session: RecordSession, { meta }: StoredRecord): void {
  if (!mayEnter(session, meta)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
}

/** Whether the session may see the identity of a record at once, only with a written reason, or not at all. */
export function identityAccess(session: RecordSession, store: RootStore, meta: StoredMeta): Allowed['identity'] {
  if (store.vault === null || session.register.keys.vault === null) return 'no';
  if (mayEnter(session, meta)) return 'open';
  return isOfficer(session) ? 'with-reason' : 'no';
}

/** What the window offers; every service asks again before it acts. */
export function allowedOn(session: RecordSession, store: RootStore, record: StoredRecord): Allowed {
  const { meta } = record;
  const supervises = isSupervisor(session) && meta.binnedAt === null;
  const edit = mayEnter(session, meta) && !isLocked(record);
  const identity = identityAccess(session, store, meta);
  const isFinished = meta.state === 'complete' || meta.state === 'verified';
  return {
    edit,
    complete: edit && (meta.state === 'draft' || meta.state === 'returned_for_correction'),
    verify: supervises && meta.state === 'complete' && !meta.archived && isSecondPerson(session, meta),
    returnForCorrection: supervises && isFinished && !meta.archived,
    archive: supervises && (meta.archived || isFinished),
    bin: supervises,
    restore: isSupervisor(session) && meta.binnedAt !== null,
    // Only to propose it: another account confirms.
    erase: isSupervisor(session),
    withhold: supervises && edit,
    identity,
    editIdentity: edit && identity === 'open',
  };
}

/** Throws unless the session may change what this record holds. */
export function requireEdit(session: RecordSession, record: StoredRecord): void {
  requireEntry(session, record);
  if (isLocked(record)) throw new AppError('RECORD_LOCKED', { state: record.meta.state });
}

/** Throws unless a supervisor asks and the record is in one of these states, outside bin and archive. */
export function requireSupervised(session: RecordSession, { meta }: StoredRecord, states: readonly string[]): void {
  if (!isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  const isOpen = meta.binnedAt === null && states.includes(meta.state);
  if (!isOpen) throw new AppError('RECORD_LOCKED', { state: meta.state });
}

/** The bin is the supervisor's: for others a binned record does not exist. */
export function requireReadable(session: RecordSession, { meta }: StoredRecord): void {
  if (meta.binnedAt !== null && !isSupervisor(session)) throw new AppError('RECORD_NOT_FOUND', { id: meta.id });
}

/** Throws where the record changed since it was opened. */
export function requireRevision(meta: StoredMeta, revision: number): void {
  if (meta.revision !== revision) throw new AppError('STALE_REVISION', { current: meta.revision, id: meta.id });
}
