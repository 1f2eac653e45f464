/** Typing while a large list is imported: every letter is in the encrypted register within a second. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#electron/database/open-database.ts';
import { draftsOf } from '#electron/database/repositories/drafts.ts';
import { databaseFile } from '#electron/security/header.ts';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister, passphrase } from '../program/open-program.ts';
import { isBuilt } from './built.ts';
import { startBuiltProgram } from './built-program.ts';
import { createRandom } from './random.ts';
import { createLetters, keepAndSave, openForm } from './typist.ts';

const rows = Number(process.env.KRITER_IMPORT_ROWS ?? 5_000);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
const promisedWithinMs = 1_000;

/** Records with texts to be searched for, and an identity for every fourth. */
function writeLists(folder: string) {
  const write = (entity: string, header: string, rowOf: (n: number) => string, step: number) => {
    const file = join(folder, `${entity}.csv`);
    const descriptor = openSync(file, 'w');
    writeSync(descriptor, `${header}\n`);
    for (let n = 0; n < rows; n += step) writeSync(descriptor, `${rowOf(n)}\n`);
    closeSync(descriptor);
    return { entity, file, encoding: 'auto', delimiter: 'auto' } as const;
  };
  const day = (n: number): string => `202${n % 6}-0${1 + (n % 9)}-${10 + (n % 19)}`;
  const sex = (n: number): string => (n % 3 === 0 ? 'male' : 'female');
  return [
    write(
      'victim',
      'id,justice_case_ref,sex,registration_date,consent_given,data_source,citizenship,birth_year',
      (n) => `${n},case ${n} of list,${sex(n)},${day(n)},yes,police_file|ngo_report,ALB|MKD,${1960 + (n % 40)}`,
      1,
    ),
    write('victim_identity', 'victim_id,first_name,last_name', (n) => `${n},Invented${n},Name${n % 997}`, 4),
  ];
}

test.skipIf(!isBuilt)(
  `no letter typed during an import of ${rows} rows waits longer than a second for the disk`,
  { timeout: 7_200_000 },
  async () => {
    const origin = await openRegister(['supervisor', 'officer']);
    const key = Buffer.from(origin.services.sessions.current()?.register.keys.data ?? []);
    await origin.call('session.lock', {});
    const program = startBuiltProgram(join(origin.folder, 'workstation'));
    onTestFinished(() => program.stop());
    await program.call('session.sign-in', { path: origin.register, login: 'first', passphrase });
    const database = openDatabase({ file: join(origin.register, databaseFile), key, mode: 'read' });
    onTestFinished(() => database.close());
    const { meta } = await program.call('record.create', { entity: 'victim' });
    const accountId = meta.enteredBy.id;

    const store = await openForm(program.call, meta.id);
    const letters = createLetters(store, createRandom(seed));
    /** When each letter was typed that is not on the disk yet, and how long each took that is. */
    let waiting: number[] = [];
    const delays: number[] = [];
    /** The longest wait of each step of the import. */
    const slowest: Record<string, number> = {};
    let step = 'start';
    program.onProgress((next) => (step = next));
    let missing = 0;
    const { saver } = keepAndSave(
      program.call,
      store,
      () => ({ content: store.get().content, typed: waiting.length }),
      (answer, { content, typed }) => {
        if (answer !== 'kept') return;
        // Seen by another connection to the encrypted file: it is in the register, not on its way.
        const kept = draftsOf(database, accountId)[0];
        if (kept?.content && JSON.stringify(kept.content) !== JSON.stringify(content)) missing += 1;
        const now = performance.now();
        const took = waiting.slice(0, typed).map((at) => now - at);
        delays.push(...took);
        slowest[step] = Math.round(Math.max(slowest[step] ?? 0, ...took));
        waiting = waiting.slice(typed);
      },
    );
    let isOver = false;
    const job = program.runJob('exchange.import', { files: writeLists(origin.folder), commit: true });
    // What follows an import, such as reading its names, belongs to it.
    const after = job
      .then(() => {
        step = 'after';
        return pause(3_000);
      })
      .finally(() => (isOver = true));
    // Told where it is awaited.
    after.catch(() => undefined);
    const started = performance.now();
    for (let n = 1; !isOver; n += 1) {
      const before = store.get();
      letters.step();
      if (store.get() !== before) waiting.push(performance.now());
      if (n % 60 === 0) {
        void saver.save();
        // Somebody is at the keyboard.
        await program.call('session.touch', {});
      }
      await pause(40 + (n % 7) * 20);
    }
    const seconds = Math.round((performance.now() - started) / 1_000);
    const found = { letters: delays.length, slowestMs: Math.max(...Object.values(slowest)), slowest, seconds };
    noteResult('typing-during-import', { seed, rows, ...found });
    await after;
    expect(await job).toMatchObject({ committed: true, records: rows });
    expect(delays.length).toBeGreaterThan(20);
    expect(missing).toBe(0);
    expect(waiting.filter((at) => performance.now() - at > promisedWithinMs)).toEqual([]);
    expect(found.slowestMs).toBeLessThan(promisedWithinMs);
  },
);
