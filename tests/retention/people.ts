/** A register with a supervisor and an administrator who are two people, and records to erase. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { ErasureScope } from '#shared/contract/retention.ts';
import type { Role } from '#shared/contract/roles.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';

/** `first` made the register and holds both roles; `super` and `admin` hold one each. */
export type Person = 'first' | 'super' | 'admin';

export const reason = 'The period has passed.';

export async function openOffice(): Promise<Program> {
  const program = await openRegister(['administrator', 'supervisor']);
  await addAccount(program, 'super', ['supervisor']);
  await addAccount(program, 'admin', ['administrator']);
  return program;
}

export const addAccount = (program: Program, login: string, roles: Role[]) =>
  program.call('account.add', { login, displayName: `Name of ${login}`, roles, passphrase });

export async function signIn(program: Program, login: string): Promise<void> {
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login, passphrase });
}

export function databaseOf(program: Program): RegisterDatabase {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

type Meta = Output<'record.save'>['meta'];

/** A prevented case with number and code. */
export async function numberedCase(program: Program, more: Record<string, string | number> = {}): Promise<Meta> {
  const { lists } = await program.call('reference.list', {});
  const institution = lists.INST?.[0]?.code ?? '';
  const { meta } = await program.call('record.create', { entity: 'prevented_case' });
  const values = {
    prevented_registration_date: '2026-03-02',
    prevented_reporting_institution: institution,
    prevented_date: '2026-03-01',
    prevented_stage: { missing: 'unknown' as const },
    prevented_institution: institution,
    prevented_adults: 2,
    prevented_children: 1,
    ...more,
  };
  const content = { values, groups: {} };
  const saved = await program.call('record.save', { id: meta.id, revision: meta.revision, content, reason: null });
  return (await program.call('record.number', { id: meta.id, revision: saved.meta.revision })).meta;
}

/** A draft of a victim with an identity that was changed once, so that the history holds the earlier one sealed. */
export async function namedVictim(
  program: Program,
  {
    values = {},
    identity = { first_name: 'Arta', last_name: 'Shembulli' },
  }: {
    values?: Record<string, string>;
    identity?: Record<string, string>;
  } = {},
): Promise<Meta> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const saved = await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values: { ...content.values, consent_given: 'yes', ...values }, groups: {} },
    reason: null,
  });
  const recordId = meta.id;
  const first = await program.call('identity.save', { recordId, revision: saved.meta.revision, values: identity });
  const changed = { ...identity, last_name: 'Shembulli-Tjetër' };
  return (await program.call('identity.save', { recordId, revision: first.meta.revision, values: changed })).meta;
}

/** Proposed by the supervisor who is signed in. */
export const propose = async (
  program: Program,
  recordIds: string[],
  scope: ErasureScope = 'record',
): Promise<string[]> => (await program.call('erasure.propose', { recordIds, scope, reason })).ids;

/** Proposed by one person, confirmed by another; the second stays signed in. */
export async function eraseByTwo(program: Program, recordIds: string[], scope: ErasureScope = 'record') {
  const ids = await propose(program, recordIds, scope);
  await signIn(program, 'admin');
  const outcome = await program.call('erasure.confirm', { ids });
  return { ids, outcome };
}
