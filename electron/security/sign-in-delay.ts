/** Growing delay after wrong passphrases, kept in a small file beside the register so that a restart does not help. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { atomicReplace } from '../platform/atomic-replace.ts';
import { readHeader } from './header.ts';

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
  /** SIGN_IN_DELAYED with the seconds left while a delay runs. */
  check(): void;
  /** A wrong passphrase. */
  failed(): void;
  /** The passphrase was right: the count starts anew. Returns how many were wrong before. */
  succeeded(): number;
}

/**
 * The delay for one login of a register; all logins that it does not know share one, so that nothing typed into
 * the wrong box is kept. A clock set back starts the running delay again; it never ends it.
 */
export function createSignInDelay(folder: string, clock: { now(): Date }, login = unknownLogin): SignInDelay {
  const file = join(folder, attemptsFile);
  const isKnown = readHeader(folder).keys.slots.some((slot) => slot.login === login);
  const name = isKnown ? login : unknownLogin;

  const read = (): Stored['failures'] => {
    if (!existsSync(file)) return {};
    try {
      return stored.parse(JSON.parse(readFileSync(file, 'utf8'))).failures;
    } catch {
      // A damaged file must neither open the door nor bar it for ever: one delay of middle length.
      return { [name]: { count: free + 4, at: clock.now().getTime() } };
    }
  };
  const write = (failures: Stored['failures']): void =>
    atomicReplace(file, `${JSON.stringify({ format: 'kriter-attempts', version: 1, failures })}\n`);

  return {
    check() {
      const failures = read();
      const last = failures[name] ?? { count: 0, at: 0 };
      const at = clock.now().getTime();
      const wait = delayAfter(last.count) * 1000;
      const wasSetBack = at < last.at;
      if (wait > 0 && wasSetBack) write({ ...failures, [name]: { ...last, at } });
      const left = wasSetBack ? wait : last.at + wait - at;
      if (left > 0) throw new AppError('SIGN_IN_DELAYED', { seconds: Math.ceil(left / 1000) });
    },
    failed() {
      const failures = read();
      write({ ...failures, [name]: { count: (failures[name]?.count ?? 0) + 1, at: clock.now().getTime() } });
    },
    succeeded() {
      const { [name]: last, ...others } = read();
      if (last) write(others);
      return last?.count ?? 0;
    },
  };
}
