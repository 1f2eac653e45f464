/** Whatever cuts the adding off, an attachment is there as a whole or not at all, and drafts never wait for it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { attachmentPartLength } from '#shared/records/attachment.ts';
import { openProgram, type Program, passphrase } from '../program/open-program.ts';
import { pdfOfLength } from './files.ts';
import { add, databaseOf, lastEntries, layDown, list, openWithRecord, readAll, rowsOf } from './use-attachments.ts';

const parts = 12;
const content = pdfOfLength(parts * attachmentPartLength);

type Progress = { readonly jobId: string; readonly done: number };

/** Runs at the moment when so many parts are written. */
function atPart(program: Program, wanted: number, run: (progress: Progress) => void): void {
  const push = program.events.push.bind(program.events);
  program.events.push = (...events) => {
    for (const { name, payload } of events) {
      const progress = payload as Progress;
      if (name === 'job.progress' && progress.done === wanted) run(progress);
    }
    return push(...events);
  };
}

const start = (program: Program, recordId: string) =>
  program.runJob('attachment.add', { recordId, file: layDown(program, 'long.pdf', content), description: '' });

const goneSoon = (program: Program) =>
  expect.poll(() => rowsOf(program, 'attachment') + rowsOf(program, 'attachment_part'), { timeout: 10_000 }).toBe(0);

test('until the last part is written nobody sees anything of it', async () => {
  const { program, recordId } = await openWithRecord();
  const seen: unknown[] = [];
  atPart(program, parts, () => {
    seen.push(rowsOf(program, 'attachment_part'));
    seen.push(program.services.attachments.count(session(program), recordId).count);
    seen.push(program.services.attachments.list(session(program), recordId, null).attachments.length);
  });
  await start(program, recordId);
  expect(seen).toEqual([parts, 0, 0]);
  expect(await list(program, recordId)).toHaveLength(1);
});

function session(program: Program) {
  const current = program.services.sessions.current();
  if (!current) throw new Error('nobody is signed in');
  return current;
}

test('stopping leaves no row behind and is entered as stopped', async () => {
  const { program, recordId } = await openWithRecord();
  atPart(program, 4, ({ jobId }) => program.services.jobs.cancel(jobId));
  await expect(start(program, recordId)).rejects.toMatchObject({ code: 'CANCELLED' });
  await goneSoon(program);
  expect(lastEntries(program, 1)).toMatchObject([{ name: 'attachment.add', outcome: 'CANCELLED' }]);
});

test('locking in the middle of it leaves nothing, now or after the next sign-in', async () => {
  const { program, recordId } = await openWithRecord();
  let locked: Promise<void> | undefined;
  atPart(program, 4, () => {
    locked = program.services.sessions.lock('manual');
  });
  await expect(start(program, recordId)).rejects.toMatchObject({ code: 'CANCELLED' });
  await locked;
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect(await list(program, recordId)).toEqual([]);
  await goneSoon(program);
  expect(program.incidents).toEqual([]);
});

test('a power cut in the middle of it leaves nothing to be seen, and the next sign-in takes the rest away', async () => {
  const { program, recordId } = await openWithRecord();
  const kept = await add(program, recordId, 'kept.pdf', content);
  const image = join(program.folder, 'image');
  atPart(program, 7, () => cpSync(program.register, image, { recursive: true, filter: (path) => !/lock$/.test(path) }));
  await start(program, recordId);
  await program.call('session.lock', {});

  const after = openProgram();
  await after.call('session.sign-in', { path: image, login: 'first', passphrase });
  expect((await list(after, recordId)).map(({ id }) => id)).toEqual([kept]);
  await expect.poll(() => rowsOf(after, 'attachment_part'), { timeout: 10_000 }).toBe(parts);
  expect(rowsOf(after, 'attachment')).toBe(1);
  expect((await readAll(after, kept)).equals(content)).toBe(true);
  expect((await after.runJob('register.check', { seal: null })).sound).toBe(true);
});

test('without its entry in the log an attachment is not there, and neither is its removal', async () => {
  const { program, recordId } = await openWithRecord();
  const kept = await add(program, recordId, 'kept.pdf', content);
  const { sql } = databaseOf(program);
  sql.exec(
    `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.audit_entry WHEN NEW.outcome = 'ok'
     BEGIN SELECT RAISE(ABORT, 'fault'); END`,
  );
  await expect(start(program, recordId)).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(await program.send('attachment.remove', { id: kept, reason: 'Added twice.' })).toMatchObject({ ok: false });
  sql.exec('DROP TRIGGER temp.fault');
  expect(await list(program, recordId)).toMatchObject([{ id: kept, removed: null }]);
  expect(rowsOf(program, 'attachment_part')).toBe(parts);
});

test('a full disk is told as that, and nothing half is there', async () => {
  const { program, recordId } = await openWithRecord();
  const { sql } = databaseOf(program);
  const pages = Number(sql.pragma('page_count', { simple: true }));
  sql.pragma(`max_page_count = ${pages + 400}`);
  await expect(start(program, recordId)).rejects.toMatchObject({ code: 'DISK_FULL' });
  await goneSoon(program);
  sql.pragma('max_page_count = 1000000');
  expect(await list(program, recordId)).toEqual([]);
  await start(program, recordId);
  expect(await list(program, recordId)).toHaveLength(1);
  expect(program.incidents).toEqual([]);
});

test('an unhandled failure while it is taken away again ends nothing', async () => {
  const { program, recordId } = await openWithRecord();
  const unhandled: unknown[] = [];
  const remember = (cause: unknown): void => void unhandled.push(cause);
  process.on('unhandledRejection', remember);
  onTestFinished(() => void process.off('unhandledRejection', remember));
  const { sql } = databaseOf(program);
  sql.exec(`CREATE TEMP TRIGGER fault BEFORE DELETE ON main.attachment_part BEGIN SELECT RAISE(ABORT, 'fault'); END`);
  atPart(program, 4, ({ jobId }) => program.services.jobs.cancel(jobId));
  await expect(start(program, recordId)).rejects.toMatchObject({ code: 'CANCELLED' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(unhandled).toEqual([]);
  expect(await list(program, recordId)).toEqual([]);
});

test('a draft that is saved while a large file is added waits a fraction of a second', async () => {
  const { program, recordId } = await openWithRecord();
  let { meta } = await program.call('record.open', { id: recordId });
  let isDone = false;
  const adding = start(program, recordId).finally(() => {
    isDone = true;
  });
  const waits: number[] = [];
  for (let n = 0; !isDone; n += 1) {
    const text = { values: { justice_case_ref: `draft ${n}` }, groups: {} };
    const started = performance.now();
    ({ meta } = await program.call('record.save', {
      id: recordId,
      revision: meta.revision,
      content: text,
      reason: null,
    }));
    waits.push(performance.now() - started);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await adding;
  expect(waits.length).toBeGreaterThan(3);
  expect(Math.max(...waits)).toBeLessThan(500);
});
