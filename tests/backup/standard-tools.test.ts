import { execFileSync } from 'node:child_process';
import { createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { readHeader, saveHeader } from '#electron/security/header.ts';
import { runBackupJob } from '#electron/services/backup/jobs.ts';
import { backupInput, freshFolder, jobTools, type MadeRegister, makeRegister } from './made-register.ts';

let made: MadeRegister;
let backup: string;

beforeAll(async () => {
  made = await makeRegister();
  backup = (await runBackupJob(backupInput(made, made.base), jobTools())).file;
});
afterAll(() => made.remove());

test("Debian's age opens a backup by the recovery sheet, tar unpacks it, and the digests are those of the manifest", () => {
  const out = freshFolder();
  const sheetFile = join(out, 'sheet.txt');
  writeFileSync(sheetFile, `# 1: digits\n${made.sheets[0].identity}\n`);
  const tarFile = join(out, 'backup.tar');
  execFileSync('age', ['--decrypt', '--identity', sheetFile, '--output', tarFile, backup]);
  execFileSync('tar', ['-xf', tarFile, '-C', out]);
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(manifest.counts).toMatchObject({ victim: 36 });
  for (const { name, sha256 } of manifest.files) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ).toBe(sha256);
  }
  const database = openDatabase({ file: join(out, 'register.db'), key: made.keys.dataKey, mode: 'read' });
  expect(database.sql.prepare('SELECT count(*) AS n FROM victim').get()).toEqual({ n: 40 });
  database.close();
});

test('the data key can be had from the header with the standard tool and the sheet alone', () => {
  const header = readHeader(made.folder);
  const sealed = header.keys.sheets.find((sheet) => sheet.purpose === 'register');
  if (sealed?.purpose !== 'register') throw new Error('no register sheet');
  const out = freshFolder();
  writeFileSync(join(out, 'sheet.txt'), `${made.sheets[0].identity}\n`);
  const text = execFileSync('age', ['-d', '-i', join(out, 'sheet.txt')], {
    input: Buffer.from(sealed.dataKey, 'base64'),
  });
  expect(text.toString()).toBe(`kriter data-key ${header.registerId} ${made.keys.dataKey.toString('hex')}\n`);
});

/** First page of a SQLCipher 4 file, read with nothing but the description of that format. */
function firstPage(file: string, key: Buffer): Buffer {
  const page = readFileSync(file).subarray(0, 4096);
  const [salt, body, tag] = [page.subarray(0, 16), page.subarray(16, 4096 - 64), page.subarray(4096 - 64)];
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const number = Buffer.from([1, 0, 0, 0]);
  expect(createHmac('sha512', macKey).update(body).update(number).digest()).toEqual(tag);
  const initial = page.subarray(4096 - 80, 4096 - 64);
  const decipher = createDecipheriv('aes-256-cbc', key, initial).setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(16, 4096 - 80)), decipher.final()]);
}

test('the database inside is SQLCipher 4 with the data key as raw key, for any reader of that format', () => {
  const page = firstPage(join(made.folder, 'register.db'), made.keys.dataKey);
  // Bytes 16 to 23 of an SQLite file: page size 4096, WAL, 80 reserved bytes, fixed fractions.
  expect([...page.subarray(0, 8)]).toEqual([0x10, 0x00, 2, 2, 80, 64, 32, 32]);
});

test('the age tool is not confused by the slots of many accounts', async () => {
  const big = await makeRegister({ records: 1 });
  const header = readHeader(big.folder);
  const [slot] = header.keys.slots;
  if (!slot) throw new Error('no slot');
  const slots = Array.from({ length: 60 }, (_, index) => ({ ...slot, login: `officer.${index}` }));
  saveHeader(
    big.folder,
    { ...header, keys: { ...header.keys, slots: [...header.keys.slots, ...slots] } },
    big.keys.dataKey,
  );
  const { file } = await runBackupJob(backupInput(big, big.base), jobTools());
  const sheetFile = join(big.base, 'sheet.txt');
  writeFileSync(sheetFile, `${big.sheets[0].identity}\n`);
  const tar = execFileSync('age', ['-d', '-i', sheetFile, file], { maxBuffer: 1e9 });
  expect(tar.subarray(0, 13).toString()).toBe('manifest.json');
  big.remove();
});
