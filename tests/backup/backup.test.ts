import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { readHeader } from '#electron/security/header.ts';
import { openSlot } from '#electron/security/register-keys.ts';
import { createBackup } from '#electron/services/backup/create-backup.ts';
import { writePieces } from '#electron/services/backup/file-stream.ts';
import { runBackupJob, runRestoreJob, runVerifyJob } from '#electron/services/backup/jobs.ts';
import { AppError } from '#shared/contract/errors.ts';
import { jobResults } from '#shared/contract/exchange.ts';
import {
  administrator,
  backupInput,
  freshFolder,
  jobTools,
  listing,
  type MadeRegister,
  makeRegister,
  marker,
  noon,
  supervisor,
} from './made-register.ts';

let made: MadeRegister;
let stick: string;
let backup: string;

const lines = (register: MadeRegister) => register.sheets[0].lines;
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (cause: unknown) => (cause instanceof AppError ? cause.code : String(cause)),
  );

beforeAll(async () => {
  made = await makeRegister();
  stick = join(made.base, 'stick');
  mkdirSync(stick);
  const result = await runBackupJob(backupInput(made, stick), jobTools());
  jobResults['backup.create'].parse(result);
  backup = result.file;
});
afterAll(() => made.remove());

test('a backup is one file without a personal name, and nothing else is left anywhere', () => {
  expect(listing(stick)).toEqual([basename(backup)]);
  expect(basename(backup)).toMatch(/^kriter-victims-XKX-\d{8}-\d{4}\.kriter$/);
  expect(listing(made.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('neither the backup nor the register folder holds a planted word in clear text', () => {
  for (const file of [backup, ...listing(made.folder).map((name) => join(made.folder, name))]) {
    expect(readFileSync(file).includes(marker)).toBe(false);
  }
});

test.each([
  ['an account without the vault key', () => administrator],
  ['an account with the vault key', () => supervisor],
  ['the register sheet', () => ({ lines: [...lines(made)] })],
])('%s restores into an empty folder, and the accounts sign in there', async (_who, key) => {
  const base = freshFolder();
  const target = join(base, 'i ri', 'regjistri');
  const result = await runRestoreJob({ file: backup, key: key(), target, at: noon }, jobTools());
  jobResults['backup.restore'].parse(result);
  expect(result).toMatchObject({ path: target, safetyCopy: null, contents: { counts: { victim: 36 } } });
  const opened = await openSlot(readHeader(target), supervisor.login, supervisor.passphrase);
  expect(opened.dataKey).toEqual(made.keys.dataKey);
  expect(opened.vaultKey).toEqual(made.keys.vaultKey);
  const database = openDatabase({ file: join(target, 'register.db'), key: opened.dataKey, mode: 'write' });
  expect(database.sql.prepare('SELECT name FROM audit_entry ORDER BY number').pluck().all()).toEqual([
    'register.create',
    'backup.restore',
  ]);
  const notices = database.sql.prepare('SELECT code FROM notice').pluck().all();
  // In an empty folder nobody knows what was erased after the backup.
  expect(notices).toEqual([...('lines' in key() ? ['RECOVERY_SHEET_USED'] : []), 'ERASED_MAY_BE_BACK']);
  database.close();
  expect(listing(base).every((name) => name.startsWith(join('i ri', 'regjistri')))).toBe(true);
});

test('verifying tells what the backup holds and leaves no file behind', async () => {
  const workFolder = freshFolder();
  const result = await runVerifyJob({ file: backup, key: administrator, workFolder }, jobTools());
  jobResults['backup.verify'].parse(result);
  expect(result.contents).toMatchObject({
    kind: 'victims',
    country: 'XKX',
    counts: { victim: 36 },
    seal: { entry: 1 },
  });
  expect(listing(workFolder)).toEqual([]);
});

test('a wrong passphrase, an unknown login and another sheet open nothing', async () => {
  const verify = (key: Parameters<typeof runVerifyJob>[0]['key']) =>
    codeOf(runVerifyJob({ file: backup, key }, jobTools()));
  expect(await verify({ ...administrator, passphrase: 'not the passphrase' })).toBe('BACKUP_WRONG_KEY');
  expect(await verify({ ...administrator, login: 'nobody' })).toBe('BACKUP_WRONG_KEY');
  expect(await verify({ lines: [...made.sheets[1].lines] })).toBe('BACKUP_WRONG_KEY');
  expect(await verify({ lines: lines(made).map((line, index) => (index === 2 ? '0000 0000 0000' : line)) })).toBe(
    'RECOVERY_SHEET_WRONG',
  );
});

/** Park-Miller: the same bits in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

test('a backup with any bit flipped is refused, by sheet and by passphrase alike', async () => {
  const bytes = readFileSync(backup);
  const pick = seeded(20_261_122);
  const damaged = join(freshFolder(), 'damaged.kriter');
  for (let round = 0; round < 60; round += 1) {
    // The header of the file is short: a third of the rounds hit it.
    const at = pick(round % 3 === 0 ? 4_000 : bytes.length);
    const bit = pick(8);
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 << bit);
    writeFileSync(damaged, copy);
    const target = join(freshFolder(), 'register');
    const key = round % 10 === 0 ? administrator : { lines: [...lines(made)] };
    const code = await codeOf(runRestoreJob({ file: damaged, key, target, at: noon }, jobTools()));
    expect(['BACKUP_DAMAGED', 'BACKUP_FOREIGN', 'BACKUP_WRONG_KEY'], `byte ${at} bit ${bit}: ${code}`).toContain(code);
    expect(existsSync(target)).toBe(false);
  }
});

test('a backup that was cut short is refused at every length', async () => {
  const pick = seeded(7);
  const { length } = readFileSync(backup);
  const cut = join(freshFolder(), 'cut.kriter');
  // Also exactly at the border of a chunk of 64 KiB.
  const payload = readFileSync(backup).indexOf('\n---') + 1 + 48 + 16;
  for (const size of [
    0,
    5,
    100,
    payload,
    payload + 65_552,
    length - 1,
    ...Array.from({ length: 8 }, () => pick(length)),
  ]) {
    copyFileSync(backup, cut);
    truncateSync(cut, size);
    const key = { lines: [...lines(made)] };
    expect(['BACKUP_DAMAGED', 'BACKUP_FOREIGN']).toContain(await codeOf(runVerifyJob({ file: cut, key }, jobTools())));
  }
});

test('a file of somebody else is called foreign, a missing one missing', async () => {
  const folder = freshFolder();
  const foreign = join(folder, 'letter.kriter');
  writeFileSync(foreign, 'Dear colleague');
  expect(await codeOf(runVerifyJob({ file: foreign, key: administrator }, jobTools()))).toBe('BACKUP_FOREIGN');
  expect(await codeOf(runVerifyJob({ file: join(folder, 'no.kriter'), key: administrator }, jobTools()))).toBe(
    'FILE_NOT_FOUND',
  );
  const recipient = execFileSync('age-keygen', ['-y'], { input: `${made.sheets[0].identity}\n` })
    .toString()
    .trim();
  const aged = execFileSync('age', ['-r', recipient], { input: 'not a register'.repeat(100) });
  writeFileSync(foreign, aged);
  const key = { lines: [...lines(made)] };
  expect(await codeOf(runVerifyJob({ file: foreign, key }, jobTools()))).toBe('BACKUP_FOREIGN');
});

test.each(['copy', 'check', 'write', 'readBack'])(
  'stopping a backup while it is at "%s" leaves nothing behind',
  async (step) => {
    const before = listing(made.folder);
    const to = freshFolder();
    expect(await codeOf(runBackupJob(backupInput(made, to), jobTools(step)))).toBe('CANCELLED');
    expect(listing(to)).toEqual([]);
    expect(listing(made.folder)).toEqual(before);
  },
);

test.each(['open', 'read', 'check'])(
  'stopping a restore while it is at "%s" leaves the register as it was',
  async (step) => {
    const other = await makeRegister({ records: 3 });
    const before = listing(other.base);
    const key = { lines: [...lines(made)] };
    const input = { file: backup, key, target: other.folder, at: noon };
    expect(await codeOf(runRestoreJob(input, jobTools(step)))).toBe('CANCELLED');
    expect(listing(other.base).filter((name) => !name.endsWith('lock'))).toEqual(before);
    other.remove();
  },
);

test('a backup to a folder that is not there is refused before anything is copied', async () => {
  expect(await codeOf(runBackupJob(backupInput(made, join(made.base, 'pulled out')), jobTools()))).toBe(
    'FOLDER_NOT_WRITABLE',
  );
});

test('a drive without room is refused before anything is written', async () => {
  const to = freshFolder();
  const drive = { freeBytes: () => 1_000, writePieces };
  const refused = createBackup(backupInput(made, to), jobTools(), drive);
  await expect(refused).rejects.toMatchObject({ code: 'DISK_FULL', params: { free: 1_000 } });
  expect(listing(to)).toEqual([]);
});

test.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EIO', 'FILE_WRITE_FAILED'],
  ['ENODEV', 'FILE_WRITE_FAILED'],
])('a drive that answers %s in the middle ends in %s, and the half-written backup goes', async (system, code) => {
  const to = freshFolder();
  const failing = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let written = 0;
    for await (const piece of pieces) {
      yield piece;
      written += piece.length;
      if (written > 200_000) throw Object.assign(new Error(system), { code: system });
    }
  };
  const drive = {
    freeBytes: () => 1e12,
    writePieces: (file: string, pieces: AsyncIterable<Uint8Array>) => writePieces(file, failing(pieces)),
  };
  const before = listing(made.folder);
  await expect(createBackup(backupInput(made, to), jobTools(), drive)).rejects.toMatchObject({ code });
  expect(listing(to)).toEqual([]);
  expect(listing(made.folder)).toEqual(before);
});
