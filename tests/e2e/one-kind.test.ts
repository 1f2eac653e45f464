/** A program that works on one kind of register has read nothing of the other: neither its dictionary nor its rules. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { kindsIn, strayFields } from './loaded-kinds.ts';

const root = join(import.meta.dirname, '../..');
const passphrase = 'bakilo-temuna-rofeti-ganipu';
const folder = mkdtempSync(join(tmpdir(), 'kriter-kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `kriter WORDS` in a process of its own; returns the scripts of the build that it loaded in any of its threads. */
function loadedBy(name: string, words: readonly string[]): string[] {
  const loaded = join(folder, `${name}.loaded`);
  const program = [join(root, 'preview/run.ts'), join(root, 'out/main/main.js'), '--console', ...words];
  const environment = {
    ...process.env,
    KRITER_USER_DATA: join(folder, 'workstation'),
    KRITER_LOADED: loaded,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'note-loaded.mjs')}`,
  };
  const { status, stderr } = spawnSync(process.execPath, program, {
    cwd: folder,
    env: environment,
    input: `${passphrase}\n`,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(existsSync(loaded)).toBe(true);
  const urls = new Set(readFileSync(loaded, 'utf8').split('\n').filter(Boolean));
  return [...urls].map((url) => fileURLToPath(url)).filter((file) => file.startsWith(join(root, 'out/main')));
}

test('the build as a whole knows both kinds, so that one that is missing was not overlooked', () => {
  const chunks = join(root, 'out/main/chunks');
  const all = readdirSync(chunks).map((name) => join(chunks, name));
  expect(kindsIn(all)).toEqual({ declared: ['victims', 'justice'], spoken: ['victims', 'justice'] });
});

test.each([
  { kind: 'victims', other: 'justice', entity: 'victim' },
  { kind: 'justice', other: 'victims', entity: 'case' },
] as const)('making, listing, checking and backing up a register of $kind loads nothing of $other', (each) => {
  const { kind, other, entity } = each;
  const at = join(folder, kind);
  const user = ['--register', at, '--user', 'arta'];
  const who = ['--institution', 'Prokuroria Speciale', '--country', 'XKX', '--language', 'sq', '--user', 'arta'];
  mkdirSync(join(folder, `${kind}-backups`));
  const query = {
    entity,
    filters: [],
    binned: false,
    search: '',
    order: { by: 'number', descending: false },
    language: 'sq',
    columns: [],
    offset: 0,
    limit: 10,
    version: null,
    locate: null,
  };
  const loaded = [
    loadedBy(`${kind}-made`, [
      ...['create', '--register', at, '--kind', kind, ...who, '--recovery', join(folder, `${kind}.txt`)],
      ...['--roles', 'administrator,supervisor,officer,analyst'],
    ]),
    loadedBy(`${kind}-listed`, ['call', 'record.list', JSON.stringify(query), ...user]),
    loadedBy(`${kind}-checked`, ['check', ...user]),
    loadedBy(`${kind}-saved`, ['backup', '--to', join(folder, `${kind}-backups`), ...user]),
    loadedBy(`${kind}-template`, ['template', '--kind', kind, '--entity', entity, '--language', 'mk']),
  ].flat();
  // The threads are seen as well, or nothing here would prove anything.
  for (const thread of ['data-worker', 'list-worker', 'job-worker'])
    expect(loaded.some((file) => file.endsWith(`${thread}.js`))).toBe(true);
  expect(kindsIn(loaded)).toEqual({ declared: [kind], spoken: [kind] });
  expect(strayFields(loaded, other)).toEqual([]);
});
