/** What lists, tables and numbers do after an erasure, and what a restore of an older backup brings back. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import {
  addAccount,
  databaseOf,
  eraseByTwo,
  namedVictim,
  numberedCase,
  openOffice,
  propose,
  signIn,
} from './people.ts';

const listed = async (program: Program, entity: string): Promise<string[]> =>
  (await program.call('record.list', listOf(entity, { limit: 500 }))).rows.map(({ meta }) => meta.id);

test('number and code of an erased record are never given again', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const first = await numberedCase(program);
  const last = await numberedCase(program);
  expect([first.number, last.number]).toEqual([1, 2]);
  await eraseByTwo(program, [last.id]);
  await signIn(program, 'super');
  const next = await numberedCase(program);
  expect(next.number).toBe(3);
  expect(next.code).not.toBe(last.code);
});

test('lists, counts and calls no longer know an erased record', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const [kept, gone] = [await namedVictim(program), await namedVictim(program)];
  await eraseByTwo(program, [gone.id]);
  await signIn(program, 'super');
  expect(await listed(program, 'victim')).toEqual([kept.id]);
  expect((await program.call('record.count', {})).counts.victim).toBe(1);
  const notFound = { error: { code: 'RECORD_NOT_FOUND' } };
  expect(await program.send('record.open', { id: gone.id })).toMatchObject(notFound);
  expect(await program.send('record.history', { id: gone.id })).toMatchObject(notFound);
  expect(await program.send('identity.open', { recordId: gone.id, reason: null })).toMatchObject(notFound);
  expect(await program.send('record.restore', { id: gone.id, reason: 'Please.' })).toMatchObject(notFound);
});

test('tables of past years count what is left, also in a statistics thread that was open before', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'analyst']);
  await program.runJob('training.generate', { records: 80, seed: 11 });
  await addAccount(program, 'admin', ['administrator', 'analyst']);
  const ask = { id: 'K9', period: '2024', view: 'internal' as const };
  const records = (tables: readonly StatisticTable[]): number => tables[0]?.population.records ?? -1;
  const before = (await program.call('statistics.table', ask)).tables;
  const counted = databaseOf(program)
    .prepare(`SELECT id FROM victim WHERE state = 'verified' AND binned_at IS NULL ORDER BY number LIMIT 5`)
    .all()
    .map(({ id }) => String(id));
  expect(counted).toHaveLength(5);
  const ids = await propose(program, counted);
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'admin', passphrase });
  // The thread reads the register into columns while the records are still there.
  expect(records((await program.call('statistics.table', ask)).tables)).toBe(records(before));
  expect(await program.call('erasure.confirm', { ids })).toEqual({ erased: 5, isSwept: true });
  const after = (await program.call('statistics.table', ask)).tables;
  expect(records(after)).toBe(records(before) - 5);
  expect(after[0]?.changeNumber).toBeGreaterThan(before[0]?.changeNumber ?? 0);
  // The same figures as a thread that never saw them.
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'admin', passphrase });
  const fresh = (await program.call('statistics.table', ask)).tables;
  expect(fresh.map(({ digest }) => digest)).toEqual(after.map(({ digest }) => digest));
});

/** Records erased after a backup, which is then restored over the register or beside it. */
async function eraseAfterBackup(program: Program, place: 'over' | 'beside') {
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'super', passphrase });
  const [whole, vault, numbered] = [
    await namedVictim(program),
    await namedVictim(program),
    await numberedCase(program),
  ];
  await signIn(program, 'first');
  const stick = join(program.folder, 'stick');
  mkdirSync(stick);
  const { file } = await program.runJob('backup.create', { folder: stick });
  await signIn(program, 'super');
  const later = await numberedCase(program);
  const ids = [
    ...(await propose(program, [whole.id, numbered.id, later.id])),
    ...(await propose(program, [vault.id], 'vault')),
  ];
  await signIn(program, 'admin');
  await program.call('erasure.confirm', { ids });
  await program.call('session.lock', {});
  const target = place === 'over' ? program.register : join(program.folder, 'elsewhere');
  const restored = await program.runJob('backup.restore', { file, key: { login: 'super', passphrase }, target });
  return { restored, whole, vault, numbered, later, target };
}

