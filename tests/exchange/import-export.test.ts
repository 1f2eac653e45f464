/** Import and export through the whole program: every problem told at its place, all or nothing, and back again. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Decrypter } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { noDialogs } from '#electron/ipc/console-host.ts';
import { startDataWorker } from '#electron/ipc/data-worker-client.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { builtDataWorker, isBuilt } from '../durability/built.ts';
import { openProgram, openRegister, type Program, passphrase, signInAs } from '../program/open-program.ts';
import { readRows } from '../recount/read-export.ts';

const asFile = (entity: string, file: string) => ({ entity, file, encoding: 'auto', delimiter: 'auto' }) as const;
type Lists = Readonly<Record<string, string>>;

function writeLists(program: Program, lists: Lists) {
  return Object.entries(lists).map(([entity, text]) => {
    const file = join(program.folder, `${entity}.csv`);
    writeFileSync(file, text);
    return asFile(entity, file);
  });
}

const importLists = (program: Program, lists: Lists, commit = true) =>
  program.runJob('exchange.import', { files: writeLists(program, lists), commit });

function databaseOf(program: Program) {
  const session = program.services.sessions.current();
  if (!session) throw new Error('nobody is signed in');
  return session.register.database;
}

/** Rows of every table but the log of accesses. */
const stored = (program: Program): Record<string, number> => {
  const { sql } = databaseOf(program);
  const tables = sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'audit_entry'`).pluck().all();
  return Object.fromEntries((tables as string[]).map((name) => [name, Number(sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]));
};

const bad: readonly (readonly [what: string, lists: Lists, problems: readonly object[]])[] = [
  ['an unknown column', { victim: 'id,sex,shoe_size\n1,female,38\n' }, [{ line: 1, column: 'shoe_size', code: 'UNKNOWN_COLUMN' }]],
  ['a missing key column', { victim: 'sex\nfemale\n' }, [{ line: 1, column: 'id', code: 'MISSING_COLUMN' }]],
  ['an unknown code', { victim: 'id,sex\n1,female\n\n2,woman\n' }, [{ line: 4, column: 'sex', code: 'UNKNOWN_CODE' }]],
  ['a wrong number of fields', { victim: 'id,sex\n1,female\n2,male,x\n3\n' }, [{ line: 3, column: null, code: 'WRONG_FIELD_COUNT' }, { line: 4, column: null, code: 'WRONG_FIELD_COUNT' }]],
  ['a key twice', { victim: 'id,sex\n1,female\n"1",male\n' }, [{ line: 3, column: 'id', code: 'DUPLICATE_KEY' }]],
  ['a record without a key', { victim: 'id,sex\n ,female\n' }, [{ line: 2, column: 'id', code: 'REQUIRED' }]],
  [
    'a child without its record',
    { victim: 'id,sex\n1,female\n', journey_leg: 'victim_id,border_point\n1,a\n"2","b\nc"\n1,d\n3,e\n' },
    [{ line: 3, column: 'victim_id', code: 'NO_PARENT' }, { line: 6, column: 'victim_id', code: 'NO_PARENT' }],
  ],
  ['two identities of one record', { victim: 'id\n1\n', victim_identity: 'victim_id,first_name\n1,A\n1,B\n' }, [{ line: 3, column: 'victim_id', code: 'DUPLICATE_KEY' }]],
  ['a word for a number and a day that never was', { victim: 'id,registration_date,birth_year\n1,2025-02-30,two\n' }, [{ line: 2, column: 'registration_date', code: 'NOT_A_DATE' }, { line: 2, column: 'birth_year', code: 'NOT_A_NUMBER' }]],
  ['a marker that the field does not know', { victim: 'id,sex\n1,?perhaps\n' }, [{ line: 2, column: 'sex', code: 'MARKER_NOT_ALLOWED' }]],
  ['a text that is too long', { victim: `id,justice_case_ref\n1,${'x'.repeat(41)}\n` }, [{ line: 2, column: 'justice_case_ref', code: 'TOO_LONG' }]],
  ['bad quoting behind other problems', { victim: 'id,sex\n1,woman\n2,"fe"male"\n' }, [{ line: 2, column: 'sex', code: 'UNKNOWN_CODE' }, { line: 3, column: null, code: 'BAD_QUOTING' }]],
  ['a file without a line', { victim: '' }, [{ line: 1, column: null, code: 'MISSING_COLUMN' }]],
];

test.for(bad)('%s is told with file, line and column, and nothing is kept', async ([, lists, expected]) => {
  const program = await openRegister();
  const before = stored(program);
  const result = await importLists(program, lists);
  expect(result.committed).toBe(false);
  expect(result.problems).toMatchObject(expected);
  expect(result.problemCount).toBe(expected.length);
  const names = result.problems.map(({ file }) => file);
  for (const file of names) expect(Object.keys(lists).some((entity) => file.endsWith(`${entity}.csv`))).toBe(true);
  expect(stored(program)).toEqual(before);
});

test('one bad row keeps a thousand good ones out, and a dry run changes nothing', async () => {
  const program = await openRegister();
  const rows = Array.from({ length: 1_000 }, (_, n) => `${n},female`);
  const before = stored(program);
  expect(await importLists(program, { victim: ['id,sex', ...rows, 'x,woman'].join('\n') })).toMatchObject({ committed: false, problemCount: 1 });
  expect(stored(program)).toEqual(before);
  const good = { victim: ['id,sex', ...rows].join('\n') };
  expect(await importLists(program, good, false)).toMatchObject({ committed: false, problemCount: 0, records: 1_000 });
  expect(stored(program)).toEqual(before);
  expect(await importLists(program, good)).toMatchObject({ committed: true, records: 1_000 });
  expect((await program.call('record.count', {})).counts.victim).toBe(1_000);
});

type Content = { values: Record<string, unknown>; groups: Record<string, Record<string, unknown>[]> };

/** What was typed into every record, in the order of entry: ages also follow from birth dates, which never leave. */
function contents(program: Program, entity: string): Content[] {
  const index = indexOfKind('victims');
  const entities = [entity, ...index.groupsOf(entity).map(({ id }) => id)];
  const typed = new Set(entities.flatMap((each) => index.fieldsOf(each).filter(isTyped).map(({ id }) => id)));
  const store = storeOf(databaseOf(program), 'victims').of(entity);
  const plain = (values: object) => Object.fromEntries(Object.entries(values).filter(([id]) => typed.has(id)).toSorted());
  const all = [...store.reader.iterate()];
  return all.map(({ content }) => ({
    values: plain(content.values),
    groups: Object.fromEntries(Object.entries(content.groups).map(([group, rows]) => [group, rows.map(({ values }) => plain(values))])),
  }));
}

test('what an identified export wrote gives the same records in another register', { timeout: 300_000 }, async () => {
  const source = await openRegister();
  await source.runJob('training.generate', { records: 400, seed: 9 });
  const folder = join(source.folder, 'out');
  mkdirSync(folder);
  await source.runJob('exchange.export', { folder, labels: 'sq', identifiedReason: 'Move to another register.', clear: true });
  const target = await openRegister();
  // Institutions belong to the installation.
  const { sql } = databaseOf(source);
  const institutions = sql.prepare(`SELECT * FROM reference_entry WHERE list = 'INST'`).all() as Record<string, unknown>[];
  for (const row of institutions) {
    const names = Object.keys(row);
    databaseOf(target)
      .sql.prepare(`INSERT OR REPLACE INTO reference_entry (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(Object.values(row));
  }
  const files = readdirSync(folder).map((name) => asFile(name.replace('.csv', ''), join(folder, name)));
  const result = await target.runJob('exchange.import', { files, commit: true });
  expect(result.problems.slice(0, 5)).toEqual([]);
  expect(result.committed).toBe(true);
  for (const entity of ['victim', 'prevented_case']) {
    const [before, after] = [contents(source, entity), contents(target, entity)];
    expect(after).toHaveLength(before.length);
    const differing = before.flatMap((content, n) => (JSON.stringify(content) === JSON.stringify(after[n]) ? [] : [n]));
    for (const n of differing.slice(0, 2)) expect(after[n]).toEqual(before[n]);
    expect(differing).toEqual([]);
  }
});

