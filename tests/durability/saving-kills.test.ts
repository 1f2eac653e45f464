/** kill -9 while records are saved: no acknowledged save is lost, and no record is half saved. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { findingsOfMany, type StoredFinding, sameFindings } from '#electron/database/repositories/findings.ts';
import { historyAfter } from '#electron/database/repositories/history.ts';
import { findStored } from '#electron/services/records/judge-stored.ts';
import { revertTo } from '#electron/services/records/last-completed.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { isBuilt } from './built.ts';
import { type Killed, workAndKill } from './killed-work.ts';
import { createRandom } from './random.ts';

const kills = Number(process.env.KRITER_SAVING_KILLS ?? 4);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);

/** At any moment; soon after a save was sent, so that it is cut off on its way; soon after it was acknowledged. */
const ends = ['moment', 'sent', 'answered', 'sent'] as const;

const isWrite = `name IN ('record.create', 'record.save', 'record.number', 'record.complete', 'record.return', 'identity.save')`;

/** One write as it was announced or answered: the record at this revision, its word and the name in its vault. */
interface Write {
  readonly id: string;
  readonly revision: number;
  readonly word: string;
  readonly name: string;
  readonly content?: RecordContent;
}

const heldFields = new Set(
  indexOfKind('victims')
    .fieldsOf('victim')
    .filter(({ meta }) => meta !== undefined)
    .map(({ id }) => id),
);

const writesOf = ({ said }: Killed, word: 'sends' | 'done'): Write[] =>
  said.filter(([each]) => each === word).map(([, write]) => write);

/** What an order of keys or an absent value does not change. */
const asText = (content: RecordContent): string =>
  JSON.stringify(content, (key, value) =>
    // What the record itself holds is not undone with its history.
    heldFields.has(key)
      ? undefined
      : value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, each]) => each !== null)
              .toSorted(([a], [b]) => (a < b ? -1 : 1)),
          )
        : value,
  );

function databaseOf(program: Program): RegisterDatabase {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

/** A record as it is stored now against everything that was answered of it, and against what was on its way. */
async function expectWhole(program: Program, id: string, answered: readonly Write[], sent: Write | undefined) {
  const database = databaseOf(program);
  const { meta, content } = await program.call('record.open', { id });
  const last = answered.at(-1);
  // One more may have been written whose answer the kill cut off.
  const isFurther = sent !== undefined && sent.revision > (last?.revision ?? 0) && meta.revision === sent.revision;
  const now = isFurther ? sent : last;
  expect(meta.revision).toBe(now?.revision ?? 1);
  expect(content.values['justice_case_ref'] ?? '').toBe(now?.word ?? '');
  const words = (content.groups['journey_leg'] ?? []).map(({ values }) => values['border_point'] ?? null);
  if (meta.revision <= 3) expect(words.every((word) => word === now?.word)).toBe(true);

  // Every revision that was acknowledged can be had back from the history.
  const history = historyAfter(database, id, 0);
  expect([...new Set(history.map(({ revision }) => revision))].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: meta.revision }, (_, n) => n + 1),
  );
  for (const write of answered) {
    if (write.content === undefined) continue;
    const then = revertTo('victim', content, history, write.revision);
    expect(asText(then), `revision ${write.revision}`).toBe(asText(write.content));
  }

  const count = (sql: string): number => Number(database.prepare(sql).pluck().get(id));
  expect(count('SELECT count(*) FROM change WHERE record_id = ?')).toBe(meta.revision);
  const named = `coalesce(json_extract(detail, '$.id'), json_extract(detail, '$.recordId'))`;
  expect(count(`SELECT count(*) FROM audit_entry WHERE outcome = 'ok' AND ${isWrite} AND ${named} = ?`)).toBe(
    meta.revision,
  );
  const { values } = await program.call('identity.open', { recordId: id, reason: null });
  expect(values['first_name'] ?? '').toBe(now?.name ?? '');

  // Found by the word it holds now, and by none that it held before.
  const listed = async (search: string): Promise<string[]> => {
    const { rows } = await program.call('record.list', listOf('victim', { search, limit: 5 }));
    return rows.map((row) => row.meta.id);
  };
  for (const word of new Set([...answered.map((write) => write.word), sent?.word ?? ''].filter(Boolean)))
    expect(await listed(word)).toEqual(word === now?.word ? [id] : []);
}

