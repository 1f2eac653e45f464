import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '#shared/contract/contract.ts';
import { call } from './client.ts';
import { useProcedure } from './query.ts';

export interface PassphraseHelp {
  /** null while nothing was typed or the judgement is on its way. */
  readonly judgement: Output<'passphrase.judge'> | null;
  readonly onSuggest: () => Promise<string>;
}

/** Judges a new passphrase while it is typed, knowing the words that anybody would guess here. */
export function usePassphraseHelp(passphrase: string, knownWords: readonly string[]): PassphraseHelp {
  const [settled] = useDebouncedValue(passphrase, 250);
  const words = knownWords.filter((word) => word.trim() !== '').slice(0, 20);
  // Kept only as long as the field stands: a passphrase must not stay in a cache.
  const judged = useProcedure(
    'passphrase.judge',
    { passphrase: settled, knownWords: words },
    { enabled: settled !== '', forget: true },
  );
  return {
    judgement: settled === passphrase && settled !== '' ? (judged.data ?? null) : null,
    onSuggest: async () => (await call('passphrase.suggest', {})).passphrase,
  };
}
