/** Direct identifiers: opened and saved by calls of their own, encrypted with the vault key. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { matchFieldsOf } from '#shared/dictionary/person-fields.ts';
import type { Values } from '#shared/records/record.ts';
import { keptIdentityFor } from './drafts.ts';
import { findReadable } from './find-readable.ts';
import { acceptIdentity } from './incoming-content.ts';
import { keepFindings } from './keep-findings.ts';
import { allowedOn, requireEdit, requireRevision } from './permissions.ts';
import { answerSaved, plainValues } from './record-answer.ts';
import { diffValues } from './record-diff.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';
import type { Found } from './record-store.ts';
import { identityOf } from './rule-context.ts';
import { takeInIdentity } from './take-in-draft.ts';
import { sealValues, vaultRow } from './vault-cipher.ts';
import {
  type RecordEvent,
  type RecordParts,
  requireHardRules,
  settleContent,
  writeRevision,
} from './write-revision.ts';

export interface Identities {
  open(session: RecordSession, recordId: string, reason: string | null): Output<'identity.open'>;
  save(session: RecordSession, input: ParsedInput<'identity.save'>): Output<'identity.save'>;
}

/** The vault key of the session and the vault of the record type. */
export function requireVault(session: RecordSession, { store }: Found) {
  const { vault: key } = session.register.keys;
  const declared = store.root.vault;
  if (store.vault === null || declared === null) throw new AppError('IDENTITY_NOT_ALLOWED');
  if (key === null) throw new AppError('VAULT_KEY_NEEDED');
  return { key, vault: store.vault, declared: declared.entity };
}

/** The vault key, and whether what it opens of this record needs a written reason; throws where it stays closed. */
export function identityAccess(session: RecordSession, found: Found) {
  const { key } = requireVault(session, found);
  const access = allowedOn(session, found.store, found.record).identity;
  if (access === 'no') throw new AppError('IDENTITY_NOT_ALLOWED');
  return { key, access };
}

/** The vault key, for somebody who has said why where that is asked for. */
export function requireIdentityAccess(session: RecordSession, found: Found, reason: string | null): Buffer {
  const { key, access } = identityAccess(session, found);
  if (access === 'with-reason' && reason === null) throw new AppError('REASON_NEEDED');
  return key;
}

/** Identities of the open register, as one account may see and change them. */
export function createIdentities(parts: RecordParts): Identities {
  return {
    open(session, recordId, reason) {
      const found = findReadable(session, recordId);
      requireIdentityAccess(session, found, reason);
      return {
        values: plainValues(identityOf(session, found.store, recordId) ?? {}),
        kept: keptIdentityFor(session, found),
      };
    },
    save: (session, input) =>
      session.register.database.write(() => {
        const saved = saveIdentity(parts, session, input);
        takeInIdentity(session, input, saved.meta.revision);
        return saved;
      }),
  };
}

function saveIdentity(
  parts: RecordParts,
  session: RecordSession,
  input: ParsedInput<'identity.save'>,
): Output<'identity.save'> {
  const found = findReadable(session, input.recordId);
  const { store, record } = found;
  requireEdit(session, record);
  requireRevision(record.meta, input.revision);
  const { declared } = requireVault(session, found);
  const before = identityOf(session, store, record.meta.id) ?? {};
  const values = acceptIdentity(session, declared, input.values, before, record.content);
  if (diffValues(declared.id, null, before, values).length === 0) return answerSaved(session, store, record);

  storeIdentity(session, found, values);
  const settled = settleContent(parts, session, store, record.meta, record.content, values);
  const isComplete = record.meta.state === 'complete';
  if (isComplete) {
    const findings = settled.findings('complete');
    requireHardRules(findings);
    keepFindings(session.register.database, record.meta.id, findings, []);
  }
  const meta = isComplete ? { completedRevision: record.meta.revision + 1 } : {};
  const event = identityEvent(session, found, before);
  return answerSaved(session, store, writeRevision(parts, session, found, { content: settled.content, meta }, [event]));
}

/** Where the identifiers of the next revision of a record are sealed. */
const nextPlace = ({ register }: RecordSession, { record: { meta } }: Found) => ({
  registerId: register.id,
  recordId: meta.id,
  revision: meta.revision + 1,
});

/** Stores identifiers that belong to the next revision of the record, in its transaction. */
export function storeIdentity(session: RecordSession, found: Found, values: Values): void {
  const { key, vault } = requireVault(session, found);
  const { id } = found.record.meta;
  if (Object.keys(values).length === 0) vault.remove(id);
  else
    vault.save(
      id,
      vaultRow(key, nextPlace(session, found), values, matchFieldsOf(indexOfSession(session), found.store.entity)),
    );
}

/** Event of the next revision that keeps the identifiers of before, sealed. */
export function identityEvent(session: RecordSession, found: Found, before: Values): RecordEvent {
  const { key, declared } = requireVault(session, found);
  const sealed =
    Object.keys(before).length === 0
      ? undefined
      : sealValues(key, { ...nextPlace(session, found), use: 'history' }, before);
  return { event: 'identity-changed', entity: declared.id, ...(sealed ? { sealed } : {}) };
}