test('texts that a spreadsheet would run leave harmless and come back as they were', async () => {
  const program = await openRegister();
  const texts = ['=1+1', '+38344123456', '-2+3', '@SUM(A1)', "'=x", '=HYPERLINK("http://x","y")', '\tx', '-5', '?x', '??', '#note', 'a;b,"c"', 'ë\nđ'];
  for (const text of texts) {
    const { meta } = await program.call('record.create', { entity: 'victim' });
    const content = { values: { justice_case_ref: text }, groups: {} };
    await program.call('record.save', { id: meta.id, revision: meta.revision, content, reason: null });
  }
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason: 'Checked by hand.', clear: true });
  const cells = readRows(folder, 'victim').map(({ justice_case_ref: cell = '' }) => cell);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]\d+$/.test(cell))).toEqual([]);
  const before = contents(program, 'victim').map(({ values }) => values.justice_case_ref);
  const target = await openRegister();
  const files = [asFile('victim', join(folder, 'victim.csv'))];
  expect((await target.runJob('exchange.import', { files, commit: true })).problems).toEqual([]);
  expect(contents(target, 'victim').map(({ values }) => values.justice_case_ref)).toEqual(before);
});

test('an encrypted export opens with the age format and its passphrase, and only with it', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 30, seed: 2 });
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  const result = await program.runJob('exchange.export', { folder, labels: null, identifiedReason: null, clear: false });
  expect(result.encrypted).toBe(true);
  expect(readdirSync(folder).filter((name) => !name.endsWith('.csv.age'))).toEqual([]);
  for (const name of ['victim.csv.age', 'journey_leg.csv.age']) {
    const bytes = readFileSync(join(folder, name));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(result.passphrase ?? '');
    expect(await decrypter.decrypt(bytes, 'text')).toMatch(/^id,/);
  }
  const wrong = new Decrypter();
  wrong.addPassphrase(`${result.passphrase}x`);
  await expect(wrong.decrypt(readFileSync(join(folder, 'victim.csv.age')))).rejects.toThrow();
});

