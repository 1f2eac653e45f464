import { expect, test } from 'vitest';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { justiceStatistics } from '#shared/statistics/catalogue/justice/statistics.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { livingRows, outwardsTo } from '#shared/statistics/counting.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { aCase } from '../../justice/a-case.ts';
import { figuresOf, storeOf, tablesOf, takeIn } from './counted-cases.ts';
import { fourCases } from './four-cases.ts';

const caseWith = (...charges: string[][]) =>
  aCase({
    report_date: '2025-01-10',
    defendant: charges.map((offences, at) => ({
      person_code: `P-${at}`,
      person_type: at === 0 ? 'legal_person' : 'natural_person',
      charge: offences.map((charge_offence) => ({
        charge_offence,
        verdict: [{ verdict: 'acquitted', verdict_date: '2025-06-01' }],
      })),
    })),
  });

/** Every verdict with the offence charged, the type of the person and the case that it belongs to. */
function verdictsIn(store: ColumnStore): string[] {
  const offence = store.code('charge', 'charge_offence');
  const type = store.code('defendant', 'person_type');
  const [charge, defendant, root] = ['charge', 'defendant', 'case'].map((to) => outwardsTo(store, 'verdict', to));
  return [...livingRows(store, 'verdict')]
    .map((row) =>
      [
        store.idOf(root?.(row) ?? -1),
        type.codebook.codeOf(type.values.at(defendant?.(row) ?? -1)),
        offence.codebook.codeOf(offence.values.at(charge?.(row) ?? -1)),
      ].join(' '),
    )
    .toSorted();
}

test('a row within rows knows every row around it, also after changes and removals', () => {
  const store = new ColumnStore(justice, 'case', 'XKX');
  takeIn(store, caseWith(['kidnapping'], ['trafficking_base', 'corruption']), 1);
  takeIn(store, caseWith([], ['smuggling_of_migrants']), 2);
  takeIn(store, caseWith(['document_forgery']), 3);
  takeIn(store, caseWith(['corruption']), 1);
  store.remove('case 3');
  expect(verdictsIn(store)).toEqual(['case 1 legal_person corruption', 'case 2 natural_person smuggling_of_migrants']);
});

test('clearing away dead rows leaves every row in the row that it stood in', () => {
  const store = new ColumnStore(justice, 'case', 'XKX');
  takeIn(store, caseWith(['kidnapping'], ['trafficking_base', 'corruption']), 1);
  for (let time = 0; time < 4_200; time++) takeIn(store, caseWith(['corruption'], ['kidnapping']), 2);
  expect(store.rowCount).toBeLessThan(200);
  expect(verdictsIn(store)).toEqual([
    'case 1 legal_person kidnapping',
    'case 1 natural_person corruption',
    'case 1 natural_person trafficking_base',
    'case 2 legal_person corruption',
    'case 2 natural_person kidnapping',
  ]);
});

test('tables follow what is changed, removed and taken in again', () => {
  const store = storeOf(fourCases);
  const tables = createTables('justice', store);
  const all = () =>
    justiceStatistics.flatMap(({ id }) =>
      tables({ id, period: '2025', view: 'internal', threshold: 5 }).map((table) => figuresOf(table)),
    );
  const before = all();
  store.remove('case 1');
  expect(figuresOf(tablesOf(store, 'T32').get('persons'))).toMatchObject({ 'total/suspected': 2 });
  // The case that it was joined to is gone: the joined one counts itself.
  expect(figuresOf(tablesOf(store, 'K14').get('authorities'))).toMatchObject({ 'police/cases': 2 });
  const [first] = fourCases;
  if (first) takeIn(store, first, 1);
  expect(all()).toEqual(before);
});

test('a register without cases, without answers, and a year without data have sensible tables', () => {
  const nothing = aCase({ report_date: '2025-03-01', defendant: [{ person_type: 'natural_person' }] });
  for (const store of [storeOf([]), storeOf([nothing]), storeOf(fourCases)]) {
    const tables = createTables('justice', store);
    for (const period of ['2025', '1999']) {
      for (const { id } of justiceStatistics) {
        for (const view of ['internal', 'public'] as const) {
          for (const { cells, percent } of tables({ id, period, view, threshold: 5 })) {
            const figures = [...cells.flat().map(({ count }) => count), ...(percent ?? [])];
            expect(figures.every((figure) => figure === null || Number.isFinite(figure))).toBe(true);
            if (period === '1999') expect(percent?.every((share) => share === null) ?? true).toBe(true);
          }
        }
      }
    }
  }
});

test('cases joined in a ring, which the rules refuse, still count once', () => {
  const ring = [2, 1].map((joined_to_case) => aCase({ report_date: '2025-03-01', joined_to_case }));
  expect(figuresOf(tablesOf(storeOf(ring), 'T34').get(''))).toMatchObject({ 'reported/reached': 1 });
});
