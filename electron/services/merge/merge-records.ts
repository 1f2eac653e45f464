/** One registration that was entered twice becomes one record. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { identityWithin, movedIdentities } from '#shared/records/identity.ts';
import { mergedContent, mergedValues } from '#shared/records/merged-content.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { insertMerged } from '../../database/repositories/merges.ts';
import { identityEvent, requireVault, storeIdentity } from '../records/identities.ts';
import { acceptContent, acceptIdentity } from '../records/incoming-content.ts';
import { copyNotes } from '../records/notes.ts';
import { answerSaved } from '../records/record-answer.ts';
import { diffValues } from '../records/record-diff.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { identityOf } from '../records/rule-context.ts';
import { type RecordEvent, writeRevision } from '../records/write-revision.ts';
import { copyAttachments, discardCopies, showCopies } from './copy-attachments.ts';
import { type MergeParts, requireMergeable, requireOutsideArchive, rewriteAll } from './merge-parts.ts';

type Input = ParsedInput<'merge.records'>;

/** Both records as they were looked at; throws where they cannot be one. */
function requirePair(session: RecordSession, { kept, gone, fields }: Input): { kept: Found; gone: Found } {
  const pair = {
    kept: requireMergeable(session, kept.id, kept.revision),
    gone: requireMergeable(session, gone.id, gone.revision),
  };
  if (kept.id === gone.id || pair.kept.store !== pair.gone.store)
    throw new AppError('INVALID_INPUT', { fields: ['gone'] });
  requireOutsideArchive(pair.kept);
  requireOutsideArchive(pair.gone);
  const isNumbered = ({ record }: Found) => record.meta.number !== null;
  if (isNumbered(pair.gone) && !isNumbered(pair.kept)) throw new AppError('MERGE_NEEDS_NUMBER');
  const index = indexOfSession(session);
  const isAsked = (id: string) => {
    const field = index.findField(pair.kept.store.entity, id);
    return field !== undefined && isTyped(field);
  };
  if (!fields.every(isAsked)) throw new AppError('INVALID_INPUT', { fields: ['fields'] });
  return pair;
}

/**
 * Answers, rows, notes and attachments that were chosen stand in `kept` then; `gone` lies in the bin as it was, so that
 * the merge can be undone. `enter` writes the audit entry in the transaction that merges.
 */
export async function mergeRecords(
  parts: MergeParts,
  session: RecordSession,
  input: Input,
  enter: () => void,
): Promise<Output<'merge.records'>> {
  const { database } = session.register;
  const before = requirePair(session, input);
  const hasVault = before.kept.store.vault !== null;
  const attachments = hasVault
    ? await copyAttachments(parts, session, requireVault(session, before.gone).key, input.gone.id, input.kept.id)
    : [];
  try {
    return database.write(() => {
      // Changed, or put in the bin, while attachments were copied?
      const pair = requirePair(session, input);
      const merged = writeMerged(parts, session, pair, input, attachments);
      enter();
      return merged;
    });
  } catch (cause) {
    await discardCopies(session, attachments);
    throw cause;
  }
}

function writeMerged(
  parts: MergeParts,
  session: RecordSession,
  { kept, gone }: { kept: Found; gone: Found },
  { fields, rows, identity, reason }: Input,
  attachments: readonly string[],
): Output<'merge.records'> {
  const { database } = session.register;
  const { entity } = kept.store;
  const [own, other] = [kept.record, gone.record];
  const index = indexOfSession(session);
  const { content, rowIds } = mergedContent(index, entity, own.content, other.content, { fields, rows }, parts.newId);
  const accepted = acceptContent(session, entity, content, own.content);

  const told = ({ code }: typeof own.meta): Values => ({ code: code ?? '–' });
  const binnedAt = parts.clock.now().toISOString();
  writeRevision(
    parts,
    session,
    gone,
    { meta: { binnedAt } },
    [
      { event: 'merged-into', after: told(own.meta) },
      { event: 'binned', reason },
    ],
    reason,
  );
  const events: RecordEvent[] = [{ event: 'merged', after: told(other.meta) }];
  const identities = mergedIdentity(session, { kept, gone }, { chosen: identity, rowIds, content: accepted });
  if (identities !== null) {
    events.push(identityEvent(session, kept, identities.before));
    storeIdentity(session, kept, identities.after);
  }
  const [stored] = rewriteAll(parts, session, [{ found: kept, content: accepted, events }], reason);
  if (!stored) throw new Error('one rewrite gives one record');
  const found = { store: kept.store, record: stored };
  const notes = kept.store.vault === null ? [] : copyNotes(parts, session, gone, found, rowIds);
  showCopies(parts, session, found, attachments);

  const id = parts.newId();
  const merge = { mergeId: id, kind: 'record', accountId: session.account.id, at: binnedAt } as const;
  insertMerged(database, {
    ...merge,
    recordId: own.meta.id,
    role: 'kept',
    before: own.meta.revision,
    after: stored.meta.revision,
    copied: { notes, attachments: [...attachments] },
  });
  insertMerged(database, {
    ...merge,
    recordId: other.meta.id,
    role: 'gone',
    before: other.meta.revision,
    after: other.meta.revision + 1,
    copied: null,
  });
  return { id, meta: answerSaved(session, kept.store, stored).meta };
}

/** Identifiers with those chosen from the record that goes, and those of its rows; null where nothing changes. */
function mergedIdentity(
  session: RecordSession,
  { kept, gone }: { kept: Found; gone: Found },
  {
    chosen,
    rowIds,
    content,
  }: { chosen: readonly string[]; rowIds: ReadonlyMap<string, string>; content: RecordContent },
) {
  if (kept.store.vault === null) return null;
  const { declared } = requireVault(session, kept);
  const identityAt = ({ store, record }: Found): Values => identityOf(session, store, record.meta.id) ?? {};
  const before = identityAt(kept);
  const other = identityAt(gone);
  const merged = { ...movedIdentities(other, rowIds), ...mergedValues(before, other, chosen) };
  const rows = new Set(Object.values(content.groups).flatMap((each) => each.map(({ id }) => id)));
  const after = acceptIdentity(session, declared, identityWithin(merged, rows), before, content);
  return diffValues(declared.id, null, before, after).length === 0 ? null : { before, after };
}
