/** A save takes in what its window had kept: in its transaction, so that no cut of power leaves an older draft beside it. */
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { SavedDraft } from '#shared/contract/draft.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { draftsInto, putDraft, removeDraft, type StoredDraft } from '../../database/repositories/drafts.ts';
import type { RecordSession } from './record-session.ts';
import { type SealPlace, sealJson } from './vault-cipher.ts';

export const draftKey = (recordId: string, window: string): string => `${recordId} ${window}`;

/** Without a revision: what waits in a draft moves on with the record when the rest of it is saved. */
export const sealPlace = (session: RecordSession, recordId: string): SealPlace => ({
  registerId: session.register.id,
  recordId,
  revision: 0,
  use: 'draft',
});

export function sealDraft(
  session: RecordSession,
  id: string,
  window: string,
  identity: ParsedInput<'draft.keep'>['identity'],
): Buffer | null {
  if (identity === null) return null;
  if (identity === 'as-kept') {
    const drafts = draftsInto(session.register.database, id, session.account.id);
    return drafts.find((draft) => draft.window === window)?.sealed ?? null;
  }
  const { vault } = session.register.keys;
  if (vault === null) throw new AppError('VAULT_KEY_NEEDED');
  return sealJson(vault, sealPlace(session, id), identity);
}

/** Last save of a window: the revision it was based on and the one it made. */
interface LastSave {
  readonly from: number;
  readonly to: number;
}
const lastSaves = new WeakMap<RegisterDatabase, Map<string, LastSave>>();

/** A draft that was sent while its window was saving names the revision of before; what it adds, it adds to that save. */
export function laterRevision({ register: { database } }: RecordSession, key: string, revision: number): number {
  const saved = lastSaves.get(database)?.get(key);
  return saved?.from === revision ? saved.to : revision;
}

type Saved = { readonly revision: number; readonly draft?: SavedDraft | undefined };

/** Nothing typed outside the vault waits any more but texts that are no value yet. */
export function takeInContent(
  session: RecordSession,
  { id, ...saved }: Saved & { readonly id: string },
  to: number,
): void {
  takeIn(session, id, saved, to, ({ unread }) => ({ content: null, unread: textsOrNull(unread) }));
}

/** The same for direct identifiers. */
export function takeInIdentity(
  session: RecordSession,
  {
    recordId,
    values,
    ...saved
  }: Saved & { readonly recordId: string; readonly values: ParsedInput<'identity.save'>['values'] },
  to: number,
): void {
  takeIn(session, recordId, saved, to, ({ window, unread }) => {
    const identity = textsOrNull(unread) === null ? null : { values, unread };
    return { sealed: sealDraft(session, recordId, window, identity) };
  });
}

function takeIn(
  session: RecordSession,
  id: string,
  { revision: from, draft }: Saved,
  to: number,
  rest: (draft: SavedDraft) => Partial<StoredDraft>,
): void {
  if (draft === undefined) return;
  const { database } = session.register;
  const saves = lastSaves.get(database) ?? new Map<string, LastSave>();
  lastSaves.set(database, saves);
  database.afterCommit(() => saves.set(draftKey(id, draft.window), { from, to }));
  const kept = draftsInto(database, id, session.account.id).find(({ window }) => window === draft.window);
  if (kept === undefined) return;
  const left = { ...kept, ...rest(draft) };
  if (left.content === null || kept.revision === from) left.revision = to;
  if (left.content === null && left.unread === null && left.sealed === null)
    removeDraft(database, id, session.account.id, draft.window);
  else putDraft(database, left);
}

export const textsOrNull = (texts: SavedDraft['unread']): SavedDraft['unread'] | null =>
  Object.keys(texts).length === 0 ? null : texts;
