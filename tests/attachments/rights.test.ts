/** Whose attachments somebody may see and change: as with the identity, and every look is in the log. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Program } from '../program/open-program.ts';
import { signInAs } from '../program/open-program.ts';
import { pdf, png } from './files.ts';
import { add, databaseOf, lastEntries, layDown, list, newRecord, openWithRecord, signIn } from './use-attachments.ts';

const picture = png(3, 3);
const reason = 'The court asked for the report.';

const refusal = (code: string) => ({ ok: false, error: { code } });

/** A record of one officer with one attachment; a second officer is signed in. */
async function openAsOtherOfficer() {
  const { program } = await openWithRecord();
  await signInAs(program, ['officer'], 'owner');
  const recordId = await newRecord(program);
  const id = await add(program, recordId, 'passport.png', picture);
  await signIn(program, 'first');
  await signInAs(program, ['officer'], 'other');
  return { program, recordId, id };
}

test('an officer adds to, removes from and copies out of her own record', async () => {
  const { program } = await openWithRecord();
  await signInAs(program, ['officer'], 'owner');
  const recordId = await newRecord(program);
  const id = await add(program, recordId, 'passport.png', picture);
  const { allowed } = await program.call('attachment.list', { recordId, reason: null });
  expect(allowed).toEqual({ change: true, restore: false, saveCopy: true });
  const file = join(program.folder, 'copy.png');
  await program.call('attachment.save-copy', { id, file });
  expect(readFileSync(file).equals(picture)).toBe(true);
  await program.call('attachment.remove', { id, reason: 'Added to the wrong record.' });
  expect(await list(program, recordId)).toEqual([]);
  // What is in the bin does not exist for her.
  for (const name of ['attachment.open', 'attachment.remove'] as const) {
    expect(await program.send(name, { id, reason })).toMatchObject(refusal('ATTACHMENT_NOT_FOUND'));
  }
  expect(await program.send('attachment.read', { id, part: 0 })).toMatchObject(refusal('ATTACHMENT_NOT_FOUND'));
  expect(await program.send('attachment.restore', { id, reason })).toMatchObject(refusal('FORBIDDEN'));
});

test('of the record of another officer she reads attachments with a written reason only, and changes nothing', async () => {
  const { program, recordId, id } = await openAsOtherOfficer();
  expect(await program.call('attachment.count', { recordId })).toEqual({ count: 1 });
  expect(await program.send('attachment.list', { recordId, reason: null })).toMatchObject(refusal('REASON_NEEDED'));
  expect(await program.send('attachment.open', { id, reason: null })).toMatchObject(refusal('REASON_NEEDED'));
  expect(await program.send('attachment.read', { id, part: 0 })).toMatchObject(refusal('ATTACHMENT_NOT_FOUND'));
  const { allowed } = await program.call('attachment.list', { recordId, reason });
  expect(allowed).toEqual({ change: false, restore: false, saveCopy: false });
  await program.call('attachment.open', { id, reason });
  const { content } = await program.call('attachment.read', { id, part: 0 });
  expect(Buffer.from(content, 'base64').equals(picture)).toBe(true);

  const file = layDown(program, 'more.pdf', pdf([{ text: 'x' }]));
  const copy = join(program.folder, 'copy.png');
  expect(await program.send('attachment.add', { recordId, file, description: '' })).toMatchObject(refusal('FORBIDDEN'));
  expect(await program.send('attachment.remove', { id, reason })).toMatchObject(refusal('FORBIDDEN'));
  expect(await program.send('attachment.save-copy', { id, file: copy })).toMatchObject(refusal('FORBIDDEN'));
  expect(existsSync(copy)).toBe(false);
});

test('every look is entered with the record and the reason, and so is every refusal', async () => {
  const { program, recordId, id } = await openAsOtherOfficer();
  await program.send('attachment.open', { id, reason: null });
  await program.call('attachment.list', { recordId, reason });
  await program.call('attachment.open', { id, reason });
  // One look, however many parts.
  await program.call('attachment.read', { id, part: 0 });
  const [refused, listed, opened] = lastEntries(program, 3);
  const detail = (entry: typeof refused) => JSON.parse(String(entry?.detail)) as object;
  expect(refused).toMatchObject({ name: 'attachment.open', outcome: 'REASON_NEEDED' });
  expect([listed, opened]).toMatchObject([
    { name: 'attachment.list', outcome: 'ok' },
    { name: 'attachment.open', outcome: 'ok' },
  ]);
  expect(detail(listed)).toEqual({ recordId, reason });
  expect(detail(opened)).toEqual({ id, recordId, reason });
});

