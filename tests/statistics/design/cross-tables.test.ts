import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DesignDimension, DesignFilter, DesignMeasure, TableDesign } from '#shared/contract/table-design.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue, Values } from '#shared/records/record.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { createDesigner } from '#shared/statistics/design/compute-design.ts';
import { findInDesign } from '#shared/statistics/design/records-in-design.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { casesByHand, countByHand } from './naive-design.ts';
import { type Row, smallRegister, storeOf } from './small-register.ts';

const day = fc
  .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const missing: fc.Arbitrary<FieldValue> = fc.constantFrom(
  null,
  ...missingMarkers.map((marker) => ({ missing: marker })),
);
const orMissing = (value: fc.Arbitrary<FieldValue>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: missing });
const kinds = ['k1', 'k2', 'k3'];
const some = (codes: readonly string[]) => orMissing(fc.subarray([...codes]));

const step = fc.record({ values: fc.record({ step_kind: some(kinds) }), within: fc.constant<Row[]>([]) });
const act = fc.record({
  values: fc.record({ act_kind: orMissing(fc.constantFrom(...kinds)), act_day: orMissing(day) }),
  within: fc.array(step, { maxLength: 3 }),
});
const oneCase: fc.Arbitrary<Row> = fc.record({
  values: fc.record({
    registered: orMissing(day),
    person: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    sex: orMissing(fc.constantFrom('female', 'male')),
    means: some(['force', 'threat', 'debt']),
    town: orMissing(fc.constantFrom('north', 'south', 'east')),
    age: orMissing(fc.integer({ min: 0, max: 40 })),
    began: orMissing(partial),
    ended: orMissing(partial),
    amount: orMissing(fc.integer({ min: 0, max: 9_000 })),
  }),
  within: fc.array(act, { maxLength: 3 }),
});

const dimensions: readonly DesignDimension[] = [
  { entity: 'case', field: 'sex', by: 'value' },
  { entity: 'case', field: 'means', by: 'value' },
  { entity: 'case', field: 'means', by: 'group' },
  { entity: 'case', field: 'town', by: 'value' },
  { entity: 'case', field: 'town', by: 'kind' },
  { entity: 'case', field: 'age', by: 'class' },
  { entity: 'case', field: 'began', by: 'year' },
  { entity: 'case', field: 'began', by: 'half' },
  { entity: 'case', field: 'registered', by: 'month' },
  { entity: 'act', field: 'act_kind', by: 'value' },
  { entity: 'act', field: 'act_day', by: 'year' },
  { entity: 'step', field: 'step_kind', by: 'value' },
];
const women: DesignFilter = { kind: 'codes', entity: 'case', field: 'sex', anyOf: ['female', 'unknown'] };
const adults: DesignFilter = { kind: 'number', entity: 'case', field: 'age', from: 18, to: null };
const newer: DesignFilter = { kind: 'period', entity: 'case', field: 'began', from: '2024-02-01', to: '2024-11-30' };
const filters: readonly DesignFilter[] = [
  women,
  { kind: 'codes', entity: 'case', field: 'means', anyOf: ['force', 'not_entered'] },
  { kind: 'codes', entity: 'step', field: 'step_kind', anyOf: ['k2'] },
  { kind: 'answer', entity: 'act', field: 'act_day', anyOf: ['answered', 'refused'] },
  adults,
  newer,
];
const age = { from: 'number', entity: 'case', field: 'age' } as const;
const amount = { from: 'number', entity: 'case', field: 'amount' } as const;
const duration = {
  from: 'dates',
  start: { entity: 'case', field: 'began' },
  end: { entity: 'case', field: 'ended' },
} as const;
const measures: readonly DesignMeasure[] = [
  { of: 'count' },
  { of: 'distinct', what: 'record' },
  { of: 'distinct', what: 'person' },
  { of: 'sum', quantity: amount },
  { of: 'mean', quantity: amount },
  { of: 'mean', quantity: age },
  { of: 'quartiles', quantity: age },
  { of: 'median', quantity: duration },
  { of: 'quartiles', quantity: duration },
];
const caseDay = { entity: 'case', field: 'registered' };
const units = [
  { by: 'row', entity: 'case', day: caseDay },
  { by: 'row', entity: 'act', day: { entity: 'act', field: 'act_day' } },
  { by: 'row', entity: 'step', day: caseDay },
  { by: 'person', entity: 'case', day: caseDay },
  { by: 'person', entity: 'act', day: { entity: 'act', field: 'act_day' } },
] as const;

const design: fc.Arbitrary<TableDesign> = fc
  .record({
    unit: fc.constantFrom(...units),
    chosen: fc.shuffledSubarray([...dimensions], { maxLength: 4 }),
    split: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean()),
    filters: fc.subarray([...filters], { maxLength: 2 }),
    measure: fc.constantFrom(...measures),
  })
  .map(({ unit, chosen, split: [inRows, hasLayer], filters: narrowed, measure }) => {
    const rest = hasLayer || chosen.length - inRows > 2 ? chosen.slice(1) : chosen;
    const rows = rest.slice(0, Math.max(inRows, rest.length - 2));
    return {
      unit,
      layer: rest === chosen ? null : (chosen[0] ?? null),
      rows,
      columns: rest.slice(rows.length),
      filters: narrowed,
      measure,
      chart: null,
    };
  })
  .filter(({ rows, columns }) => rows.length <= 2 && columns.length <= 2);

interface Cell {
  /** `layer row column` in the keys of the recount. */
  readonly name: string;
  readonly part: string | null;
  readonly row: TableBody['rows'][number];
  readonly column: TableBody['columns'][number];
  readonly count: number | null;
}

