/** The audit log: every refusal, no value of a record, nothing written without its entry, no entry changed unseen. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProcedureName } from '#shared/contract/contract.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { markersIn, planted, plantedWord } from './markers.ts';

function databaseOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

const entries = (program: Program) =>
  databaseOf(program).sql.prepare('SELECT * FROM audit_entry ORDER BY number').all() as {
    number: number;
    name: string;
    outcome: string;
    detail: string;
  }[];

const mark = '019a0000-0000-7000-8000-00000000f0f0';

async function savedRecord(program: Program): Promise<{ id: string; revision: number }> {
  const { meta, content } = await program.call('record.create', { entity: 'victim' });
  const saved = await program.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values: { ...content.values, justice_case_ref: planted(10), consent_given: 'yes' }, groups: {} },
    reason: planted(11),
  });
  return saved.meta;
}

test('every kind of refusal leaves its code in the log', async () => {
  const program = await openRegister();
  const { id, revision } = await savedRecord(program);
  const content = { values: { sex: 'female' }, groups: {} };
  const refused: [ProcedureName, unknown, string][] = [
    ['record.save', { id, revision: revision + 5, content, reason: null }, 'STALE_REVISION'],
    [
      'record.save',
      { id, revision, content: { values: { sex: planted(12) }, groups: {} }, reason: null },
      'INVALID_INPUT',
    ],
    [
      'record.save',
      { id, revision, content: { values: { no_such_field: planted(13) }, groups: {} }, reason: null },
      'INVALID_INPUT',
    ],
    ['record.save', { nonsense: planted(14) }, 'INVALID_INPUT'],
    ['record.open', { id: mark }, 'RECORD_NOT_FOUND'],
    ['record.complete', { id, revision, confirmations: [] }, 'NUMBER_NEEDED'],
    ['record.number', { id, revision }, 'RULES_VIOLATED'],
    ['record.verify', { id, revision, confirmations: [] }, 'RECORD_LOCKED'],
    ['account.add', { login: 'FIRST', displayName: planted(15), roles: ['officer'], passphrase }, 'LOGIN_TAKEN'],
    [
      'account.add',
      { login: plantedWord(16), displayName: planted(15), roles: ['officer'], passphrase: 'short' },
      'PASSPHRASE_TOO_WEAK',
    ],
    ['session.change-passphrase', { current: planted(17), next: `${planted(18)} bakilo` }, 'WRONG_PASSPHRASE'],
    ['training.generate', { records: 5, seed: 1 }, ''],
    ['recovery.rehearse', { purpose: 'register', lines: Array(8).fill(planted(19)) }, 'RECOVERY_SHEET_WRONG'],
    [
      'report.write',
      { id: planted(20), period: '2025', view: 'public', language: 'sq', format: 'json', file: '/x' },
      '',
    ],
    [
      'session.sign-in',
      { path: program.register, login: plantedWord(21), passphrase: planted(22) },
      'WRONG_PASSPHRASE',
    ],
    ['exchange.template', { kind: 'victims', entity: planted(23), language: 'sq', file: null }, ''],
  ];
  for (const [name, input, code] of refused) {
    const before = entries(program).length;
    const reply = await program.dispatch(name, input);
    if (code === '') continue;
    expect(reply, name).toMatchObject({ ok: false, error: { code } });
    expect(markersIn(Buffer.from(JSON.stringify(reply))), name).toEqual([]);
    expect(entries(program).slice(before), name).toMatchObject([{ name, outcome: code }]);
  }
});

test('no value of any field, no note, no passphrase and no mistyped login stands in any entry', async () => {
  const program = await openRegister();
  const { id, revision } = await savedRecord(program);
  const values = { first_name: plantedWord(1), last_name: plantedWord(2, 2), date_of_birth: '1999-04-17' };
  const named = await program.call('identity.save', { recordId: id, revision, values });
  await program.call('identity.open', { recordId: id, reason: null });
  const filters = [{ kind: 'codes' as const, field: plantedWord(30), anyOf: [plantedWord(30)] }];
  await program.send('record.list', listOf('victim', { filters, search: planted(31) }));
  await program.send('record.list', listOf('victim', { search: planted(31) }));
  await program.call('record.bin', { id, revision: named.meta.revision, reason: planted(32) });
  await program.call('record.restore', { id, reason: planted(33) });
  await program.call('settings.set', { institution: planted(34), office: planted(35) });
  const folder = join(program.folder, plantedWord(36));
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason: planted(37), clear: true });
  await program.runJob('backup.create', { folder });
  await program.runJob('register.check', { seal: planted(38).slice(0, 60) });
  await program.call('account.add', {
    login: 'plain',
    displayName: planted(39),
    roles: ['auditor'],
    passphrase: `${planted(40)} bakilo`,
  });
  // A passphrase typed into the box of the login while somebody is signed in.
  for (const login of [plantedWord(41), 'Plain']) {
    await program.send('session.sign-in', { path: program.register, login, passphrase: planted(42) });
  }
  await program.send('record.list', listOf(plantedWord(43)));
  const view = {
    scope: 'all' as const,
    filters: [],
    order: { by: 'savedAt' as const, descending: true },
    columns: null,
  };
  const { id: kept } = await program.call('view.save', { entity: 'victim', name: planted(47).slice(0, 80), view });
  await program.call('view.share', { id: kept, shared: true });
  await program.send('statistics.table', { id: plantedWord(44), period: '2025', view: 'internal' });
  await program.send('record.check', { id, [plantedWord(45)]: planted(46) } as never);
  const told = entries(program)
    .map(({ name, detail }) => `${name} ${detail}`)
    .filter((text) => markersIn(Buffer.from(text)).length > 0);
  expect(told).toEqual([]);
  expect(entries(program).filter(({ detail }) => detail.includes('1999-04-17'))).toEqual([]);
});

/** Everything that is stored, as one digest per table; the log of accesses apart. */
function contents(program: Program): Record<string, string> {
  const { sql } = databaseOf(program);
  const tables = sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
  const digest = (table: string) =>
    createHash('sha256')
      .update(JSON.stringify(sql.prepare(`SELECT * FROM "${table}"`).all()))
      .digest('hex');
  return Object.fromEntries((tables as string[]).map((table) => [table, digest(table).slice(0, 12)]));
}

