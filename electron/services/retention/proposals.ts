/** Proposing to erase, taking it back, and confirming it. */
import { v7 as newId } from 'uuid';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { textOf } from '#shared/records/read-value.ts';
import {
  type ErasureRow,
  findErasure,
  forgetCarriedOver,
  insertErasure,
  openProposalIds,
  openProposals,
  updateErasure,
} from '../../database/repositories/erasures.ts';
import type { Clock, Publish } from '../ports.ts';
import type { RecordSession } from '../records/record-session.ts';
import { type Found, storeOf } from '../records/record-store.ts';
import { backupsBetween } from './backups-holding.ts';
import { dueRows } from './due-list.ts';
import { countStored, eraseStored } from './erase-record.ts';
import { readPeriods } from './periods.ts';
import { confirmationOf, isOfficeOfOne } from './second-person.ts';

export interface RetentionParts {
  readonly clock: Clock;
  readonly publish: Publish;
}

type Proposal = Output<'erasure.list'>['proposals'][number];

const find = ({ register }: RecordSession, id: string): Found => storeOf(register.database, register.kind).find(id);

function institutionOf({ register }: RecordSession, { store, record }: Found): string | null {
  const declared = registerOf(register.kind).retention.find(({ entity }) => entity === store.entity);
  return (declared && textOf(record.content.values, declared.institution)) ?? null;
}

const namesOf = (session: RecordSession, found: Found) => ({
  recordId: found.record.meta.id,
  entity: found.store.entity,
  number: found.record.meta.number,
  code: found.record.meta.code,
  institution: institutionOf(session, found),
});

/** What would be erased of a record, and the backups that hold it. */
export function previewErasure(
  { clock }: RetentionParts,
  session: RecordSession,
  { recordId, scope }: ParsedInput<'erasure.preview'>,
): Output<'erasure.preview'> {
  const { database } = session.register;
  const found = find(session, recordId);
  const { backupMonths } = readPeriods(database);
  return {
    ...namesOf(session, found),
    counts: { ...countStored(database, found, scope) },
    backups: backupsBetween(database, found.record.meta.createdAt, clock.now().toISOString(), backupMonths),
    isProposed: openProposalIds(database).has(recordId),
  };
}

/** One proposal per record; all of them or, where one cannot be proposed, none. */
export function proposeErasure(
  { clock }: RetentionParts,
  session: RecordSession,
  { recordIds, scope, reason }: ParsedInput<'erasure.propose'>,
): string[] {
  const { account, register } = session;
  const { database } = register;
  const now = clock.now().toISOString();
  return database.write(() => {
    const proposed = new Set(openProposalIds(database));
    const due = dueRows(register, now.slice(0, 10));
    const officeOfOne = isOfficeOfOne(database, account);
    return recordIds.map((recordId) => {
      const found = find(session, recordId);
      if (proposed.has(recordId)) throw new AppError('ERASURE_PROPOSED');
      proposed.add(recordId);
      if (Object.keys(countStored(database, found, scope)).length === 0) {
        throw new AppError('INVALID_INPUT', { fields: ['scope'] });
      }
      const cause = due.find((row) => row.recordId === recordId && row.scope === scope);
      const id = newId();
      insertErasure(database, {
        id,
        ...namesOf(session, found),
        scope,
        cause: cause?.cause ?? 'other',
        dueOn: cause?.dueOn ?? null,
        reason,
        recordRevision: found.record.meta.revision,
        recordCreatedAt: found.record.meta.createdAt,
        state: 'proposed',
        proposedBy: account.id,
        proposedByName: account.displayName,
        proposedAt: now,
        officeOfOne,
      });
      return id;
    });
  });
}

/** The proposal, while nothing has been decided about it. */
function requireOpen(session: RecordSession, id: string): ErasureRow {
  const row = findErasure(session.register.database, id);
  if (!row) throw new AppError('RECORD_NOT_FOUND', { id });
  if (row.state !== 'proposed') throw new AppError('ERASURE_SETTLED');
  return row;
}

/** Takes a proposal back or declines it; the reason is kept. */
export function withdrawErasure({ clock }: RetentionParts, session: RecordSession, id: string, reason: string): string {
  const { account, register } = session;
  const { recordId } = requireOpen(session, id);
  updateErasure(register.database, id, {
    state: 'withdrawn',
    decidedBy: account.id,
    decidedByName: account.displayName,
    decidedAt: clock.now().toISOString(),
    decisionReason: reason,
  });
  return recordId;
}

/** The record as it was proposed; null where it was changed or has gone since. */
function unchanged({ register }: RecordSession, { recordId, entity, recordRevision }: ErasureRow): Found | null {
  const store = storeOf(register.database, register.kind).of(entity);
  const record = store.reader.load(recordId);
  return record?.meta.revision === recordRevision ? { store, record } : null;
}

function requireConfirmable(session: RecordSession, row: ErasureRow, now: Date): Found {
  const { may, from } = confirmationOf(session.register.database, session.account, row, now);
  if (may === 'no') throw new AppError('FORBIDDEN', { needs: ['administrator'] });
  if (may === 'second-person') throw new AppError('ERASURE_SECOND_PERSON');
  if (may === 'wait') throw new AppError('ERASURE_WAITS', { until: from ?? '' });
  const found = unchanged(session, row);
  if (!found) throw new AppError('ERASURE_OUTDATED');
  return found;
}

/** Erases what the proposals name and returns the records; the caller holds the transaction. */
export function confirmErasures(parts: RetentionParts, session: RecordSession, ids: readonly string[]): string[] {
  const { account, register } = session;
  const { database } = register;
  const now = parts.clock.now();
  const { lawBasis, backupMonths } = readPeriods(database);
  return ids.map((id) => {
    const row = requireOpen(session, id);
    const found = requireConfirmable(session, row, now);
    const { scope, reason, recordId } = row;
    const counts = eraseStored(parts, database, found, { scope, accountId: account.id, reason });
    // What a restore brought back is gone again.
    forgetCarriedOver(database, recordId);
    updateErasure(database, id, {
      state: 'erased',
      decidedBy: account.id,
      decidedByName: account.displayName,
      decidedAt: now.toISOString(),
      lawBasis,
      backupMonths,
      counts,
    });
    return recordId;
  });
}

/** Proposals that wait, with what this account may do about each. */
export function listProposals({ clock }: RetentionParts, session: RecordSession): Output<'erasure.list'> {
  const { database } = session.register;
  const proposals = openProposals(database).map((row): Proposal => {
    const { may, from } = confirmationOf(database, session.account, row, clock.now());
    const { id, recordId, entity, number, code, institution, scope, cause, dueOn, reason, proposedAt } = row;
    return {
      id,
      recordId,
      entity,
      number,
      code,
      institution,
      scope,
      cause,
      dueOn,
      reason,
      proposedBy: row.proposedByName,
      proposedAt,
      isOutdated: unchanged(session, row) === null,
      confirm: may,
      confirmFrom: from,
    };
  });
  return { proposals, isOfficeOfOne: isOfficeOfOne(database, session.account) };
}
