import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyMade, type Sheets } from '../program/made-registers.ts';
import { startProgram } from '../program/open-program.ts';
import { registerPlan } from './made-register.ts';

const root = join(import.meta.dirname, '../..');
const passphrase = 'bakilo-temuna-rofeti-ganipu';
const folder = mkdtempSync(join(tmpdir(), 'kriter-console-'));
const at = (...names: string[]) => join(folder, ...names);
/** The register that the commands made. */
const session = ['--register', at('register'), '--user', 'arta'];
/** A copy of one that was made before, with a passphrase that costs little: for what takes many starts. */
const copied = ['--register', at('copied'), '--user', 'arta'];

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs `kriter WORDS` as its own process, as `npm run kriter` does. */
function kriter(words: readonly string[], options: { input?: string; environment?: Record<string, string> } = {}) {
  const program = [join(root, 'preview/run.ts'), join(root, 'out/main/main.js'), '--console', ...words];
  const environment = { KRITER_USER_DATA: at('workstation'), ...options.environment };
  return new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, program, { cwd: folder, env: { ...process.env, ...environment } });
    const outcome = { out: '', error: '' };
    child.stdout.on('data', (piece) => (outcome.out += piece));
    child.stderr.on('data', (piece) => (outcome.error += piece));
    child.stdin.end(options.input ?? '');
    child.on('close', (code) => resolve({ code, ...outcome }));
  });
}

