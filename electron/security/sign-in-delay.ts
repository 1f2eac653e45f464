/** Growing delay after wrong passphrases, kept in a small file beside the register so that a restart does not help. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { atomicReplace } from '../platform/atomic-replace.ts';

export const attemptsFile = 'attempts.json';

const stored = z.strictObject({
  format: z.literal('kriter-attempts'),
  version: z.literal(1),
  /** By login of a slot; every login that has none counts under `?`, so that nothing typed by mistake is kept. */
  failures: z.record(z.string(), z.strictObject({ count: z.number().int().min(0), at: z.number() })),
});
type Stored = z.output<typeof stored>;

const free = 3;
const firstSeconds = 5;
const longestSeconds = 900;
const unknownLogin = '?';

/** Seconds to wait after this many wrong passphrases in a row: 0, 0, 0, 5, 10, 20 ... 900. */
export const delayAfter = (count: number): number =>
  count <= free ? 0 : Math.min(longestSeconds, firstSeconds * 2 ** Math.min(20, count - free - 1));

export interface SignInDelay {
  /** Counts an attempt before the passphrase is tried; SIGN_IN_DELAYED with the seconds left while a delay runs. */
  begin(login: string): void;
  /** The passphrase was right: the count starts anew. */
  succeed(login: string): void;
}

export interface SignInDelayParts {
  readonly file: string;
  /** Logins that have a slot. */
  readonly logins: readonly string[];
  readonly now: () => Date;
}

/** The delay of one register. A clock set back starts the running delay again; it never ends it. */
export function createSignInDelay({ file, logins, now }: SignInDelayParts): SignInDelay {
  const read = (): Stored['failures'] => {
    if (!existsSync(file)) return {};
    try {
      return stored.parse(JSON.parse(readFileSync(file, 'utf8'))).failures;
    } catch {
      // A damaged file must neither open the door nor bar it for ever: one delay of middle length for everybody.
      return Object.fromEntries([...logins, unknownLogin].map((login) => [login, { count: free + 4, at: now().getTime() }]));
    }
  };
  const write = (failures: Stored['failures']): void =>
    atomicReplace(file, Buffer.from(`${JSON.stringify({ format: 'kriter-attempts', version: 1, failures })}\n`));
  const bucket = (login: string): string => (logins.includes(login) ? login : unknownLogin);

  return {
    begin(login) {
      const failures = read();
      const name = bucket(login);
      const last = failures[name] ?? { count: 0, at: 0 };
      const at = now().getTime();
      const wait = delayAfter(last.count) * 1000;
      if (wait > 0 && at < last.at) {
        write({ ...failures, [name]: { ...last, at } });
        throw new AppError('SIGN_IN_DELAYED', { seconds: Math.ceil(wait / 1000) });
      }
      if (at < last.at + wait) {
        throw new AppError('SIGN_IN_DELAYED', { seconds: Math.ceil((last.at + wait - at) / 1000) });
      }
      // Counted before the passphrase is tried: ending the program in the middle does not save the attempt.
      write({ ...failures, [name]: { count: last.count + 1, at } });
    },
    succeed(login) {
      const { [bucket(login)]: _forgiven, ...others } = read();
      write(others);
    },
  };
}
