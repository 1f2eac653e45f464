/** What lies in the register is what was added: moved, cut or repeated parts do not open, and copies carry all of it. */
import { createDecipheriv } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tablesOf } from '#electron/database/registers.ts';
import { erasersOf } from '#electron/services/retention/erasers.ts';
import { attachmentPartLength } from '#shared/records/attachment.ts';
import { openProgram, type Program, passphrase } from '../program/open-program.ts';
import { pdfOfLength, png } from './files.ts';
import { add, databaseOf, list, newRecord, openWithRecord, readAll, rowsOf } from './use-attachments.ts';

const content = pdfOfLength(3 * attachmentPartLength + 5);

/** What somebody who holds the data key could write into the tables; A and B are attachments of one record. */
const attacks: readonly (readonly [what: string, sql: string])[] = [
  [
    'two parts exchanged',
    `UPDATE attachment_part SET part = CASE part WHEN 1 THEN -2 ELSE -1 END WHERE attachment_id = 'A' AND part IN (1, 2);
     UPDATE attachment_part SET part = -part WHERE part < 0`,
  ],
  [
    'a part repeated in place of another',
    `UPDATE attachment_part SET sealed = (SELECT sealed FROM attachment_part WHERE attachment_id = 'A' AND part = 1)
     WHERE attachment_id = 'A' AND part = 2`,
  ],
  ['a part dropped', `DELETE FROM attachment_part WHERE attachment_id = 'A' AND part = 2`],
  [
    'the end cut off',
    `DELETE FROM attachment_part WHERE attachment_id = 'A' AND part = 3;
     UPDATE attachment SET parts = 3, bytes = ${3 * attachmentPartLength} WHERE id = 'A'`,
  ],
  [
    'a part of another attachment',
    `UPDATE attachment_part SET sealed = (SELECT sealed FROM attachment_part WHERE attachment_id = 'B' AND part = 1)
     WHERE attachment_id = 'A' AND part = 1`,
  ],
  [
    'all parts of another attachment',
    `DELETE FROM attachment_part WHERE attachment_id = 'A';
     UPDATE attachment_part SET attachment_id = 'A' WHERE attachment_id = 'B'`,
  ],
  ['one byte changed', `UPDATE attachment_part SET sealed = zeroblob(60) WHERE attachment_id = 'A' AND part = 0`],
];

async function withTwo(): Promise<{ program: Program; recordId: string; id: string; other: string }> {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'one.pdf', content);
  const other = await add(program, recordId, 'two.pdf', content);
  return { program, recordId, id, other };
}

const vaultCheck = async (program: Program) =>
  (await program.runJob('register.check', { seal: null })).findings.find(({ check }) => check === 'vault');

