import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgram, openRegister, passphrase, signInAs } from './open-program.ts';

const signIn = (path: string, login = 'first') => ({ path, login, passphrase });

test('a damaged page is refused in plain words and the file stays as it was', async () => {
  const program = await openRegister();
  await program.call('session.lock', {});
  const file = join(program.register, 'register.db');
  const bytes = readFileSync(file);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const reply = await program.send('session.sign-in', signIn(program.register));
  expect(reply).toMatchObject({ ok: false, error: { code: 'REGISTER_DAMAGED' } });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a register made by a newer program is refused and told which step it does not know', async () => {
  const program = await openRegister();
  const { database } = program.services.sessions.current()?.register ?? {};
  database?.sql.prepare(`INSERT INTO migration VALUES ('0099_later', 'hash', '2030-01-01')`).run();
  await program.call('session.lock', {});
  const reply = await program.send('session.sign-in', signIn(program.register));
  expect(reply).toMatchObject({ ok: false, error: { code: 'DB_NEWER_THAN_APP' } });
});

test('the file of another register does not open under this header', async () => {
  const program = await openRegister();
  const other = await openRegister();
  for (const each of [program, other]) await each.call('session.lock', {});
  copyFileSync(join(other.register, 'register.db'), join(program.register, 'register.db'));
  const reply = await program.send('session.sign-in', signIn(program.register));
  expect(reply).toMatchObject({ ok: false, error: { code: 'REGISTER_DAMAGED' } });
});

test('an older header brought back after a change of passphrase is refused', async () => {
  const program = await openRegister();
  const before = readFileSync(join(program.register, 'header.json'));
  await program.call('session.change-passphrase', { current: passphrase, next: 'rofeti-ganipu-bakilo-temuna' });
  await program.call('session.lock', {});
  for (const name of ['header.json', 'header.copy.json']) writeFileSync(join(program.register, name), before);
  const reply = await program.send('session.sign-in', signIn(program.register));
  expect(reply).toMatchObject({ ok: false, error: { code: 'HEADER_OUTDATED' } });
});

test('one damaged copy of the header does no harm', async () => {
  const program = await openRegister();
  await program.call('session.lock', {});
  writeFileSync(join(program.register, 'header.json'), '{"format":"kriter-header"');
  expect((await program.call('session.sign-in', signIn(program.register))).account.login).toBe('first');
});

test('a second program on the same register is told that it is in use', async () => {
  const program = await openRegister();
  const second = openProgram();
  const reply = await second.send('session.sign-in', signIn(program.register));
  expect(reply).toMatchObject({ ok: false, error: { code: 'REGISTER_IN_USE' } });
});

test('a register that could not be made leaves no folder that looks like one', async () => {
  const program = openProgram();
  const reply = await program.send('register.create', {
    path: program.register,
    kind: 'victims',
    institution: 'Ministria e Brendshme',
    office: '',
    country: 'XKX',
    language: 'sq',
    administrator: { login: 'first', displayName: 'First', passphrase: 'too short' },
    supervisor: null,
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'PASSPHRASE_TOO_WEAK' } });
  expect(existsSync(program.register)).toBe(false);
  expect((await program.call('workstation.describe', {})).registers).toEqual([]);
});

test('an unfinished register opens nothing but its recovery sheets until both are typed back', async () => {
  const program = openProgram();
  const { sheets } = await program.call('register.create', {
    path: program.register,
    kind: 'victims',
    institution: 'Ministria e Brendshme',
    office: '',
    country: 'XKX',
    language: 'sq',
    administrator: { login: 'first', displayName: 'First', passphrase },
    supervisor: { login: 'second', displayName: 'Second', passphrase },
  });
  expect(await program.send('account.list', {})).toMatchObject({ ok: false, error: { code: 'SETUP_UNFINISHED' } });
  expect((await program.call('workstation.describe', {})).registers[0]?.unfinished).toBe(true);
  const [register, vault] = sheets;
  if (!register || !vault) throw new Error('two sheets');
  const wrong = register.lines.with(3, vault.lines[3] ?? '');
  expect(await program.send('recovery.rehearse', { purpose: 'register', lines: wrong })).toMatchObject({
    ok: false,
    error: { code: 'RECOVERY_SHEET_WRONG' },
  });
  expect(await program.call('recovery.rehearse', { purpose: 'register', lines: register.lines })).toEqual({
    finished: false,
  });
  expect(await program.call('recovery.rehearse', { purpose: 'vault', lines: vault.lines })).toEqual({ finished: true });
  expect((await program.call('account.list', {})).accounts).toHaveLength(2);
});

test('wrong passphrases are delayed longer and longer, also by a program started anew, and are audited', async () => {
  const program = await openRegister();
  await program.call('session.lock', {});
  for (let times = 0; times < 4; times++) {
    await program.send('session.sign-in', { ...signIn(program.register), passphrase: 'not the passphrase' });
  }
  const again = openProgram();
  expect(await again.send('session.sign-in', signIn(program.register))).toMatchObject({
    ok: false,
    error: { code: 'SIGN_IN_DELAYED' },
  });
  program.clock.now = () => new Date(Date.now() + 3_600_000);
  await program.call('session.sign-in', signIn(program.register));
  const { entries } = await program.call('audit.list', { before: null, limit: 50, name: 'session.sign-in' });
  expect(entries).toContainEqual(expect.objectContaining({ outcome: 'WRONG_PASSPHRASE', detail: { times: 4 } }));
});

test('the administrator alone cannot give the vault key; a supervisor can, without knowing any passphrase', async () => {
  const program = await openRegister(['administrator']);
  const officer = await program.call('account.add', {
    login: 'officer',
    displayName: 'Officer',
    roles: ['officer'],
    passphrase,
  });
  expect(officer).toMatchObject({ holdsVaultKey: false, waitsForVaultKey: true });
  expect(await program.send('account.give-vault-key', { id: officer.id })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });

  const other = await openRegister(['administrator', 'supervisor']);
  const { id } = await other.call('account.add', { login: 'o', displayName: 'O', roles: ['analyst'], passphrase });
  expect((await other.call('account.set-roles', { id, roles: ['officer'] })).holdsVaultKey).toBe(true);
});

test('a revoked account opens nothing, with its own passphrase or with the keys it knew; the others go on', async () => {
  const program = await openRegister();
  const { id } = await program.call('account.add', {
    login: 'leaver',
    displayName: 'Leaver',
    roles: ['officer'],
    passphrase,
  });
  const known = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  cpSync(join(program.register, 'header.json'), join(program.folder, 'old-header.json'));
  await program.call('account.revoke', { id });
  expect(program.services.sessions.current()?.register.keys.data.equals(known)).toBe(false);
  await program.call('session.lock', {});
  expect(await program.send('session.sign-in', signIn(program.register, 'leaver'))).toMatchObject({
    ok: false,
    error: { code: 'WRONG_PASSPHRASE' },
  });
  expect((await program.call('session.sign-in', signIn(program.register))).account.login).toBe('first');
});

test('idleness locks the register and wipes its keys', async () => {
  const program = await openRegister();
  await signInAs(program, ['administrator'], 'second');
  await program.call('settings.set', { idleMinutes: 1 });
  const { data } = program.services.sessions.current()?.register.keys ?? {};
  program.clock.now = () => new Date(Date.now() + 61_000);
  await expect.poll(() => program.services.sessions.current(), { timeout: 15_000 }).toBeNull();
  expect(data?.equals(Buffer.alloc(32))).toBe(true);
  expect(program.events).toContainEqual({ name: 'session.locked', payload: { cause: 'idle' } });
});
