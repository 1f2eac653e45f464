/** A disk that is really full: every kind of work says so, loses nothing, and goes on when there is room again. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { ProcedureName } from '#shared/contract/contract.ts';
import { CallFailure } from '../../src/api/client.ts';
import { openProgram, type Program, passphrase } from '../program/open-program.ts';
import { keepAndSave, openForm, partsOf } from './typist.ts';

let mount = '';
let isMounted = false;

beforeAll(() => {
  mount = mkdtempSync(join(tmpdir(), 'kriter-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mount], { stdio: 'pipe' });
    isMounted = true;
  } catch {
    console.warn('A full disk was not tried: a small file system could not be mounted, which takes root and tmpfs.');
  }
});
beforeEach((context) => context.skip(!isMounted, 'no small file system could be mounted'));
afterAll(() => {
  if (isMounted) execFileSync('umount', [mount]);
  rmSync(mount, { recursive: true, force: true });
});

const filler = (): string => join(mount, 'filler');

/** Leaves so many bytes free; a file system gives whole pages. */
function fill(leave = 0): void {
  const stats = statfsSync(mount);
  const free = stats.bavail * stats.bsize;
  writeFileSync(filler(), Buffer.alloc(Math.max(0, free - leave)));
}
const makeRoom = (): void => rmSync(filler(), { force: true });

async function openOnSmallDisk(): Promise<Program & { path: string }> {
  const program = openProgram();
  const folder = mkdtempSync(join(mount, 'work-'));
  const path = join(folder, 'register');
  onTestFinished(() => {
    makeRoom();
    rmSync(folder, { recursive: true, force: true });
  });
  await program.call('register.create', {
    path,
    kind: 'victims',
    institution: 'Ministria',
    office: '',
    country: 'XKX',
    language: 'sq',
    administrator: { login: 'first', displayName: 'First', passphrase },
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer'],
    rehearseLater: true,
  });
  return Object.assign(program, { path });
}

const full = { ok: false, error: { code: 'DISK_FULL' } };

async function expectSound(program: Program): Promise<void> {
  const { findings } = await program.runJob('register.check', { seal: null });
  expect(findings.filter(({ sound }) => !sound)).toEqual([]);
}

test('saves are refused in plain words, what was saved before stands, and work goes on when there is room', async () => {
  const program = await openOnSmallDisk();
  const { meta } = await program.call('record.create', { entity: 'victim' });
  const content = (text: string) => ({ values: { justice_case_ref: text }, groups: {} });
  fill();
  const saved: string[] = [''];
  let revision = meta.revision;
  let refused = 0;
  for (let n = 0; n < 400 && refused < 3; n += 1) {
    const reply = await program.send('record.save', {
      id: meta.id,
      revision,
      content: content(`text ${n}`),
      reason: null,
    });
    if (reply.ok) {
      revision = reply.value.meta.revision;
      saved.push(`text ${n}`);
    } else {
      expect(reply).toMatchObject(full);
      refused += 1;
    }
  }
  expect(refused).toBe(3);
  makeRoom();
  const opened = await program.call('record.open', { id: meta.id });
  expect(opened.meta.revision).toBe(revision);
  expect(opened.content.values.justice_case_ref ?? '').toBe(saved.at(-1));
  await program.call('record.save', { id: meta.id, revision, content: content('after'), reason: null });
  await expectSound(program);
  expect(program.incidents).toEqual([]);
});

test('typing on a full disk is told, keeps what was kept, and is kept by itself when there is room', async () => {
  const program = await openOnSmallDisk();
  const call: Program['call'] = async (name, input) => {
    const reply = await program.send(name, input);
    if (reply.ok) return reply.value;
    throw new CallFailure(reply.error);
  };
  const { meta } = await call('record.create', { entity: 'victim' });
  const form = await openForm(call, meta.id);
  const { keeper } = keepAndSave(
    call,
    form,
    () => null,
    () => undefined,
  );
  const type = (text: string): void => {
    form.write({ entity: 'victim', field: 'justice_case_ref' }, text.slice(0, 40));
    form.write({ entity: 'victim_identity', field: 'contact_details' }, text.repeat(40).slice(0, 1000));
  };
  fill();
  let kept = '';
  let n = 0;
  for (; n < 400 && keeper.get().failure === null; n += 1) {
    type(`typed ${n} `);
    if (await keeper.flush()) kept = `typed ${n} `;
  }
  expect(keeper.get()).toMatchObject({ keptAt: null, failure: { code: 'DISK_FULL' } });
  // What had been kept stands, and what is being typed is nowhere but in the form.
  expect(form.get().content.values['justice_case_ref']).toBe(`typed ${n - 1} `);
  const { database } = program.services.sessions.current()?.register ?? {};
  const stored = database?.prepare('SELECT content FROM draft').all() ?? [];
  expect(stored.map(({ content }) => JSON.parse(String(content)).values.justice_case_ref)).toEqual(kept ? [kept] : []);
  makeRoom();
  await expect.poll(() => keeper.get().keptAt, { timeout: 10_000 }).not.toBeNull();
  keeper.stop();
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.path, login: 'first', passphrase });
  expect((await program.call('draft.list', {})).drafts).toMatchObject([{ id: meta.id }]);
  expect(partsOf(await openForm(program.call, meta.id))).toEqual(partsOf(form));
  await expectSound(program);
  expect(program.incidents).toEqual([]);
});

