import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { rekeyDatabase } from '#electron/database/rekey.ts';
import {
  databaseFile,
  headerCopyFile,
  headerFile,
  parseHeader,
  type RegisterHeader,
  readHeader,
  saveHeader,
} from '#electron/security/header.ts';
import { openSlot, removeSlot } from '#electron/security/register-keys.ts';
import { rotateKeys, startRotation } from '#electron/security/rotate.ts';
import { openVaultSheet, openWithSheet } from '#electron/security/sheets.ts';
import { createAuditLog } from '#electron/services/audit.ts';
import { runBackupJob, runVerifyJob } from '#electron/services/backup/jobs.ts';
import { createSessions } from '#electron/services/sessions.ts';
import { administrator, jobTools, type MadeRegister, makeRegister, noon, supervisor } from '../backup/made-register.ts';

const clock = { now: () => new Date(noon) };
const audit = createAuditLog(clock);
const newSessions = () =>
  createSessions({
    clock,
    audit,
    publish: () => undefined,
    beforeLock: async () => undefined,
  });

let made: MadeRegister;
let copies = 0;
beforeAll(async () => {
  made = await makeRegister({ records: 20_000 });
});
afterAll(() => made.remove());

/** The same register in a folder of its own, as untouched as the first. */
function copyOf(): string {
  copies += 1;
  const folder = join(made.base, `copy ${copies}`);
  cpSync(made.folder, folder, { recursive: true });
  return folder;
}

/** Signs in as the program does, and looks at every page and row. */
async function requireWhole(folder: string, who = supervisor): Promise<RegisterHeader> {
  const sessions = newSessions();
  const { register } = await sessions.signIn(folder, who.login, who.passphrase);
  expect(register.database.sql.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(register.database.sql.prepare('SELECT count(*) FROM victim').pluck().get()).toBe(20_000);
  await sessions.lock('manual');
  const header = readHeader(folder);
  expect(header.next).toBeNull();
  expect(readFileSync(join(folder, headerFile))).toEqual(readFileSync(join(folder, headerCopyFile)));
  return header;
}

test('after a rotation the old key and the revoked account open nothing, everybody else and the sheets do', async () => {
  const folder = copyOf();
  const { file: oldBackup } = await runBackupJob(
    {
      folder,
      to: made.base,
      dataKey: made.keys.dataKey,
      backupIdentity: made.keys.backupIdentity,
      at: noon,
      programVersion: '1',
    },
    jobTools(),
  );
  const header = readHeader(folder);
  const revoked = header.keys.slots.find(({ login }) => login === administrator.login)?.accountId ?? '';
  const database = openDatabase({ file: join(folder, databaseFile), key: made.keys.dataKey, mode: 'write' });
  const next = await rotateKeys(folder, removeSlot(header, revoked), made.keys, database, rekeyDatabase);
  // The register goes on under the new key.
  expect(next.database.sql.prepare('SELECT count(*) FROM victim').pluck().get()).toBe(20_000);
  expect(next.database.sql.pragma('journal_mode', { simple: true })).toBe('wal');
  next.database.close();
  const opens = (key: Buffer) => () => openDatabase({ file: join(folder, databaseFile), key, mode: 'read' }).close();
  expect(opens(made.keys.dataKey)).toThrowError(expect.objectContaining({ code: 'REGISTER_DAMAGED' }));
  expect(opens(next.dataKey)).not.toThrow();
  const now = await requireWhole(folder);
  await expect(openSlot(now, administrator.login, administrator.passphrase)).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  });
  expect((await openWithSheet(now, made.sheets[0].lines)).dataKey).toEqual(next.dataKey);
  expect(await openVaultSheet(now, made.sheets[1].lines)).toEqual(made.keys.vaultKey);
  // What was backed up before stays open to the sheet and to the keys of that day, not to the new ones.
  const verify = (key: Parameters<typeof runVerifyJob>[0]['key']) => runVerifyJob({ file: oldBackup, key }, jobTools());
  await expect(verify({ lines: [...made.sheets[0].lines] })).resolves.toBeDefined();
  const { backupIdentity, dataKey } = next;
  await expect(verify({ backupIdentity, dataKey })).rejects.toMatchObject({ code: 'BACKUP_WRONG_KEY' });
});

test('a kill at any moment of a rotation leaves a register that opens whole, and the next sign-in finishes it', async () => {
  let interrupted = 0;
  for (const afterMs of [0, 15, 40, 70, 100, 140, 200, 300]) {
    const folder = copyOf();
    const script = fileURLToPath(new URL('./rotate-child.ts', import.meta.url));
    const child = spawn(process.execPath, [script, folder, supervisor.login, supervisor.passphrase]);
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said === 'ready\n') setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(said).toMatch(/^ready/);
    if (!said.includes('done')) interrupted += 1;
    await requireWhole(folder);
    rmSync(folder, { recursive: true });
  }
  expect(interrupted).toBeGreaterThan(1);
});

