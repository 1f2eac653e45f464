/** Nobody can add a table about records and forget that records are erased. */
import { expect, test } from 'vitest';
import { shapesOf, tablesOf, textIndexesOf } from '#electron/database/registers.ts';
import { erasersOf, keptTables } from '#electron/services/retention/erasers.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';

const allShapes = registerKinds.flatMap(shapesOf);
const allTextIndexes = registerKinds.flatMap(textIndexesOf);
const roots = registerKinds.flatMap((kind) => tablesOf(kind).roots);
const erasers = roots.flatMap((root) => erasersOf(root).filter(({ scopes }) => scopes.includes('record')));
const covered = new Set([...erasers.map(({ table }) => table), ...Object.keys(keptTables)]);

/** Tables whose rows belong to a record: by the name of a column, or by a link to one of its tables. */
const aboutRecords = (): string[] => {
  const own = new Set(roots.flatMap((root) => [root.table, ...root.groups.map(({ table }) => table)]));
  const shapes = allShapes.filter(
    ({ name, columns }) =>
      own.has(name) ||
      columns.some(
        (column) =>
          /(^|_)(record|owner)(_id)?$/.test(column.name) || (column.references && own.has(column.references[0])),
      ),
  );
  return [...shapes.map(({ name }) => name), ...allTextIndexes.map(({ name }) => name)];
};

test('every table that names a record is emptied by an eraser, or listed as kept with the reason', () => {
  const tables = aboutRecords();
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter((table) => !covered.has(table))).toEqual([]);
});

test('an eraser names a table that exists, and each record type loses its row last', () => {
  const known = new Set([...allShapes.map(({ name }) => name), ...allTextIndexes.map(({ name }) => name)]);
  expect([...covered].filter((table) => !known.has(table))).toEqual([]);
  for (const root of roots) expect(erasersOf(root).at(-1)?.table).toBe(root.table);
});
