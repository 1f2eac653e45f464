import { expect, test } from 'vitest';
import { columnsOf, formOf } from './derive-form.ts';
import { paperFormOf } from './derive-paper.ts';
import { indexOfKind } from './registers.ts';

const index = indexOfKind('victims');
const roots = index.roots.map(({ id }) => id);

test.each(roots)('what the form of %s lets somebody enter is asked on its paper, each field once', (root) => {
  const onScreen = formOf(index, root)
    .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'field' ? [item] : item.fields)))
    .filter(({ control }) => control !== 'shown')
    .map(({ field }) => `${field.entity}.${field.id}`);
  const onPaper = paperFormOf(index, root).fields.map((field) => `${field.entity}.${field.id}`);
  expect(onPaper.length).toBeGreaterThan(5);
  expect(onPaper.toSorted()).toEqual(onScreen.toSorted());
  expect(new Set(onPaper).size).toBe(onPaper.length);
});

test('direct identifiers are the vault of the paper and stand in no section of their own', () => {
  const { vault, sections } = paperFormOf(index, 'victim');
  expect(vault?.fields.map(({ field }) => field)).toEqual(index.fieldsOf(vault?.entity.id ?? ''));
  const loose = sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'field' ? [item.field] : [])));
  expect(loose.filter(({ entity }) => entity === vault?.entity.id)).toEqual([]);
});

test('a row on paper reads from left to right as the window asks for it', () => {
  const groups = paperFormOf(index, 'victim').sections.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'group' ? [item] : [])),
  );
  expect(groups.length).toBeGreaterThan(3);
  for (const group of groups) {
    const declared = formOf(index, 'victim')
      .flatMap(({ items }) => items)
      .find((item) => item.kind === 'group' && item.entity.id === group.entity.id);
    if (declared?.kind !== 'group') throw new Error(group.entity.id);
    const columns = columnsOf(declared).filter((field) => group.fields.some((each) => each.field === field));
    expect(group.fields.slice(0, columns.length).map(({ field }) => field.id)).toEqual(columns.map(({ id }) => id));
  }
});
