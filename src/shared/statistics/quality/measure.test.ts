/** A register that is none of ours: what is counted follows from its declarations alone. */
import { expect, test } from 'vitest';
import type { CountedQualityFilter } from '../../contract/quality-filter.ts';
import { indexOf } from '../../dictionary/register-index.ts';
import type { FieldDeclaration, RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { Values } from '../../records/record.ts';
import { parsePeriod } from '../period.ts';
import { ColumnStore } from '../store/column-store.ts';
import { findingCode } from './finding-code.ts';
import { measureQuality, type QualityMeasure } from './measure.ts';
import { selectRecords } from './select.ts';

const field = (id: string, type: FieldDeclaration['type'], more: Partial<FieldDeclaration> = {}): FieldDeclaration => ({
  no: 'X1',
  id,
  entity: 'case',
  section: 'first',
  type,
  required: 'F',
  sensitivity: 'none',
  missing: ['unknown', 'not_asked', 'refused'],
  source: 'test',
  ...more,
});

const register: RegisterDeclaration = {
  kind: 'justice',
  version: '1',
  sections: [
    { id: 'first', entity: 'case' },
    { id: 'second', entity: 'case' },
  ],
  entities: [
    { id: 'case', parent: null, role: 'record' },
    { id: 'charge', parent: 'case', role: 'group', ordinal: 'charge_no' },
    { id: 'names', parent: 'case', role: 'vault' },
  ],
  fields: [
    field('number', 'int', { meta: 'number' }),
    field('registered', 'date'),
    field('court', 'code', { list: 'COURT' }),
    field('reported', 'partial_date', { section: 'second' }),
    field('closed', 'partial_date', { section: 'second', required: 'N' }),
    field('note', 'text', { section: 'second', required: 'N' }),
    field('amount', 'decimal', { section: 'second', required: 'N' }),
    field('articles', 'codes', { entity: 'charge', section: 'second', list: 'ARTICLE' }),
    field('charge_no', 'int', { entity: 'charge', section: 'second' }),
    field('age', 'int', { derived: true, section: 'second' }),
    field('surname', 'text', { entity: 'names', section: 'first', sensitivity: 'direct' }),
  ],
  rules: [],
  derive: (subject) => subject,
  facts: {},
  codeLists: [{ id: 'ARTICLE', codes: [{ code: 'a1' }, { code: 'a2' }] }],
  referenceLists: ['COURT'],
  listColumns: {},
  spans: () => [],
  retention: [],
  quality: {
    case: {
      registered: 'registered',
      office: 'court',
      delays: [{ from: 'reported' }, { from: 'reported', to: 'closed' }],
    },
  },
};
const index = indexOf(register);
const declared = register.quality['case'] as NonNullable<(typeof register.quality)[string]>;

interface Made {
  readonly values: Values;
  readonly charges?: readonly Values[];
  readonly by?: string;
  readonly on?: string;
  readonly findings?: readonly string[];
}

function storeOf(records: readonly (Made | 'draft')[]): ColumnStore {
  const store = new ColumnStore(register, 'case');
  records.forEach((made, at) => {
    const id = `r${at}`;
    if (made === 'draft') {
      const entry = { enteredBy: 'ana', enteredOn: '2025-01-01', findings: [] };
      store.apply({ id, content: null, isDraft: true, entry });
      return;
    }
    const { values, charges = [], by = 'ana', on = '2025-06-30', findings = [] } = made;
    const rows = charges.map((each, row) => ({ id: `${id}-${row}`, values: each }));
    const content = { values, groups: { charge: rows } };
    store.apply({ id, content, isDraft: false, entry: { enteredBy: by, enteredOn: on, findings } });
  });
  return store;
}

const everything: QualityMeasure = { period: null, own: null, by: null, line: null };
const measure = (store: ColumnStore, question: Partial<QualityMeasure> = {}) =>
  measureQuality(store, index, declared, { ...everything, ...question });
const select = (store: ColumnStore, ...filters: CountedQualityFilter[]) =>
  selectRecords(store, index, declared, filters, 'ana');

/** No figure is ever anything but a whole number, and no statistic of nothing is a number. */
function expectSound(figures: unknown): void {
  const walk = (value: unknown): void => {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
    else expect(value).not.toBeUndefined();
  };
  walk(figures);
}

test('an empty register has noughts and no shares, medians or lines', () => {
  for (const by of [null, 'office', 'officer', 'year'] as const) {
    const figures = measure(storeOf(['draft']), { by });
    expectSound(figures);
    expect(figures).toMatchObject({ draftsLeftOut: 1, rules: [] });
    expect(figures.lines).toHaveLength(1);
    expect(figures.lines[0]).toMatchObject({
      records: 0,
      core: { applies: { count: 0, records: 0 } },
      delays: [
        { measured: 0, median: null, lowerQuartile: null, upperQuartile: null },
        { measured: 0, median: null },
      ],
    });
  }
});

test('what somebody types is counted, and nothing that the program or the vault holds', () => {
  const { fields } = measure(storeOf([{ values: {} }]));
  expect(fields.map((each) => each.field).toSorted()).toEqual(
    ['amount', 'articles', 'closed', 'court', 'note', 'registered', 'reported'].toSorted(),
  );
});

test('one record gives each of its answers once, rows one by one, and what does not apply nowhere', () => {
  const values = {
    registered: '2025-03-01',
    court: { missing: 'not_applicable' as const },
    reported: { missing: 'refused' as const },
    note: 'spoken to',
    amount: 0,
  };
  const charges: readonly Values[] = [{ articles: ['a1'] }, { articles: { missing: 'unknown' as const } }, {}];
  const { fields, lines, sections } = measure(storeOf([{ values, charges }]));
  const of = (id: string) => fields.find((each) => each.field === id)?.answers;
  const one = { count: 1, records: 1 };
  expect(of('court')?.applies).toEqual({ count: 0, records: 0 });
  expect(of('reported')).toMatchObject({ applies: one, filled: { count: 0 }, gap: one, refused: one });
  expect(of('note')?.filled).toEqual(one);
  expect(of('amount')?.filled).toEqual(one);
  expect(of('closed')).toMatchObject({ applies: one, not_entered: one, gap: one });
  expect(of('articles')).toMatchObject({
    applies: { count: 3, records: 1 },
    filled: one,
    gap: { count: 2, records: 1 },
    unknown: one,
    not_entered: one,
  });
  expect(sections.map(({ section, all }) => [section, all.applies.count])).toEqual([
    ['first', 1],
    ['second', 7],
  ]);
  expect(lines[0]?.core).toMatchObject({ applies: { count: 5, records: 1 }, filled: { count: 2 } });
});

test('a register of nothing but markers is complete nowhere', () => {
  const unknown = { missing: 'unknown' as const };
  const figures = measure(
    storeOf([1, 2, 3].map(() => ({ values: { registered: '2025-01-01', court: unknown, reported: unknown } }))),
    { by: 'office' },
  );
  expectSound(figures);
  expect(figures.lines.map(({ key }) => key)).toEqual([null, '']);
  const court = figures.fields.find((each) => each.field === 'court')?.answers;
  expect(court).toMatchObject({ filled: { count: 0, records: 0 }, unknown: { count: 3, records: 3 } });
  expect(figures.lines[0]?.delays[0]).toMatchObject({ measured: 0, unknown: 3, median: null });
});

test('core fields come first, the least filled on top, and those that apply to nobody last', () => {
  const made = (court: string | null, note: string | null) => ({ values: { registered: '2025-01-01', court, note } });
  const { fields } = measure(storeOf([made('c', 'n'), made(null, null), made('c', null)]));
  expect(fields.map((each) => each.field)).toEqual([
    'reported',
    'court',
    'registered',
    'articles',
    'closed',
    'amount',
    'note',
  ]);
});

test('delays take the middle of the days that a date may mean, and never run backwards', () => {
  const at = (reported: string | null, on: string, closed: string | null = null) => ({
    values: { registered: '2025-01-01', reported, closed },
    on,
  });
  const store = storeOf([
    at('2025-05-01', '2025-05-11'),
    // Middle of May.
    at('2025-05', '2025-06-15'),
    // Only the days up to the entry are possible: the middle of 1 to 9 January.
    at('2025', '2025-01-09'),
    at('2025-05-01', '2025-04-30'),
    at(null, '2025-05-01'),
    at('2024-01-01', '2025-05-01', '2024-01-11'),
  ]);
  const [entry, closing] = measure(store).lines[0]?.delays ?? [];
  expect(entry).toMatchObject({ measured: 4, late: 1, imputed: 2, before: 1, unknown: 1 });
  // 4, 10, 30 and 486 days.
  expect(entry).toMatchObject({ lowerQuartile: 8.5, median: 20, upperQuartile: 144 });
  expect(closing).toMatchObject({ to: 'closed', measured: 1, median: 10, unknown: 5 });
  const late = { kind: 'delay', field: 'reported', measure: 'late' } as const;
  expect(select(store, late)).toEqual(['r5']);
  expect(select(store, { ...late, measure: 'imputed' })).toEqual(['r1', 'r2']);
  expect(select(store, { ...late, measure: 'before' })).toEqual(['r3']);
});

test('a record is counted once by rule and state, however often the rule speaks of it', () => {
  const said = (rule: string, part: string, confirmed: boolean, level: 'hard' | 'soft' = 'soft') =>
    findingCode({ rule, part, level, confirmed });
  const store = storeOf([
    { values: {}, findings: [said('R1', 'a', false), said('R1', 'b', false), said('R2', 'a', true)] },
    { values: {}, findings: [said('R1', 'a', true), said('R1', 'c', false, 'hard')] },
    { values: {} },
  ]);
  const { rules, lines } = measure(store);
  expect(rules).toEqual([
    { rule: 'R1', parts: ['a', 'b', 'c'], level: 'hard', open: 2, confirmed: 1 },
    { rule: 'R2', parts: ['a'], level: 'soft', open: 0, confirmed: 1 },
  ]);
  expect(lines[0]).toMatchObject({ records: 3, open: 2, confirmed: 2 });
});

test('a period, an office, an officer and a year each count their own records', () => {
  const made = (registered: string, court: string, by: string) => ({ values: { registered, court }, by });
  const store = storeOf([
    made('2024-12-31', 'north', 'ana'),
    made('2025-01-01', 'north', 'ana'),
    made('2025-12-31', 'south', 'besa'),
    'draft',
  ]);
  const period = parsePeriod('2025');
  expect(measure(store, { period }).lines[0]?.records).toBe(2);
  expect(measure(store, { own: 'ana' }).lines[0]?.records).toBe(2);
  expect(measure(store, { own: 'ana' }).draftsLeftOut).toBe(1);
  expect(measure(store, { own: 'nobody' })).toMatchObject({ lines: [{ records: 0 }], draftsLeftOut: 0 });
  const byYear = measure(store, { by: 'year' });
  expect(byYear.lines.map(({ key, records }) => [key, records])).toEqual([
    [null, 3],
    ['2024', 1],
    ['2025', 2],
  ]);
  expect(byYear.years).toBeNull();
  const byOffice = measure(store, { by: 'office', line: 'south' });
  expect(byOffice.years).toMatchObject({ years: ['2024', '2025'] });
  expect(byOffice.fields.find((each) => each.field === 'court')?.answers.filled.count).toBe(1);
  expect(measure(store, { by: 'office', line: 'elsewhere' }).fields[0]?.answers.applies.count).toBe(0);
  const counted = { kind: 'counted', period: '2025', own: true, by: 'office', line: 'north' } as const;
  expect(select(store, counted)).toEqual(['r1']);
});

test('a field, section or date that is not declared is refused', () => {
  const store = storeOf([{ values: {} }]);
  const answer = { kind: 'counted-answer', section: null, core: false, answer: 'filled' } as const;
  expect(() => select(store, { ...answer, field: 'surname' })).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT' }),
  );
  expect(() => select(store, { kind: 'delay', field: 'registered', measure: 'late' })).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT' }),
  );
});