async function answer(words: readonly string[], input = `${passphrase}\n`) {
  const { code, out, error } = await kriter(words, { input });
  expect(error).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

async function makeWithRecords(path: string): Promise<Sheets> {
  const maker = startProgram(path);
  try {
    const plan = registerPlan(path, 'victims', ['administrator', 'supervisor', 'officer', 'analyst']);
    const administrator = { ...plan.administrator, login: 'arta', passphrase };
    const { sheets } = await maker.call('register.create', { ...plan, administrator, training: true });
    await maker.runJob('training.generate', { records: 300, seed: 5 });
    return sheets;
  } finally {
    await maker.close();
  }
}

beforeAll(async () => {
  for (const name of ['workstation', 'out', 'backups']) mkdirSync(at(name));
  await copyMade({ console: 'arta' }, at('copied'), makeWithRecords);
  const words = ['--institution', 'Ministria e Brendshme', '--country', 'XKX', '--language', 'sq', '--user', 'arta'];
  const made = await answer(
    ['create', '--register', at('register'), '--kind', 'victims', ...words, '--recovery', at('sheet.txt')].concat([
      '--roles',
      'administrator,supervisor,officer,analyst',
    ]),
  );
  expect(made.rehearsed).toBe(false);
  expect(await answer(['generate', ...session, '--records', '300', '--seed', '5'])).toEqual({ records: 300, seed: 5 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('wrong usage, an unknown word and a missing passphrase end with 2 and the usage', async () => {
  for (const words of [[], ['nothing'], ['table', 'T15', '--register', 'x'], ['check', '--unknown']]) {
    const { code, error } = await kriter(words);
    expect(code).toBe(2);
    expect(error).toContain('kriter COMMAND');
  }
});

test('a refusal ends with 1 and names its code on standard error', async () => {
  const { code, out, error } = await kriter(['table', 'T15', ...copied, '--period', '2025'], { input: 'wrong\n' });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(JSON.parse(error)).toEqual({ error: { code: 'WRONG_PASSPHRASE', params: {} } });
});

test('the contract names every procedure with roles, audit and JSON Schemas', async () => {
  const contract = await answer(['contract'], '');
  expect(contract['record.save']).toMatchObject({ roles: ['officer', 'supervisor'], audit: 'always' });
  expect(contract['record.save'].input.properties).toHaveProperty('revision');
});

test('one procedure through the gates, its input as argument or after the passphrase', async () => {
  const listed = await answer(['call', 'account.list', '{}', ...session]);
  expect(listed.accounts[0].login).toBe('arta');
  const input = JSON.stringify({ idleMinutes: 7 });
  await answer(['call', 'settings.set', '-', ...session], `${passphrase}\n${input}`);
  const settings = await kriter(['call', 'settings.get', ...session], {
    environment: { KRITER_PASSPHRASE: passphrase },
  });
  expect(JSON.parse(settings.out).idleMinutes).toBe(7);
});

test('an account is added with its own passphrase and may do only what its roles allow', async () => {
  const environment = { KRITER_PASSPHRASE: passphrase, KRITER_NEW_PASSPHRASE: 'rofeti-ganipu-bakilo-temuna' };
  const by = ['--register', at('register'), '--by', 'arta', '--user', 'ana', '--roles', 'analyst'];
  expect((await kriter(['account', 'add', ...by], { environment })).code).toBe(0);
  const other = ['--register', at('register'), '--user', 'ana'];
  const own = { environment: { KRITER_PASSPHRASE: environment.KRITER_NEW_PASSPHRASE } };
  expect((await kriter(['table', 'K9', ...other, '--period', '2025', '--view', 'internal'], own)).code).toBe(0);
  const refused = await kriter(['backup', ...other, '--to', at('backups')], own);
  expect(JSON.parse(refused.error).error.code).toBe('FORBIDDEN');
});

test('a table, and the same table as print and as JSON with one digest', async () => {
  const { tables } = await answer(['table', 'T15', ...copied, '--period', '2025', '--view', 'public']);
  expect(tables[0]).toMatchObject({ id: 'T15', view: 'public', training: true });
  const report = ['report', 'T15', ...copied, '--period', '2025', '--language', 'sq'];
  const pdf = await answer([...report, '--format', 'pdf', '--out', at('t15.pdf')]);
  const json = await answer([...report, '--format', 'json', '--out', at('t15.json')]);
  expect(pdf.digest).toBe(json.digest);
  expect(readFileSync(at('t15.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the summary of a year in two languages and two formats, all with one digest', async () => {
  const words = ['summary', ...copied, '--period', '2025', '--language', 'mk,en', '--format', 'pdf,json'];
  const { files, digest } = await answer([...words, '--out', folder]);
  expect(files).toHaveLength(4);
  const texts = files.map(({ file }: { file: string }) => readFileSync(file, 'latin1'));
  expect(texts.filter((text: string) => text.startsWith('%PDF-'))).toHaveLength(2);
  expect(texts.filter((text: string) => text.includes(`"digest":"${digest}"`))).toHaveLength(2);
});

test('a template, an import that is refused whole, and one that is taken', async () => {
  const { out } = await kriter(['template', '--kind', 'victims', '--entity', 'prevented_case', '--language', 'sq']);
  expect(out.split('\r\n')[0]).toContain('prevented_adults');
  const columns =
    'id,prevented_registration_date,prevented_reporting_institution,prevented_date,prevented_stage,prevented_institution,prevented_adults,prevented_children';
  const row = (id: string, day: string) => `${id},2026-01-05,kp_thb,${day},at_border_exit,kp_thb,1,2`;
  const write = (...rows: string[]) => writeFileSync(at('cases.csv'), [columns, ...rows, ''].join('\r\n'));
  write(row('a', '2026-01-02'), row('b', '2026-02-31'));
  const wanted = ['import', ...copied, '--entity', 'prevented_case', at('cases.csv')];
  const refused = await answer(wanted);
  expect(refused).toMatchObject({ committed: false, problemCount: 1 });
  expect(refused.problems[0]).toMatchObject({ line: 3, column: 'prevented_date', code: 'NOT_A_DATE' });
  write(row('a', '2026-01-02'), row('b', '2026-01-03'));
  expect(await answer([...wanted, '--dry-run'])).toMatchObject({ committed: false, problemCount: 0, records: 2 });
  expect(await answer(wanted)).toMatchObject({ committed: true, records: 2 });
});

test('an export in clear has one file per entity, an encrypted one none in clear', async () => {
  mkdirSync(at('clear'));
  await answer(['export', ...copied, '--out', at('clear'), '--clear', '--labels', 'sq']);
  expect(readdirSync(at('clear'))).toContain('exploitation.csv');
  mkdirSync(at('closed'));
  const { passphrase: shown } = await answer(['export', ...copied, '--out', at('closed')]);
  expect(shown.length).toBeGreaterThan(20);
  expect(readdirSync(at('closed')).every((name) => name.endsWith('.csv.age'))).toBe(true);
});

test('backup, verify, restore by sheet and by account, check with the seal of the backup', async () => {
  const { file, contents } = await answer(['backup', ...session, '--to', at('backups')]);
  expect(readdirSync(at('backups'))).toHaveLength(1);
  expect((await answer(['verify', file, '--user', 'arta'])).contents.counts).toEqual(contents.counts);
  expect((await answer(['verify', file, '--recovery', at('sheet.txt')], '')).contents.seal).toEqual(contents.seal);
  await answer(['restore', file, '--register', at('by-sheet'), '--recovery', at('sheet.txt')], '');
  await answer(['restore', file, '--register', at('by-account'), '--user', 'arta']);
  const seal = `${contents.seal.entry} ${contents.seal.mark}`;
  const checked = await answer(['check', '--register', at('by-account'), '--user', 'arta', '--seal', seal]);
  expect(checked.findings.filter(({ sound }: { sound: boolean }) => !sound)).toEqual([]);
  expect(checked.counts).toEqual(contents.counts);
});