test.each(['before', 'after'])(
  'a power cut %s the file was encrypted anew is finished at the next sign-in',
  async (when) => {
    const folder = copyOf();
    const started = await startRotation(folder, readHeader(folder), made.keys.dataKey);
    if (when === 'after') {
      const file = join(folder, databaseFile);
      const database = openDatabase({ file, key: made.keys.dataKey, mode: 'write' });
      rekeyDatabase(database, file, made.keys.dataKey, started.next.dataKey).close();
    }
    await requireWhole(folder);
    const opened = await openSlot(readHeader(folder), supervisor.login, supervisor.passphrase);
    expect(opened.dataKey).toEqual(started.next.dataKey);
    expect(opened.backupIdentity).toBe(started.next.backupIdentity);
  },
);

test('a reader that is still at work keeps the keys as they are, and the session goes on', async () => {
  const folder = copyOf();
  const sessions = newSessions();
  const session = await sessions.signIn(folder, supervisor.login, supervisor.passphrase);
  const reader = openDatabase({ file: join(folder, databaseFile), key: made.keys.dataKey, mode: 'read' });
  const rows = reader.sql.prepare('SELECT id FROM victim').iterate();
  rows.next();
  await expect(sessions.replaceKeys(session.header)).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
  rows.return?.();
  reader.close();
  expect(sessions.current()?.header).toEqual(readHeader(folder));
  const replaced = await sessions.replaceKeys(readHeader(folder));
  expect(replaced.register.database.sql.prepare('SELECT count(*) FROM victim').pluck().get()).toBe(20_000);
  await sessions.lock('manual');
  await requireWhole(folder);
});

test('the newest readable copy of the header counts, and the next save mends the other', async () => {
  const folder = copyOf();
  const old = readFileSync(join(folder, headerCopyFile), 'utf8');
  const saved = saveHeader(folder, { ...readHeader(folder), institution: 'Zyra e re' }, made.keys.dataKey);
  // As a power cut between the two files leaves it.
  writeFileSync(join(folder, headerCopyFile), old);
  expect(readHeader(folder)).toEqual(saved);
  // As a damaged sector leaves it: the older copy is readable, but the register knows that it is old.
  const damaged = readFileSync(join(folder, headerFile), 'utf8').replace('Zyra e re', 'Zyra e rë');
  writeFileSync(join(folder, headerFile), damaged);
  expect(readHeader(folder).generation).toBe(saved.generation - 1);
  rmSync(join(folder, headerFile));
  writeFileSync(join(folder, headerCopyFile), damaged);
  expect(() => readHeader(folder)).toThrowError(expect.objectContaining({ code: 'REGISTER_DAMAGED' }));
  rmSync(join(folder, headerCopyFile));
  expect(() => readHeader(folder)).toThrowError(expect.objectContaining({ code: 'REGISTER_NOT_FOUND' }));
});

test('an older header put back is refused, so that a revoked account does not come back', async () => {
  const folder = copyOf();
  const old = readFileSync(join(folder, headerFile));
  saveHeader(folder, readHeader(folder), made.keys.dataKey);
  await requireWhole(folder);
  for (const name of [headerFile, headerCopyFile]) writeFileSync(join(folder, name), old);
  await expect(newSessions().signIn(folder, supervisor.login, supervisor.passphrase)).rejects.toMatchObject({
    code: 'HEADER_OUTDATED',
  });
});

test('a header that somebody without the key changed is refused, also where its digest was put right', async () => {
  const folder = copyOf();
  const foreign = await makeRegister({ records: 0 });
  const header = readHeader(folder);
  const changes: Partial<RegisterHeader>[] = [
    { institution: 'Tjetër' },
    { training: true },
    { unfinished: true },
    { keys: { ...header.keys, backupRecipient: foreign.header.keys.backupRecipient } },
    { keys: { ...header.keys, sheets: foreign.header.keys.sheets } },
    { keys: { ...header.keys, slots: [...header.keys.slots, ...foreign.header.keys.slots.slice(0, 1)] } },
    { generation: header.generation + 100 },
  ];
  for (const change of changes) {
    // Signed with another key, which is the best that somebody without ours can do.
    saveHeader(folder, { ...header, ...change }, foreign.keys.dataKey);
    await expect(openSlot(readHeader(folder), supervisor.login, supervisor.passphrase)).rejects.toMatchObject({
      code: 'REGISTER_DAMAGED',
    });
  }
  foreign.remove();
});

test('a write that fails leaves the header that was there', () => {
  const folder = copyOf();
  const before = readFileSync(join(folder, headerFile), 'utf8');
  const header = readHeader(folder);
  // A login that is too long to be read back must never reach the disk.
  const [slot] = header.keys.slots;
  if (!slot) throw new Error('no slot');
  const broken = { ...header, keys: { ...header.keys, slots: [{ ...slot, login: 'x'.repeat(100) }] } };
  expect(() => saveHeader(folder, broken, made.keys.dataKey)).toThrow();
  expect(readFileSync(join(folder, headerFile), 'utf8')).toBe(before);
  expect(existsSync(join(folder, headerCopyFile))).toBe(true);
});

test('a header of a later program is refused by name of the version and left untouched', () => {
  const later = JSON.stringify({ format: 'kriter-header', version: 2, anything: true });
  expect(() => parseHeader(later)).toThrowError(
    expect.objectContaining({ code: 'DB_NEWER_THAN_APP', params: { version: 2 } }),
  );
  expect(parseHeader('{"format":"somebody else"}')).toBeNull();
});