type Step = readonly [ProcedureName, (program: Program) => Promise<unknown>];

const onRecord = (more: object) => async (program: Program) => ({ ...(await savedRecordIds(program)), ...more });

const lastSaved = new WeakMap<Program, { id: string; revision: number }>();
async function savedRecordIds(program: Program): Promise<{ id: string; revision: number }> {
  const found = lastSaved.get(program) ?? (await savedRecord(program));
  lastSaved.set(program, found);
  return { id: found.id, revision: found.revision };
}

async function otherAccount(program: Program): Promise<string> {
  const { accounts } = await program.call('account.list', {});
  const found = accounts.find(({ login }) => login === 'other');
  if (found) return found.id;
  return (await program.call('account.add', { login: 'other', displayName: 'Other', roles: ['analyst'], passphrase }))
    .id;
}

const writes: readonly Step[] = [
  ['record.create', async () => ({ entity: 'victim' })],
  ['record.save', onRecord({ content: { values: { sex: 'male' }, groups: {} }, reason: null })],
  [
    'identity.save',
    async (program) => {
      const { id: recordId, revision } = await savedRecordIds(program);
      return { recordId, revision, values: { first_name: 'Shembull' } };
    },
  ],
  ['record.bin', onRecord({ reason: 'Entered twice.' })],
  ['settings.set', async () => ({ idleMinutes: 7 })],
  ['account.add', async () => ({ login: 'added', displayName: 'Added', roles: ['officer'], passphrase })],
  ['account.set-roles', async (program) => ({ id: await otherAccount(program), roles: ['auditor'] })],
  ['account.reset-passphrase', async (program) => ({ id: await otherAccount(program), passphrase: `${passphrase}-x` })],
  ['session.change-passphrase', async () => ({ current: passphrase, next: `${passphrase}-y` })],
  ['account.revoke', async (program) => ({ id: await otherAccount(program) })],
];

