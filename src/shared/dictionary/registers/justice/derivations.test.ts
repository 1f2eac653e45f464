import { expect, test } from 'vitest';
import { aCase, context, type Row, rowOf } from '../../../../../tests/justice/a-case.ts';
import type { FieldValue, RuleContext, RuleSubject, Values } from '../../../records/record.ts';
import { derive } from './derivations.ts';

const unknown = { missing: 'unknown' } as const;
const notApplicable = { missing: 'not_applicable' } as const;

const derived = (tree: Row, more: Partial<RuleSubject> = {}, known: RuleContext = context) =>
  derive(aCase(tree, more), known);
const first = (tree: Row, more: Partial<RuleSubject> = {}): Values => rowOf(derived(tree, more), 'defendant 0').values;

test('rows are numbered among those that stand within the same row', () => {
  const { groups } = derived({
    defendant: [
      { charge: [{}, {}], appeal: [{}] },
      { charge: [{}], appeal: [{}, {}] },
    ],
    asset: [{}, {}],
    claim: [{ claim_no: 7 }],
    victim_group: [{ vgroup_count: 1 }, { vgroup_count: 2 }],
  });
  const numbers = (entity: string, field: string) => groups[entity]?.map(({ values }) => values[field]);
  expect(numbers('defendant', 'defendant_id')).toEqual([1, 2]);
  expect(numbers('charge', 'charge_no')).toEqual([1, 2, 1]);
  expect(numbers('appeal', 'appeal_no')).toEqual([1, 1, 2]);
  expect(numbers('asset', 'asset_no')).toEqual([1, 2]);
  expect(numbers('claim', 'claim_no')).toEqual([1]);
  expect(numbers('victim_group', 'vgroup_no')).toEqual([1, 2]);
});

test('the victims of the case are the sum of the groups', () => {
  const total = (...counts: FieldValue[]) =>
    derived({ victim_group: counts.map((vgroup_count) => ({ vgroup_count })) }).values['victims_total'];
  expect(total(3, 1)).toBe(4);
  expect(total(3, null)).toBe(3);
  expect(total()).toBe(0);
});

test('the date of birth gives year, age and group of its own defendant, by the day of the offence', () => {
  const tree = { report_date: '2026-01-10', offence_start: '2025-05-10', defendant: [{}, {}] };
  const seen = derived(tree, { rowIdentities: { 'defendant 0': { def_birth_date: '2007-05-11' } } });
  expect(rowOf(seen, 'defendant 0').values).toMatchObject({
    def_birth_year: 2007,
    def_age_at_offence: 17,
    def_age_group: 'a15_17',
  });
  expect(rowOf(seen, 'defendant 1').values['def_birth_year']).toBeUndefined();
  // An offence of which no day is known began before it was reported.
  const reported = { report_date: '2026-01-10', offence_start: unknown, defendant: [{}] };
  expect(first(reported, { rowIdentities: { 'defendant 0': { def_birth_date: '2007-05-11' } } })).toMatchObject({
    def_age_at_offence: 18,
  });
});

test('of two possible ages the lower one is set, unless the officer entered the other', () => {
  const born = { rowIdentities: { 'defendant 0': { def_birth_date: '2000-05-11' } } };
  expect(first({ offence_start: '2025', defendant: [{}] }, born)['def_age_at_offence']).toBe(24);
  expect(first({ offence_start: '2025', defendant: [{ def_age_at_offence: 25 }] }, born)['def_age_at_offence']).toBe(
    25,
  );
  expect(first({ offence_start: '2025', defendant: [{ def_age_at_offence: 40 }] }, born)['def_age_at_offence']).toBe(
    24,
  );
  const about = { rowIdentities: { 'defendant 0': { def_birth_date: '1990-01-01/1999-12-31' } } };
  expect(first({ offence_start: '2025-06-01', defendant: [{}] }, about)['def_age_at_offence']).toBe(30);
  const withheld = { def_age_at_offence: { missing: 'withheld' } as const };
  expect(first({ offence_start: '2025', defendant: [withheld] }, born)['def_age_at_offence']).toEqual({
    missing: 'withheld',
  });
});

test('without the vault, age and year stay as they stand, and the group follows from them', () => {
  const group = (defendant: Row) => first({ offence_start: '2025-06-15', defendant: [defendant] })['def_age_group'];
  expect(group({ def_age_at_offence: 17 })).toBe('a15_17');
  expect(group({ def_age_at_offence: 18 })).toBe('a18_24');
  expect(group({ def_birth_year: 1980 })).toBe('a35_49');
  // 17 or 18: possibly under 18.
  expect(group({ def_birth_year: 2007 })).toBe('a15_17');
  expect(group({ def_birth_year: 2000 })).toBe('adult_age_unknown');
  expect(group({ def_age_at_offence: unknown })).toBe('unknown');
});

test('whoever may not open the vault sees year, age and group as they were set', () => {
  const tree = { offence_start: '2025-06-15', defendant: [{}] };
  for (const def_birth_date of ['2000-05-11', '1984-12/1990-02']) {
    const { rowIdentities: _closed, ...seen } = derived(tree, { rowIdentities: { 'defendant 0': { def_birth_date } } });
    expect(derive(seen, context)).toEqual(seen);
  }
  const emptied = { defendant: [{ def_age_group: 'a25_34' }] };
  expect(first(emptied)['def_age_group']).toBe('a25_34');
  expect(first(emptied, { rowIdentities: {} })['def_age_group']).toBe('unknown');
});

