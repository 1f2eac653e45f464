/** Import and export through the whole program: every problem told at its place, all or nothing, and back again. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeOf } from '#electron/services/records/record-store.ts';
import { isTyped } from '#shared/dictionary/register-index.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { openRegister, type Program } from '../program/open-program.ts';
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
  const tables = sql
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'audit_entry'`)
    .pluck()
    .all();
  return Object.fromEntries(
    (tables as string[]).map((name) => [name, Number(sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
  );
};

const bad: readonly (readonly [what: string, lists: Lists, problems: readonly object[]])[] = [
  [
    'an unknown column',
    { victim: 'id,sex,shoe_size\n1,female,38\n' },
    [{ line: 1, column: 'shoe_size', code: 'UNKNOWN_COLUMN' }],
  ],
  ['a missing key column', { victim: 'sex\nfemale\n' }, [{ line: 1, column: 'id', code: 'MISSING_COLUMN' }]],
  ['an unknown code', { victim: 'id,sex\n1,female\n\n2,woman\n' }, [{ line: 4, column: 'sex', code: 'UNKNOWN_CODE' }]],
  [
    'a wrong number of fields',
    { victim: 'id,sex\n1,female\n2,male,x\n3\n' },
    [
      { line: 3, column: null, code: 'WRONG_FIELD_COUNT' },
      { line: 4, column: null, code: 'WRONG_FIELD_COUNT' },
    ],
  ],
  ['a key twice', { victim: 'id,sex\n1,female\n"1",male\n' }, [{ line: 3, column: 'id', code: 'DUPLICATE_KEY' }]],
  ['a record without a key', { victim: 'id,sex\n ,female\n' }, [{ line: 2, column: 'id', code: 'REQUIRED' }]],
  [
    'a child without its record',
    { victim: 'id,sex\n1,female\n', journey_leg: 'victim_id,border_point\n1,a\n"2","b\nc"\n1,d\n3,e\n' },
    [
      { line: 3, column: 'victim_id', code: 'NO_PARENT' },
      { line: 6, column: 'victim_id', code: 'NO_PARENT' },
    ],
  ],
  [
    'two identities of one record',
    { victim: 'id\n1\n', victim_identity: 'victim_id,first_name\n1,A\n1,B\n' },
    [{ line: 3, column: 'victim_id', code: 'DUPLICATE_KEY' }],
  ],
  [
    'a word for a number and a day that never was',
    { victim: 'id,registration_date,birth_year\n1,2025-02-30,two\n' },
    [
      { line: 2, column: 'registration_date', code: 'NOT_A_DATE' },
      { line: 2, column: 'birth_year', code: 'NOT_A_NUMBER' },
    ],
  ],
  [
    'a marker that the field does not know',
    { victim: 'id,sex\n1,?perhaps\n' },
    [{ line: 2, column: 'sex', code: 'MARKER_NOT_ALLOWED' }],
  ],
  [
    'a text that is too long',
    { victim: `id,justice_case_ref\n1,${'x'.repeat(41)}\n` },
    [{ line: 2, column: 'justice_case_ref', code: 'TOO_LONG' }],
  ],
  [
    'bad quoting behind other problems',
    { victim: 'id,sex\n1,woman\n2,"fe"male"\n' },
    [
      { line: 2, column: 'sex', code: 'UNKNOWN_CODE' },
      { line: 3, column: null, code: 'BAD_QUOTING' },
    ],
  ],
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
  expect(await importLists(program, { victim: ['id,sex', ...rows, 'x,woman'].join('\n') })).toMatchObject({
    committed: false,
    problemCount: 1,
  });
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
  const typed = new Set(
    entities.flatMap((each) =>
      index
        .fieldsOf(each)
        .filter(isTyped)
        .map(({ id }) => id),
    ),
  );
  const store = storeOf(databaseOf(program), 'victims').of(entity);
  const plain = (values: object) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([id]) => typed.has(id))
        .toSorted(),
    );
  const all = [...store.reader.iterate()];
  return all.map(({ content }) => ({
    values: plain(content.values),
    groups: Object.fromEntries(
      Object.entries(content.groups).map(([group, rows]) => [group, rows.map(({ values }) => plain(values))]),
    ),
  }));
}

test('what an identified export wrote gives the same records in another register', { timeout: 300_000 }, async () => {
  const source = await openRegister();
  await source.runJob('training.generate', { records: 400, seed: 9 });
  const folder = join(source.folder, 'out');
  mkdirSync(folder);
  await source.runJob('exchange.export', {
    folder,
    labels: 'sq',
    identifiedReason: 'Move to another register.',
    clear: true,
  });
  const target = await openRegister();
  // Institutions belong to the installation.
  const { sql } = databaseOf(source);
  const institutions = sql.prepare(`SELECT * FROM reference_entry WHERE list = 'INST'`).all() as Record<
    string,
    unknown
  >[];
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
  const texts = [
    '=1+1',
    '+38344123456',
    '-2+3',
    '@SUM(A1)',
    "'=x",
    '=HYPERLINK("http://x","y")',
    '\tx',
    '-5',
    '?x',
    '??',
    '#note',
    'a;b,"c"',
    'ë\nđ',
  ];
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
