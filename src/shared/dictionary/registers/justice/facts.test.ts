import { expect, test } from 'vitest';
import { aCase, context, type Row, rowOf } from '../../../../../tests/justice/a-case.ts';
import type { FieldValue } from '../../../records/record.ts';
import { evaluate } from '../../conditions.ts';
import type { FactName } from './fact-names.ts';
import { facts } from './facts.ts';
import { justice } from './register.ts';
import { findsGuilty, foundGuilty } from './verdict.ts';

const unknown = { missing: 'unknown' } as const;
const notApplicable = { missing: 'not_applicable' } as const;

/** A fact about the defendant of a case, or about the row named. */
function ask(name: FactName, tree: Row, row = 'defendant 0') {
  const subject = aCase(tree);
  return facts[name]?.(subject, context, rowOf(subject, row));
}
const ofDefendant = (name: FactName, defendant: Row) => ask(name, { defendant: [defendant] });
const ofVerdicts = (name: FactName, ...verdict: Row[]) => ofDefendant(name, { charge: [{ verdict }] });

test('child victims: one group of children is enough, an open age leaves it open', () => {
  const ages = (...list: FieldValue[]) =>
    facts.child_victims(aCase({ victim_group: list.map((vgroup_age) => ({ vgroup_age })) }), context);
  expect(ages('adult', 'child')).toBe(true);
  expect(ages(unknown, 'child')).toBe(true);
  expect(ages('adult', unknown)).toBeUndefined();
  expect(ages('adult', null)).toBeUndefined();
  expect(ages('adult')).toBe(false);
  expect(ages()).toBeUndefined();
});

test('only child victims: one group of adults decides against, and so does a case without groups', () => {
  const ages = (...list: FieldValue[]) =>
    facts.only_child_victims(aCase({ victim_group: list.map((vgroup_age) => ({ vgroup_age })) }), context);
  expect(ages('child', 'child')).toBe(true);
  expect(ages('child', unknown)).toBeUndefined();
  expect(ages('adult', unknown)).toBe(false);
  expect(ages()).toBe(false);
});

test('indicted: an indictment with its date, and of this defendant', () => {
  expect(ofDefendant('indicted', { indictment: [{ indictment_date: '2026-01-10' }] })).toBe(true);
  expect(ofDefendant('indicted', { indictment: [{ indictment_date: null }] })).toBeUndefined();
  expect(ofDefendant('indicted', { indictment: [{ indictment_date: notApplicable }] })).toBe(false);
  // An investigation that is still open must not be asked for its end.
  expect(ofDefendant('indicted', {})).toBe(false);
  const other = { defendant: [{}, { indictment: [{ indictment_date: '2026-01-10' }] }] };
  expect(ask('indicted', other, 'defendant 0')).toBe(false);
  expect(ask('indicted', other, 'defendant 1')).toBe(true);
});

test('a fact about a defendant answers for every row below, and for no row not at all', () => {
  const tree = { defendant: [{ charge: [{ verdict: [{ verdict: 'acquitted', sentence: [{}] }] }], trial: [{}] }] };
  for (const row of ['defendant 0 trial 0', 'defendant 0 charge 0 verdict 0 sentence 0'])
    expect([ask('tried', tree, row), ask('judged', tree, row)], row).toEqual([true, true]);
  expect(facts.tried(aCase(tree), context)).toBeUndefined();
});

test('tried and judged: there is a trial, and a verdict in which something is entered', () => {
  expect(ofDefendant('tried', { trial: [{}] })).toBe(true);
  expect(ofDefendant('tried', {})).toBe(false);
  expect(ofVerdicts('judged', { verdict_date: '2026-03-01' })).toBe(true);
  expect(ofVerdicts('judged', { verdict: 'acquitted' })).toBe(true);
  expect(ofVerdicts('judged', {})).toBeUndefined();
  expect(ofDefendant('judged', { charge: [{}] })).toBe(false);
});

test('convicted: on one charge in one instance, finally or not', () => {
  const acquitted = { verdict: 'acquitted' };
  const convicted = { verdict: 'convicted_other_offence_only' };
  expect(ofVerdicts('convicted', acquitted, convicted)).toBe(true);
  expect(ofDefendant('convicted', { charge: [{ verdict: [acquitted] }, { verdict: [convicted] }] })).toBe(true);
  expect(ofVerdicts('convicted', acquitted)).toBe(false);
  expect(ofVerdicts('convicted', acquitted, {})).toBeUndefined();
  expect(ofDefendant('convicted', { charge: [{}] })).toBeUndefined();
});

test('a verdict finds guilty exactly where the condition of the register says so', () => {
  const results: FieldValue[] = ['convicted_tip', 'acquitted', 'guilty_released_from_punishment', null, notApplicable];
  for (const verdict of results)
    for (const final_verdict of results)
      for (const final_date of ['2026-02-02', null, notApplicable]) {
        const values = { verdict, final_verdict, final_date };
        const subject = aCase({});
        expect(findsGuilty(values), JSON.stringify(values)).toBe(
          evaluate(foundGuilty, { register: justice, subject, context, row: { id: 'row', values } }),
        );
      }
});

test('finality is due where a judgment is final and no other verdict on the charge says since when', () => {
  const first = 'defendant 0 charge 0 verdict 0';
  const due = (aggregate_final: FieldValue, ...verdict: Row[]) =>
    ask('finality_due', { defendant: [{ charge: [{ verdict }], judgment_sentence: [{ aggregate_final }] }] }, first);
  expect(due('yes', {}, {})).toBe(true);
  expect(due('yes', { final_date: '2026-04-01' }, {})).toBe(true);
  expect(due('yes', {}, { final_date: '2026-04-01' })).toBe(false);
  expect(due('no', {}, {})).toBe(false);
  expect(due(null, {}, {})).toBeUndefined();
  expect(ask('finality_due', { defendant: [{ charge: [{ verdict: [{}] }] }] }, first)).toBe(false);
});
