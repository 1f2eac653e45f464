import { expect, test } from 'vitest';
import type { DesignDimension, DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import { addDimension, emptyDesign, fitting, moveDimension, replaceDimension, withChart, withFilter } from './draft.ts';

const label = { text: 'x' };
const field = (id: string, type: 'code' | 'date' | 'number' = 'code') => ({
  id,
  type,
  label,
  section: null,
  list: null,
  codes: [],
  by:
    type === 'code' ? (['value', 'group'] as const).slice() : type === 'date' ? ['year' as const] : ['class' as const],
  bounds: [],
  missing: [],
});
const offer: DesignOffer = {
  units: [
    {
      by: 'rule',
      entity: 'victim',
      rule: 'identified',
      label,
      days: [],
      around: ['victim'],
      within: ['stay'],
      distinct: [],
    },
    {
      by: 'row',
      entity: 'claim',
      rule: null,
      label,
      days: [{ entity: 'claim', field: 'claimed' }],
      around: ['claim'],
      within: [],
      distinct: ['record'],
    },
  ],
  entities: [
    { id: 'victim', label, fields: [field('sex'), field('age', 'number'), field('born', 'date')] },
    { id: 'stay', label, fields: [field('place')] },
    { id: 'claim', label, fields: [field('claimed', 'date'), field('amount', 'number')] },
  ],
};
const by = (id: string, how: DesignDimension['by'] = 'value', entity = 'victim'): DesignDimension => ({
  entity,
  field: id,
  by: how,
});
const empty = emptyDesign(offer) as TableDesign;
const full: TableDesign = {
  ...empty,
  rows: [by('sex'), by('born', 'year')],
  columns: [by('sex', 'group')],
  layer: by('place', 'value', 'stay'),
};

test('what cannot go together is refused with its reason, and nothing is lost', () => {
  expect(addDimension(full, 'columns', by('age', 'class'))).toBe('fullTable');
  const three = { ...full, columns: [] };
  expect(addDimension(three, 'rows', by('age', 'class'))).toBe('fullAxis');
  expect(addDimension(three, 'layer', by('age', 'class'))).toBe('fullLayer');
  expect(addDimension(three, 'columns', by('sex'))).toBe('twice');
  expect(replaceDimension(full, 'columns', 0, by('sex'))).toBe('twice');
  expect(moveDimension(full, 'columns', 0, 'layer')).toBe('fullLayer');
});

test('a dimension of a full table can still change its place and its order', () => {
  expect(moveDimension(full, 'rows', 0, 'columns', 0)).toMatchObject({
    rows: [by('born', 'year')],
    columns: [by('sex'), by('sex', 'group')],
  });
  expect(moveDimension(full, 'rows', 1, 'rows', 0)).toMatchObject({ rows: [by('born', 'year'), by('sex')] });
});

test('another unit keeps what it reaches and lets go of everything else', () => {
  const design: TableDesign = {
    ...full,
    filters: [{ kind: 'codes', entity: 'victim', field: 'sex', anyOf: ['female'] }],
    measure: { of: 'sum', quantity: { from: 'number', entity: 'victim', field: 'age' } },
  };
  expect(fitting(offer, design)).toEqual(design);
  const day = { entity: 'claim', field: 'claimed' };
  expect(fitting(offer, { ...design, unit: { by: 'row', entity: 'claim', day } })).toEqual({
    ...empty,
    unit: { by: 'row', entity: 'claim', day },
  });
  expect(fitting(offer, { ...design, unit: { by: 'rule', rule: 'gone' } })).toEqual(empty);
});

test('a chart stays as long as such a table can have it', () => {
  const overTime: TableDesign = { ...empty, rows: [by('born', 'year')], columns: [by('sex')], chart: 'lines' };
  expect(fitting(offer, overTime)).toEqual(overTime);
  expect(withChart({ ...overTime, rows: [by('sex')] }).chart).toBeNull();
  expect(withChart({ ...overTime, chart: 'stacked', measure: { of: 'percent', base: 'total' } }).chart).toBeNull();
  expect(withChart({ ...overTime, rows: [], chart: 'none' }).chart).toBe('none');
});

test('a second filter on a field takes the place of the first', () => {
  const one = withFilter(empty, { kind: 'codes', entity: 'victim', field: 'sex', anyOf: ['female'] });
  const two = withFilter(one, { kind: 'answer', entity: 'victim', field: 'sex', anyOf: ['answered'] });
  expect(two.filters).toEqual([{ kind: 'answer', entity: 'victim', field: 'sex', anyOf: ['answered'] }]);
});
