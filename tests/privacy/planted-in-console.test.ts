/** The same search over what the built program leaves when it runs as a process: its temporary folder included. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Console, consoleIn, isBuilt, type Ran } from './console.ts';
import { planted, plantedWord, scanFolder } from './markers.ts';

const passphrase = `${planted(63)} bakilo-temuna`;
const login = plantedWord(61);

async function succeed(ran: Promise<Ran>): Promise<unknown> {
  const { status, out, error } = await ran;
  expect({ status, error }).toEqual({ status: 0, error: '' });
  return JSON.parse(out);
}

async function enterRecord(program: Console, register: readonly string[]): Promise<void> {
  const call = (name: string, input: unknown) =>
    succeed(program.run(passphrase, ['call', name, '-', ...register], JSON.stringify(input)));
  const { meta } = (await call('record.create', { entity: 'victim' })) as { meta: { id: string; revision: number } };
  const { id, revision } = meta;
  const values = { justice_case_ref: planted(10), consent_given: 'yes' };
  const saved = (await call('record.save', { id, revision, content: { values, groups: {} }, reason: planted(12) })) as {
    meta: { revision: number };
  };
  await call('identity.save', {
    recordId: id,
    revision: saved.meta.revision,
    values: { first_name: planted(1), last_name: plantedWord(2, 2), date_of_birth: '1999-04-17' },
  });
}

test.skipIf(!isBuilt)('no process of the program leaves what was typed in any file', { timeout: 300_000 }, async () => {
  const home = mkdtempSync(join(tmpdir(), 'kriter-console-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  for (const name of ['tmp', 'workstation', 'desk', 'encrypted', 'stick']) mkdirSync(join(home, name));
  const program = consoleIn(home);
  const register = ['--register', join(home, 'register'), '--user', login];
  const described = ['--kind', 'victims', '--institution', planted(60), '--country', 'XKX', '--language', 'mk'];
  const all = ['--roles', 'administrator,supervisor,officer,analyst', '--recovery', join(home, 'desk', 'sheet')];
  await succeed(program.run(passphrase, ['create', ...register, ...described, ...all]));
  await enterRecord(program, register);

  const good = join(home, 'desk', 'good.csv');
  const bad = join(home, 'desk', 'bad.csv');
  writeFileSync(good, `id,justice_case_ref\n1,${planted(21)}\n`);
  writeFileSync(bad, `id,sex,${plantedWord(22)}\n1,${plantedWord(24)},x\n2,"a"${planted(25)}",x\n`);
  await succeed(program.run(passphrase, ['import', ...register, '--entity', 'victim', good]));
  const refused = (await succeed(program.run(passphrase, ['import', ...register, '--entity', 'victim', bad]))) as {
    committed: boolean;
  };
  expect(refused.committed).toBe(false);
  expect(await program.run(planted(65), ['check', ...register])).toMatchObject({ status: 1 });
  await succeed(
    program.run(passphrase, ['export', ...register, '--out', join(home, 'encrypted'), '--reason', planted(30)]),
  );
  const { file } = (await succeed(program.run(passphrase, ['backup', ...register, '--to', join(home, 'stick')]))) as {
    file: string;
  };
  await succeed(program.run(passphrase, ['verify', file, '--user', login]));
  const restored = ['--register', join(home, 'restored'), '--user', login];
  await succeed(program.run(passphrase, ['restore', file, ...restored]));

  const isPublic = (path: string, text: string): boolean =>
    (/header(\.copy)?\.json$/.test(path) && /6[01]x/i.test(text)) ||
    (/\.kriter$|attempts\.json$/.test(path) && /61x/i.test(text));
  const hits = scanFolder(home, (path, text) => path.startsWith('desk/') || isPublic(path, text));
  expect(hits).toEqual([]);
  // What the program laid there for a moment is gone.
  expect(readdirSync(join(home, 'tmp')).filter((name) => !name.startsWith('node-compile-cache'))).toEqual([]);
});
