/**
 * Invented cases whose steps lie in any order, also in orders that no court knows, but are told clearly: each has a day
 * of its own that no other shares, and says what it was.
 */
import fc from 'fast-check';
import { isoDay } from '#shared/records/partial-date.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { filled } from '../../justice/valid-proceedings.ts';

const verdict = fc.constantFrom(
  'convicted_tip',
  'convicted_other_offence_only',
  'acquitted',
  'charge_rejected',
  'proceedings_terminated',
  'not_criminally_liable_measure',
  'guilty_released_from_punishment',
);
const outcome = fc.constantFrom(
  'upheld',
  'sentence_reduced',
  'verdict_reversed_to_acquittal',
  'verdict_reversed_to_conviction',
  'sent_back_for_retrial',
);
const offence = fc.constantFrom('trafficking_base', 'trafficking_of_child', 'kidnapping', 'use_of_services_of_victim');
const sentence = fc.record({
  sentence_type: fc.constantFrom('imprisonment', 'suspended_imprisonment', 'life_imprisonment', 'fine'),
  sentence_months: fc.integer({ min: 6, max: 200 }),
  final_sentence_months: fc.integer({ min: 6, max: 200 }),
  aggravating: fc.constantFrom(['child_victim'], ['several_victims', 'recidivism'], ['none']),
});
const verdictPlan = fc.record({
  verdict,
  final: fc.option(verdict),
  instance: fc.constantFrom('first', 'first', 'first', 'second', 'final'),
  convicted_offence: offence,
  sentence,
});
const trialPlan = fc.record({ instance: fc.constantFrom('first', 'second'), absent: fc.constantFrom('yes', 'no') });
const appealPlan = fc.record({
  kind: fc.constantFrom('ordinary', 'ordinary', 'extraordinary'),
  outcome: fc.option(outcome),
});
const aggregatePlan = fc.record({
  aggregate_type: fc.constantFrom('imprisonment', 'suspended_imprisonment', 'life_imprisonment', 'fine'),
  aggregate_days: fc.integer({ min: 100, max: 6000 }),
  aggregate_suspended_days: fc.constantFrom(0, 0, 90),
  aggregate_final: fc.constantFrom('yes', 'no'),
});

const defendantPlan = fc.record({
  person: fc.integer({ min: 1, max: 4 }),
  isCompany: fc.constantFrom(false, false, false, true),
  sex: fc.constantFrom('male', 'female', 'other_or_non_binary', null),
  age: fc.option(fc.integer({ min: 14, max: 70 })),
  citizenship: fc.constantFrom('XKX', 'ALB', 'DEU', 'STATELESS', null),
  isInvestigated: fc.boolean(),
  closing: fc.option(fc.constantFrom('indictment', 'discontinued', 'suspended', 'transferred')),
  reason: fc.constantFrom('insufficient_evidence', 'death_of_suspect', 'transferred_abroad'),
  isArrested: fc.boolean(),
  indictments: fc.array(fc.constantFrom('yes', 'yes', 'no', null), { maxLength: 2 }),
  trials: fc.array(trialPlan, { maxLength: 2 }),
  charges: fc.array(fc.record({ offence, verdicts: fc.array(verdictPlan, { maxLength: 2 }) }), { maxLength: 2 }),
  appeals: fc.array(appealPlan, { maxLength: 2 }),
  aggregate: fc.option(aggregatePlan),
  days: fc.uniqueArray(fc.integer({ min: 18_993, max: 20_400 }), { minLength: 24, maxLength: 24 }),
});
type VerdictPlan = typeof verdictPlan extends fc.Arbitrary<infer T> ? T : never;
type DefendantPlan = typeof defendantPlan extends fc.Arbitrary<infer T> ? T : never;

function defendantOf(plan: DefendantPlan): Row {
  const days = [...plan.days];
  const take = () => days.pop() ?? 0;
  // The investigation and the indictments take the first days, in their order.
  const early = Array.from({ length: 4 }, take).toSorted((a, b) => a - b);
  const [start, end, ...filed] = early.map(isoDay);
  const pair = () => {
    const [first, second] = [take(), take()].toSorted((a, b) => a - b);
    return [isoDay(first ?? 0), isoDay(second ?? 0)] as const;
  };
  const verdictOf = (each: VerdictPlan, isFinal: boolean, [day, final]: readonly [string, string]): Row => ({
    verdict_date: day,
    verdict: each.verdict,
    verdict_instance: isFinal || each.instance !== 'final' ? each.instance : 'first',
    convicted_offence: each.convicted_offence,
    ...(isFinal && each.final ? { final_date: final, final_verdict: each.final } : {}),
    sentence: [each.sentence],
  });
  const charges = plan.charges.map(({ offence: charged, verdicts }) => {
    const pairs = verdicts.map(pair).toSorted(([a], [b]) => (a < b ? -1 : 1));
    // Nobody judges anew what is final, unless that becomes final in its turn.
    const isLastFinal = verdicts.at(-1)?.final !== null;
    const rows = verdicts.map((each, place) => verdictOf(each, isLastFinal, pairs[place] ?? pair()));
    return filled({ charge_offence: charged, verdict: rows });
  });
  // A judgment that was annulled is not the one said to be final.
  const isAnnulled = plan.appeals.some((each) => each.outcome === 'sent_back_for_retrial');
  const isJudged = !isAnnulled && plan.charges.length > 0 && plan.charges.every(({ verdicts }) => verdicts.length > 0);
  const closing = { investigation_end: end, investigation_outcome: plan.closing, discontinued_reason: plan.reason };
  return filled({
    person_code: `P-${plan.person}`,
    person_type: plan.isCompany ? 'legal_person' : 'natural_person',
    ...(plan.isCompany ? {} : { def_sex: plan.sex ?? { missing: 'unknown' }, def_age_at_offence: plan.age }),
    def_citizenship: plan.citizenship ? [plan.citizenship] : { missing: 'unknown' },
    investigation: plan.isInvestigated ? [{ investigation_start: start, ...(plan.closing ? closing : {}) }] : [],
    custody: plan.isArrested ? [{ arrest_date: isoDay(take()) }] : [],
    indictment: plan.indictments.map((confirmed, place) => ({
      indictment_date: filed[place],
      indictment_confirmed: confirmed,
    })),
    trial: plan.trials.map(({ instance, absent }) => ({
      trial_start: isoDay(take()),
      trial_instance: instance,
      tried_in_absentia: absent,
    })),
    charge: charges,
    appeal: plan.appeals.map((each) => {
      const [filing, decision] = pair();
      const decided = each.outcome ? { appeal_decision_date: decision, appeal_outcome: each.outcome } : null;
      return { appeal_kind: each.kind, appeal_date: filing, ...(decided ?? { appeal_outcome: 'pending' }) };
    }),
    judgment_sentence:
      plan.aggregate && isJudged
        ? [{ judgment_date: isoDay(take()), judgment_instance: 'first', ...plan.aggregate }]
        : [],
  });
}

/** A case as somebody may have entered it. */
export const clearCase = (): fc.Arbitrary<RuleSubject> =>
  fc
    .record({
      reported: fc.integer({ min: 18_993, max: 20_400 }),
      defendants: fc.array(defendantPlan, { maxLength: 3 }),
    })
    .map(({ reported, defendants }) =>
      aCase(filled({ report_date: isoDay(reported), defendant: defendants.map(defendantOf) })),
    );
