import { expect, test } from 'vitest';
import type { FieldValue, RuleContext, RuleSubject } from '../records/record.ts';
import { areRowsApplicable, evaluate, isApplicable, isDemanded } from './conditions.ts';
import { indexOfKind, registerOf } from './registers.ts';

const register = registerOf('victims');
const index = indexOfKind('victims');
const context: RuleContext = {
  today: '2026-11-22',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};

const victim = (values: Record<string, FieldValue>, groups: RuleSubject['groups'] = {}): RuleSubject => ({
  entity: 'victim',
  id: '01900000-0000-7000-8000-000000000001',
  values,
  groups,
});
const asked = (field: string, subject: RuleSubject) =>
  isApplicable(index.field('victim', field), { register, subject, context });

test('a field that rests on an unknown answer may apply; on "not applicable" it does not', () => {
  expect(asked('times_trafficked', victim({ re_trafficked: 'yes' }))).toBe(true);
  expect(asked('times_trafficked', victim({ re_trafficked: 'no' }))).toBe(false);
  expect(asked('times_trafficked', victim({}))).toBeUndefined();
  expect(asked('times_trafficked', victim({ re_trafficked: { missing: 'refused' } }))).toBeUndefined();
  expect(asked('times_trafficked', victim({ re_trafficked: { missing: 'not_applicable' } }))).toBe(false);
});

test('the online service is asked for exactly the methods that the list marks as online', () => {
  for (const method of index.codeList('RECMETH')?.codes ?? []) {
    expect(asked('online_platform', victim({ recruitment_method: ['family_arranged', method.code] }))).toBe(
      method.online === true,
    );
  }
});

test('a citizen of this country identified abroad may hold a residence permit there', () => {
  const national = { citizenship: ['XKX'] };
  expect(asked('residence_permit', victim({ ...national, identification_country: 'XKX' }))).toBe(false);
  expect(asked('residence_permit', victim({ ...national, identification_country: 'ITA' }))).toBe(true);
  expect(asked('residence_permit', victim({ citizenship: ['MDA'], identification_country: 'XKX' }))).toBe(true);
});

test('a question about a row is answered from that row', () => {
  const point = index.field('journey_leg', 'border_point');
  const row = (from: string, to: string) => ({ id: 'r', values: { leg_from_country: from, leg_to_country: to } });
  const situation = { register, subject: victim({}), context };
  expect(isApplicable(point, { ...situation, row: row('XKX', 'XKX') })).toBe(false);
  expect(isApplicable(point, { ...situation, row: row('XKX', 'ALB') })).toBe(true);
  const shelter = index.field('service', 'shelter_type');
  expect(isApplicable(shelter, { ...situation, row: { id: 'r', values: { service_type: 'shelter' } } })).toBe(true);
  expect(isApplicable(shelter, { ...situation, row: { id: 'r', values: { service_type: 'medical' } } })).toBe(false);
});

test('rows of exploitation have no meaning where the exploitation had not begun', () => {
  const rows = (subject: RuleSubject) =>
    areRowsApplicable(index.entity('exploitation'), { register, subject, context });
  expect(rows(victim({ exploitation_stage: 'not_yet_exploited' }))).toBe(false);
  expect(rows(victim({ exploitation_stage: 'exploited' }))).toBe(true);
});

test('means are never demanded for a child, and nothing is demanded of a draft', () => {
  const means = index.field('victim', 'means');
  const demanded = (childWhenTrafficked: FieldValue, stage: 'draft' | 'number' | 'complete') =>
    isDemanded(means, stage, { register, subject: victim({ child_when_trafficked: childWhenTrafficked }), context });
  expect(demanded('no', 'complete')).toBe(true);
  expect(demanded({ missing: 'unknown' }, 'complete')).toBe(true);
  expect(demanded('yes', 'complete')).toBe(false);
  expect(demanded('no', 'number')).toBe(false);
  expect(demanded('no', 'draft')).toBe(false);
});

test('a field that only may apply is not demanded', () => {
  const days = index.field('victim', 'reflection_days');
  const demanded = (period: FieldValue) =>
    isDemanded(days, 'complete', { register, subject: victim({ reflection_period: period }), context });
  expect(demanded('granted')).toBe(true);
  expect(demanded('refused')).toBe(false);
  expect(demanded(null)).toBe(false);
});

test('an unknown part decides nothing that another part already decides', () => {
  const situation = { register, subject: victim({ sex: 'female' }), context };
  const yes = { field: 'sex', is: ['female'] };
  const no = { field: 'sex', is: ['male'] };
  const open = { field: 'disability', is: ['yes'] };
  expect(evaluate({ all: [open, no] }, situation)).toBe(false);
  expect(evaluate({ all: [open, yes] }, situation)).toBeUndefined();
  expect(evaluate({ any: [open, yes] }, situation)).toBe(true);
  expect(evaluate({ any: [open, no] }, situation)).toBeUndefined();
  expect(evaluate({ not: open }, situation)).toBeUndefined();
});

test('a birth date is demanded where consent was given, and never where it was refused, withdrawn or not asked for', () => {
  const birth = index.field('victim_identity', 'date_of_birth');
  const demanded = (values: Record<string, FieldValue>) =>
    isDemanded(birth, 'complete', { register, subject: { ...victim(values), identity: {} }, context });
  expect(demanded({ consent_given: 'yes' })).toBe(true);
  expect(demanded({ consent_given: 'no' })).toBe(false);
  expect(demanded({ consent_given: { missing: 'not_asked' } })).toBe(false);
  expect(demanded({ consent_given: 'yes', consent_withdrawn_on: '2026-05-01' })).toBe(false);
});
