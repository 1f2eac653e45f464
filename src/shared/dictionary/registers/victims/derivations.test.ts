import { expect, test } from 'vitest';
import type { FieldValue, RuleContext, RuleSubject } from '../../../records/record.ts';
import { derive } from './derivations.ts';

const context: RuleContext = {
  today: '2026-11-22',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};

type Answers = Record<string, FieldValue>;

function victim(values: Answers, groups: Record<string, readonly Answers[]> = {}, identity?: Answers): RuleSubject {
  const rows = Object.entries(groups).map(([entity, list]) => [
    entity,
    list.map((row, index) => ({ id: `${entity} ${index}`, values: row })),
  ]);
  return { entity: 'victim', id: 'v', values, groups: Object.fromEntries(rows), ...(identity ? { identity } : {}) };
}

const derived = (...parts: Parameters<typeof victim>) => derive(victim(...parts), context).values;
const unknown = { missing: 'unknown' } as const;

test('the status is that of the newest decision, of two on one day the later row', () => {
  const decisions = (...list: readonly [string, string][]) =>
    derived({}, { status_decision: list.map(([status, status_date]) => ({ status, status_date })) })[
      'trafficking_status'
    ];
  expect(decisions(['presumed', '2026-01-01'], ['formally_identified', '2026-02-01'])).toBe('formally_identified');
  expect(decisions(['status_withdrawn', '2026-03-01'], ['presumed', '2026-01-01'])).toBe('status_withdrawn');
  expect(decisions(['presumed', '2026-01-01'], ['not_a_victim', '2026-01-01'])).toBe('not_a_victim');
  expect(decisions()).toBeNull();
});

test('an exact birth date gives year and age at identification, else at first contact, else at registration', () => {
  const born = { date_of_birth: '2008-05-10' };
  const dates = {
    registration_date: '2026-05-09',
    first_contact_date: '2026-05-10',
    identification_date: '2026-05-09',
  };
  expect(derived(dates, {}, born)).toMatchObject({ birth_year: 2008, age_at_identification: 17 });
  expect(derived({ ...dates, identification_date: null }, {}, born)).toMatchObject({ age_at_identification: 18 });
  expect(derived({ registration_date: '2026-05-09' }, {}, born)).toMatchObject({ age_at_identification: 17 });
});

test('a birth date known in part leaves the age to the officer unless it allows one age only', () => {
  const on = { identification_date: '2026-05-20' };
  expect(derived({ ...on, age_at_identification: 19 }, {}, { date_of_birth: '2008' })).toMatchObject({
    birth_year: 2008,
    age_at_identification: 19,
  });
  expect(derived(on, {}, { date_of_birth: '2008-04' })['age_at_identification']).toBe(18);
  expect(derived(on, {}, { date_of_birth: '2008-05' })['age_at_identification']).toBeUndefined();
});

test('whoever may not open the vault sees year, age and group as they were set', () => {
  const values = { identification_date: '2026-05-09', recruitment_date: '2025-05', registration_date: '2026-06-01' };
  const seen = derive(victim(values, {}, { date_of_birth: '2008-05-10' }), context);
  const { identity: _hidden, ...closed } = seen;
  expect(derive(closed, context).values).toEqual(seen.values);
});

test('a person possibly under 18 counts as a child, and a presumed child whatever the age', () => {
  const group = (values: Answers) => derived({ identification_date: '2026-06-15', ...values })['age_group'];
  expect(group({ age_at_identification: 17 })).toBe('a15_17');
  expect(group({ age_at_identification: 18 })).toBe('a18_24');
  // Born in 2008: 17 or 18 in June 2026.
  expect(group({ birth_year: 2008 })).toBe('a15_17');
  expect(group({ birth_year: 2007 })).toBe('a18_24');
  // 14 or 15: a child, but of no certain band.
  expect(group({ birth_year: 2011 })).toBe('child_age_unknown');
  // 24 or 25.
  expect(group({ birth_year: 2001 })).toBe('adult_age_unknown');
  expect(group({ age_basis: 'presumed_child' })).toBe('child_age_unknown');
  expect(group({ age_basis: 'presumed_child', age_at_identification: 16 })).toBe('a15_17');
  expect(group({ age_basis: 'presumed_child', age_at_identification: 20 })).toBe('child_age_unknown');
  expect(group({ age_at_identification: unknown })).toBe('unknown');
  expect(group({ age_at_identification: 50 })).toBe('a50_plus');
});

test('a child when trafficked: possibly under 18 on the first day that the trafficking may have begun', () => {
  const child = (values: Answers, exploitation: readonly Answers[] = []) =>
    derived({ identification_date: '2026-06-15', ...values }, { exploitation })['child_when_trafficked'];
  expect(child({ age_at_identification: 19, recruitment_date: '2024-07' })).toBe('yes');
  expect(child({ age_at_identification: 21, recruitment_date: '2024-07' })).toBe('no');
  expect(child({ age_at_identification: 21 }, [{ exploitation_start: '2022' }])).toBe('yes');
  expect(child({ age_at_identification: 21, recruitment_date: unknown })).toBe('no');
  expect(child({ age_at_identification: 16 })).toBe('yes');
  expect(child({ recruitment_date: '2020' })).toEqual(unknown);
});

