import { describe, expect, test } from 'vitest';
import { figuresOf, storeOf, tablesOf } from './counted-cases.ts';
import { fourCases } from './four-cases.ts';

const store = storeOf(fourCases);
const table = (id: string, part = '', period = '2025') => tablesOf(store, id, period).get(part);
const figures = (id: string, part = '', period = '2025') => figuresOf(table(id, part, period));
/** Shares by row, where there are any. */
const percentOf = (id: string, part = '') => {
  const { rows = [], percent } = table(id, part) ?? {};
  return Object.fromEntries(rows.map(({ key }, at) => [key, percent?.[at]]));
};

describe('persons are counted once per stage and year, each stage by its own day', () => {
  test('T32: by sex, companies apart', () => {
    expect(figures('T32', 'persons')).toEqual({
      'female/suspected': 1,
      'male/suspected': 1,
      'naturalPersons/suspected': 2,
      'legalPersons/suspected': 1,
      'total/suspected': 3,
      'female/prosecuted': 1,
      'male/prosecuted': 1,
      'naturalPersons/prosecuted': 2,
      'legalPersons/prosecuted': 1,
      'total/prosecuted': 3,
      'male/convicted_first': 1,
      'naturalPersons/convicted_first': 1,
      'total/convicted_first': 1,
      'male/convicted_final': 1,
      'naturalPersons/convicted_final': 1,
      'total/convicted_final': 1,
    });
    expect(figures('T32', 'persons', '2024')).toEqual({
      'female/suspected': 1,
      'naturalPersons/suspected': 1,
      'total/suspected': 1,
    });
  });

  test('T32: convicted by citizenship, the first one entered', () => {
    expect(figures('T32', 'citizenship')).toEqual({
      'XKX/convicted_first': 1,
      'total/convicted_first': 1,
      'XKX/convicted_final': 1,
      'total/convicted_final': 1,
    });
  });

  test('T33: age and sex, group of citizenship, every form of the case in which the person counts', () => {
    expect(figures('T33', 'persons')).toMatchObject({
      'girls/suspected': 1,
      'men/suspected': 1,
      'total/suspected': 2,
      'women/prosecuted': 1,
    });
    expect(figures('T33', 'citizenship')).toMatchObject({
      'own/suspected': 1,
      'regional/suspected': 1,
      'eu/prosecuted': 1,
      'own/prosecuted': 1,
    });
    expect(figures('T33', 'form')).toMatchObject({
      'begging/suspected': 1,
      'forced_labour_or_services/suspected': 1,
      'unknown/suspected': 1,
      'total/suspected': 2,
    });
  });

  test('T38: a person with two roles stands in both rows', () => {
    expect(figures('T38', 'role')).toMatchObject({
      'recruiter/suspected': 1,
      'transporter/suspected': 1,
      'unknown/suspected': 1,
      'total/suspected': 2,
    });
    expect(figures('T38', 'age')).toMatchObject({ 'child/suspected': 1, 'a15_17/suspected': 1, 'adult/suspected': 1 });
    expect(figures('T38', 'prior')).toMatchObject({ 'none/suspected': 1, 'unknown/suspected': 1 });
  });
});

describe('judgments', () => {
  test('T33: of natural persons on trafficking, by result and instance', () => {
    expect(figures('T33', 'judgments')).toEqual({
      'convicted_tip/first': 1,
      'convicted_tip/total': 1,
      'acquitted/first': 1,
      'acquitted/total': 1,
      'total/first': 2,
      'total/total': 2,
    });
  });

  test('T35: the rate is of persons with a judgment on a charge of trafficking', () => {
    expect(figures('T35', 'verdicts')).toEqual({
      'convicted_tip/persons': 1,
      'acquitted/persons': 1,
      'total/persons': 2,
    });
    expect(percentOf('T35', 'verdicts')).toMatchObject({ convicted_tip: 50, acquitted: 50, total: 100 });
    expect(figures('T35', 'arrests')).toEqual({ 'convicted_tip/persons': 1, 'open/persons': 1, 'total/persons': 2 });
  });

  test('T39: appealed judgments, and outcomes with those that change the judgment added up', () => {
    expect(figures('T39', 'share')).toEqual({ 'yes/judgments': 1, 'no/judgments': 2, 'total/judgments': 3 });
    expect(figures('T39', 'outcome')).toEqual({
      'sentence_reduced/defence': 1,
      'sentence_reduced/total': 1,
      'changedJudgment/defence': 1,
      'changedJudgment/total': 1,
      'total/defence': 1,
      'total/total': 1,
    });
  });
});

