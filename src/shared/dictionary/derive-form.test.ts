import { expect, test } from 'vitest';
import { columnsOf, filtersOf } from './derive-columns.ts';
import { printedDictionaryOf } from './derive-dictionary.ts';
import { dimensionsOf } from './derive-dimensions.ts';
import { formOf } from './derive-form.ts';
import { indexOfKind, registerOf } from './registers.ts';

const register = registerOf('victims');
const index = indexOfKind('victims');

test('every field stands once on a form, and groups stand where their first field does; ordinals are the order of rows', () => {
  const shown = index.roots.flatMap((root) =>
    formOf(index, root.id).flatMap((section) =>
      section.items.flatMap((item) =>
        item.kind === 'field' ? [item.field.id] : item.fields.map(({ field }) => field.id),
      ),
    ),
  );
  const ordinals = register.entities.flatMap((entity) => (entity.ordinal ? [entity.ordinal] : []));
  const declared = register.fields.map((field) => field.id).filter((id) => !ordinals.includes(id));
  expect(shown.toSorted()).toEqual(declared.toSorted());
  const ofVictim = formOf(index, 'victim');
  expect(ofVictim.map((section) => section.letter).join('')).toBe('ABCDEFGHIJ');
  const exploitation = ofVictim.find((section) => section.id === 'exploitation')?.items ?? [];
  expect(exploitation.map((item) => (item.kind === 'field' ? item.field.no : item.entity.id))).toEqual([
    'V63a',
    'V63b',
    'exploitation',
    'V70',
    'V78',
  ]);
});

test('what the program sets is shown, never typed', () => {
  const items = formOf(index, 'victim').flatMap((section) => section.items);
  const control = (id: string) => items.find((item) => item.kind === 'field' && item.field.id === id);
  expect(control('age_group')).toMatchObject({ control: 'shown' });
  expect(control('record_status')).toMatchObject({ control: 'shown' });
  expect(control('exploitation_main_form')).toMatchObject({ control: 'choice' });
  expect(control('age_at_identification')).toMatchObject({ control: 'number' });
});

test('no list, filter or dimension touches a direct identifier', () => {
  for (const root of index.roots) {
    const fields = [
      ...columnsOf(index, root.id).map((column) => column.field),
      ...filtersOf(index, root.id).map((filter) => filter.field),
    ];
    expect(fields.filter((field) => field.sensitivity === 'direct')).toEqual([]);
  }
  expect(dimensionsOf(index, 'victim_identity')).toEqual([]);
});

test('the columns a list starts with exist and stand first', () => {
  for (const root of index.roots) {
    const first = columnsOf(index, root.id)
      .filter((column) => column.isDefault)
      .map((column) => column.field.id);
    expect(first).toEqual(register.listColumns[root.id]);
  }
});

test('classes of a number cover its range without gap or overlap', () => {
  const bands = dimensionsOf(index, 'exploitation').find((dimension) => dimension.field.id === 'hours_per_week')?.bands;
  expect(bands).toEqual([
    { from: 1, to: 20 },
    { from: 21, to: 40 },
    { from: 41, to: 48 },
    { from: 49, to: 60 },
    { from: 61, to: 168 },
  ]);
  for (const field of register.fields) {
    if (field.bands)
      expect(
        field.bands.toSorted((a, b) => a - b),
        field.id,
      ).toEqual(field.bands);
    if (field.bands && field.min !== undefined) expect(field.bands[0], field.id).toBe(field.min);
  }
});

test('coded fields that tables group offer their groups in order', () => {
  const ageGroup = dimensionsOf(index, 'victim').find((dimension) => dimension.field.id === 'age_group');
  expect(ageGroup).toMatchObject({ kind: 'code', list: 'AGEGRP', groups: ['child', 'adult', 'unknown'] });
});

test('the printed dictionary names every field, list and rule', () => {
  const printed = printedDictionaryOf(index);
  expect(printed.sections.flatMap((section) => section.parts.flatMap((part) => part.fields))).toHaveLength(148);
  expect(printed.lists.filter((list) => list.usedBy.length === 0).map((list) => list.id)).toEqual(['INSTTYPE']);
  expect(printed.rules).toHaveLength(register.rules.length);
});
