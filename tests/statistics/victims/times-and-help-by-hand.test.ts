import { describe, expect, test } from 'vitest';
import { figures, girl, notApplicable, percentOf } from './five-persons.ts';
import { figuresOf, type Registered, storeOf, tablesOf } from './registered-victims.ts';

describe('T24: how long', () => {
  test('classes of completed months from the first start to the last end; only known ones share 100 percent', () => {
    expect(figures('T24', 'classes')).toEqual({
      'months_1/persons': 1,
      'months_25/persons': 1,
      'measured/persons': 2,
      'notYet/persons': 1,
      'unknown/persons': 1,
      'total/persons': 4,
    });
    expect(percentOf('T24', 'classes')).toMatchObject({ months_1: 50, months_25: 50, measured: 100, months_0: 0 });
    expect(percentOf('T24', 'classes')).not.toHaveProperty('unknown');
  });

  test('median and quartiles with the share that rests on a date known in part', () => {
    expect(figures('T24', 'median')).toMatchObject({
      'girls/measured': 1,
      'girls/median': 1,
      'girls/imputed': 100,
      'women/median': 26,
      'men/unknown': 1,
      'total/lowerQuartile': 7.3,
      'total/median': 13.5,
      'total/upperQuartile': 19.8,
      'total/imputed': 50,
      'total/unknown': 2,
      'total/total': 4,
    });
  });

  const monthsOf = (exploitation_start: string, exploitation_end: unknown) =>
    figuresOf(
      tablesOf(
        storeOf([{ exploitation: [{ exploitation_start, exploitation_end: exploitation_end as string }] }]),
        'T24',
      ).get('classes'),
    );

  test('where the middles stand the wrong way round, the days that both dates allow decide', () => {
    // 2 July is after the middle of March: between the middle of January to March and that of March lies one month.
    expect(monthsOf('2024', '2024-03')).toMatchObject({ 'months_1/persons': 1 });
    expect(monthsOf('2024', '2024')).toMatchObject({ 'months_0/persons': 1 });
    expect(monthsOf('2023-02-01', '2024-02-29')).toMatchObject({ 'months_7/persons': 1 });
    expect(monthsOf('2023-01-29', '2024-02-29')).toMatchObject({ 'months_13/persons': 1 });
    expect(monthsOf('2024-05', '2024-03')).toMatchObject({ 'unknown/persons': 1 });
    expect(monthsOf('2024-05', notApplicable)).toMatchObject({ 'unknown/persons': 1 });
  });
});

test('T25: days from first contact to identification by the type of the institution', () => {
  expect(figures('T25')).toEqual({
    'police/measured': 2,
    'police/total': 2,
    'police/lowerQuartile': 15,
    'police/median': 20,
    'police/upperQuartile': 25,
    'unknown/unknown': 2,
    'unknown/total': 2,
    'total/measured': 2,
    'total/unknown': 2,
    'total/total': 4,
    'total/lowerQuartile': 15,
    'total/median': 20,
    'total/upperQuartile': 25,
  });
});

describe('T26: who noticed', () => {
  test('five years, and the proactive share of known channels', () => {
    expect(figures('T26', 'years')).toEqual({
      '2023/proactive': 1,
      '2023/known': 1,
      '2023/total': 1,
      '2023/proactiveShare': 100,
      '2025/proactive': 1,
      '2025/reactive': 1,
      '2025/elsewhere': 1,
      '2025/known': 3,
      '2025/unknown': 1,
      '2025/total': 4,
      '2025/proactiveShare': 33.3,
    });
    expect(figures('T26', 'channels')).toMatchObject({
      'teacher/2023': 1,
      'proactive/2023': 1,
      'helpline/2025': 1,
      'reactive/2025': 1,
      'foreign_authority/2025': 1,
      'total/2025': 4,
    });
  });

  test('the year in which the period ends is counted to its last day, the years before it in full', () => {
    expect(figures('T26', 'years', '2025-01-01..2025-04-30')).not.toHaveProperty('2025/total');
    expect(figures('T26', 'years', '2025-01-01..2025-04-30')).toHaveProperty(['2023/total'], 1);
    expect(figures('T26', 'years', '2029')).toHaveProperty(['2025/total'], 4);
  });
});

test('T27: each step only of those who took the one before', () => {
  expect(figures('T27')).toEqual({
    'identified/reached': 4,
    'identified/wentNoFurther': 2,
    'offered/reached': 2,
    'offered/wentNoFurther': 1,
    'offered/ofPrevious': 50,
    'accepted/reached': 1,
    'accepted/ofPrevious': 50,
    'completed/reached': 1,
    'completed/ofPrevious': 100,
    'reintegrated/reached': 1,
    'reintegrated/ofPrevious': 100,
  });
});

test('T27: closed as reintegrated counts, unless she was trafficked again', () => {
  const helped: Registered = { assistance_offered: 'yes', assistance_accepted: 'yes', service: girl.service ?? null };
  const closed: Registered = { ...helped, closure_reason: 'reintegrated' };
  const relapsed: Registered = {
    ...closed,
    reintegration_entry: [{ reintegration_status: 're_trafficked', reintegration_date: '2026-01-01' }],
  };
  expect(figuresOf(tablesOf(storeOf([closed, relapsed, helped]), 'T27').get(''))).toMatchObject({
    'completed/reached': 3,
    'completed/wentNoFurther': 2,
    'reintegrated/reached': 1,
  });
});