test('the age at recruitment is the least possible of at most two, else unknown', () => {
  const age = (values: Answers, identity?: Answers) =>
    derived({ identification_date: '2026-06-15', ...values }, {}, identity)['age_at_recruitment'];
  expect(age({ recruitment_date: '2024-05-09' }, { date_of_birth: '2008-05-10' })).toBe(15);
  expect(age({ recruitment_date: '2024-05' }, { date_of_birth: '2008-05-10' })).toBe(15);
  expect(age({ recruitment_date: '2024', birth_year: 2000 })).toBe(23);
  expect(age({ recruitment_date: '2024', age_at_identification: 26 })).toEqual(unknown);
  expect(age({ recruitment_date: unknown, birth_year: 2000 })).toEqual(unknown);
});

test('the scope is internal where all countries are known and equal, and not yet where nobody was exploited', () => {
  const scope = (values: Answers, exploitation: readonly Answers[], legs: readonly Answers[] = []) =>
    derived(values, { exploitation, journey_leg: legs })['trafficking_scope'];
  const here = { exploitation_country: 'XKX' };
  expect(scope({ recruitment_country: 'XKX' }, [here])).toBe('internal');
  expect(scope({ recruitment_country: 'ALB' }, [here])).toBe('cross_border');
  expect(scope({ recruitment_country: unknown }, [here])).toEqual(unknown);
  expect(scope({ recruitment_country: unknown }, [here, { exploitation_country: 'ITA' }])).toBe('cross_border');
  expect(scope({ exploitation_stage: 'not_yet_exploited', recruitment_country: 'XKX' }, [])).toBe('not_yet');
  const over = [{ leg_from_country: 'XKX', leg_to_country: 'MNE' }];
  expect(scope({ exploitation_stage: 'not_yet_exploited', recruitment_country: 'XKX' }, [], over)).toBe('cross_border');
});

test('the main form is the one chosen, else the only one, else mixed over several groups', () => {
  const main = (forms: readonly string[][], values: Answers = {}) =>
    derived(values, { exploitation: forms.map((exploitation_forms) => ({ exploitation_forms })) })[
      'exploitation_main_form'
    ];
  expect(main([['begging']])).toBe('begging');
  expect(main([['begging'], ['sexual_exploitation']])).toBe('mixed');
  expect(main([['begging'], ['sexual_exploitation']], { exploitation_main_form: 'begging' })).toBe('begging');
  expect(main([['servitude', 'domestic_servitude']])).toBe('servitude');
  expect(main([['begging']], { exploitation_main_form: 'organ_removal' })).toBe('begging');
  const early = { exploitation_stage: 'not_yet_exploited', intended_forms: ['begging', 'sexual_exploitation'] };
  expect(main([], early)).toBe('mixed');
});

test('a new trafficking, this or an earlier one, makes re-trafficking; the same trafficking never does', () => {
  const again = (values: Answers, earlier: readonly Answers[]) => {
    const otherRegistrations = earlier.map((other) => ({ recordId: 'x', content: { values: other, groups: {} } }));
    return derive(victim(values), { ...context, otherRegistrations }).values['re_trafficked'] ?? null;
  };
  const first = { episode_no: 1, episode_relation: 'first_registration' };
  const second = { episode_no: 2, episode_relation: 'new_trafficking' };
  expect(again(second, [first])).toBe('yes');
  expect(again({ episode_no: 3, episode_relation: 'same_trafficking' }, [first, second])).toBe('yes');
  expect(again({ episode_no: 2, episode_relation: 'same_trafficking' }, [first])).toBeNull();
  expect(again(first, [second])).toBeNull();
});

test('legs and episodes are numbered in the order in which they stand', () => {
  const { groups } = derive(victim({}, { journey_leg: [{ leg_no: 7 }, {}], exploitation: [{}, {}, {}] }), context);
  expect(groups['journey_leg']?.map(({ values }) => values['leg_no'])).toEqual([1, 2]);
  expect(groups['exploitation']?.map(({ values }) => values['expl_no'])).toEqual([1, 2, 3]);
});

test('deriving twice changes nothing', () => {
  const once = derive(victim({ birth_year: 2008, registration_date: '2026-06-01' }, { exploitation: [{}] }), context);
  expect(derive(once, context)).toEqual(once);
});

test('an age of about so many years is the middle of those, and the least where a child is possibly among them', () => {
  const born = (stated: string, more: Answers = {}) =>
    derived({ registration_date: '2026-06-15', ...more }, {}, { date_of_birth: stated });
  // 15 to 17, 34 to 36 and 17 to 19 years on that day.
  expect(born('2008-06-16/2011-06-15')).toMatchObject({ age_at_identification: 16, age_group: 'a15_17' });
  expect(born('1989-06-16/1992-06-15')).toMatchObject({ age_at_identification: 35, age_group: 'a35_49' });
  expect(born('2006-06-16/2009-06-15')).toMatchObject({ age_at_identification: 17, age_group: 'a15_17' });
  // What the officer typed stays, and a year is set only where the days lie in one.
  expect(born('1989-06-16/1992-06-15', { age_at_identification: 34 })['age_at_identification']).toBe(34);
  expect(born('1989-06-16/1992-06-15')['birth_year']).toBeUndefined();
  expect(born('1989-02/1989-05')['birth_year']).toBe(1989);
});

test('an age group set from the birth date stays for those who may not see it', () => {
  const stored = { registration_date: '2026-06-15', age_group: 'child_age_unknown' };
  expect(derived(stored)['age_group']).toBe('child_age_unknown');
  expect(derived(stored, {}, {})['age_group']).toBe('unknown');
});