test('signing in on a full disk is refused in plain words and the register opens when there is room', async () => {
  const program = await openOnSmallDisk();
  await program.call('session.lock', {});
  fill();
  const reply = await program.send('session.sign-in', { path: program.path, login: 'first', passphrase });
  expect(reply).toMatchObject(full);
  expect(program.services.sessions.current()).toBeNull();
  makeRoom();
  await program.call('session.sign-in', { path: program.path, login: 'first', passphrase });
  await expectSound(program);
  expect(program.incidents).toEqual([]);
});

const keyWork: readonly (readonly [ProcedureName, (other: string) => unknown])[] = [
  ['account.add', () => ({ login: 'added', displayName: 'Added', roles: ['officer'], passphrase })],
  ['session.change-passphrase', () => ({ current: passphrase, next: `${passphrase}-next` })],
  ['account.reset-passphrase', (id) => ({ id, passphrase: `${passphrase}-next` })],
  ['account.revoke', (id) => ({ id })],
];

test.for(keyWork)('%s on a full disk is refused, and works when there is room', async ([name, input]) => {
  const program = await openOnSmallDisk();
  const other = await program.call('account.add', {
    login: 'other',
    displayName: 'Other',
    roles: ['officer'],
    passphrase,
  });
  for (const leave of [0, 8_192, 65_536]) {
    fill(leave);
    const reply = await program.dispatch(name, input(other.id));
    makeRoom();
    if (reply.ok) continue;
    expect(reply, `with ${leave} bytes left`).toMatchObject(full);
    // It can be done again at once, in the same session.
    await program.call('session.lock', {});
    await program.call('session.sign-in', { path: program.path, login: 'first', passphrase });
    await expectSound(program);
    if (leave > 0) return;
  }
  const again = await program.dispatch(name, input(other.id));
  if (!again.ok) expect(['LOGIN_TAKEN', 'WRONG_PASSPHRASE']).toContain(again.error.code);
  await expectSound(program);
});

test('an import that fills the disk leaves nothing, now or at the next sign-in', async () => {
  const program = await openOnSmallDisk();
  const list = join(program.folder, 'list.csv');
  const rows = Array.from({ length: 6_000 }, (_, n) => `${n},case ${n},yes`);
  writeFileSync(list, ['id,justice_case_ref,consent_given', ...rows].join('\n'));
  fill(4 * 1024 * 1024);
  const files = [{ entity: 'victim', file: list, encoding: 'auto', delimiter: 'auto' } as const];
  await expect(program.runJob('exchange.import', { files, commit: true })).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect((await program.call('record.count', {})).counts.victim).toBe(0);
  const unhandled: unknown[] = [];
  const remember = (cause: unknown): void => void unhandled.push(cause);
  process.on('unhandledRejection', remember);
  onTestFinished(() => void process.off('unhandledRejection', remember));
  await program.call('session.lock', {});
  // A sign-in while the disk is still full must not end the program for what it cannot tidy up yet.
  await program.send('session.sign-in', { path: program.path, login: 'first', passphrase });
  await new Promise((resolve) => setTimeout(resolve, 200));
  makeRoom();
  await program.send('session.lock', {});
  await program.call('session.sign-in', { path: program.path, login: 'first', passphrase });
  const database = program.services.sessions.current()?.register.database;
  await expect.poll(() => database?.prepare('SELECT count(*) AS n FROM victim').get()?.n, { timeout: 20_000 }).toBe(0);
  await expectSound(program);
  expect(unhandled).toEqual([]);
});

test('a backup and an export onto a full stick leave no file behind', async () => {
  const program = openProgram();
  await program.call('register.create', {
    path: program.register,
    kind: 'victims',
    institution: 'Ministria',
    office: '',
    country: 'XKX',
    language: 'sq',
    administrator: { login: 'first', displayName: 'First', passphrase },
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer'],
    rehearseLater: true,
  });
  await program.runJob('training.generate', { records: 400, seed: 3 });
  const stick = mkdtempSync(join(mount, 'stick-'));
  onTestFinished(() => {
    makeRoom();
    rmSync(stick, { recursive: true, force: true });
  });
  for (const leave of [0, 20_000]) {
    fill(leave);
    await expect(program.runJob('backup.create', { folder: stick })).rejects.toMatchObject({ code: 'DISK_FULL' });
    for (const clear of [true, false]) {
      const job = program.runJob('exchange.export', { folder: stick, labels: null, identifiedReason: null, clear });
      await expect(job).rejects.toMatchObject({ code: 'DISK_FULL' });
    }
    expect(readdirSync(stick)).toEqual([]);
    makeRoom();
  }
  mkdirSync(join(stick, 'room'));
  await program.runJob('exchange.export', {
    folder: join(stick, 'room'),
    labels: null,
    identifiedReason: null,
    clear: true,
  });
  expect(existsSync(join(stick, 'room', 'victim.csv'))).toBe(true);
});