test.each(attacks)('%s is noticed when it is read, and by the check of the register', async (_what, sql) => {
  const { program, id, other } = await withTwo();
  expect(await vaultCheck(program)).toMatchObject({ sound: true, detail: { attachments: 2, brokenAttachments: 0 } });
  databaseOf(program).sql.exec(sql.replaceAll(`'A'`, `'${id}'`).replaceAll(`'B'`, `'${other}'`));
  await expect(readAll(program, id)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' });
  expect(await vaultCheck(program)).toMatchObject({ sound: false });
  expect(program.incidents).toEqual([]);
});

test('with the vault key the layout of docs/formats.md is enough to get a file back', async () => {
  const { program, recordId, id } = await withTwo();
  const { register } = program.services.sessions.current() ?? {};
  const vaultKey = register?.keys.vault;
  if (!register || !vaultKey) throw new Error('this session holds the vault key');
  const unseal = (blob: Buffer, ...place: readonly (string | number)[]): Buffer => {
    expect(blob[0]).toBe(1);
    const decipher = createDecipheriv('aes-256-gcm', vaultKey, blob.subarray(1, 13));
    decipher.setAAD(Buffer.from([register.id, recordId, id, ...place].join('|')));
    decipher.setAuthTag(blob.subarray(-16));
    return Buffer.concat([decipher.update(blob.subarray(13, -16)), decipher.final()]);
  };
  const row = databaseOf(program).prepare('SELECT * FROM attachment WHERE id = ?').get(id);
  const facts = unseal(row?.sealed as Buffer, 'facts', content.length, 4);
  expect(JSON.parse(facts.toString('utf8'))).toEqual({ name: 'one.pdf', description: '', kind: 'pdf' });
  const parts = databaseOf(program)
    .prepare('SELECT part, sealed FROM attachment_part WHERE attachment_id = ? ORDER BY part')
    .all(id);
  const clear = parts.map(({ part, sealed }) => unseal(sealed as Buffer, Number(part), 4));
  expect(clear[0]).toHaveLength(524_288);
  expect(Buffer.concat(clear).equals(content)).toBe(true);
});

test('an attachment that was moved to another record does not open there and hides no other', async () => {
  const { program, id } = await withTwo();
  const elsewhere = await newRecord(program);
  databaseOf(program).prepare('UPDATE attachment SET record_id = ? WHERE id = ?').run(elsewhere, id);
  const own = await add(program, elsewhere, 'own.png', png(2, 2));
  expect(await list(program, elsewhere)).toMatchObject([
    { id, facts: null },
    { id: own, facts: { name: 'own.png' } },
  ]);
  await expect(readAll(program, id)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' });
});

test('a backup carries attachments, and the restored register opens them', async () => {
  const { program, recordId, id } = await withTwo();
  const folder = join(program.folder, 'stick');
  mkdirSync(folder);
  const { file } = await program.runJob('backup.create', { folder });
  const target = join(program.folder, 'restored');
  await program.runJob('backup.restore', { file, key: { login: 'first', passphrase }, target });
  const after = openProgram();
  await after.call('session.sign-in', { path: target, login: 'first', passphrase });
  expect((await list(after, recordId)).map(({ facts }) => facts?.name)).toEqual(['one.pdf', 'two.pdf']);
  expect((await readAll(after, id)).equals(content)).toBe(true);
  expect((await after.runJob('register.check', { seal: null })).sound).toBe(true);
});

test('after the data key was replaced attachments open as before', async () => {
  const { program, recordId, id } = await withTwo();
  const { id: accountId } = await program.call('account.add', {
    login: 'leaver',
    displayName: 'Leaver',
    roles: ['officer'],
    passphrase,
  });
  const before = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  await program.call('account.revoke', { id: accountId });
  expect(program.services.sessions.current()?.register.keys.data.equals(before)).toBe(false);
  expect((await readAll(program, id)).equals(content)).toBe(true);
  expect(await list(program, recordId)).toHaveLength(2);
});

test('the counts of check, list and backup do not change with attachments', async () => {
  const { program } = await openWithRecord();
  const before = await program.runJob('register.check', { seal: null });
  const { counts } = await program.call('record.count', {});
  const recordId = await newRecord(program);
  await add(program, recordId, 'a.png', png(2, 2));
  const after = await program.runJob('register.check', { seal: null });
  expect(after.counts).toEqual({ ...before.counts, victim: Number(before.counts.victim) + 1 });
  expect((await program.call('record.count', {})).counts).toEqual({ ...counts, victim: Number(counts.victim) + 1 });
});

test('erasing takes every attachment of these records for good, the bin too, and leaves those of others', async () => {
  const { program, recordId, id } = await withTwo();
  await program.call('attachment.remove', { id, reason: 'Added to the wrong record.' });
  const kept = await newRecord(program);
  const keptId = await add(program, kept, 'kept.pdf', content);
  const target = { database: databaseOf(program), id: recordId, seq: 1 };
  const erasers = tablesOf('victims')
    .roots.flatMap(erasersOf)
    .filter(({ kind, scopes }) => kind === 'attachments' && scopes.includes('vault'));
  expect(new Set(erasers.map(({ table }) => table))).toEqual(new Set(['attachment_part', 'attachment']));
  expect(Math.max(...erasers.map((eraser) => eraser.count(target)))).toBe(2);
  for (const eraser of erasers) eraser.erase(target);
  expect([rowsOf(program, 'attachment'), rowsOf(program, 'attachment_part')]).toEqual([1, 4]);
  expect((await readAll(program, keptId)).equals(content)).toBe(true);
  expect(await program.send('attachment.open', { id, reason: null })).toMatchObject({
    ok: false,
    error: { code: 'ATTACHMENT_NOT_FOUND' },
  });
});

test('a copy takes the place of the file that was chosen, or leaves it as it was', async () => {
  const { program, id } = await withTwo();
  const file = join(program.folder, 'copy.pdf');
  writeFileSync(file, 'what stood there before');
  databaseOf(program).prepare('DELETE FROM attachment_part WHERE attachment_id = ? AND part = 2').run(id);
  expect(await program.send('attachment.save-copy', { id, file })).toMatchObject({
    ok: false,
    error: { code: 'ATTACHMENT_DAMAGED' },
  });
  expect(readFileSync(file, 'utf8')).toBe('what stood there before');
  expect(readdirSync(program.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