test.each(writes)('%s and its entry are written together or not at all', async (name, prepare) => {
  const program = await openRegister();
  const input = await prepare(program);
  const before = contents(program);
  databaseOf(program).sql.exec(
    `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  );
  expect(await program.dispatch(name, input), name).toMatchObject({ ok: false });
  databaseOf(program).sql.exec('DROP TRIGGER IF EXISTS temp.fault');
  expect(contents(program)).toEqual(before);
  // What failed can be done again, and the register opens as if nothing had been tried.
  expect(await program.dispatch(name, input), name).toMatchObject({ ok: true });
  expect(entries(program).at(-1)).toMatchObject({ name, outcome: 'ok' });
  expect((await program.runJob('register.check', { seal: null })).sound).toBe(true);
});

test('an account whose making failed can be made again and signs in', async () => {
  const program = await openRegister();
  const account = { login: 'added', displayName: 'Added', roles: ['officer' as const] };
  databaseOf(program).sql.exec(
    `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  );
  expect(await program.send('account.add', { ...account, passphrase: `${passphrase}-old` })).toMatchObject({
    ok: false,
  });
  databaseOf(program).sql.exec('DROP TRIGGER temp.fault');
  await program.call('account.add', { ...account, passphrase });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'added', passphrase });
});

const attacks: readonly (readonly [string, string])[] = [
  ['an outcome rewritten', `UPDATE audit_entry SET outcome = 'FORBIDDEN' WHERE number = 2`],
  ['a detail rewritten', `UPDATE audit_entry SET detail = '{}' WHERE number = 3`],
  ['a time rewritten', `UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE number = 2`],
  ['another account named', `UPDATE audit_entry SET account_id = NULL WHERE number = 3`],
  ['an entry taken out', 'DELETE FROM audit_entry WHERE number = 3'],
  ['the first entry taken out', 'DELETE FROM audit_entry WHERE number = 1'],
  [
    'an entry taken out and the rest renumbered',
    'DELETE FROM audit_entry WHERE number = 3; UPDATE audit_entry SET number = number - 1 WHERE number > 3',
  ],
  [
    'two entries exchanged',
    'UPDATE audit_entry SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number IN (2, 3); UPDATE audit_entry SET number = -number WHERE number < 0',
  ],
];

test.each(attacks)('register.check finds %s', async (_what, sql) => {
  const program = await openRegister();
  await savedRecord(program);
  await program.send('record.open', { id: mark });
  await program.call('record.count', {});
  await savedRecord(program);
  expect((await program.runJob('register.check', { seal: null })).sound).toBe(true);
  databaseOf(program).sql.exec(sql);
  const { sound, findings } = await program.runJob('register.check', { seal: null });
  expect(sound).toBe(false);
  expect(findings.find(({ check }) => check === 'audit-chain')).toMatchObject({ sound: false });
});

test('the seal of a print, of a backup and of the frame is found again; that of another chain is not', async () => {
  const program = await openRegister();
  await savedRecord(program);
  const { seal } = program.services.sessions.describe();
  const folder = join(program.folder, 'stick');
  mkdirSync(folder);
  const { contents: backup } = await program.runJob('backup.create', { folder });
  await program.call('record.print', {
    id: (await savedRecordIds(program)).id,
    language: 'sq',
    file: join(folder, 'p.pdf'),
    withIdentity: false,
  });
  const printed = program.printed.at(-1)?.match(/\b(\d+)\s*[·:]?\s*([0-9A-F]{4}(?:-[0-9A-F]{4}){3})\b/);
  const seals = [`${seal.entry} ${seal.mark}`, `${backup.seal.entry} ${backup.seal.mark}`, printed?.[0] ?? 'none'];
  const sealFound = async (wanted: string) =>
    (await program.runJob('register.check', { seal: wanted })).findings.find(({ check }) => check === 'seal')?.sound;
  for (const wanted of seals) expect(await sealFound(wanted), wanted).toBe(true);
  // A chain that was cut off and written anew is whole in itself; only a seal on paper tells.
  const database = databaseOf(program);
  const { n } = database.prepare('SELECT max(number) AS n FROM audit_entry').get() as { n: number };
  database.prepare('DELETE FROM audit_entry WHERE number > ?').run(seal.entry - 1);
  for (let more = seal.entry; more <= n; more += 1) await program.call('record.create', { entity: 'victim' });
  const check = await program.runJob('register.check', { seal: seals[0] ?? '' });
  expect(check.findings.find(({ check: name }) => name === 'audit-chain')).toMatchObject({ sound: true });
  expect(check.findings.find(({ check: name }) => name === 'seal')).toMatchObject({ sound: false });
});
