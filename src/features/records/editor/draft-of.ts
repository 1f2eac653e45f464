/** The open record as it is kept between two saves. */
import type { Input } from '#shared/contract/contract.ts';
import type { Values } from '#shared/records/record.ts';
import type { EditorShape, EditorState, EditorStore } from './editor-store.ts';
import { isDirty, isIdentityDirty } from './editor-store.ts';

type Draft = Omit<Input<'draft.keep'>, 'id' | 'window'>;

type Texts = EditorState['unread'];

const sent = (values: Values | null) => (values ?? {}) as Input<'identity.save'>['values'];

/** Texts that are no value yet, by the part of the record they belong to. */
export function unreadOf({ unread }: EditorState, { vaultEntity }: EditorShape): { record: Texts; vault: Texts } {
  const isOfVault = ([key]: [string, string]) => vaultEntity !== null && key.startsWith(`${vaultEntity}.`);
  const texts = Object.entries(unread);
  return {
    record: Object.fromEntries(texts.filter((entry) => !isOfVault(entry))),
    vault: Object.fromEntries(texts.filter(isOfVault)),
  };
}

/** What is gone on with stays in its place; anything else is kept under the name of this window. */
export const draftWindow = (store: EditorStore, ownWindow: string): string => store.get().offer?.window ?? ownWindow;

/** What waits is kept, apart for the vault; texts that are no value yet go with the part they belong to. */
export function draftOf(state: EditorState, shape: EditorShape): Draft {
  const { record, vault } = unreadOf(state, shape);
  const isVaultTyped = isIdentityDirty(state) || Object.keys(vault).length > 0;
  return {
    revision: state.meta.revision,
    content: isDirty(state) ? (state.content as Draft['content']) : null,
    unread: record,
    identity: state.isVaultWaiting
      ? 'as-kept'
      : isVaultTyped
        ? { values: sent(state.identity), base: sent(state.identityBase), unread: vault }
        : null,
  };
}
