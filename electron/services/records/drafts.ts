/** Drafts: what an account typed into a record and did not save. They outlive a lock, a crash, a power cut and an update. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { type KeptDraft, keptIdentity } from '#shared/contract/draft.ts';
import { isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { draftsInto, draftsOf, putDraft, removeDraft, type StoredDraft } from '../../database/repositories/drafts.ts';
import { historyAfter } from '../../database/repositories/history.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import type { Clock } from '../ports.ts';
import { findReadable } from './find-readable.ts';
import { revertTo } from './last-completed.ts';
import { requireEntry } from './permissions.ts';
import { plainContent } from './record-answer.ts';
import { compactValues, diffContent, diffValues } from './record-diff.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';
import { type Found, type RootStore, storeOf } from './record-store.ts';
import { identityOf } from './rule-context.ts';
import { draftKey, laterRevision, sealDraft, sealPlace, textsOrNull } from './take-in-draft.ts';
import { openJson } from './vault-cipher.ts';

type KeptIdentity = NonNullable<Output<'identity.open'>['kept']>;

export interface Drafts {
  keep(session: RecordSession, input: ParsedInput<'draft.keep'>): Output<'draft.keep'>;
  discard(session: RecordSession, id: string, window: string): void;
  /** The window leaves the record: what it kept may be offered to another one. */
  release(session: RecordSession, id: string, window: string): void;
  list(session: RecordSession): Output<'draft.list'>;
}

/** Drafts of the open register; each account keeps and sees its own. */
export function createDrafts(clock: Clock): Drafts {
  return {
    keep(session, { id, window, revision, content, unread, identity }) {
      const { record } = findReadable(session, id);
      requireEntry(session, record);
      const at = clock.now().toISOString();
      live(session).add(draftKey(id, window));
      putDraft(session.register.database, {
        recordId: id,
        accountId: session.account.id,
        window,
        revision: laterRevision(session, draftKey(id, window), revision),
        at,
        content,
        unread: textsOrNull(unread),
        sealed: sealDraft(session, id, window, identity),
      });
      return { at };
    },
    discard(session, id, window) {
      live(session).delete(draftKey(id, window));
      removeDraft(session.register.database, id, session.account.id, window);
    },
    release: (session, id, window) => void live(session).delete(draftKey(id, window)),
    list: (session) => ({
      drafts: draftsOf(session.register.database, session.account.id)
        .filter(({ recordId, window }) => !live(session).has(draftKey(recordId, window)))
        .flatMap((draft) => describe(session, draft)),
    }),
  };
}

/**
 * Drafts that a window of this session is still typing: they are nobody else's to go on with. A crash, a lock or a
 * power cut ends the session, and what they hold is offered again.
 */
const liveDrafts = new WeakMap<RegisterDatabase, Set<string>>();

function live({ register: { database } }: RecordSession): Set<string> {
  const known = liveDrafts.get(database) ?? new Set<string>();
  liveDrafts.set(database, known);
  return known;
}

/** The newest draft of a record that no open window is typing. */
const waitingDraft = (session: RecordSession, recordId: string): StoredDraft | undefined =>
  draftsInto(session.register.database, recordId, session.account.id).find(
    ({ window }) => !live(session).has(draftKey(recordId, window)),
  );

/** Direct identifiers that wait in a draft of this account; null where none do, or where they are what is stored. */
export function keptIdentityFor(
  session: RecordSession,
  { store, record }: Found,
  draft: StoredDraft | undefined = waitingDraft(session, record.meta.id),
): KeptIdentity | null {
  const { vault } = session.register.keys;
  if (draft === undefined || draft.sealed === null || vault === null) return null;
  const place = sealPlace(session, record.meta.id);
  const kept = keptIdentity.parse(openJson(vault, place, draft.sealed));
  const stored = identityOf(session, store, record.meta.id) ?? {};
  const isStored = diffValues(store.entity, null, stored, compactValues(kept.values)).length === 0;
  return isStored && Object.keys(kept.unread).length === 0 ? null : kept;
}

/** What `record.open` offers again; null where nothing differs from what is stored: nobody is told of changes that are none. */
export function keptFor(session: RecordSession, found: Found): KeptDraft | null {
  const { meta } = found.record;
  const draft = waitingDraft(session, meta.id);
  if (draft === undefined) return null;
  const hasIdentity = keptIdentityFor(session, found, draft) !== null;
  const content = contentThatDiffers(session, found.store, found.record, draft);
  if (content === null && draft.unread === null && !hasIdentity) return null;
  const isBehind = content !== null && draft.revision !== meta.revision;
  return {
    at: draft.at,
    window: draft.window,
    revision: draft.revision,
    content: content === null ? null : plainContent(content),
    base: isBehind ? plainContent(contentAt(session, found, draft.revision)) : null,
    unread: { ...draft.unread },
    hasIdentity,
  };
}

const contentAt = (session: RecordSession, { store, record }: Found, revision: number): RecordContent =>
  revertTo(store.entity, record.content, historyAfter(session.register.database, record.meta.id, revision), revision);

/** The content of a draft where an answer in it is not the one stored. What the program sets is nobody's typing. */
function contentThatDiffers(
  session: RecordSession,
  store: RootStore,
  record: StoredRecord,
  { content }: StoredDraft,
): RecordContent | null {
  return content !== null && typedDifferences(session, store, record.content, content).length > 0 ? content : null;
}

function typedDifferences(session: RecordSession, store: RootStore, stored: RecordContent, content: RecordContent) {
  const index = indexOfSession(session);
  return diffContent(store.entity, stored, content).filter(({ entity, field, before, after }) => {
    if (field === null) return true;
    const declared = index.findField(entity, field);
    // A field of an earlier dictionary is not typed any more.
    if (
      declared === undefined ||
      declared.derived === true ||
      (declared.meta !== undefined && declared.meta !== 'code')
    )
      return false;
    return declared.applies === undefined || !(isSetAside(before, field) || isSetAside(after, field));
  });
}

/** Where a condition decides, `not_applicable` is given and taken by the program. */
const isSetAside = (values: Values | null, field: string): boolean => {
  const value = values?.[field];
  return isMissing(value) && value.missing === 'not_applicable';
};

function describe(session: RecordSession, draft: StoredDraft): Output<'draft.list'>['drafts'] {
  const found = storeOf(session.register.database, session.register.kind).find(draft.recordId);
  const { store, record } = found;
  const { id, number, code, state } = record.meta;
  const content = contentThatDiffers(session, store, record, draft);
  const changes = content === null ? 0 : typedDifferences(session, store, record.content, content).length;
  const hasIdentity = keptIdentityFor(session, found, draft) !== null;
  const waiting = changes + Object.keys(draft.unread ?? {}).length;
  if (waiting === 0 && !hasIdentity) return [];
  return [{ id, entity: store.entity, number, code, state, at: draft.at, changes: waiting, hasIdentity }];
}