test('restored over the register, the program lists what is back, and the two persons erase it once more', async () => {
  const program = await openOffice();
  const { restored, whole, vault, numbered, later } = await eraseAfterBackup(program, 'over');
  expect(restored.erasedBack).toBe(3);
  const session = await program.call('session.sign-in', { path: program.register, login: 'super', passphrase });
  expect(session.notices.map(({ code }) => code)).toContain('ERASED_MAY_BE_BACK');
  const { rows } = await program.call('retention.due', { limit: 10 });
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ recordId: whole.id, scope: 'record', cause: 'restored' }),
      expect.objectContaining({ recordId: vault.id, scope: 'vault', cause: 'restored' }),
      expect.objectContaining({ recordId: numbered.id, scope: 'record', cause: 'restored' }),
    ]),
  );
  // The number of the record that was made and erased after the backup is not given to another one.
  const next = await numberedCase(program);
  expect(next.number).toBeGreaterThan(later.number ?? 0);
  expect(next.code).not.toBe(later.code);
  const ids = [...(await propose(program, [whole.id, numbered.id])), ...(await propose(program, [vault.id], 'vault'))];
  await signIn(program, 'admin');
  await program.call('erasure.confirm', { ids });
  expect((await program.call('retention.due', { limit: 10 })).rows).toEqual([]);
  // Every certificate of before is still there, and names the backup that brought the records back.
  const { rows: decided } = await program.call('erasure.finished', { after: null, limit: 50 });
  expect(decided).toHaveLength(7);
});

test('restored where nobody knows what was erased since, the program says that it cannot know', async () => {
  const program = await openOffice();
  const { restored, target } = await eraseAfterBackup(program, 'beside');
  expect(restored.erasedBack).toBeNull();
  const session = await program.call('session.sign-in', { path: target, login: 'super', passphrase });
  expect(session.notices.map(({ code }) => code)).toContain('ERASED_MAY_BE_BACK');
  expect((await program.call('retention.due', { limit: 10 })).rows).toEqual([]);
  // After three months the notice has done its work.
  program.clock = { now: () => new Date(Date.now() + 100 * 86_400_000) };
  const { session: later } = await program.call('session.describe', {});
  expect(later?.notices.map(({ code }) => code)).not.toContain('ERASED_MAY_BE_BACK');
});

test('a restore that brings nothing back says nothing', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const { id } = await numberedCase(program);
  await eraseByTwo(program, [id]);
  await signIn(program, 'first');
  const stick = join(program.folder, 'stick');
  mkdirSync(stick);
  const { file } = await program.runJob('backup.create', { folder: stick });
  await program.call('session.lock', {});
  const key = { login: 'super', passphrase };
  const restored = await program.runJob('backup.restore', { file, key, target: program.register });
  expect(restored.erasedBack).toBe(0);
  const session = await program.call('session.sign-in', { path: program.register, login: 'super', passphrase });
  expect(session.notices.map(({ code }) => code)).not.toContain('ERASED_MAY_BE_BACK');
});

test('the bin tells since when, by whom and why, and only a supervisor may take out of it', async () => {
  const program = await openOffice();
  await signIn(program, 'super');
  const meta = await numberedCase(program);
  expect(meta.bin).toBeNull();
  await program.call('record.bin', { id: meta.id, revision: meta.revision, reason: 'Entered twice.' });
  const opened = await program.call('record.open', { id: meta.id });
  expect(opened.meta.bin).toMatchObject({ by: 'Name of super', reason: 'Entered twice.' });
  expect(opened.allowed).toMatchObject({ bin: false, restore: true, erase: true, edit: false });
  const restored = await program.call('record.restore', { id: meta.id, reason: 'It was not.' });
  expect(restored.meta.bin).toBeNull();
  expect((await program.call('record.open', { id: meta.id })).allowed).toMatchObject({ bin: true, restore: false });
});
