import { expect, test } from 'vitest';
import { storeOf } from '#electron/services/records/record-store.ts';
import type { Output } from '#shared/contract/contract.ts';
import type { Answers } from '#shared/contract/quality.ts';
import { answerKinds, delayMeasures, type QualityFilter } from '#shared/contract/quality-filter.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import { type Program, passphrase } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import {
  type By,
  type CountedEntry,
  type Declared,
  delaysOf,
  figuresOf,
  lineOf,
  rulesOf,
  within,
} from './naive-quality.ts';
import { databaseOf, openQualityProgram, type QualityProgram } from './quality-program.ts';

type Table = Output<'quality.table'>;

/** Fields that an officer types, outside the vault, with their need, as the data dictionary has them. */
const typedFields = (entity: string) => {
  const groups = victims.entities.filter(({ parent, role }) => parent === entity && role === 'group');
  const ordinals = groups.flatMap(({ ordinal }) => ordinal ?? []);
  const entities = [entity, ...groups.map(({ id }) => id)];
  return victims.fields.filter(
    (field) =>
      entities.includes(field.entity) &&
      field.derived !== true &&
      field.meta === undefined &&
      !ordinals.includes(field.id),
  );
};

const declaredOf: Record<string, Declared> = {
  victim: {
    entity: 'victim',
    fields: typedFields('victim'),
    registered: 'registration_date',
    office: 'reporting_institution',
    delayFrom: 'identification_date',
  },
  prevented_case: {
    entity: 'prevented_case',
    fields: typedFields('prevented_case'),
    registered: 'prevented_registration_date',
    office: 'prevented_reporting_institution',
    delayFrom: 'prevented_date',
  },
};

