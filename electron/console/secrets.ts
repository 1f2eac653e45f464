/** Passphrases of a console call: from the environment or the first line of standard input, never from arguments. */
import { UsageError } from './arguments.ts';

export interface Secrets {
  passphrase(): string;
  newPassphrase(): string;
  /** What follows the passphrase on standard input. */
  rest(): string;
}

export type SecretNeed = 'nothing' | 'passphrase' | 'passphrase-and-rest';

/** Reads standard input only as far as the command needs it, so that nothing waits for a terminal in vain. */
export async function readSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  readStandardInput: () => Promise<string>,
  need: SecretNeed,
): Promise<Secrets> {
  const given = environment.KRITER_PASSPHRASE;
  const readsInput = need === 'passphrase-and-rest' || (need === 'passphrase' && given === undefined);
  const input = readsInput ? await readStandardInput() : '';
  const lineEnd = input.indexOf('\n');
  const firstLine = (lineEnd === -1 ? input : input.slice(0, lineEnd)).replace(/\r$/, '');
  return {
    passphrase() {
      const found = given ?? firstLine;
      if (found === '')
        throw new UsageError('passphrase missing: KRITER_PASSPHRASE or the first line of standard input');
      return found;
    },
    newPassphrase() {
      const found = environment.KRITER_NEW_PASSPHRASE;
      if (!found) throw new UsageError('new passphrase missing: KRITER_NEW_PASSPHRASE');
      return found;
    },
    rest: () => (given === undefined ? input.slice(lineEnd === -1 ? input.length : lineEnd + 1) : input),
  };
}
