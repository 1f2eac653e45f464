/** What joining and separating records share. */
import { AppError } from '#shared/contract/errors.ts';
import type { RecordContent } from '#shared/records/record.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { findReadable } from '../records/find-readable.ts';
import { keepFindings } from '../records/keep-findings.ts';
import { requireRevision, requireSupervised } from '../records/permissions.ts';
import { diffContent } from '../records/record-diff.ts';
import type { RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { type RecordEvent, type RecordParts, settleContent, writeRevision } from '../records/write-revision.ts';

export interface MergeParts extends RecordParts {
  readonly newId: () => string;
}

const anyState = ['draft', 'complete', 'verified', 'returned_for_correction'] as const;

/** A record outside the bin at the revision that was looked at; only a supervisor gets it. */
export function requireMergeable(session: RecordSession, id: string, revision: number | null): Found {
  const found = findReadable(session, id);
  requireSupervised(session, found.record, anyState);
  if (revision !== null) requireRevision(found.record.meta, revision);
  return found;
}

/** Archived records are left as they are until they are taken out of the archive. */
export function requireOutsideArchive({ record: { meta } }: Found): void {
  if (meta.archived) throw new AppError('RECORD_LOCKED', { state: meta.state });
}

export interface Rewrite {
  readonly found: Found;
  readonly content: RecordContent;
  readonly meta?: Partial<StoredMeta>;
  readonly events: readonly RecordEvent[];
}

/**
 * Writes records that know of each other, in the transaction at hand: first all of them, then what derived values and
 * rules make of each. A finished record stays finished, to be verified anew; where a hard rule speaks it goes back for
 * correction. Returns them as they are stored then, in the given order.
 */
export function rewriteAll(
  parts: RecordParts,
  session: RecordSession,
  rewrites: readonly Rewrite[],
  reason: string,
): StoredRecord[] {
  const written = rewrites.map(({ found, content, meta = {}, events }) => ({
    store: found.store,
    record: writeRevision(parts, session, found, { content, meta }, events, reason),
  }));
  return written.map((found) => settleWritten(parts, session, found, reason));
}

function settleWritten(parts: RecordParts, session: RecordSession, found: Found, reason: string): StoredRecord {
  const { store, record } = found;
  const { meta } = record;
  const isFinished = meta.state === 'complete' || meta.state === 'verified';
  const state = isFinished ? ('complete' as const) : meta.state;
  const settled = settleContent(parts, session, store, { ...meta, state }, record.content);
  if (!isFinished) {
    const isSettled = diffContent(store.entity, record.content, settled.content).length === 0;
    return isSettled ? record : writeRevision(parts, session, found, { content: settled.content }, [], reason);
  }
  const findings = settled.findings('complete');
  if (findings.some(({ level }) => level === 'hard')) {
    const next = { content: settled.content, meta: { state: 'returned_for_correction' as const } };
    return writeRevision(parts, session, found, next, [{ event: 'returned', reason }], reason);
  }
  keepFindings(session.register.database, meta.id, findings, []);
  const completion = { state, completedRevision: meta.revision + 1, completedBy: session.account.id };
  return writeRevision(parts, session, found, { content: settled.content, meta: completion }, [], reason);
}
