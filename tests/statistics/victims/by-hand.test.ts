import { describe, expect, test } from 'vitest';
import { figuresOf } from '../justice/counted-cases.ts';
import { storeOf, tablesOver } from './counted-registrations.ts';
import { preventedCases, sevenRegistrations } from './seven-registrations.ts';

const ofVictims = tablesOver(storeOf(sevenRegistrations));
const ofPrevented = tablesOver(storeOf(preventedCases, 'prevented_case'));
const table = (id: string, part = '', period = '2025') =>
  (id === 'K10' ? ofPrevented : ofVictims)(id, period).get(part);
const figures = (id: string, part = '', period = '2025') => figuresOf(table(id, part, period));
/** The column of everybody alone. */
const totals = (id: string, part = '') =>
  Object.fromEntries(
    Object.entries(figures(id, part)).flatMap(([key, count]) => {
      const [row, column] = key.split('/');
      return column === 'total' || column === 'persons' ? [[row, count] as const] : [];
    }),
  );
/** Shares by row, where there are any. */
const percentOf = (id: string, part = '') => {
  const { rows = [], percent } = table(id, part) ?? {};
  return Object.fromEntries(rows.flatMap(({ key }, at) => (percent?.[at] ? [[key, percent[at]]] : [])));
};

test('K10: cases by the day of prevention, and each person they protected', () => {
  expect(figures('K10', 'persons')).toEqual({
    'before_departure/child': 1,
    'before_departure/adult': 2,
    'before_departure/total': 3,
    'unknown/child': 3,
    'unknown/total': 3,
    'total/child': 4,
    'total/adult': 2,
    'total/total': 6,
  });
  expect(figures('K10', 'cases')).toEqual({ 'before_departure/cases': 1, 'unknown/cases': 1, 'total/cases': 2 });
});

test('K11: the share is of those of whom it is known, and nothing where nobody is', () => {
  expect(figures('K11')).toEqual({
    'child/no': 1,
    'child/total': 1,
    'adult/yes': 1,
    'adult/no': 1,
    'adult/unknown': 1,
    'adult/total': 3,
    'adult/share': 50,
    'total/yes': 1,
    'total/no': 2,
    'total/unknown': 1,
    'total/total': 4,
    'total/share': 33.3,
  });
  const share = (period: string) => table('K11', '', period)?.cells.at(-1)?.at(-1);
  expect(share('2023')).toEqual({ count: null, empty: true });
  expect(share('1999')).toEqual({ count: null, empty: true });
});

describe('K12', () => {
  test('a person counts once for each service that began in the period, over all her registrations', () => {
    expect(figures('K12', 'services')).toEqual({
      'shelter/child': 2,
      'shelter/total': 2,
      'legal_aid/child': 1,
      'legal_aid/total': 1,
      'psychological/adult': 1,
      'psychological/total': 1,
      'total/child': 2,
      'total/adult': 1,
      'total/total': 3,
    });
  });

  test('offer and compensation take every identified victim to one row', () => {
    expect(totals('K12', 'offer')).toEqual({
      accepted: 1,
      acceptedPartly: 1,
      offered: 2,
      notOffered: 1,
      unknown: 1,
      total: 4,
    });
    expect(totals('K12', 'compensation')).toEqual({ received: 1, claimed: 1, notClaimed: 2, total: 4 });
  });
});

test('T17: the first citizenship, by group and by country', () => {
  expect(totals('T17', 'groups')).toEqual({ own: 1, regional: 2, other: 1, total: 4 });
  expect(figures('T17', 'countries')).toMatchObject({
    'XKX/girls': 1,
    'ALB/women': 1,
    'BGR/men': 1,
    'otherCountry/women': 1,
    'total/total': 4,
  });
  expect(table('T17', 'groups', '2023')?.population.unknown[0]).toEqual({ dimension: 'citizenship', count: 1 });
});

test('T18: the type of the institution that registered the counted decision, each stage by its own', () => {
  expect(figures('T18')).toEqual({
    'police/identified': 2,
    'ngo/identified': 1,
    'unknown/identified': 1,
    'total/identified': 4,
    'police/presumed': 2,
    'total/presumed': 2,
  });
});

test('T19: five calendar years up to the end of the period', () => {
  const { rows } = table('T19') ?? {};
  expect(rows?.map(({ key }) => key)).toEqual(['2021', '2022', '2023', '2024', '2025']);
  expect(figures('T19')).toEqual({
    '2023/internal': 1,
    '2023/total': 1,
    '2023/share': 100,
    '2025/internal': 1,
    '2025/cross_border': 3,
    '2025/total': 4,
    '2025/share': 25,
  });
  // The last year reaches as far as the period.
  expect(figures('T19', '', '2025-H1')).toMatchObject({ '2025/total': 4 });
  expect(figures('T19', '', '2025-01-01..2025-03-31')).toMatchObject({ '2025/total': 2, '2023/total': 1 });
});

test('T20: from recruitment to exploitation, and every step between once for each victim', () => {
  const sums = (key: string) => !key.startsWith('total') && !key.endsWith('/total');
  const inner = Object.fromEntries(Object.entries(figures('T20', 'matrix')).filter(([key]) => sums(key)));
  expect(inner).toEqual({ 'XKX/XKX': 1, 'ALB/XKX': 1, 'BGR/otherEu': 1, 'XKX/notYet': 1 });
  expect(figures('T20', 'steps')).toEqual({
    'XKX/XKX': 1,
    'ALB/MNE': 1,
    'MNE/XKX': 1,
    'BGR/otherEu': 1,
    'otherEu/otherEu': 1,
    'XKX/SRB': 1,
  });
});

test('T21: shares are of the victims of whom an answer is known', () => {
  expect(totals('T21', 'method')).toEqual({
    online_social_network: 1,
    personal_contact: 1,
    job_offer: 1,
    known: 2,
    unknown: 2,
    total: 4,
  });
  expect(percentOf('T21', 'method')).toEqual({
    online_social_network: 50,
    personal_contact: 50,
    job_offer: 50,
    known: 100,
  });
  expect(totals('T21', 'relationship')).toEqual({
    acquaintance: 1,
    parent: 1,
    stranger: 1,
    known: 2,
    unknown: 2,
    total: 4,
  });
  expect(figures('T21', 'online')).toMatchObject({
    'child/online': 1,
    'adult/notOnline': 1,
    'adult/unknown': 2,
    'total/share': 50,
  });
});

test('T22: means, and control in any episode; who is not yet exploited stands apart', () => {
  expect(totals('T22', 'means')).toEqual({
    none_needed_child: 1,
    deception: 1,
    fraud: 1,
    abduction: 1,
    known: 3,
    unknown: 1,
    total: 4,
  });
  expect(totals('T22', 'control')).toEqual({
    debt_bondage: 1,
    surveillance_digital: 1,
    withholds_documents: 1,
    known: 2,
    notYet: 1,
    unknown: 1,
    total: 4,
  });
  expect(percentOf('T22', 'control')).toMatchObject({ debt_bondage: 50, known: 100 });
});

test('T23: only episodes of forced labour, by section of ISIC and by place', () => {
  expect(totals('T23', 'sector')).toEqual({ A: 1, I: 1, noSection: 1, known: 2, notYet: 1, total: 3 });
  expect(totals('T23', 'venue')).toEqual({
    farm: 1,
    hotel_motel: 1,
    restaurant: 1,
    known: 2,
    notYet: 1,
    total: 3,
  });
});
