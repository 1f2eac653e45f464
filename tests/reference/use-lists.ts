/** What the tests of the reference lists do to them. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { referenceProcedures } from '#shared/contract/reference.ts';
import { noFacts } from '#shared/dictionary/reference-lists/entry-facts.ts';
import type { Program } from '../program/open-program.ts';

type Entry = Output<'reference.list'>['lists'][string][number];
type Added = InputOf<(typeof referenceProcedures)['reference.add']>;

export const reason = 'Entered twice by mistake.';

export function databaseOf(program: Program): RegisterDatabase {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

export const entriesOf = async (program: Program, list = 'INST'): Promise<readonly Entry[]> =>
  (await program.call('reference.list', {})).lists[list] ?? [];

export async function entryOf(program: Program, code: string, list = 'INST'): Promise<Entry> {
  const found = (await entriesOf(program, list)).find((entry) => entry.code === code);
  if (!found) throw new Error(`${list} has no ${code}`);
  return found;
}

export const aBody = (more: Partial<Added> = {}): Added => ({
  list: 'INST',
  code: 'zyra_e_re',
  names: { sq: 'Zyra e re e shembullit', en: 'New sample office' },
  type: 'police',
  ...noFacts,
  country: 'XKX',
  activeFrom: null,
  despiteAlike: false,
  ...more,
});

export async function retire(program: Program, code: string, lastDay: string, successor: string | null = null) {
  const { revision } = await entryOf(program, code);
  return program.call('reference.retire', { list: 'INST', code, revision, lastDay, successor, reason: null });
}

export interface AuditEntry {
  readonly name: string;
  readonly outcome: string;
  readonly detail: Record<string, unknown>;
}

export const auditOf = (program: Program, name: string): AuditEntry[] =>
  databaseOf(program)
    .prepare('SELECT "name", "outcome", "detail" FROM "audit_entry" WHERE "name" = ? ORDER BY "number"')
    .all(name)
    .map((row) => ({ name: String(row.name), outcome: String(row.outcome), detail: JSON.parse(String(row.detail)) }));
