import { describe, expect, test } from 'vitest';
import { again, boy, figures, girl, percentOf, woman } from './five-persons.ts';
import { figuresOf, type Registered, storeOf, tablesOf } from './registered-victims.ts';

describe('T28: children', () => {
  const children = storeOf([
    girl,
    { ...girl, guardian_date: '2025-04-05', social_worker_present: 'no' },
    { ...girl, guardian_date: null, social_worker_present: null },
    { ...boy, status_decision: [{ status: 'formally_identified', status_date: '2025-02-01' }] },
    { age_group: 'a15_17' },
    woman,
  ]);
  test('a guardian within three days of the first contact, later, on an unknown day, or not at all', () => {
    expect(figuresOf(tablesOf(children, 'T28').get('guardian'))).toEqual({
      'inTime/children': 1,
      'later/children': 1,
      'dayUnknown/children': 1,
      'appointed/children': 3,
      'noGuardian/children': 1,
      'unknown/children': 1,
      'total/children': 5,
    });
  });

  test('heard with a social worker; who gave no statement stands apart', () => {
    expect(figuresOf(tablesOf(children, 'T28').get('interview'))).toEqual({
      'withSocialWorker/children': 1,
      'withoutSocialWorker/children': 1,
      'unknown/children': 2,
      'heard/children': 4,
      'notHeard/children': 1,
      'total/children': 5,
    });
  });
});

test('T29: only foreign victims are eligible, whoever has the citizenship of the country is none', () => {
  expect(figures('T29', 'reflection')).toEqual({
    'granted/persons': 1,
    'refused/persons': 1,
    'foreign/persons': 2,
    'ownNationals/persons': 1,
    'citizenshipUnknown/persons': 1,
    'total/persons': 4,
  });
  expect(percentOf('T29', 'reflection')).toEqual({ granted: 50, refused: 50, not_requested: 0, foreign: 100 });
  expect(figures('T29', 'permits')).toMatchObject({
    'cooperation_based/persons': 1,
    'permitGranted/persons': 1,
    'pending/persons': 1,
    'foreign/persons': 2,
  });
});

describe('T30: after the return', () => {
  test('by type, group of countries and newest status', () => {
    expect(figures('T30', 'types')).toEqual({
      'voluntary_assisted/persons': 1,
      'deported_expelled/persons': 1,
      'returned/persons': 2,
      'stays_in_country/persons': 1,
      'notReturned/persons': 1,
      'unknown/persons': 1,
      'total/persons': 4,
    });
    expect(figures('T30', 'countries')).toEqual({
      'regional/persons': 1,
      'eu/persons': 1,
      'returned/persons': 2,
      'notReturned/persons': 1,
      'unknown/persons': 1,
      'total/persons': 4,
    });
    expect(figures('T30', 'reintegration')).toMatchObject({
      'in_education/notReturned': 1,
      're_trafficked/returned': 1,
      'unknown/returned': 1,
      'total/total': 4,
    });
  });

  test('trafficked again within 24 months by a later registration or an entry; a day later is too late', () => {
    expect(figures('T30', 'relapse')).toEqual({
      'relapsed/persons': 1,
      'notRelapsed/persons': 1,
      'returned/persons': 2,
      'notReturned/persons': 1,
      'unknown/persons': 1,
      'total/persons': 4,
    });
    expect(percentOf('T30', 'relapse')).toEqual({ relapsed: 50, notRelapsed: 50, returned: 100 });
    const undated = storeOf([{ ...woman, return_date: null }, again]);
    expect(figuresOf(tablesOf(undated, 'T30').get('relapse'))).toHaveProperty(['unknownOfReturned/persons'], 1);
    const late = storeOf([woman, { ...again, recruitment_date: '2027-07' }]);
    expect(figuresOf(tablesOf(late, 'T30').get('relapse'))).toHaveProperty(['notRelapsed/persons'], 1);
  });
});

describe('T31: compensation', () => {
  test('informed, claimed, awarded and received, each of those whose answer is known', () => {
    expect(figures('T31', 'steps')).toEqual({
      'informed/yes': 2,
      'informed/no': 1,
      'informed/known': 3,
      'informed/unknown': 1,
      'informed/total': 4,
      'informed/shareOfKnown': 66.7,
      'claimed/yes': 2,
      'claimed/no': 1,
      'claimed/known': 3,
      'claimed/unknown': 1,
      'claimed/total': 4,
      'claimed/shareOfKnown': 66.7,
      'awarded/yes': 1,
      'awarded/no': 1,
      'awarded/known': 2,
      'awarded/unknown': 2,
      'awarded/total': 4,
      'awarded/shareOfKnown': 50,
      'received/yes': 1,
      'received/no': 1,
      'received/known': 2,
      'received/unknown': 2,
      'received/total': 4,
      'received/shareOfKnown': 50,
    });
  });

  test('amounts over all claims of a person; one person makes more than half, and the public does not see it', () => {
    expect(figures('T31', 'amounts')).toMatchObject({
      'identifiedVictims/yes': 1,
      'identifiedVictims/amountAwarded': 4000,
      'identifiedVictims/amountReceived': 1000,
      'identifiedVictims/recovered': 25,
    });
    const claiming = (awarded: number): Registered => ({
      compensation_claimed: 'yes',
      compensation_claim: [{ compensation_awarded: awarded / 2 }, { compensation_awarded: awarded / 2 }],
    });
    const amounts = (...awarded: number[]) =>
      figuresOf(tablesOf(storeOf(awarded.map(claiming)), 'T31', '2025', 'public').get('amounts'));
    expect(amounts(100, 100, 100, 100, 500)).not.toHaveProperty('identifiedVictims/amountAwarded');
    expect(amounts(100, 100, 100, 100, 100)).toHaveProperty(['identifiedVictims/amountAwarded'], 500);
  });
});
