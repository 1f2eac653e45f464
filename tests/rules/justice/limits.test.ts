/** R39, R46: what an installation sets is what its rules measure by. */
import { expect, test } from 'vitest';
import { isWithinBounds } from '#shared/dictionary/limits.ts';
import { limits } from '#shared/dictionary/registers/justice/rules/limits.ts';
import { rules } from '#shared/dictionary/registers/justice/rules/rules.ts';
import { languages } from '#shared/languages.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { saidOf } from './justice-rules.ts';
import { against, aggregate, sentenced } from './small-case.ts';

const told = (rule: string, tree: Row, set?: Readonly<Record<string, number>>) =>
  saidOf(aCase(tree), set === undefined ? {} : { limits: set })
    .filter((found) => found.rule === rule)
    .map(({ part, params }) => ({ part, params }));

test.each([
  ['stated', against({ def_age_at_offence: 15 }), 'too_young'],
  ['told by the year of birth', against({ def_birth_year: 2010 }, { offence_start: '2025-06' }), 'too_young_birth'],
])('an age %s is measured by the age of responsibility of the country', (_how, tree, part) => {
  expect(told('R39', tree)).toEqual([]);
  expect(told('R39', tree, { ageOfResponsibility: 16 })).toMatchObject([{ part, params: { least: 16 } }]);
  expect(told('R39', tree, { ageOfResponsibility: 15 })).toEqual([]);
});

test('a juvenile measure is expected from the age of responsibility on, whatever that is', () => {
  const young = { def_age_at_offence: 12 };
  const parts = (tree: Row) => told('R39', tree, { ageOfResponsibility: 12 }).map(({ part }) => part);
  expect(parts(sentenced({ sentence_type: 'imprisonment', sentence_months: 6 }, {}, young))).toEqual(['juvenile']);
  expect(parts(aggregate({ aggregate_type: 'fine' }, {}, young))).toContain('juvenile_aggregate');
});

const stages = [
  ['inquiryMonths', { report_date: '2026-08-01', lead_authority: 'kp_thb' }],
  ['investigationMonths', against({ investigation: [{ investigation_start: '2026-08-01' }] })],
  ['trialMonths', against({ trial: [{ trial_start: '2026-08-01', trial_instance: 'first' }] })],
] as const satisfies readonly (readonly [keyof typeof limits, Row])[];

test.each(stages)('a stage is asked about after the months set for it: %s', (name, tree) => {
  expect(told('R46', tree)).toEqual([]);
  expect(told('R46', tree, { [name]: 3 })).toMatchObject([{ part: 'long', params: { months: 3 } }]);
  // Each stage has a number of its own.
  const others = Object.fromEntries(stages.flatMap(([other]) => (other === name ? [] : [[other, 1]])));
  expect(told('R46', tree, others)).toEqual([]);
});

test('every limit may be left as delivered, belongs to a rule and has a name in every language', () => {
  const files = import.meta.glob<{ limits: Record<string, string> }>('../../../locales/*/dictionary-justice.json', {
    eager: true,
    import: 'default',
  });
  for (const [name, declared] of Object.entries(limits)) {
    expect(isWithinBounds(declared, declared.delivered), name).toBe(true);
    expect(rules.map(({ id }) => id)).toContain(declared.rule);
  }
  for (const language of languages) {
    const named = files[`../../../locales/${language}/dictionary-justice.json`]?.limits ?? {};
    expect(Object.keys(named), language).toEqual(Object.keys(limits));
  }
});
