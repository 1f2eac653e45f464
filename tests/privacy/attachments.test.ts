/** Nothing of an attachment stands in clear in any file, nor in any cell for somebody who holds the data key alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createIncidentLog } from '#electron/services/incident-log.ts';
import { pdf } from '../attachments/files.ts';
import { databaseOf, list, newRecord, readAll } from '../attachments/use-attachments.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { type Hit, markersIn, planted, plantedWord, scanFolder } from './markers.ts';

const name = `${plantedWord(1)} ${plantedWord(1, 1)} ${plantedWord(1, 2)}.pdf`;
const description = planted(2);
/** Words in the page and behind its end. */
const content = Buffer.concat([pdf([{ text: plantedWord(3) }]), Buffer.from(`% ${planted(4)}\n`, 'utf8')]);

async function openWithPlantedFile(): Promise<{ program: Program; recordId: string; id: string; home: string }> {
  const home = mkdtempSync(join(tmpdir(), 'kriter-planted-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = home;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(home, { recursive: true, force: true });
  });
  const program = await openRegister();
  const recordId = await newRecord(program);
  const desk = join(home, 'desk');
  mkdirSync(desk);
  const file = join(desk, name);
  writeFileSync(file, content);
  const { id } = await program.runJob('attachment.add', { recordId, file, description });
  return { program, recordId, id, home };
}

/** `desk` stands for the files of the user: the one that was added and the copy that was asked for. */
const isOnDesk = (file: string): boolean => /(^|\/)desk(\/|$)/.test(file);

test('no file of register, backup, export, log or temporary folder holds a word of it, now or on the way', async () => {
  const { program, recordId, id, home } = await openWithPlantedFile();
  const found: Hit[] = [];
  const scan = (): void => void found.push(...scanFolder(home, isOnDesk));
  expect(await list(program, recordId)).toMatchObject([{ facts: { name, description } }]);
  expect(markersIn(await readAll(program, id)).length).toBeGreaterThan(3);
  scan();
  for (const folder of ['stick', 'out']) mkdirSync(join(home, folder));
  const { file } = await program.runJob('backup.create', { folder: join(home, 'stick') });
  await program.runJob('backup.restore', { file, key: { login: 'first', passphrase }, target: join(home, 'restored') });
  // An export in the clear holds no attachment either.
  const out = { folder: join(home, 'out'), labels: null, identifiedReason: 'Asked for by the court.', clear: true };
  await program.runJob('exchange.export', out);
  await program.call('attachment.save-copy', { id, file: join(home, 'desk', 'copy.pdf') });
  await program.call('attachment.remove', { id, reason: 'Added to the wrong record.' });
  scan();
  await program.call('session.lock', {});
  scan();
  expect(found).toEqual([]);
  // The search would have found it: the copy on the desk holds the words.
  expect(scanFolder(home).map((hit) => hit.file)).toContain('desk/copy.pdf');
});

test('with the data key alone its size is read, and neither its words, its name nor what it is', async () => {
  const { program, recordId, id } = await openWithPlantedFile();
  await program.call('attachment.open', { id, reason: 'The court asked.' });
  const tables = databaseOf(program).sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  const cells = (tables as string[]).flatMap((table) =>
    (databaseOf(program).sql.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row).map(([column, value]) => ({ place: `${table}.${column}`, value })),
    ),
  );
  const bytes = (value: unknown): Buffer => (Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? ''), 'utf8'));
  expect(cells.filter(({ value }) => markersIn(bytes(value)).length > 0)).toEqual([]);
  expect(
    cells.filter(({ value }) => /%PDF|pdf/i.test(bytes(value).toString('latin1'))).map(({ place }) => place),
  ).toEqual([]);
  expect(cells.filter(({ value }) => value === content.length).map(({ place }) => place)).toContain('attachment.bytes');
  const { changes } = await program.call('record.history', { id: recordId });
  expect(markersIn(Buffer.from(JSON.stringify(changes)))).toEqual([]);
});

test('a file that cannot be added leaves neither its name nor its place in a failure, an entry or a log', async () => {
  const { program, recordId, home } = await openWithPlantedFile();
  const file = join(home, 'desk', `${plantedWord(5)}.pdf`);
  writeFileSync(file, planted(6));
  const failures: unknown[] = [];
  const attempt = (path: string) =>
    program.runJob('attachment.add', { recordId, file: path, description: planted(7) }).catch(({ code, params }) => {
      failures.push({ code, params });
    });
  await attempt(file);
  await attempt(join(home, 'desk', plantedWord(8)));
  databaseOf(program).sql.exec(
    `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.attachment_part BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  );
  await attempt(join(home, 'desk', name));
  expect(failures).toMatchObject([{ code: 'ATTACHMENT_KIND' }, { code: 'FILE_NOT_FOUND' }, { code: 'INTERNAL' }]);
  expect(markersIn(Buffer.from(JSON.stringify(failures)))).toEqual([]);
  const log = createIncidentLog(join(home, 'workstation'));
  for (const { name: of, cause } of program.incidents) log(of, cause);
  const entries = databaseOf(program).sql.prepare('SELECT detail FROM audit_entry').pluck().all();
  expect(markersIn(Buffer.from(JSON.stringify(entries)))).toEqual([]);
  expect(scanFolder(home, isOnDesk)).toEqual([]);
});
