/** kill -9 at random moments of every kind of work: nothing acknowledged is lost and nothing is half done. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHeader } from '#electron/security/header.ts';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { tablesOfRegister } from '../recount/unprotected-tables.ts';
import { isBuilt } from './built.ts';
import { type Said, workAndKill } from './killed-work.ts';
import { createRandom } from './random.ts';

const kills = Number(process.env.KRITER_KILLS ?? 8);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
const modes = ['import', 'revoke', 'backup', 'passphrase', 'generate', 'restore', 'erase', 'count'] as const;
type Mode = (typeof modes)[number];

/** How long each kind of work takes on a slow machine: the kill falls somewhere within. */
const spanMs: Readonly<Record<Mode, number>> = {
  import: 1_500,
  revoke: 500,
  backup: 2_500,
  passphrase: 1_500,
  generate: 2_500,
  restore: 3_000,
  erase: 600,
  count: 4_000,
};

const inWork = new Map<string, { kills: number; midway: number }>();
afterAll(() => noteResult('kills', { seed, kills, byKind: Object.fromEntries(inWork) }));

/** Works, kills, and returns what was said. */
async function workUntilKilled(program: Program, register: string, mode: Mode, argument: string, afterMs: number) {
  const parameters = [join(program.folder, 'workstation'), register, passphrase, mode, argument];
  const { said, wasKilled } = await workAndKill({
    script: 'work-child.ts',
    parameters,
    afterMs,
  });
  const isOver = ['import', 'generate'].includes(mode) && said.length > 0;
  const counted = inWork.get(mode) ?? { kills: 0, midway: 0 };
  inWork.set(mode, { kills: counted.kills + 1, midway: counted.midway + (wasKilled && !isOver ? 1 : 0) });
  return said;
}

function databaseOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

const signIn = (program: Program, path: string, word = passphrase) =>
  program.call('session.sign-in', { path, login: 'first', passphrase: word });

async function expectSound(program: Program): Promise<void> {
  const { sound, findings } = await program.runJob('register.check', { seal: null });
  expect(findings.filter((finding) => !finding.sound)).toEqual([]);
  expect(sound).toBe(true);
}

/** Forty records that one account proposes; the child confirms them one by one with another. */
async function proposeToErase(program: Program): Promise<void> {
  await program.runJob('training.generate', { records: 60, seed: 3 });
  await program.call('account.add', { login: 'proposes', displayName: 'P', roles: ['supervisor'], passphrase });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'proposes', passphrase });
  const ids = databaseOf(program)
    .prepare('SELECT id FROM victim ORDER BY id LIMIT 40')
    .all()
    .map(({ id }) => String(id));
  await program.call('erasure.propose', { recordIds: ids, scope: 'record', reason: 'The period has passed.' });
}

/** A register to break, a copy of it for each kill. */
async function prepare(mode: Mode): Promise<{ program: Program; register: string; argument: string }> {
  const program = await openRegister();
  if (mode === 'revoke') {
    for (const login of ['leaves-1', 'leaves-2', 'leaves-3']) {
      await program.call('account.add', { login, displayName: login, roles: ['officer'], passphrase });
    }
  }
  if (mode === 'backup' || mode === 'restore' || mode === 'count')
    await program.runJob('training.generate', { records: 60, seed: 3 });
  if (mode === 'erase') await proposeToErase(program);
  let argument = join(program.folder, 'stick');
  mkdirSync(argument);
  if (mode === 'restore') argument = (await program.runJob('backup.create', { folder: argument })).file;
  if (mode === 'import') {
    const rows = Array.from({ length: 3_000 }, (_, n) => `${n},case ${n},yes`);
    argument = join(program.folder, 'list.csv');
    writeFileSync(argument, ['id,justice_case_ref,consent_given', ...rows].join('\n'));
  }
  await program.call('session.lock', {});
  return { program, register: program.register, argument };
}

type Check = (program: Program, register: string, said: readonly Said[], argument: string) => Promise<void>;

const visibleRecords = async (program: Program): Promise<number> =>
  (await program.call('record.count', {})).counts.victim ?? 0;

/** Either nothing or everything; what was staged is gone after the next sign-in. */
const allOrNothing =
  (all: number): Check =>
  async (program, register, said) => {
    await signIn(program, register);
    const { counts } = await program.call('record.count', {});
    const visible = (counts.victim ?? 0) + (counts.prevented_case ?? 0);
    if (said.some(([word]) => word === 'done')) expect(visible).toBeGreaterThan(0);
    const database = databaseOf(program);
    const staged = (): number =>
      Number(database.prepare('SELECT count(*) AS n FROM import_batch WHERE visible_at IS NULL').get()?.n);
    await expect.poll(staged, { timeout: 20_000 }).toBe(0);
    const stored = ['victim', 'prevented_case'].reduce(
      (sum, table) => sum + Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n),
      0,
    );
    if (visible === 0) {
      expect(stored).toBe(0);
      for (const table of ['history', 'change', 'victim_identity', 'journey_leg']) {
        expect(Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n), table).toBe(0);
      }
    } else expect(stored).toBe(all);
    await expectSound(program);
  };

