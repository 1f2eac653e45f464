/**
 * Texts of which the index of names has said that they name somebody. The index answers from another thread, while rules
 * are asked at once: what it said is remembered, so that a save judges a text as the form did.
 */
import type { RegisterDatabase } from '../../database/register-database.ts';

/** More are not typed in one sitting. */
const mostTexts = 1_000;

const known = new WeakMap<RegisterDatabase, Set<string>>();

/** Gone when the register is closed. */
export function rememberNamed(database: RegisterDatabase, texts: readonly string[]): void {
  const all = known.get(database) ?? new Set<string>();
  known.set(database, all);
  for (const text of texts) all.add(text);
  for (const text of all) {
    if (all.size <= mostTexts) break;
    all.delete(text);
  }
}

export const namedTextsOf = (database: RegisterDatabase): ReadonlySet<string> | undefined => known.get(database);
