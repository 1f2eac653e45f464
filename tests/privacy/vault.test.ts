/** What somebody reads who holds the data key alone: a stolen analyst's account, or the file with its key. */
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { databaseFile, readHeader } from '#electron/security/header.ts';
import { openSlot } from '#electron/security/register-keys.ts';
import { matchKeys } from '#electron/services/records/vault-cipher.ts';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { fold } from '#shared/locale/fold.ts';
import { openRegister, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { searchNames } from '../search/named-records.ts';
import { markersIn, planted, plantedWord } from './markers.ts';

const names = { first_name: plantedWord(1), last_name: plantedWord(2, 2), date_of_birth: '1999-04-17' };
const later = { ...names, last_name: plantedWord(3, 1), national_id: plantedWord(4), contact_details: planted(5) };

function sessionOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session;
}

async function enterIdentity(program: Program): Promise<string> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const { id: recordId, revision } = meta;
  const values = { ...content.values, consent_given: 'yes' };
  const saved = await program.call('record.save', {
    id: recordId,
    revision,
    content: { values, groups: {} },
    reason: null,
  });
  const first = await program.call('identity.save', { recordId, revision: saved.meta.revision, values: names });
  await program.call('identity.save', { recordId, revision: first.meta.revision, values: later });
  await program.call('identity.open', { recordId, reason: null });
  return recordId;
}

/** Every cell of every table, virtual ones and their shadows included. */
function everyCell(program: Program): { table: string; column: string; value: unknown }[] {
  const { register } = sessionOf(program);
  const database = openDatabase({
    file: join(program.register, databaseFile),
    key: Buffer.from(register.keys.data),
    mode: 'read',
  });
  try {
    const tables = database.sql
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all() as string[];
    return tables.flatMap((table) =>
      (database.sql.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
        Object.entries(row).map(([column, value]) => ({ table, column, value })),
      ),
    );
  } finally {
    database.close();
  }
}

const bytesOf = (value: unknown): Buffer => (Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? ''), 'utf8'));

test('with the data key alone no identity is read: not in the vault, the history, the search index or the audit', async () => {
  const program = await openRegister();
  const recordId = await enterIdentity(program);
  // The index of names is in the file as well, sealed.
  expect((await searchNames(program, later.last_name)).hits).toHaveLength(1);
  const cells = everyCell(program);
  expect(cells.length).toBeGreaterThan(500);
  expect(cells.filter(({ table, column }) => table === 'name_segment' && column === 'content')).toHaveLength(1);
  const readable = cells.filter(
    ({ value }) => markersIn(bytesOf(value)).length > 0 || bytesOf(value).includes('1999-04-17'),
  );
  expect(readable).toEqual([]);
  // The old name is kept, sealed, so that the history is whole.
  expect(
    cells.filter(({ table, column, value }) => table === 'history' && column === 'sealed' && value !== null),
  ).toHaveLength(1);
  const { changes } = await program.call('record.history', { id: recordId });
  expect(markersIn(Buffer.from(JSON.stringify(changes)))).toEqual([]);
  for (const search of [names.first_name, names.last_name, later.last_name, '1999']) {
    expect((await program.call('record.list', listOf('victim', { search }))).total, search).toBe(0);
  }
});