const localDay = (iso: string): string => {
  const day = new Date(iso);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** What counts, straight from the register. */
function entriesOf({ program, lastCompleted }: Pick<QualityProgram, 'program' | 'lastCompleted'>, entity: string) {
  const database = databaseOf(program);
  return [...storeOf(database, 'victims').of(entity).reader.iterate()]
    .filter(({ meta }) => meta.completedRevision !== null)
    .map(
      ({ meta, content }): CountedEntry => ({
        id: meta.id,
        content: lastCompleted.get(meta.id) ?? content,
        enteredBy: meta.enteredBy,
        enteredOn: localDay(meta.createdAt),
        findings: database
          .prepare('SELECT rule, confirmed FROM record_finding WHERE record_id = ?')
          .all(meta.id)
          .map(({ rule, confirmed }) => ({ rule: String(rule), confirmed: confirmed === 1 })),
      }),
    );
}

const isCore = ({ required }: { required: string }): boolean => required !== 'N';

/** Compares every number of an answer with a recount over the same entries. */
function expectSame(table: Table, all: readonly CountedEntry[], declared: Declared, by: By): void {
  const { entity, fields } = declared;
  const shown = table.line === null ? all : all.filter((entry) => lineOf(entry, declared, by) === table.line);
  for (const each of table.fields) {
    const field = fields.find(({ id }) => id === each.field);
    expect(field?.entity).toBe(each.entity);
    expect(each.core).toBe(field !== undefined && isCore(field));
    expect(each.answers, each.field).toEqual(figuresOf(shown, entity, field === undefined ? [] : [field]));
  }
  expect(table.fields.map(({ field }) => field).toSorted()).toEqual(fields.map(({ id }) => id).toSorted());
  for (const { section, core, all: whole } of table.sections) {
    const inSection = fields.filter((field) => field.section === section);
    expect(whole, section).toEqual(figuresOf(shown, entity, inSection));
    expect(core, section).toEqual(figuresOf(shown, entity, inSection.filter(isCore)));
  }
  const found = Object.fromEntries((table.rules ?? []).map(({ rule, open, confirmed }) => [rule, { open, confirmed }]));
  expect(found).toEqual(rulesOf(shown));
  const keys = by === null ? [] : [...new Set(all.map((entry) => lineOf(entry, declared, by)))];
  expect(table.lines.map(({ key }) => key ?? '*').toSorted()).toEqual(['*', ...keys].toSorted());
  for (const line of table.lines) {
    const of = line.key === null ? all : all.filter((entry) => lineOf(entry, declared, by) === line.key);
    expect(line.records).toBe(of.length);
    expect(line.all).toEqual(figuresOf(of, entity, fields));
    expect(line.core).toEqual(figuresOf(of, entity, fields.filter(isCore)));
    expect(line.open).toBe(of.filter(({ findings }) => findings.some(({ confirmed }) => !confirmed)).length);
    expect(line.confirmed).toBe(of.filter(({ findings }) => findings.some(({ confirmed }) => confirmed)).length);
    expect(line.delays[0]).toMatchObject({ ...delaysOf(of, declared), imputed: 0, to: null });
  }
  table.lines.slice(1).forEach((line, at) => {
    table.years?.years.forEach((year, column) => {
      const of = all.filter(
        (entry) => lineOf(entry, declared, by) === line.key && lineOf(entry, declared, 'year') === year,
      );
      const { applies, filled } = figuresOf(of, entity, fields.filter(isCore));
      const cell = { records: of.length, applies: applies?.count, filled: filled?.count };
      expect(table.years?.cells[at]?.[column]).toEqual(cell);
    });
  });
}

const total = async (program: Program, entity: string, filters: QualityFilter[]): Promise<number> =>
  (await program.call('record.list', listOf(entity, { filters, limit: 1 }))).total;

let quality: QualityProgram;

async function open(): Promise<void> {
  quality = await openQualityProgram(400, Number(process.env['QUALITY_SEED'] ?? 20_261_120));
}

test('every figure equals a recount by plain loops, for every period and breakdown', async () => {
  await open();
  const { program } = quality;
  const periods = [
    [null, null, null],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2023-04-15..2025-02-10', '2023-04-15', '2025-02-10'],
    ['1990', '1990-01-01', '1990-12-31'],
  ] as const;
  for (const [entity, declared] of Object.entries(declaredOf)) {
    const entries = entriesOf(quality, entity);
    expect(entries.length).toBeGreaterThan(3);
    for (const [period, from, to] of periods) {
      const counted = entries.filter((entry) => within(entry, declared, from, to));
      for (const by of [null, 'office', 'officer', 'year'] as const) {
        const whole = await program.call('quality.table', { entity, period, by, line: null });
        expectSame(whole, counted, declared, by);
        const line = whole.lines.at(-1)?.key ?? null;
        if (line === null) continue;
        expectSame(await program.call('quality.table', { entity, period, by, line }), counted, declared, by);
      }
    }
  }
  // The register holds something of everything that is counted.
  const all = figuresOf(entriesOf(quality, 'victim'), 'victim', declaredOf['victim']?.fields ?? []);
  for (const [kind, { count }] of Object.entries(all)) expect(count, kind).toBeGreaterThan(10);
  const delays = delaysOf(entriesOf(quality, 'victim'), declaredOf['victim'] as Declared);
  const { measured, late, before, unknown } = delays;
  for (const figure of [measured, late, before, unknown]) expect(figure).toBeGreaterThan(5);
  expect(quality.lastCompleted.size).toBeGreaterThan(10);
});

/** Figures of a table with the filters that open their records. */
function cellsOf(table: Table): { name: string; records: number; filters: QualityFilter[] }[] {
  const { entity: _entity, by, line } = table;
  const counted = (of: string | null, as = by) =>
    ({
      kind: 'counted',
      period: table.period?.text ?? null,
      own: table.scope === 'own',
      by: of === null ? null : as,
      line: of,
    }) as const;
  const answers = (
    name: string,
    of: Answers,
    filter: { field: string | null; section: string | null; core: boolean },
  ) =>
    answerKinds.map((answer) => ({
      name: `${name}.${answer}`,
      records: of[answer].records,
      filters: [counted(line), { kind: 'counted-answer' as const, ...filter, answer }],
    }));
  const findings = (of: string | null, rule: string | null, open: number, confirmed: number) =>
    [
      [false, open],
      [true, confirmed],
    ].map(([isConfirmed, records]) => ({
      name: `${rule}.${isConfirmed}`,
      records: Number(records),
      filters: [counted(of), { kind: 'finding' as const, rule, confirmed: Boolean(isConfirmed) }],
    }));
  return [
    ...table.fields.flatMap(({ field, answers: of }) => answers(field, of, { field, section: null, core: false })),
    ...table.sections.flatMap(({ section, core, all }) => [
      ...answers(section, core, { field: null, section, core: true }),
      ...answers(section, all, { field: null, section, core: false }),
    ]),
    ...(table.rules ?? []).flatMap(({ rule, open: found, confirmed }) => findings(line, rule, found, confirmed)),
    ...table.lines.flatMap((each) => [
      { name: `${each.key}`, records: each.records, filters: [counted(each.key)] },
      {
        name: `${each.key}.gap`,
        records: each.core.gap.records,
        filters: [
          counted(each.key),
          { kind: 'counted-answer' as const, field: null, section: null, core: true, answer: 'gap' as const },
        ],
      },
      ...findings(each.key, null, each.open ?? 0, each.confirmed ?? 0),
      ...each.delays.flatMap((delay) =>
        delayMeasures.map((measure) => ({
          name: `${each.key}.${delay.field}.${measure}`,
          records: delay[measure],
          filters: [counted(each.key), { kind: 'delay' as const, field: delay.field, measure }],
        })),
      ),
    ]),
    ...table.lines.slice(1).flatMap((each, at) =>
      (table.years?.years ?? []).map((year, column) => ({
        name: `${each.key}.${year}`,
        records: table.years?.cells[at]?.[column]?.records ?? 0,
        filters: [counted(each.key), counted(year, 'year')],
      })),
    ),
  ];
}

async function expectOpens(program: Program, table: Table): Promise<void> {
  for (const { name, records, filters } of cellsOf(table)) {
    expect(await total(program, table.entity, filters), name).toBe(records);
  }
}

test('every number opens a list of exactly its records', async () => {
  await open();
  const { program } = quality;
  const entity = 'victim';
  await expectOpens(program, await program.call('quality.table', { entity, period: '2025', by: null, line: null }));
  for (const by of ['office', 'officer', 'year'] as const) {
    const whole = await program.call('quality.table', { entity, period: null, by, line: null });
    const line = whole.lines[1]?.key ?? null;
    await expectOpens(program, await program.call('quality.table', { entity, period: null, by, line }));
  }
  const prevented = { entity: 'prevented_case', period: null, by: 'office', line: null } as const;
  await expectOpens(program, await program.call('quality.table', prevented));
});

test('an officer sees her own records only, and her numbers open them', async () => {
  await open();
  const { program, lastCompleted } = quality;
  const entries = entriesOf(quality, 'victim');
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'ana', passphrase });
  const ana = program.services.sessions.current()?.account.id;
  const own = entries.filter(({ enteredBy }) => enteredBy === ana);
  expect(own.length).toBeGreaterThan(50);
  expect(own.some(({ id }) => lastCompleted.has(id))).toBe(true);
  const table = await program.call('quality.table', { entity: 'victim', period: null, by: 'office', line: null });
  expect(table.scope).toBe('own');
  expectSame(table, own, declaredOf['victim'] as Declared, 'office');
  const drafts = databaseOf(program)
    .prepare(
      'SELECT count(*) AS n FROM victim WHERE completed_revision IS NULL AND binned_at IS NULL AND entered_by = ?',
    )
    .get(ana);
  expect(table.draftsLeftOut).toBe(drafts?.n);
  await expectOpens(program, { ...table, fields: table.fields.slice(0, 20), sections: table.sections.slice(0, 3) });
});
