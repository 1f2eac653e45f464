import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DesignDimension, TableDesign } from '#shared/contract/table-design.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';
import { checkDesign } from '#shared/statistics/design/check-design.ts';
import { createDesigner } from '#shared/statistics/design/compute-design.ts';
import { offerOf } from '#shared/statistics/design/offer.ts';
import { sayLabel, sayOfTable, sayUnit } from '#shared/statistics/label-text.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';

const dimension = (field: string, by: DesignDimension['by'] = 'value', entity = 'victim'): DesignDimension => ({
  entity,
  field,
  by,
});

const design = (more: Partial<TableDesign> = {}): TableDesign => ({
  unit: { by: 'rule', rule: 'formally_identified' },
  rows: [dimension('sex')],
  columns: [dimension('age_group', 'group')],
  layer: null,
  filters: [],
  measure: { of: 'count' },
  chart: null,
  ...more,
});

/** Of a register without any record. */
const tablesOf = (asked: TableDesign, view: 'internal' | 'public' = 'internal') =>
  createDesigner(
    registerOf('victims'),
    new ColumnStore(registerOf('victims'), 'victim', 'XKX'),
  )({
    design: asked,
    period: '2025',
    view,
    threshold: 5,
    name: null,
  });

test('nobody counts by a name, by what is not declared, or more cells than anybody reads', () => {
  const wrong: readonly Partial<TableDesign>[] = [
    { rows: [dimension('first_name', 'value', 'victim_identity')] },
    { rows: [dimension('victim_code')] },
    { rows: [dimension('sex', 'year')] },
    { columns: [dimension('prevented_stage', 'value', 'prevented_case')] },
    { filters: [{ kind: 'answer', entity: 'victim_identity', field: 'last_name', anyOf: ['answered'] }] },
    { unit: { by: 'person', entity: 'prevented_case', day: { entity: 'prevented_case', field: 'prevented_date' } } },
    { measure: { of: 'mean', quantity: { from: 'number', entity: 'victim', field: 'sex' } } },
  ];
  expect(() => checkDesign(registerOf('victims'), design())).not.toThrow();
  for (const part of wrong) {
    expect(() => checkDesign(registerOf('victims'), design(part)), JSON.stringify(part)).toThrow('INVALID_INPUT');
  }
  const wide = design({
    rows: [dimension('recruitment_method'), dimension('means')],
    columns: [dimension('exploitation_main_form'), dimension('vulnerability_factors')],
  });
  expect(() => tablesOf(wide, 'public')).toThrow('TABLE_TOO_LARGE');
  const withoutMarks = [{ text: 'tables:remarks.withoutMarks' }];
  expect(tablesOf(wide, 'internal')[0]?.remarks).toEqual(withoutMarks);
  expect(tablesOf(design(), 'internal')[0]?.remarks).toBeUndefined();
});

test('of an empty register every measure is zero or says that there is nothing', () => {
  const age = { from: 'number', entity: 'victim', field: 'age_at_identification' } as const;
  const cells = (measure: TableDesign['measure']) =>
    (['internal', 'public'] as const).flatMap((view) => tablesOf(design({ measure }), view)[0]?.cells.flat() ?? []);
  expect(new Set(cells({ of: 'count' }).map(({ count }) => count))).toEqual(new Set([0]));
  for (const of of ['sum', 'mean', 'median', 'quartiles'] as const) {
    expect(
      cells({ of, quantity: age }).every(({ count, empty }) => count === null && empty),
      of,
    ).toBe(true);
  }
  expect(cells({ of: 'percent', base: 'row' }).every(({ count, empty }) => count === null && empty)).toBe(true);
});

type Texts = { readonly [key: string]: string | Texts };

function textsOf(language: string): (key: string) => unknown {
  const read = new Map<string, Texts>();
  const plural = ['', '_one', '_other'];
  return (key) => {
    const [namespace = '', path = ''] = key.split(':');
    const file = join(import.meta.dirname, '../../../locales', language, `${namespace}.json`);
    const texts = read.get(namespace) ?? JSON.parse(readFileSync(file, 'utf8'));
    read.set(namespace, texts);
    return plural
      .map((ending) =>
        `${path}${ending}`
          .split('.')
          .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts),
      )
      .find((text) => text !== undefined);
  };
}

test.each(registerKinds)('everything offered of the %s register has a text in every language', (kind) => {
  const register = registerOf(kind);
  const { units, entities } = offerOf(register);
  const labels = [
    ...units.map(({ label }) => label),
    ...entities.flatMap(({ label, fields }) => [
      label,
      ...fields.flatMap((field) => [
        field.label,
        ...(field.section ? [field.section] : []),
        ...field.codes.map((code) => code.label),
      ]),
    ]),
  ];
  const keys = new Set<string>();
  for (const label of labels) {
    sayLabel(label, { t: (key) => String(keys.add(key)), country: String, date: String, language: 'en' });
  }
  for (const { list } of entities.flatMap(({ fields }) => fields)) {
    for (const { code } of register.codeLists.find(({ id }) => id === list)?.codes ?? [])
      keys.add(codeTextKey(list ?? '', code));
  }
  expect(keys.size).toBeGreaterThan(200);
  for (const language of languages) {
    const find = textsOf(language);
    expect(
      [...keys].filter((key) => typeof find(key) !== 'string'),
      language,
    ).toEqual([]);
  }
});

test('a designed table says in words of the reader what it shows, of whom, and under which filter', () => {
  const asked = design({
    filters: [{ kind: 'codes', entity: 'victim', field: 'citizenship', anyOf: ['ALB', 'unknown'] }],
    measure: { of: 'percent', base: 'row' },
  });
  const [table] = tablesOf(asked);
  if (!table) throw new Error('no table');
  const find = textsOf('sq');
  const words = {
    t: (key: string) => String(find(key)),
    country: (code: string) => `<${code}>`,
    date: String,
    language: 'sq' as const,
  };
  expect(sayOfTable(table, 'title', words)).toBe('Gjinia × Grupmosha');
  expect(sayOfTable(table, 'definition', words)).toBe('Përqindja e rreshtit. Shtetësia: <ALB>, E panjohur.');
  expect(sayUnit(table, words)).toContain('Të identifikuara');
});