test('R38: a company has no age group, whatever its vault says, and a status like everybody', () => {
  const company = { person_type: 'legal_person', indictment: [{ indictment_date: '2025-08-01' }] };
  const tree = { offence_start: '2025-06-15', defendant: [company] };
  const values = first(tree, { rowIdentities: { 'defendant 0': { def_birth_date: '2000-05-11' } } });
  expect(values).toMatchObject({ def_age_group: notApplicable, def_status: 'accused' });
  expect(values['def_age_at_offence']).toBeUndefined();
});

test('the ICCS class follows from offence and form of the charge', () => {
  const iccs = (charge_offence: FieldValue, charge_form: FieldValue = null) =>
    rowOf(derived({ defendant: [{ charge: [{ charge_offence, charge_form }] }] }), 'defendant 0 charge 0').values[
      'iccs_code'
    ] ?? null;
  expect(iccs('trafficking_base', 'sexual_exploitation')).toBe('c02041');
  expect(iccs('trafficking_of_child', 'domestic_servitude')).toBe('c02042');
  expect(iccs('trafficking_organised_group', 'organ_removal')).toBe('c02043');
  expect(iccs('trafficking_by_official', 'begging')).toBe('c02049');
  expect(iccs('trafficking_base', unknown)).toBe('c02049');
  expect(iccs('organ_trafficking', 'organ_removal')).toBe('not_trafficking');
  expect(iccs('trafficking_base')).toBeNull();
  expect(iccs(null, 'begging')).toBeNull();
});

test('the range of punishment is that of the article, and stays empty without a register of articles', () => {
  const charge = (legal_article: FieldValue, known: RuleContext) =>
    rowOf(
      derived({ defendant: [{ charge: [{ legal_article, charge_min_months: 7 }] }] }, {}, known),
      'defendant 0 charge 0',
    ).values;
  const article: RuleContext['article'] = (code) =>
    ({ a165: { leastMonths: 60, mostMonths: 144 }, a165_5: { leastMonths: 120, mostMonths: undefined } })[code];
  const known = { ...context, article };
  expect(charge('a165', known)).toMatchObject({ charge_min_months: 60, charge_max_months: 144 });
  expect(charge('a165_5', known)).toMatchObject({ charge_min_months: 120, charge_max_months: null });
  expect(charge(null, known)).toMatchObject({ charge_min_months: null, charge_max_months: null });
  expect(charge('a165', context)['charge_min_months']).toBe(7);
});

const dismissed = {
  investigation: [
    { investigation_start: '2025-01-01', investigation_end: '2025-06-01', investigation_outcome: 'discontinued' },
  ],
};
const convicted = (final_date: string | null) => ({
  charge: [{ verdict: [{ verdict_date: '2025-09-09', verdict: 'convicted_tip', final_date }] }],
});

test('the case is open with its least advanced defendant and closes with the last', () => {
  const stands = (...defendant: Row[]) => {
    const { values } = derived({ report_date: '2024-12-01', ...(defendant.length > 0 ? { defendant } : {}) });
    return [values['case_status'], values['case_closed_on']];
  };
  expect(stands()).toEqual(['report_received', null]);
  expect(stands({})).toEqual(['report_received', null]);
  expect(stands(dismissed, {})).toEqual(['report_received', null]);
  expect(stands(dismissed)).toEqual(['dismissed', '2025-06-01']);
  expect(stands(dismissed, convicted(null))).toEqual(['first_instance_judgment', null]);
  expect(stands(convicted('2025-12-24'), dismissed)).toEqual(['final', '2025-12-24']);
  const refused = { indictment: [{ indictment_date: '2026-02-02', indictment_confirmed: 'no' }] };
  expect(stands(refused, dismissed)).toEqual(['dismissed', null]);
});

test('a case is at its stage since the defendant who has been there longest, and names who is open', () => {
  const stands = (...defendant: Row[]) => {
    const { values } = derived({ report_date: '2024-12-01', ...(defendant.length > 0 ? { defendant } : {}) });
    return [values['case_status'], values['stage_since'], values['open_defendants']];
  };
  const opened = (investigation_start: string) => ({ investigation: [{ investigation_start }] });
  expect(stands()).toEqual(['report_received', '2024-12-01', 0]);
  expect(stands(opened('2025-03-01'), opened('2025-02-01'), dismissed)).toEqual(['investigation', '2025-02-01', 2]);
  expect(stands(opened('2025-03-01'), convicted(null))).toEqual(['investigation', '2025-03-01', 2]);
  expect(stands(dismissed)).toEqual(['dismissed', '2025-06-01', 0]);
  // An indictment that the court refused has no day of its refusal.
  expect(stands({ indictment: [{ indictment_date: '2026-02-02', indictment_confirmed: 'no' }] })).toEqual([
    'dismissed',
    null,
    0,
  ]);
});

test('a case without defendants stands where the inquiry stands', () => {
  expect(derived({ lead_authority: 'police' }).values['case_status']).toBe('preliminary_inquiry');
});

test('a row in which nothing is to be set stays the same row', () => {
  const once = derived({ defendant: [{ charge: [{}] }], victim_group: [{ vgroup_count: 2 }] });
  const twice = derive(once, context);
  for (const entity of ['defendant', 'charge', 'victim_group'])
    expect(twice.groups[entity]?.[0], entity).toBe(once.groups[entity]?.[0]);
});
