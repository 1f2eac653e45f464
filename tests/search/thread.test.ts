import { expect, test, vi } from 'vitest';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { register, searchNames } from './named-records.ts';

const vlora = { first_name: 'Vlora', last_name: 'Gjorgjonaj' };

/** Every piece of memory that threads share from now on. */
function sharedMemory(): SharedArrayBuffer[] {
  const made: SharedArrayBuffer[] = [];
  const Real = SharedArrayBuffer;
  vi.stubGlobal(
    'SharedArrayBuffer',
    class extends Real {
      constructor(length: number) {
        super(length);
        made.push(this);
      }
    },
  );
  return made;
}

const isClear = (memory: SharedArrayBuffer): boolean => new Uint8Array(memory).every((byte) => byte === 0);
const vaultKeyOf = (program: Program): Buffer => {
  const key = program.services.sessions.current()?.register.keys.vault;
  if (!key) throw new Error('no vault key');
  return key;
};

test('locking ends the thread of the names, clears its key and answers who was waiting', async () => {
  const shared = sharedMemory();
  const program = await openRegister();
  await register(program, vlora);
  await searchNames(program, 'vlora');
  const held = shared.find((memory) => Buffer.from(memory).equals(vaultKeyOf(program)));
  expect(held).toBeDefined();
  const waiting = program.send('search.find', { text: 'vlora', limit: 5 });
  await program.call('session.lock', {});
  expect(shared.every(isClear)).toBe(true);
  const answered = await waiting;
  expect(answered.ok || answered.error.code === 'CANCELLED').toBe(true);
  expect(program.incidents).toEqual([]);
  expect(await program.send('search.find', { text: 'vlora', limit: 5 })).toMatchObject({
    ok: false,
    error: { code: 'NOT_SIGNED_IN' },
  });
});

test('signing in begins to read the names, and a session without the vault key starts no thread for them', async () => {
  const program = await openRegister();
  await register(program, vlora);
  await searchNames(program, 'vlora');
  await program.call('account.add', { login: 'analyst', displayName: 'analyst', roles: ['analyst'], passphrase });
  const shared = sharedMemory();
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'analyst', passphrase });
  expect(shared).toHaveLength(0);
  expect(await program.send('search.find', { text: 'vlora', limit: 5 })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect((await searchNames(program, 'vlora')).hits).toHaveLength(1);
});

test('names are found after the data key was replaced', async () => {
  const program = await openRegister();
  await register(program, vlora);
  expect((await searchNames(program, 'vlora')).hits).toHaveLength(1);
  await program.call('account.add', { login: 'leaver', displayName: 'leaver', roles: ['officer'], passphrase });
  const { accounts } = await program.call('account.list', {});
  const before = Buffer.from(program.services.sessions.current()?.register.keys.data ?? []);
  await program.call('account.revoke', { id: accounts.find(({ login }) => login === 'leaver')?.id ?? '' });
  expect(program.services.sessions.current()?.register.keys.data.equals(before)).toBe(false);
  expect((await searchNames(program, 'vlora')).hits).toHaveLength(1);
  await register(program, { first_name: 'Drita', last_name: 'Gjorgjonaj' });
  expect((await searchNames(program, 'gjorgjonaj')).hits).toHaveLength(2);
});