const checks: Readonly<Record<Mode, Check>> = {
  import: allOrNothing(3_000),
  generate: allOrNothing(1_500),
  async backup(program, register, _said, stick) {
    await signIn(program, register);
    for (const name of readdirSync(stick).filter((each) => each.endsWith('.kriter'))) {
      const { contents } = await program.runJob('backup.verify', { file: join(stick, name), key: null });
      expect((contents.counts.victim ?? 0) + (contents.counts.prevented_case ?? 0)).toBeGreaterThan(40);
    }
    await program.runJob('backup.create', { folder: stick });
    expect(readdirSync(register).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await expectSound(program);
    for (const name of readdirSync(stick)) rmSync(join(stick, name));
  },
  async passphrase(program, register, said) {
    const last = said.length;
    const words = [last, last + 1].map((n) => (n === 0 ? passphrase : `${passphrase}-${n}`));
    const opened = [];
    for (const word of words) {
      const reply = await program.send('session.sign-in', { path: register, login: 'first', passphrase: word });
      if (reply.ok) opened.push(word);
      else expect(reply.error.code).toBe('WRONG_PASSPHRASE');
    }
    expect(opened).toHaveLength(1);
    await expectSound(program);
  },
  async revoke(program, register, said) {
    await signIn(program, register);
    const revoked = said.map(([, login]) => String(login));
    const { accounts } = await program.call('account.list', {});
    const header = readHeader(register);
    expect(header.next).toBeNull();
    for (const { id, login, active } of accounts) {
      if (revoked.includes(login)) expect(active).toBe(false);
      // Closed means: no way to the keys either, finished by the sign-in where the kill came between.
      expect(header.keys.slots.some((slot) => slot.accountId === id)).toBe(active);
    }
    expect(readdirSync(register).filter((name) => name.includes('tmp'))).toEqual([]);
    await expectSound(program);
    await program.call('session.lock', {});
    for (const { login, active } of accounts) {
      const reply = await program.send('session.sign-in', { path: register, login, passphrase });
      expect(reply.ok, login).toBe(active);
    }
  },
  async erase(program, register, said) {
    await signIn(program, register);
    const database = databaseOf(program);
    const rows = database.prepare('SELECT id, record_id, state, swept_at FROM erasure').all();
    expect(rows).toHaveLength(40);
    const erased = rows.filter(({ state }) => state === 'erased');
    // Erased and not acknowledged: the kill came between. Never the other way round.
    expect(erased.map(({ id }) => id)).toEqual(expect.arrayContaining(said.map(([, id]) => id)));
    // Search index and journal, where the kill came before they were emptied: the sign-in has done it.
    expect(erased.filter((row) => row.swept_at === null)).toEqual([]);
    const count = (sql: string, id: unknown): number => Number(database.prepare(sql).pluck().get(id));
    for (const { record_id: id, state } of rows) {
      const isThere = state === 'proposed';
      expect(count('SELECT count(*) FROM victim WHERE id = ?', id)).toBe(isThere ? 1 : 0);
      expect(count('SELECT count(*) FROM history WHERE record_id = ?', id) > 0).toBe(isThere);
      expect(count('SELECT count(*) FROM status_decision WHERE record_id = ?', id) > 0).toBe(isThere);
      const changes = count('SELECT count(*) FROM change WHERE record_id = ?', id);
      expect(changes).toBe(isThere ? 0 : 1);
    }
    const texts = Number(database.prepare('SELECT count(*) FROM victim__text_docsize').pluck().get());
    expect(texts).toBe(Number(database.prepare('SELECT count(*) FROM victim').pluck().get()));
    await expectSound(program);
  },
  async count(program, register) {
    await signIn(program, register);
    const tablesOf = tablesOfRegister(databaseOf(program), 'victims');
    for (const id of ['K9', 'T15', 'T16']) {
      const { tables } = await program.call('statistics.table', { id, period: '2025', view: 'internal' });
      const counts = (of: typeof tables) => of.map(({ cells }) => cells.map((row) => row.map(({ count }) => count)));
      // Columns that were stored up to the kill, and the changes after them, against every record read anew.
      expect(counts(tables)).toEqual(counts(tablesOf(id, '2025') as typeof tables));
      expect(counts(tables).flat(2).some(Boolean)).toBe(true);
    }
    await expectSound(program);
  },
  async restore(program, register) {
    const parent = dirname(register);
    const kept = readdirSync(parent).filter((name) => name.startsWith(`${basename(register)}-before-restore-`));
    // Between two renames the register stands only beside its place, whole.
    const path = existsSync(register) ? register : join(parent, kept.toSorted().at(-1) ?? 'none');
    await signIn(program, path);
    expect(await visibleRecords(program)).toBeGreaterThan(40);
    await expectSound(program);
    await program.call('session.lock', {});
    for (const name of kept) rmSync(join(parent, name), { recursive: true, force: true });
  },
};

const plan = modes.map((mode, place) => ({
  mode,
  times: Math.floor(kills / modes.length) + (place < kills % modes.length ? 1 : 0),
}));

test.skipIf(!isBuilt).for(plan.filter(({ times }) => times > 0))(
  'a kill during $mode loses nothing and leaves nothing half done ($times)',
  { timeout: 3_600_000 },
  async ({ mode, times }) => {
    const { program, register, argument } = await prepare(mode);
    const random = createRandom(seed + modes.indexOf(mode));
    for (let n = 0; n < times; n += 1) {
      const copy = join(program.folder, `copy-${n}`);
      cpSync(register, copy, { recursive: true });
      const afterMs = Math.floor(random() * spanMs[mode]);
      const said = await workUntilKilled(program, copy, mode, argument, afterMs);
      try {
        await checks[mode](program, copy, said, argument);
      } catch (cause) {
        throw new Error(`kill ${n} of ${mode} after ${afterMs} ms (seed ${seed})`, { cause });
      }
      await program.send('session.lock', {});
      rmSync(copy, { recursive: true, force: true });
    }
  },
);
