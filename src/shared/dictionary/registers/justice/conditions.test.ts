import { expect, test } from 'vitest';
import type { RuleContext, Values } from '../../../records/record.ts';
import { evaluate, isApplicable, isDemanded, type Situation } from '../../conditions.ts';
import { indexOf } from '../../register-index.ts';
import { fields } from './fields.ts';
import { justice as register } from './register.ts';
import { foundGuilty } from './verdict.ts';

const context: RuleContext = {
  today: '2026-11-26',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};

const of = (values: Values): Situation => ({
  register,
  context,
  subject: { entity: 'case', id: 'case', values: {}, groups: {} },
  row: { id: 'row', values },
});
const applies = (entity: string, field: string, values: Values) =>
  isApplicable(indexOf(register).field(entity, field), of(values));
const isAsked = (entity: string, field: string, values: Values) =>
  isDemanded(indexOf(register).field(entity, field), 'complete', of(values));

test('R38: a company is asked for neither sex nor birth nor schooling, a person is', () => {
  for (const field of ['def_sex', 'def_birth_year', 'def_age_group', 'def_education', 'def_marital']) {
    expect(applies('defendant', field, { person_type: 'legal_person' }), field).toBe(false);
    expect(applies('defendant', field, { person_type: 'natural_person' }), field).toBe(true);
  }
  expect(applies('defendant', 'def_citizenship', { person_type: 'legal_person' })).toBe(true);
});

test('an acquittal stays without a sentence until it is finally turned into a conviction', () => {
  const acquitted = { verdict: 'acquitted', verdict_date: '2024-03-01' };
  expect(evaluate(foundGuilty, of(acquitted))).toBe(false);
  // What nobody has decided yet must not keep the question open.
  expect(evaluate(foundGuilty, of({ ...acquitted, final_verdict: null }))).toBe(false);
  const turned = { ...acquitted, final_date: '2025-02-01', final_verdict: 'convicted_tip' };
  expect(evaluate(foundGuilty, of(turned))).toBe(true);
  expect(applies('verdict', 'convicted_offence', turned)).toBe(true);
});

test('an investigation that is still open is asked for no result', () => {
  expect(isAsked('investigation', 'investigation_outcome', { investigation_start: '2025-05-05' })).toBe(false);
  const closed = { investigation_end: '2025-09-09' };
  expect(isAsked('investigation', 'investigation_outcome', closed)).toBe(true);
  expect(isAsked('investigation', 'discontinued_reason', { ...closed, investigation_outcome: 'indictment' })).toBe(
    false,
  );
  expect(isAsked('investigation', 'discontinued_reason', { ...closed, investigation_outcome: 'discontinued' })).toBe(
    true,
  );
});

test('a pending appeal has no date of decision, a decided one has date and outcome', () => {
  expect(applies('appeal', 'appeal_decision_date', { appeal_outcome: 'pending' })).toBe(false);
  expect(isAsked('appeal', 'appeal_decision_date', {})).toBe(false);
  expect(isAsked('appeal', 'appeal_decision_date', { appeal_outcome: 'upheld' })).toBe(true);
  expect(isAsked('appeal', 'appeal_decision_date', { appeal_outcome: 'withdrawn' })).toBe(false);
  expect(isAsked('appeal', 'appeal_outcome', { appeal_decision_date: '2025-09-09' })).toBe(true);
});

test('R34: a term has a length and life has none; what is suspended has a probation period', () => {
  const sentenced = (aggregate_type: string, more: Values = {}) => ({
    person_type: 'natural_person',
    aggregate_type,
    ...more,
  });
  // The kind of person stands in the row of the defendant; here one row tells everything.
  const flat = { ...register, fields: fields.map((field) => ({ ...field, entity: 'judgment_sentence' })) };
  const ofJudgment = (id: string, values: Values) =>
    isApplicable(indexOf(flat).field('judgment_sentence', id), { ...of(values), register: flat });
  expect(ofJudgment('aggregate_days', sentenced('imprisonment'))).toBe(true);
  expect(ofJudgment('aggregate_days', sentenced('life_imprisonment'))).toBe(false);
  expect(ofJudgment('aggregate_days', { ...sentenced('imprisonment'), person_type: 'legal_person' })).toBe(false);
  expect(ofJudgment('probation_months', sentenced('suspended_imprisonment'))).toBe(true);
  expect(ofJudgment('probation_months', sentenced('imprisonment', { aggregate_suspended_days: 365 }))).toBe(true);
  expect(ofJudgment('probation_months', sentenced('imprisonment', { aggregate_suspended_days: 0 }))).toBe(false);
});

test('money that was not awarded cannot be paid, and nobody paid what was not paid', () => {
  expect(applies('claim', 'awarded_eur', { claim_decision: 'referred_to_civil_court' })).toBe(false);
  expect(applies('claim', 'paid_eur', { claim_decision: 'granted', awarded_eur: 4000 })).toBe(true);
  expect(isAsked('claim', 'paid_by', { awarded_eur: 4000, paid_eur: 0 })).toBe(false);
  expect(isAsked('claim', 'paid_by', { awarded_eur: 4000, paid_eur: 0.5 })).toBe(true);
});

test('a form of exploitation is asked for where the charge is trafficking', () => {
  expect(isAsked('charge', 'charge_form', { charge_offence: 'trafficking_of_child' })).toBe(true);
  expect(isAsked('charge', 'charge_form', { charge_offence: 'money_laundering' })).toBe(false);
});

test('only an extradition has the result of one, and a request through Europol needs no country', () => {
  expect(applies('cooperation', 'extradition_result', { coop_type: 'mla_request' })).toBe(false);
  expect(isAsked('cooperation', 'extradition_result', { coop_type: 'extradition' })).toBe(true);
  expect(isAsked('cooperation', 'coop_country', { coop_type: 'europol' })).toBe(false);
  expect(isAsked('cooperation', 'coop_country', { coop_type: 'mla_request' })).toBe(true);
});
