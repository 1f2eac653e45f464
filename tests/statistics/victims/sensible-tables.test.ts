import { expect, test } from 'vitest';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { randomFrom } from '../invented-victims.ts';
import { figuresOf } from '../justice/counted-cases.ts';
import { storeOf, tablesOver, takeIn } from './counted-registrations.ts';
import { inventedRegistrations } from './invented-registrations.ts';
import { preventedCases, sevenRegistrations } from './seven-registrations.ts';

const identified = { status: 'formally_identified', status_date: '2025-03-01' };
const unanswered = { victim_code: 'V-1', status_decision: [identified] };
const statistics = statisticsOf('victims');

test('a register without records, with one, without answers, and a year without data have sensible tables', () => {
  for (const [entity, registers] of [
    ['victim', [[], [unanswered], sevenRegistrations]],
    ['prevented_case', [[], [{ prevented_date: '2025-03-01' }], preventedCases]],
  ] as const) {
    for (const records of registers) {
      const tables = createTables('victims', storeOf(records, entity));
      for (const { id } of statistics.filter((each) => each.entity === entity)) {
        for (const view of ['internal', 'public'] as const) {
          for (const period of ['2025', '1999']) {
            for (const { cells, percent } of tables({ id, period, view, threshold: 5 })) {
              const figures = [...cells.flat().map(({ count }) => count), ...(percent ?? [])];
              expect(figures.every((figure) => figure === null || Number.isFinite(figure))).toBe(true);
              if (period === '1999') expect(percent?.every((share) => share === null) ?? true, id).toBe(true);
            }
          }
        }
      }
    }
  }
});

test('where no answer is known, no share is stated', () => {
  const table = tablesOver(storeOf([unanswered]));
  for (const [id, part] of [
    ['T21', 'method'],
    ['T22', 'means'],
    ['T22', 'control'],
  ] as const) {
    const { percent } = table(id).get(part) ?? {};
    expect(
      percent?.every((share) => share === null),
      id,
    ).toBe(true);
  }
  for (const [id, part] of [
    ['K11', ''],
    ['T19', ''],
    ['T21', 'online'],
  ] as const) {
    const shares = table(id)
      .get(part)
      ?.cells.map((row) => row.at(-1));
    expect(
      shares?.every((share) => share?.empty === true && share.count === null),
      id,
    ).toBe(true);
  }
});

test('a share in public is stated only where every count that it rests on is shown; internally it says so', () => {
  const table = tablesOver(storeOf(inventedRegistrations(randomFrom(17), 60)));
  let hidden = 0;
  for (const id of ['K11', 'T19', 'T21']) {
    for (const { part, columns, cells } of table(id, '2025', 'public').values()) {
      const share = columns.findIndex(({ key }) => key === 'share');
      const internal = table(id).get(part ?? '')?.cells;
      for (const [at, row] of share < 0 ? [] : cells.entries()) {
        const isAnyHidden = row.slice(0, 2).some(({ count }) => count === null);
        if (isAnyHidden) expect(row[share]).toEqual({ count: null });
        const whole = internal?.[at]?.slice(0, 2).some(({ count }) => count !== 0);
        if (whole) expect(internal?.[at]?.[share]?.hiddenInPublic !== undefined).toBe(isAnyHidden);
        if (isAnyHidden) hidden += 1;
      }
    }
  }
  expect(hidden).toBeGreaterThan(3);
});

test('a change of the type of an institution changes the table by type, and nothing else does', () => {
  const store = storeOf(sevenRegistrations);
  const table = tablesOver(store);
  const figures = () => figuresOf(table('T18').get(''));
  const before = { version: store.version, figures: figures() };
  store.setKinds(
    'INST',
    new Map([
      ['I-1', 'police'],
      ['I-2', 'ngo'],
      ['I-3', 'social_work_centre'],
    ]),
  );
  expect(store.version).toBe(before.version);
  store.setKinds(
    'INST',
    new Map([
      ['I-1', 'border_police'],
      ['I-2', 'ngo'],
    ]),
  );
  expect(figures()).toMatchObject({ 'border_police/identified': 2, 'ngo/identified': 1 });
});

test('tables follow what is removed and taken in again', () => {
  const store = storeOf(sevenRegistrations);
  const table = tablesOver(store);
  const all = () =>
    statistics
      .filter(({ entity }) => entity === 'victim')
      .flatMap(({ id }) => [...table(id).values()].map((each) => figuresOf(each)));
  const before = all();
  store.remove('record 3');
  expect(figuresOf(table('T20').get('steps'))).not.toHaveProperty('ALB/MNE');
  const [, , albanian] = sevenRegistrations;
  if (albanian) takeIn(store, albanian, 3);
  expect(all()).toEqual(before);
});