test('adding is entered once, with the number of bytes, when it is done; a file that is refused is entered as that', async () => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'passport.png', picture);
  const file = layDown(program, 'wrong.pdf', Buffer.from('text'));
  await expect(program.runJob('attachment.add', { recordId, file, description: '' })).rejects.toThrow();
  const entries = lastEntries(program, 3).filter(({ name }) => name === 'attachment.add');
  expect(entries.map(({ outcome }) => outcome)).toEqual(['ok', 'ATTACHMENT_KIND']);
  expect(JSON.parse(String(entries[0]?.detail))).toEqual({ recordId, id, bytes: picture.length });
  const { changes } = await program.call('record.history', { id: recordId });
  expect(changes[0]).toMatchObject({ event: 'attachment-added', row: id, by: 'First Account' });
});

test('a copy that leaves is in the log before its first byte, also where writing it fails', async () => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'passport.png', picture);
  const file = join(program.folder, 'no-such-folder', 'copy.png');
  expect(await program.send('attachment.save-copy', { id, file })).toMatchObject(refusal('FILE_WRITE_FAILED'));
  expect(lastEntries(program, 2)).toMatchObject([
    { name: 'attachment.save-copy', outcome: 'ok' },
    { name: 'attachment.save-copy', outcome: 'FILE_WRITE_FAILED' },
  ]);
});

test('a supervisor sees what was removed and restores it with a reason; the history tells all of it', async () => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'passport.png', picture);
  await program.call('attachment.remove', { id, reason: 'Added to the wrong record.' });
  expect(await program.call('attachment.count', { recordId })).toEqual({ count: 0 });
  expect(await list(program, recordId)).toMatchObject([{ id, removed: { by: 'First Account' } }]);
  const copy = join(program.folder, 'copy.png');
  expect(await program.send('attachment.save-copy', { id, file: copy })).toMatchObject(refusal('ATTACHMENT_NOT_FOUND'));
  await program.call('attachment.restore', { id, reason: 'It was the right one.' });
  expect(await list(program, recordId)).toMatchObject([{ id, removed: null }]);
  const { changes } = await program.call('record.history', { id: recordId });
  expect(changes.map(({ event, reason: why }) => [event, why])).toEqual([
    ['attachment-restored', 'It was the right one.'],
    ['attachment-removed', 'Added to the wrong record.'],
    ['attachment-added', null],
    ['created', null],
  ]);
});

const locks: readonly (readonly [state: string, sql: string])[] = [
  ['verified', `state = 'verified'`],
  ['archived', `archived = 1`],
  ['in the bin', `binned_at = '2026-06-15T10:00:00.000Z'`],
  ['closed', `state = 'complete', closure_date = '2026-06-15'`],
];

test.each(locks)(
  'attachments of a record that is %s are read by a supervisor and changed by nobody',
  async (_state, sql) => {
    const { program, recordId } = await openWithRecord();
    const id = await add(program, recordId, 'kept.png', picture);
    const other = await add(program, recordId, 'removed.png', picture);
    await program.call('attachment.remove', { id: other, reason });
    databaseOf(program).sql.exec(`UPDATE victim SET revision = revision + 1, ${sql}`);
    const { attachments, allowed } = await program.call('attachment.list', { recordId, reason: null });
    expect(attachments).toHaveLength(2);
    expect(allowed).toEqual({ change: false, restore: false, saveCopy: true });
    await program.call('attachment.open', { id, reason: null });
    const file = layDown(program, 'more.png', picture);
    const locked = refusal('RECORD_LOCKED');
    expect(await program.send('attachment.add', { recordId, file, description: '' })).toMatchObject(locked);
    expect(await program.send('attachment.remove', { id, reason })).toMatchObject(locked);
    expect(await program.send('attachment.restore', { id: other, reason })).toMatchObject(locked);
  },
);

test('a record that is locked while its attachment is being written gets none', async () => {
  const { program, recordId } = await openWithRecord();
  const file = layDown(program, 'late.png', picture);
  const adding = program.runJob('attachment.add', { recordId, file, description: '' });
  await program.call('attachment.count', { recordId });
  databaseOf(program).sql.exec(`UPDATE victim SET archived = 1`);
  await expect(adding).rejects.toMatchObject({ code: 'RECORD_LOCKED' });
  expect(await list(program, recordId)).toEqual([]);
});

async function withoutVaultKey(): Promise<{ program: Program; recordId: string; id: string }> {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'passport.png', picture);
  await signInAs(program, ['administrator'], 'keeper');
  await signInAs(program, ['officer'], 'keyless');
  return { program, recordId, id };
}

test('an account without the vault key is told so, and still sees how many there are', async () => {
  const { program, recordId, id } = await withoutVaultKey();
  const needed = refusal('VAULT_KEY_NEEDED');
  expect(await program.call('attachment.count', { recordId })).toEqual({ count: 1 });
  expect(await program.send('attachment.list', { recordId, reason })).toMatchObject(needed);
  expect(await program.send('attachment.open', { id, reason })).toMatchObject(needed);
  const own = await newRecord(program);
  const file = layDown(program, 'own.png', picture);
  expect(await program.send('attachment.add', { recordId: own, file, description: '' })).toMatchObject(needed);
});
