/** Taking a merge back: what somebody changed since stays, everything else is as it was before. */
import { AppError } from '#shared/contract/errors.ts';
import { rebase } from '#shared/records/rebase.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { markRemoved } from '../../database/repositories/attachments.ts';
import { type HistoryEntry, historyAfter } from '../../database/repositories/history.ts';
import { type MergedRecord, markUndone, mergedTogether } from '../../database/repositories/merges.ts';
import { removeNote } from '../../database/repositories/notes.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import { noteEvent } from '../attachments/add-attachment.ts';
import { findReadable } from '../records/find-readable.ts';
import { identityEvent, requireVault, storeIdentity } from '../records/identities.ts';
import { judgeStored } from '../records/judge-stored.ts';
import { revertTo } from '../records/last-completed.ts';
import { isSupervisor, type RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { identityOf } from '../records/rule-context.ts';
import { openValues } from '../records/vault-cipher.ts';
import { type RecordEvent, writeRevision } from '../records/write-revision.ts';
import { type MergeParts, type Rewrite, requireOutsideArchive, rewriteAll } from './merge-parts.ts';

/** Returns the records that were changed. */
export function undoMerge(parts: MergeParts, session: RecordSession, id: string, reason: string): string[] {
  if (!isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
  const { database } = session.register;
  const merged = mergedTogether(database, id);
  // Each merge changed at least two records, or one where the others were right already.
  if (merged.length === 0) throw new AppError('MERGE_SETTLED');
  const isWhole = merged.every(({ kind }) => kind === 'person') || merged.length === 2;
  if (!isWhole) throw new AppError('MERGE_SETTLED');
  const founds = new Map(merged.map(({ recordId }) => [recordId, findReadable(session, recordId)]));
  const rewrites: Rewrite[] = [];
  for (const one of merged) {
    const found = founds.get(one.recordId);
    if (!found) continue;
    if (one.role === 'gone') takeOut(parts, session, found, reason);
    else rewrites.push(rewriteOf(parts, session, found, one, reason));
  }
  rewriteAll(parts, session, rewrites, reason);
  markUndone(database, id, parts.clock.now().toISOString());
  return merged.map(({ recordId }) => recordId);
}

/** The record that went is as it lay in the bin. */
function takeOut(parts: MergeParts, session: RecordSession, found: Found, reason: string): void {
  if (found.record.meta.binnedAt === null) return;
  const events = [{ event: 'merge-undone' }, { event: 'restored', reason }] as const;
  judgeStored(parts, session.register, found);
  writeRevision(parts, session, found, { meta: { binnedAt: null } }, events, reason);
}

function rewriteOf(
  parts: MergeParts,
  session: RecordSession,
  found: Found,
  merged: MergedRecord,
  reason: string,
): Rewrite {
  requireOutsideArchive(found);
  const { database } = session.register;
  const { meta, content } = found.record;
  const steps = historyAfter(database, meta.id, merged.before);
  const at = (revision: number): RecordContent => revertTo(found.store.entity, content, steps, revision);
  const events: RecordEvent[] = [{ event: 'merge-undone' }];
  const written = steps.filter(({ revision }) => revision <= merged.after);
  restoreIdentity(session, found, merged, steps, events);
  takeCopiesAway(parts, session, found, merged, reason);
  return {
    found,
    content: rebase(content, at(merged.after), at(merged.before)),
    meta: { ...codeBefore(written, meta.code), ...stateBefore(steps, merged, found) },
    events,
  };
}

/** The code of before, unless the record got another one since. */
function codeBefore(written: readonly HistoryEntry[], code: string | null): { code?: string | null } {
  const linked = written.find(({ event }) => event === 'person-linked');
  if (!linked || linked.after?.['code'] !== code) return {};
  const before = linked.before?.['code'];
  return { code: typeof before === 'string' ? before : null };
}

/** A record that the merge alone sent back for correction is finished again; the rules then say whether it stays so. */
function stateBefore(steps: readonly HistoryEntry[], { after }: MergedRecord, { record }: Found): Partial<StoredMeta> {
  const isSentBack = steps.some(({ event, revision }) => event === 'returned' && revision <= after);
  const isDecidedSince = steps.some(({ event, revision }) => stateEvents.has(event) && revision > after);
  const isOpen = record.meta.state === 'returned_for_correction' && isSentBack && !isDecidedSince;
  return isOpen ? { state: 'complete' } : {};
}

const stateEvents: ReadonlySet<string> = new Set(['completed', 'returned', 'merged', 'merge-undone']);

/** Identifiers of before the merge, unless somebody changed them since. */
function restoreIdentity(
  session: RecordSession,
  found: Found,
  merged: MergedRecord,
  steps: readonly HistoryEntry[],
  events: RecordEvent[],
): void {
  const changes = steps.filter(({ event }) => event === 'identity-changed');
  const [change, later] = changes;
  if (change === undefined || change.revision > merged.after || later !== undefined) return;
  const { key } = requireVault(session, found);
  const place = { registerId: session.register.id, recordId: found.record.meta.id, revision: change.revision };
  const before: Values = change.sealed === null ? {} : openValues(key, { ...place, use: 'history' }, change.sealed);
  events.push(identityEvent(session, found, identityOf(session, found.store, found.record.meta.id) ?? {}));
  storeIdentity(session, found, before);
}

function takeCopiesAway(
  { clock }: MergeParts,
  session: RecordSession,
  found: Found,
  { copied }: MergedRecord,
  reason: string,
): void {
  const { database } = session.register;
  for (const id of copied?.notes ?? []) removeNote(database, id);
  const at = clock.now().toISOString();
  for (const id of copied?.attachments ?? []) {
    markRemoved(database, id, { at, accountId: session.account.id });
    noteEvent(session, found, { id, at, event: 'attachment-removed', reason });
  }
}
