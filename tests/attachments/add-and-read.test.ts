/** A file that is added comes back byte for byte; a file that is none of the three kinds is refused in plain words. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachmentPartLength, largestAttachment } from '#shared/records/attachment.ts';
import { jpegHead, pdf, pdfOfLength, png } from './files.ts';
import { add, layDown, list, openWithRecord, readAll, rowsOf } from './use-attachments.ts';

const files: readonly (readonly [name: string, kind: string, content: Buffer])[] = [
  ['Raport i policisë.pdf', 'pdf', pdf([{ text: 'Raport' }])],
  ['фотографија.PNG', 'png', png(6, 4)],
  // The ending lies: the content counts.
  ['scan.pdf', 'jpeg', jpegHead(40, 30)],
  ['one-part.pdf', 'pdf', pdfOfLength(attachmentPartLength)],
  ['one-part-and-a-byte.pdf', 'pdf', pdfOfLength(attachmentPartLength + 1)],
];

test.each(files)('%s comes back byte for byte, with its name, kind and size', async (name, kind, content) => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, name, content, 'Letër nga stacioni');
  const [attachment] = await list(program, recordId);
  expect(attachment).toMatchObject({
    id,
    facts: { name, kind, description: 'Letër nga stacioni' },
    bytes: content.length,
    by: 'First Account',
    removed: null,
  });
  expect((await readAll(program, id)).equals(content)).toBe(true);
  expect(await program.call('attachment.count', { recordId })).toEqual({ count: 1 });
});

test('a record that has nothing but an attachment is no empty form', async () => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'scan.png', png(6, 4));
  await expect(program.call('record.abandon', { id: recordId })).rejects.toMatchObject({ code: 'RECORD_LOCKED' });
  expect((await readAll(program, id)).length).toBeGreaterThan(0);
});

test('25 MB exactly are accepted, one byte more is not', async () => {
  const { program, recordId } = await openWithRecord();
  const largest = pdfOfLength(largestAttachment);
  const id = await add(program, recordId, 'large.pdf', largest);
  expect((await readAll(program, id)).equals(largest)).toBe(true);
  const file = layDown(program, 'larger.pdf', pdfOfLength(largestAttachment + 1));
  await expect(program.runJob('attachment.add', { recordId, file, description: '' })).rejects.toMatchObject({
    code: 'ATTACHMENT_TOO_LARGE',
    params: { megabytes: 25 },
  });
  expect(await list(program, recordId)).toHaveLength(1);
});

const refused: readonly (readonly [what: string, code: string, lay: (folder: string) => string | Buffer])[] = [
  ['an empty file', 'ATTACHMENT_EMPTY', () => Buffer.alloc(0)],
  ['a text that is called PDF', 'ATTACHMENT_KIND', () => Buffer.from('Dear colleague,')],
  ['a program', 'ATTACHMENT_KIND', () => Buffer.from('MZ\x90\x00')],
  ['a GIF picture', 'ATTACHMENT_KIND', () => Buffer.from('GIF89a')],
  ['the beginning of a PDF mark', 'ATTACHMENT_KIND', () => Buffer.from('%PDF')],
  ['a PDF behind other bytes', 'ATTACHMENT_KIND', () => Buffer.from('<html>%PDF-1.7')],
  [
    'a folder',
    'FILE_NOT_READABLE',
    (folder) => {
      mkdirSync(join(folder, 'folder.pdf'));
      return join(folder, 'folder.pdf');
    },
  ],
  ['a file that is gone', 'FILE_NOT_FOUND', (folder) => join(folder, 'gone.pdf')],
  [
    'a device that never ends',
    'FILE_NOT_READABLE',
    (folder) => {
      symlinkSync('/dev/zero', join(folder, 'zero.pdf'));
      return join(folder, 'zero.pdf');
    },
  ],
];

test.each(refused)('%s is refused as %s, and nothing is stored', async (_what, code, lay) => {
  const { program, recordId } = await openWithRecord();
  const laid = lay(program.folder);
  const file = typeof laid === 'string' ? laid : layDown(program, 'file.pdf', laid);
  await expect(program.runJob('attachment.add', { recordId, file, description: '' })).rejects.toMatchObject({ code });
  expect(await list(program, recordId)).toEqual([]);
  expect([rowsOf(program, 'attachment'), rowsOf(program, 'attachment_part')]).toEqual([0, 0]);
  expect(program.incidents).toEqual([]);
});

test('signs that nobody sees are taken out of a name', async () => {
  const { program, recordId } = await openWithRecord();
  await add(program, recordId, 'report\u202Efdp.exe\u200B.pdf', pdf([{ text: 'x' }]));
  expect((await list(program, recordId)).map(({ facts }) => facts?.name)).toEqual(['reportfdp.exe.pdf']);
});

test('a part beyond the last one, and one that was not asked for by opening, are refused', async () => {
  const { program, recordId } = await openWithRecord();
  const id = await add(program, recordId, 'a.png', png(2, 2));
  const read = (part: number) => program.send('attachment.read', { id, part });
  expect(await read(0)).toMatchObject({ ok: false, error: { code: 'ATTACHMENT_NOT_FOUND' } });
  await readAll(program, id);
  expect(await read(0)).toMatchObject({ ok: true });
  expect(await read(1)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});
