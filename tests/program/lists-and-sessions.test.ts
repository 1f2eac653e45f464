import { expect, test } from 'vitest';
import { listOf } from '../records/list-of.ts';
import { openRegister, type Program, passphrase, signInAs } from './open-program.ts';

const total = async (program: Program): Promise<number> => (await program.call('record.list', listOf('victim'))).total;

test('a list ends with its session, and the next session reads the register anew', async () => {
  const program = await openRegister();
  await program.call('record.create', { entity: 'victim' });
  expect(await total(program)).toBe(1);
  await program.call('session.lock', {});
  const reply = await program.send('record.list', listOf('victim'));
  expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  await program.call('record.create', { entity: 'victim' });
  expect(await total(program)).toBe(2);
});

test('a list that is asked for while the register is being locked is refused and breaks nothing', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 300, seed: 5 });
  const order = { by: 'field', field: 'citizenship', descending: false } as const;
  const asked = program.send('record.list', listOf('victim', { order }));
  const locked = program.call('session.lock', {});
  const reply = await asked;
  await locked;
  if (!reply.ok) expect(['CANCELLED', 'NOT_SIGNED_IN']).toContain(reply.error.code);
  expect(program.incidents).toEqual([]);
});

test('after the keys of the register were replaced lists are read with the new ones', async () => {
  const program = await openRegister();
  await program.call('record.create', { entity: 'victim' });
  expect(await total(program)).toBe(1);
  const { id } = await program.call('account.add', {
    login: 'gone',
    displayName: 'Gone',
    roles: ['officer'],
    passphrase,
  });
  await program.call('account.revoke', { id });
  expect(await total(program)).toBe(1);
  await program.call('record.create', { entity: 'victim' });
  expect(await total(program)).toBe(2);
  expect((await program.call('record.count', {})).counts.victim).toBe(2);
});

test('officers list the records of everybody, and the accounts that entered them', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  await program.call('record.create', { entity: 'victim' });
  await signInAs(program, ['officer']);
  await program.call('record.create', { entity: 'victim' });
  expect(await total(program)).toBe(2);
  const { authors } = await program.call('record.authors', {});
  expect(authors.map(({ displayName }) => displayName).toSorted()).toEqual(['First Account', 'officer']);
  const first = authors.find(({ displayName }) => displayName === 'First Account')?.id ?? '';
  const { rows } = await program.call(
    'record.list',
    listOf('victim', { filters: [{ kind: 'enteredBy', anyOf: [first] }] }),
  );
  expect(rows.map(({ meta }) => meta.enteredBy.displayName)).toEqual(['First Account']);
});
