/** What the wizard was told so far. Kept while the program runs, so that the wizard can be left; passphrases are not. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { nobody, type Person } from '../../ui/account-fields.tsx';

export interface SetupDraft {
  /** Null until it is chosen: nobody should get the wrong register by going on. */
  readonly kind: RegisterKind | null;
  readonly institution: string;
  readonly office: string;
  readonly country: string;
  readonly path: string;
  readonly training: boolean;
  readonly isOnePerson: boolean;
  readonly administrator: Person;
  readonly supervisor: Person;
}

const empty: SetupDraft = {
  kind: null,
  institution: '',
  office: '',
  country: 'XKX',
  path: '',
  training: false,
  isOnePerson: false,
  administrator: nobody,
  supervisor: nobody,
};

let kept: SetupDraft = empty;

export const keptDraft = (): SetupDraft => kept;

export function keepDraft(draft: SetupDraft): void {
  const withoutPassphrase = (person: Person): Person => ({ ...person, passphrase: '' });
  kept = {
    ...draft,
    administrator: withoutPassphrase(draft.administrator),
    supervisor: withoutPassphrase(draft.supervisor),
  };
}

export const forgetDraft = (): void => {
  kept = empty;
};
