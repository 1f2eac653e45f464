import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { lockFolder } from '#electron/platform/folder-lock.ts';
import { databaseFile, headerFile, readHeader, saveHeader } from '#electron/security/header.ts';
import { openSlot } from '#electron/security/register-keys.ts';
import { runBackupJob, runInspectJob, runRestoreJob } from '#electron/services/backup/jobs.ts';
import { jobResults } from '#shared/contract/exchange.ts';
import { administrator, jobTools, type MadeRegister, type MakeOptions, makeRegister, noon } from './made-register.ts';

const all: MadeRegister[] = [];
const register = async (options?: MakeOptions): Promise<MadeRegister> => {
  const made = await makeRegister(options);
  all.push(made);
  return made;
};
afterEach(() => {
  for (const made of all.splice(0)) made.remove();
});

async function backUp({ folder, base, keys }: MadeRegister): Promise<string> {
  const { dataKey, backupIdentity } = keys;
  const input = { folder, to: base, dataKey, backupIdentity, at: noon, programVersion: '0.1.0' };
  return (await runBackupJob(input, jobTools())).file;
}
const sheetOf = (made: MadeRegister) => ({ lines: [...made.sheets[0].lines] });
const restore = (file: string, from: MadeRegister, target: string) =>
  runRestoreJob({ file, key: sheetOf(from), target, at: noon }, jobTools());

test('restoring over the same register keeps what was there as a safety copy that still opens', async () => {
  const made = await register({ records: 20 });
  const file = await backUp(made);
  const database = openDatabase({ file: join(made.folder, databaseFile), key: made.keys.dataKey, mode: 'write' });
  database.sql.exec(`UPDATE victim SET binned_at = '${noon}'`);
  database.close();
  const { safetyCopy, contents } = await restore(file, made, made.folder);
  expect(contents.counts).toMatchObject({ victim: 18 });
  expect(safetyCopy).toMatch(/-before-restore-\d{8}-\d{6}$/);
  const count = (folder: string): unknown => {
    const open = openDatabase({ file: join(folder, databaseFile), key: made.keys.dataKey, mode: 'read' });
    const row = open.sql.prepare('SELECT count(*) FROM victim WHERE binned_at IS NULL').pluck().get();
    open.close();
    return row;
  };
  expect([count(made.folder), count(safetyCopy ?? '')]).toEqual([18, 0]);
  const opened = await openSlot(readHeader(safetyCopy ?? ''), administrator.login, administrator.passphrase);
  expect(opened.dataKey).toEqual(made.keys.dataKey);
});

test('inspecting shows what the backup holds beside what it would replace, and changes nothing', async () => {
  const made = await register({ records: 10 });
  const file = await backUp(made);
  const database = openDatabase({ file: join(made.folder, databaseFile), key: made.keys.dataKey, mode: 'write' });
  database.sql.exec(`UPDATE victim SET binned_at = NULL`);
  database.close();
  const before = readFileSync(join(made.folder, databaseFile));
  const result = await runInspectJob({ file, key: administrator, target: made.folder }, jobTools());
  jobResults['backup.inspect'].parse(result);
  expect(result).toMatchObject({
    contents: { counts: { victim: 9 } },
    replaces: { counts: { victim: 10 }, training: false },
  });
  expect(readFileSync(join(made.folder, databaseFile)).equals(before)).toBe(true);
});

test('inspecting over a register that the key does not open says which register, without counts', async () => {
  const [made, other] = [await register({ records: 2 }), await register({ records: 5 })];
  const file = await backUp(made);
  const result = await runInspectJob({ file, key: sheetOf(made), target: other.folder }, jobTools());
  jobResults['backup.inspect'].parse(result);
  expect(result.replaces).toMatchObject({
    registerId: other.header.registerId,
    counts: {},
    seal: { entry: 0, mark: '' },
  });
});

test('a training register never replaces a real one, nor one whose header is lost', async () => {
  const training = await register({ records: 2, training: true });
  const real = await register({ records: 2 });
  const file = await backUp(training);
  await expect(restore(file, training, real.folder)).rejects.toMatchObject({ code: 'TRAINING_OVER_REAL' });
  for (const name of [headerFile, 'header.copy.json']) writeFileSync(join(real.folder, name), '{}');
  await expect(restore(file, training, real.folder)).rejects.toMatchObject({ code: 'TRAINING_OVER_REAL' });
  const again = await register({ records: 1, training: true });
  expect((await restore(file, training, again.folder)).safetyCopy).not.toBeNull();
});

test('a damaged register is replaced by its backup and kept beside it', async () => {
  const made = await register({ records: 4 });
  const file = await backUp(made);
  writeFileSync(join(made.folder, headerFile), 'damaged');
  writeFileSync(join(made.folder, 'header.copy.json'), 'damaged');
  writeFileSync(join(made.folder, databaseFile), 'damaged');
  const { safetyCopy } = await restore(file, made, made.folder);
  expect(readFileSync(join(safetyCopy ?? '', databaseFile), 'utf8')).toBe('damaged');
  expect(readHeader(made.folder).registerId).toBe(made.header.registerId);
});

test('a backup of another kind of register is refused', async () => {
  const [made, other] = [await register({ records: 1 }), await register({ records: 1 })];
  const file = await backUp(made);
  saveHeader(other.folder, { ...readHeader(other.folder), kind: 'justice' }, other.keys.dataKey);
  await expect(restore(file, made, other.folder)).rejects.toMatchObject({ code: 'REGISTER_OTHER_KIND' });
});

test('a register that somebody works in, and a folder with other things, stay as they are', async () => {
  const made = await register({ records: 1 });
  const file = await backUp(made);
  const lock = lockFolder(made.folder);
  await expect(restore(file, made, made.folder)).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
  lock?.release();
  const holiday = join(made.base, 'holiday');
  mkdirSync(holiday);
  writeFileSync(join(holiday, 'photo.jpg'), 'x');
  await expect(restore(file, made, holiday)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
});

test('a backup whose register was put together from two others is refused', async () => {
  const [made, other] = [await register({ records: 1 }), await register({ records: 2 })];
  // The file of one register under the header of another: every digest is right, only the key does not fit.
  const { rmSync, copyFileSync } = await import('node:fs');
  const file = await backUp(made);
  rmSync(join(other.folder, databaseFile));
  copyFileSync(join(made.folder, databaseFile), join(other.folder, databaseFile));
  await expect(backUp(other)).rejects.toMatchObject({ code: 'REGISTER_DAMAGED' });
  await expect(restore(file, other, join(other.base, 'new'))).rejects.toMatchObject({ code: 'BACKUP_WRONG_KEY' });
});
