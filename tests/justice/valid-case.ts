/**
 * Invented cases that satisfy every rule, hard and soft. Each defendant goes some way through the proceedings; the last
 * step against each lies in the last months, so that nothing has waited for too long.
 */
import fc from 'fast-check';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { isoDay } from '#shared/records/partial-date.ts';
import type { RuleSubject, Values } from '#shared/records/record.ts';
import { aCase, context, type Row } from './a-case.ts';
import { daysOf, defendantOf, defendantPlan, filled, stepsTo, today } from './valid-proceedings.ts';

const casePlan = fc.record({
  defendants: fc.array(defendantPlan, { minLength: 0, maxLength: 4 }),
  hasVictims: fc.boolean(),
  children: fc.integer({ min: 0, max: 3 }),
  adults: fc.integer({ min: 1, max: 5 }),
  offence: fc.constantFrom('day', 'month', 'year', 'unknown'),
  isCrossBorder: fc.boolean(),
  isOrganised: fc.boolean(),
  assets: fc.array(
    fc.record({
      steps: fc.integer({ min: 1, max: 4 }),
      value: fc.integer({ min: 100, max: 90_000 }),
      isBack: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  claims: fc.array(fc.record({ awarded: fc.integer({ min: 1, max: 9000 }), isPaid: fc.boolean() }), { maxLength: 2 }),
});
type CasePlan = typeof casePlan extends fc.Arbitrary<infer T> ? T : never;

const decisions = ['frozen', 'seized', 'confiscated_final', 'used_for_victim_compensation'] as const;

function assetOf({ steps, value, isBack }: CasePlan['assets'][number], reported: number): Row {
  const taken = decisions.slice(0, steps).map((stage, index) => ({
    asset_stage: stage,
    asset_date: isoDay(reported + index),
    asset_decision_value_eur: value,
    ...(stage === 'used_for_victim_compensation' ? { asset_use: value } : {}),
  }));
  // Given back, and taken anew.
  const back = { asset_stage: 'returned_to_owner', asset_date: isoDay(reported + 1), asset_decision_value_eur: value };
  const again = { asset_stage: 'frozen', asset_date: isoDay(reported + 2), asset_decision_value_eur: value };
  return {
    asset_type: 'cash',
    asset_value_eur: value,
    asset_decision: steps === 1 && isBack ? [...taken, back, again] : taken,
  };
}

function offenceStart(kind: CasePlan['offence'], reported: number): Row[string] {
  const day = isoDay(reported - 40);
  if (kind === 'unknown') return { missing: 'unknown' };
  return kind === 'day' ? day : day.slice(0, kind === 'month' ? 7 : 4);
}

/** Nobody is convicted, and everybody has a verdict: a confiscation would then have to be confirmed. */
const mayConfiscate = ({ defendants }: CasePlan) => defendants.some(({ end }) => stepsTo[end] < stepsTo.judged);

function treeOf(plan: CasePlan): Row {
  const { defendants, hasVictims, children, adults, isCrossBorder } = plan;
  const firsts = defendants.map((defendant) => daysOf(defendant)[0] ?? today);
  const reported = Math.min(today - 10, ...firsts);
  const victims = hasVictims ? children + adults : 0;
  const assets = plan.assets.map((asset) =>
    mayConfiscate(plan) ? asset : { ...asset, steps: Math.min(2, asset.steps) },
  );
  return filled({
    registry_no: 'PPN/I 12/2025',
    prosecutor_office: 'kp_thb',
    report_date: isoDay(reported),
    case_source: 'police_report',
    scope: isCrossBorder ? 'cross_border' : 'internal',
    countries_involved: isCrossBorder ? ['XKX', 'ALB'] : ['XKX'],
    destination_country: 'XKX',
    offence_start: offenceStart(plan.offence, reported),
    exploitation_forms: ['sexual_exploitation_prostitution', 'begging', 'forced_labour'],
    acts: ['recruitment'],
    means: ['deception'],
    organised_group: plan.isOrganised && defendants.length >= 3 ? 'yes' : 'no',
    victims_testified: victims,
    victims_protected: Math.min(1, victims),
    protection_used: ['none'],
    ...(hasVictims && children > 0 ? { child_interviews_assisted: children } : {}),
    defendant: defendants.map((defendant, index) => defendantOf(defendant, plan, index)),
    asset: assets.map((asset) => assetOf(asset, reported)),
    claim: plan.claims.map(({ awarded, isPaid }) => ({
      claim_kind: ['unpaid_wages'],
      claim_amount_eur: awarded,
      claim_decision: 'granted',
      awarded_eur: awarded,
      paid_eur: isPaid ? awarded : 0,
      paid_by: isPaid ? 'defendant' : null,
    })),
    victim_group: hasVictims
      ? [
          { vgroup_sex: 'female', vgroup_age: 'adult', vgroup_count: adults },
          ...(children > 0 ? [{ vgroup_sex: 'male', vgroup_age: 'child', vgroup_count: children }] : []),
        ]
      : [],
    cooperation: isCrossBorder
      ? [{ coop_type: 'mla_request', coop_country: 'ALB', coop_requested: isoDay(reported) }]
      : [],
  });
}

/** Birth dates in the vaults of natural persons, such that the age at the offence is what is entered. */
function identitiesOf({ defendants }: CasePlan, subject: RuleSubject): Readonly<Record<string, Values>> {
  const offence = subject.values['offence_start'] ?? subject.values['report_date'];
  const year = Number((typeof offence === 'string' ? offence : String(subject.values['report_date'])).slice(0, 4));
  return Object.fromEntries(
    (subject.groups['defendant'] ?? []).map(({ id }, index): [string, Values] => {
      const plan = defendants[index];
      const isStated = plan !== undefined && !plan.isCompany && plan.isBirthKnown === 'vault';
      return [id, isStated ? { def_birth_date: `${year - plan.ageAtOffence}-01-01` } : {}];
    }),
  );
}

/** A case as the program stores it: with what it sets itself. */
export const validCase = (): fc.Arbitrary<RuleSubject> =>
  casePlan.map((plan) => {
    const typed = aCase(treeOf(plan));
    const { cameIn: _, ...stored } = derive({ ...typed, rowIdentities: identitiesOf(plan, typed) }, context);
    return stored;
  });