describe('sentences', () => {
  test('K13: final and first instance, aggregate and trafficking alone; what is suspended in part counts in full', () => {
    const found = figures('K13');
    expect(found).toMatchObject({
      'final_aggregate/term': 1,
      'final_aggregate/mean': 5,
      'final_tip/mean': 5,
      'first_aggregate/mean': 6,
      'first_tip/mean': 5.5,
      'first_tip/median': 5.5,
      'final_aggregate/least': 5,
      'final_aggregate/most': 5,
    });
    expect(figures('K13', '', '2024')).toEqual({});
  });

  test('T36: classes of the aggregate, and each aggravating circumstance', () => {
    expect(figures('T36', 'terms')).toEqual({
      'from_5/first_aggregate': 1,
      'term/first_aggregate': 1,
      'total/first_aggregate': 1,
      'from_5/final_aggregate': 1,
      'term/final_aggregate': 1,
      'total/final_aggregate': 1,
    });
    expect(figures('T36', 'aggravating')).toMatchObject({
      'child_victim/from_5': 1,
      'online/total': 1,
      'total/total': 1,
    });
  });
});

describe('cases', () => {
  test('K14: joined ones count once; pending and new equal closed and still pending', () => {
    expect(figures('K14', 'authorities')).toEqual({ 'police/cases': 2, 'prosecution/cases': 2, 'court/cases': 2 });
    expect(figures('K14', 'flow')).toEqual({
      'pendingAtStart/cases': 1,
      'newCases/cases': 2,
      'dealtWith/cases': 3,
      'closedCases/cases': 2,
      'pendingAtEnd/cases': 1,
    });
  });

  test('T34: of those reported in the year, each step and who went no further', () => {
    expect(figures('T34')).toEqual({
      'reported/reached': 2,
      'investigated/reached': 2,
      'investigated/wentNoFurther': 1,
      'investigated/ofPrevious': 100,
      'indicted/reached': 1,
      'indicted/ofPrevious': 50,
      'tried/reached': 1,
      'tried/ofPrevious': 100,
      'convicted/reached': 1,
      'convicted/ofPrevious': 100,
      'final/reached': 1,
      'final/ofPrevious': 100,
    });
    expect(percentOf('T34')).toMatchObject({ reported: 100, indicted: 50, final: 50 });
  });

  test('T32 and T40: scope, and financial investigation', () => {
    expect(figures('T32', 'cases')).toEqual({ 'internal/cases': 1, 'unknown/cases': 1, 'total/cases': 2 });
    expect(figures('T40', 'investigated')).toEqual({ 'yes/cases': 1, 'unknown/cases': 1, 'total/cases': 2 });
  });
});

test('T37: quartiles of completed stretches; open ones are counted beside them', () => {
  const found = figures('T37');
  expect(found).toMatchObject({
    'to_investigation/finished': 3,
    'to_investigation/stillOpen': 1,
    'to_investigation/least': 9,
    'to_investigation/median': 10,
    'to_investigation/upperQuartile': 16,
    'to_investigation/most': 22,
    'to_indictment/stillOpen': 1,
    'whole/finished': 3,
    'whole/stillOpen': 2,
    'whole/least': 172,
    'whole/median': 234,
    'whole/most': 243,
  });
});

describe('amounts and requests', () => {
  test('T40: each decision by its day; of what was used for victims the amount used', () => {
    expect(figures('T40', 'decisions')).toEqual({
      'frozen/valued': 1,
      'frozen/unvalued': 1,
      'frozen/total': 2,
      'frozen/value': 5000,
      'confiscated_final/valued': 1,
      'confiscated_final/total': 1,
      'confiscated_final/value': 4000,
      'used_for_victim_compensation/valued': 1,
      'used_for_victim_compensation/total': 1,
      'used_for_victim_compensation/value': 1500,
    });
  });

  test('T31: claimed, awarded, paid, and what was paid of what was awarded', () => {
    expect(figures('T31')).toEqual({
      'granted/claims': 1,
      'granted/claimed': 3000,
      'granted/awarded': 2000,
      'granted/paid': 500,
      'granted/recovered': 25,
      'rejected/claims': 1,
      'rejected/claimed': 700,
      'total/claims': 2,
      'total/claimed': 3700,
      'total/awarded': 2000,
      'total/paid': 500,
      'total/recovered': 25,
    });
  });

  test('T41: requests by type and country, median days to the answer', () => {
    expect(figures('T41', 'types')).toMatchObject({
      'mla_request/answered': 2,
      'mla_request/median': 15,
      'europol/unanswered': 1,
      'total/total': 3,
    });
    expect(figures('T41', 'countries')).toMatchObject({ 'ALB/median': 20, 'otherEu/median': 10, 'unknown/total': 1 });
  });
});