function cellsOf(tables: readonly TableBody[], { rows, columns, layer }: TableDesign): Cell[] {
  const keysOf = (key: string, dimensions: number): string[] =>
    key === 'total'
      ? new Array<string>(dimensions).fill('*')
      : key.split('|').map((part) => (part === 'total' ? '*' : part));
  return tables.flatMap(({ part, cells, ...table }) =>
    table.rows.flatMap((row, r) =>
      table.columns.map((column, c) => {
        const [columnKey = ''] = column.key.split('.');
        const keys = [
          ...(layer ? [part ?? '*'] : []),
          ...keysOf(row.key, rows.length),
          ...keysOf(columnKey, columns.length),
        ];
        return { name: keys.join(' '), part, row, column, count: cells[r]?.[c]?.count ?? null };
      }),
    ),
  );
}

/** What the engine shows of each cell, in the keys of the recount. */
function shownIn(cells: readonly Cell[], { measure }: TableDesign): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const isFigure = 'quantity' in measure;
  for (const { name, column, count } of cells) {
    if (isFigure && column.figure === undefined) continue;
    if (count !== null && (isFigure || count !== 0)) found.set(name, [...(found.get(name) ?? []), count]);
  }
  return found;
}

/** Every cell and every total against plain loops; returns the cells that were compared. */
function expectEqualToLoops(store: ColumnStore, cases: readonly Row[], asked: TableDesign): readonly Cell[] {
  const answer = createDesigner(smallRegister, store);
  const tables = answer({
    design: asked,
    period: '2024-01-01..2025-06-30',
    view: 'internal',
    threshold: 5,
    name: null,
  });
  const byHand = [...countByHand(cases, asked, '2024-01-01', '2025-06-30')].filter(([, values]) => values.length > 0);
  const cells = cellsOf(tables, asked);
  const found = shownIn(cells, asked);
  expect(found.size).toBe(byHand.length);
  for (const [key, values] of byHand) {
    const shown = found.get(key) ?? [];
    // What is shown has one or two decimals.
    expect(shown.length, key).toBe(values.length);
    for (const [at, value] of shown.entries())
      expect(Math.abs(value - (values[at] as number)), key).toBeLessThan(0.051);
  }
  return cells;
}

/** So many cells of a design, from its first to its last. */
const mostOpened = 12;

test('any design over any register equals a count by plain loops, in every cell and total, and opens what it counts', () => {
  fc.assert(
    fc.property(fc.array(oneCase, { maxLength: 12 }), design, (cases, asked) => {
      const store = storeOf(cases);
      const cells = expectEqualToLoops(store, cases, asked);
      const [ofUnits, ofFigures] = [false, true].map((ofFigure) =>
        casesByHand(cases, asked, '2024-01-01', '2025-06-30', ofFigure),
      );
      const step = Math.ceil(cells.length / mostOpened);
      for (const { name, part, row, column } of cells.filter((_, at) => at % step === 0)) {
        const cell = { design: asked, period: '2024-01-01..2025-06-30', part, row, column };
        const opened = findInDesign(smallRegister, store, cell).records.toSorted();
        const places = (column.figure === undefined ? ofUnits : ofFigures)?.get(name) ?? [];
        expect(opened, `${name} ${column.key}`).toEqual(places.map((at) => `case-${at}`).sort());
      }
    }),
    { numRuns: 250 },
  );
});

test('more units than are counted at once, with gaps, erased records and more towns than a byte has numbers', () => {
  const invented = fc.sample(oneCase, { numRuns: 200, seed: 7 });
  const all = Array.from({ length: 8_803 }, (_, at): Row => {
    const { values, within } = invented[(at * 61 + Math.floor(at / 200)) % invented.length] as Row;
    const town: Values = at % 3 === 0 ? { town: `town ${at % 290}` } : {};
    // The first ones stand side by side, more of them than are counted at once.
    return { values: { ...values, ...town, ...(at < 8_400 && { registered: '2024-05-05' }) }, within };
  });
  const store = storeOf(all);
  const erased = [0, 8_300, 8_500];
  for (const at of erased) store.remove(`case-${at}`);
  const cases = all.filter((_, at) => !erased.includes(at));

  const named = (name: string): DesignDimension =>
    dimensions.find(({ field, by }) => `${field} by ${by}` === name) as DesignDimension;
  const table = (
    rows: readonly string[],
    columns: readonly string[],
    more: Partial<TableDesign> = {},
  ): TableDesign => ({
    unit: units[0],
    layer: null,
    rows: rows.map(named),
    columns: columns.map(named),
    filters: [],
    measure: { of: 'count' },
    chart: null,
    ...more,
  });
  const towns: DesignFilter = { kind: 'codes', entity: 'case', field: 'town', anyOf: ['town 3', 'north', 'unknown'] };
  const asked = [
    table(['sex by value'], []),
    table(['sex by value'], ['age by class']),
    table(['town by value'], ['sex by value']),
    table(['age by class', 'sex by value'], ['began by half', 'means by value']),
    table(['means by value'], ['act_kind by value'], { filters: [women, newer] }),
    table(['act_kind by value'], ['sex by value'], { unit: units[1], filters: [towns] }),
    table(['means by group'], ['sex by value'], { measure: { of: 'mean', quantity: age }, filters: [adults, towns] }),
    table(['sex by value'], ['began by year'], { measure: { of: 'quartiles', quantity: age } }),
    table(['sex by value'], ['town by value'], { measure: { of: 'mean', quantity: duration } }),
  ];
  for (const each of asked) expectEqualToLoops(store, cases, each);
});