test('a pseudonymised export has no id, code, number, municipality, text, language or special category of the register', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 300, seed: 6 });
  await signInAs(program, ['analyst']);
  const folder = join(program.folder, 'out');
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: 'sq', identifiedReason: null, clear: true });
  const index = indexOfKind('victims');
  const files = readdirSync(folder);
  expect(files).not.toContain('victim_identity.csv');
  const everything = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const { sql } = databaseOf(program);
  const column = (query: string): string[] => (sql.prepare(query).pluck().all() as unknown[]).map(String);
  const secrets = [
    ...column('SELECT id FROM victim'),
    ...column('SELECT id FROM prevented_case'),
    ...column('SELECT code FROM victim WHERE code IS NOT NULL'),
    ...column('SELECT code FROM prevented_case WHERE code IS NOT NULL'),
    ...index.groupsOf('victim').flatMap(({ id }) => column(`SELECT id FROM "${id}"`)),
    ...column('SELECT id FROM account'),
    ...column('SELECT justice_case_ref FROM victim WHERE justice_case_ref IS NOT NULL'),
    ...column('SELECT border_point FROM journey_leg WHERE border_point IS NOT NULL'),
  ].filter((secret) => secret.length > 3);
  expect(secrets.length).toBeGreaterThan(500);
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  expect(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/.test(everything)).toBe(false);
  const hidden = index.register.fields.filter(
    ({ sensitivity, list, type, meta }) =>
      sensitivity === 'special' || sensitivity === 'direct' || list === 'MUNI' || list === 'LANG' || (type === 'text' && meta === undefined),
  );
  const headers = files.flatMap((name) => (readFileSync(join(folder, name), 'utf8').split('\r\n', 1)[0] ?? '').split(','));
  expect(hidden.filter(({ id }) => headers.includes(id)).map(({ id }) => id)).toEqual([]);
  for (const row of readRows(folder, 'victim')) {
    expect(row.victim_number ?? '').toBe('');
    for (const { id } of index.fieldsOf('victim').filter(({ sensitivity, type }) => sensitivity === 'quasi' && type === 'int')) {
      const cell = row[id] ?? '';
      if (/^\d+$/.test(cell)) expect(Number(cell) % 5, id).toBe(0);
    }
  }
  // Two exports cannot be laid side by side.
  const again = join(program.folder, 'again');
  mkdirSync(again);
  await program.runJob('exchange.export', { folder: again, labels: null, identifiedReason: null, clear: true });
  const ids = new Set(readRows(folder, 'victim').map(({ id }) => id));
  expect(readRows(again, 'victim').filter(({ id }) => ids.has(id))).toEqual([]);
});

test.skipIf(!isBuilt)('an officer who saves during an import of 3,000 records never waits longer than a second', async () => {
  const program = openProgram();
  const options = { userData: join(program.folder, 'workstation'), version: '0.1.0', runtime: 'console', demo: false, locale: 'en' } as const;
  const data = startDataWorker(pathToFileURL(builtDataWorker), options, { print: () => Promise.reject(new Error('no printer')), ...noDialogs });
  onTestFinished(() => data.stop());
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const reply = await data.request(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value as T;
  };
  let outcome: { ok: boolean; value?: { committed: boolean; records: number } } | undefined;
  data.onEvent((name, payload) => {
    if (name === 'job.finished') outcome = (payload as { outcome: typeof outcome }).outcome;
  });
  await call('register.create', {
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
  type Saved = { meta: { id: string; revision: number } };
  let { meta } = await call<Saved>('record.create', { entity: 'victim' });
  const rows = Array.from({ length: 3_000 }, (_, n) => `${n},case ${n},female,2025-03-04,yes`);
  const lists = { victim: ['id,justice_case_ref,sex,registration_date,consent_given', ...rows].join('\n') };
  await call('exchange.import', { files: writeLists(program, lists), commit: true });
  const waits: number[] = [];
  for (let n = 0; outcome === undefined; n += 1) {
    const content = { values: { justice_case_ref: `draft ${n}` }, groups: {} };
    const started = performance.now();
    ({ meta } = await call<Saved>('record.save', { id: meta.id, revision: meta.revision, content, reason: null }));
    waits.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(outcome).toMatchObject({ ok: true, value: { committed: true, records: 3_000 } });
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.max(...waits)).toBeLessThan(1_000);
});