test('a list of names does not open the match keys without the vault key', async () => {
  const program = await openRegister();
  await enterIdentity(program);
  const { register, header } = sessionOf(program);
  const digests = new Set(
    everyCell(program)
      .filter(({ column, value }) => (column === 'match_key' || column === 'birth_key') && value !== null)
      .map(({ value }) => String(value)),
  );
  expect(digests.size).toBe(2);
  const vault = register.keys.vault;
  if (!vault) throw new Error('this session holds the vault key');
  // The attack works for whoever holds the vault key, so the guesses below are the right ones.
  const known = matchKeys(vault, later, personFieldsOf(indexOfKind('victims'), 'victim'));
  expect(new Set([known.match, known.birth])).toEqual(digests);

  const guesses = ['first_name', 'last_name'].map((field) => later[field as 'first_name']);
  const texts = [
    `${fold(guesses.join(' '))}|${later.date_of_birth}`,
    `${guesses.join(' ')}|${later.date_of_birth}`,
    later.date_of_birth,
  ];
  const keys = [
    Buffer.from(register.keys.data),
    Buffer.alloc(32),
    Buffer.alloc(0),
    Buffer.from(register.id),
    Buffer.from(header.keys.backupRecipient),
  ];
  const derived = keys.flatMap((key) => [
    key,
    ...['match', 'birth'].map((purpose) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32))),
  ]);
  const cut = (hex: string): string => hex.slice(0, 32);
  const found = texts.flatMap((text) => [
    cut(createHash('sha256').update(text).digest('hex')),
    cut(createHash('md5').update(text).digest('hex')),
    ...derived.map((key) => cut(createHmac('sha256', key).update(text).digest('hex'))),
  ]);
  expect(found.filter((digest) => digests.has(digest))).toEqual([]);
});

test('sealed identities that were moved to another record, or are older than it, do not open', async () => {
  const program = await openRegister();
  const one = await enterIdentity(program);
  const other = await enterIdentity(program);
  const { database } = sessionOf(program).register;
  const row = database.prepare('SELECT sealed, revision FROM victim_identity WHERE record_id = ?').get(one);
  database
    .prepare('UPDATE victim_identity SET sealed = ?, revision = ? WHERE record_id = ?')
    .run(row?.sealed, row?.revision, other);
  expect(await program.send('identity.open', { recordId: other, reason: null })).toMatchObject({ ok: false });
  const check = await program.runJob('register.check', { seal: null });
  expect(check.findings.find(({ check: name }) => name === 'vault')).toMatchObject({
    sound: false,
    detail: { broken: 1 },
  });
});

test.each(['analyst', 'auditor', 'administrator'] as const)(
  'an account that is only %s has no vault key, in its slot or its session',
  async (role) => {
    const program = await openRegister();
    await enterIdentity(program);
    await signInAs(program, [role]);
    const { register, account } = sessionOf(program);
    expect(register.keys.vault).toBeNull();
    expect(program.services.sessions.describe().account.holdsVaultKey).toBe(false);
    const header = readHeader(program.register);
    expect(header.keys.slots.find(({ accountId }) => accountId === account.id)?.vaultKey).toBeNull();
    expect((await openSlot(header, account.login, passphrase)).vaultKey).toBeNull();
  },
);

test('who becomes an analyst loses the vault key from the slot', async () => {
  const program = await openRegister();
  const { id } = await program.call('account.add', {
    login: 'moved',
    displayName: 'Moved',
    roles: ['officer'],
    passphrase,
  });
  expect((await openSlot(readHeader(program.register), 'moved', passphrase)).vaultKey).not.toBeNull();
  await program.call('account.set-roles', { id, roles: ['analyst'] });
  expect((await openSlot(readHeader(program.register), 'moved', passphrase)).vaultKey).toBeNull();
});

test('an administrator without the vault key can make an officer, but not one who reads identities', async () => {
  const program = await openRegister();
  await enterIdentity(program);
  await signInAs(program, ['administrator']);
  const made = await program.call('account.add', {
    login: 'helper',
    displayName: 'Helper',
    roles: ['officer'],
    passphrase,
  });
  expect(made).toMatchObject({ holdsVaultKey: false, waitsForVaultKey: true });
  expect(await program.send('account.give-vault-key', { id: made.id })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'helper', passphrase });
  const { rows } = await program.call('record.list', listOf('victim', { limit: 1 }));
  const recordId = rows[0]?.meta.id ?? '';
  const reply = await program.send('identity.open', { recordId, reason: 'I want to see.' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'VAULT_KEY_NEEDED' } });
});
