/** What the wizard was told so far. Kept while the program runs, so that the wizard can be left; passphrases are not. */
import { nobody, type Person } from '../../ui/account-fields.tsx';

export interface SetupDraft {
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
