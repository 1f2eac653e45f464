/** The open record as it is kept between two saves. */
import type { Input } from '#shared/contract/contract.ts';
import type { Values } from '#shared/records/record.ts';
import type { EditorShape, EditorState } from './editor-store.ts';
import { isDirty, isIdentityDirty } from './editor-store.ts';

type Draft = Omit<Input<'draft.keep'>, 'id' | 'window'>;

const sent = (values: Values | null) => (values ?? {}) as Input<'identity.save'>['values'];

/** What waits is kept, apart for the vault; texts that are no value yet go with the part they belong to. */
export function draftOf(state: EditorState, { vaultEntity }: EditorShape): Draft {
  const unread = Object.entries(state.unread);
  const isOfVault = ([key]: [string, string]) => vaultEntity !== null && key.startsWith(`${vaultEntity}.`);
  const ofVault = Object.fromEntries(unread.filter(isOfVault));
  const isVaultTyped = isIdentityDirty(state) || Object.keys(ofVault).length > 0;
  return {
    revision: state.meta.revision,
    content: isDirty(state) ? (state.content as Draft['content']) : null,
    unread: Object.fromEntries(unread.filter((entry) => !isOfVault(entry))),
    identity: state.isVaultWaiting
      ? 'as-kept'
      : isVaultTyped
        ? { values: sent(state.identity), base: sent(state.identityBase), unread: ofVault }
        : null,
  };
}
