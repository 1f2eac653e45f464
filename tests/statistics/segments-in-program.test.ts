/** The thread of the statistics stores its columns by itself, and takes them up again at the next sign-in. */
import { expect, test } from 'vitest';
import { listColumnSegments } from '#electron/database/repositories/column-segments.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { databaseOf, signIn } from '../retention/people.ts';

const asked = { victims: { entity: 'victim', id: 'K9' }, justice: { entity: 'case', id: 'K13' } } as const;

async function tablesOf(program: Program, kind: RegisterKind) {
  const { tables } = await program.call('statistics.table', { id: asked[kind].id, period: '2025', view: 'internal' });
  return tables.map(({ cells, population, changeNumber }) => ({ cells, population, changeNumber }));
}

const storedIn = (program: Program, kind: RegisterKind) => listColumnSegments(databaseOf(program), asked[kind].entity);

/** What the thread hands over comes in its own time. */
async function until(isSo: () => boolean): Promise<void> {
  for (let times = 0; !isSo(); times += 1) {
    if (times > 800) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Locking waits a second for columns that could be stored; a busy machine may need it more than once. */
async function lockUntilStored(program: Program, kind: RegisterKind): Promise<void> {
  for (let times = 0; times < 5; times += 1) {
    await tablesOf(program, kind);
    await signIn(program, 'first');
    if (Math.min(...storedIn(program, kind).values()) === databaseOf(program).changeNumber()) return;
  }
  throw new Error('nothing is stored');
}

test('locking stores what is held in columns, and the next session counts from it', async () => {
  const program = await openRegister(undefined, 'justice');
  await program.runJob('training.generate', { records: 40, seed: 3 });
  const first = await tablesOf(program, 'justice');
  expect(storedIn(program, 'justice').size).toBe(0);
  await lockUntilStored(program, 'justice');
  expect(await tablesOf(program, 'justice')).toEqual(first);
  const held = await program.call('statistics.held', {});
  expect(held.records + held.drafts).toBeGreaterThan(20);
  expect(held.bytes).toBeGreaterThan(50_000);
  expect(held.bytes).toBeLessThan(5_000_000);
});

test('columns are read after the data key was replaced, and what is saved then is stored under the new one', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 30, seed: 3 });
  await lockUntilStored(program, 'victims');
  const before = await tablesOf(program, 'victims');
  await program.call('account.add', { login: 'leaver', displayName: 'leaver', roles: ['officer'], passphrase });
  const { accounts } = await program.call('account.list', {});
  await program.call('account.revoke', { id: accounts.find(({ login }) => login === 'leaver')?.id ?? '' });
  expect(storedIn(program, 'victims').size).toBe(1);
  expect(await tablesOf(program, 'victims')).toEqual(before);
  await program.call('record.create', { entity: 'victim' });
  await lockUntilStored(program, 'victims');
});

test('many changes are stored without anybody asking', async () => {
  const program = await openRegister();
  await tablesOf(program, 'victims');
  await program.runJob('training.generate', { records: 520, seed: 3 });
  await until(() => storedIn(program, 'victims').size === 1);
});
