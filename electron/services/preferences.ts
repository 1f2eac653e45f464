/** What an account has set up for itself, kept in the register. */
import { eq } from 'drizzle-orm';
import type { Output } from '#shared/contract/contract.ts';
import { preferences } from '#shared/contract/preference.ts';
import { preference } from '../database/fixed-tables.ts';
import type { OpenRegister, SignedInAccount } from './open-register.ts';

interface PreferenceSession {
  readonly account: Pick<SignedInAccount, 'id'>;
  readonly register: Pick<OpenRegister, 'database'>;
}

type Values = Output<'preference.get'>['values'];

/** Everything this account has set. What another version of the program wrote and this one cannot read is left out. */
export function readPreferences({ account, register }: PreferenceSession): Values {
  const rows = register.database.orm.select().from(preference).where(eq(preference.accountId, account.id)).all();
  const stored = new Map(rows.map(({ name, value }) => [name, value]));
  const known = Object.entries(preferences).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored.get(name));
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Sets the preferences named; the others stay. */
export function writePreferences({ account, register }: PreferenceSession, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    register.database.orm
      .insert(preference)
      .values({ accountId: account.id, name, value })
      .onConflictDoUpdate({ target: [preference.accountId, preference.name], set: { value } })
      .run();
  }
}