/** What the rules say of each record is what is kept with it; how many things that are. R28 also speaks of others' saves. */
function expectJudged(program: Program, ids: readonly string[]): number {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  const isOwn = ({ rule }: StoredFinding): boolean => rule !== 'R28';
  const kept = findingsOfMany(session.register.database, ids);
  for (const id of ids) {
    const found = storeOf(session.register.database, 'victims').find(id);
    const expected = findStored({ clock: program.clock }, session.register, found).filter(isOwn);
    expect(sameFindings(expected, (kept.get(id) ?? []).filter(isOwn)), `findings of ${id}`).toBe(true);
  }
  return [...kept.values()].flat().length;
}

/** Whatever the kill cut off: counts agree and the register is sound. */
async function expectRegisterWhole(program: Program): Promise<void> {
  const count = (sql: string): number => Number(databaseOf(program).prepare(sql).pluck().get());
  const revisions = count('SELECT total(revision) FROM victim WHERE import_batch IS NULL');
  expect(count(`SELECT count(*) FROM audit_entry WHERE outcome = 'ok' AND ${isWrite}`)).toBe(revisions);
  const { findings } = await program.runJob('register.check', { seal: null });
  expect(findings.filter(({ sound }) => !sound)).toEqual([]);
}

/** The sealed index of names, opened and followed by the thread that holds it. */
async function expectNamed(program: Program, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  // As `expectWhole` found it: a write whose answer the kill cut off may have given another name.
  const { values } = await program.call('identity.open', { recordId: id, reason: null });
  const text = String(values['first_name'] ?? '');
  if (text === '') return;
  const find = async (): Promise<string | undefined> => {
    const { names } = await program.call('search.find', { text, limit: 5 });
    return names.hits[0]?.meta.id;
  };
  await expect.poll(find, { timeout: 30_000 }).toBe(id);
}

test.skipIf(!isBuilt)(
  `${kills} kills while saving: all of a save or nothing of it, and everything that was acknowledged`,
  { timeout: 7_200_000 },
  async () => {
    const program = await openRegister(['administrator', 'supervisor', 'officer']);
    await program.runJob('training.generate', { records: 80, seed: 3 });
    await program.call('session.lock', {});
    const random = createRandom(seed);
    const counted = { acknowledged: 0, findings: 0, cutOff: 0, writtenAllTheSame: 0 };
    for (let n = 0; n < kills; n += 1) {
      const end = ends[n % ends.length] ?? 'moment';
      const afterMs = end === 'moment' ? Math.floor(random() * 1_500) : null;
      const writes = 1 + Math.floor(random() * 24);
      const delay = Math.floor(random() * (end === 'sent' ? 14 : 4));
      const own = [String(seed + n), end, String(writes), String(delay)];
      const copy = join(program.folder, `copy-${n}`);
      cpSync(program.register, copy, { recursive: true });
      const parameters = [join(program.folder, 'workstation'), copy, passphrase, ...own];
      const killed = await workAndKill({ script: 'saving-child.ts', parameters, afterMs });
      try {
        expect(killed.wasKilled).toBe(true);
        await program.call('session.sign-in', { path: copy, login: 'first', passphrase });
        const [answered, sent] = [writesOf(killed, 'done'), writesOf(killed, 'sends')];
        const isSame = (id: string) => (write: Write) => write.id === id;
        const ids = [...new Set(answered.map((write) => write.id))];
        counted.findings += expectJudged(program, ids);
        for (const id of ids) {
          await expectWhole(program, id, answered.filter(isSame(id)), sent.findLast(isSame(id)));
        }
        await expectRegisterWhole(program);
        if (end === 'answered') await expectNamed(program, answered.at(-1)?.id);
        counted.acknowledged += answered.length;
        const cutOff = sent.at(-1);
        if (cutOff && cutOff.revision > (answered.findLast(isSame(cutOff.id))?.revision ?? 0)) {
          const { meta } = await program.call('record.open', { id: cutOff.id });
          counted[meta.revision === cutOff.revision ? 'writtenAllTheSame' : 'cutOff'] += 1;
        }
        expect(program.incidents).toEqual([]);
      } catch (cause) {
        throw new Error(`kill ${n} (${end}, ${afterMs ?? `${writes}, ${delay}`} ms, seed ${seed})`, { cause });
      }
      await program.call('session.lock', {});
      rmSync(copy, { recursive: true, force: true });
    }
    noteResult('saving-kills', { seed, kills, ...counted });
  },
);
