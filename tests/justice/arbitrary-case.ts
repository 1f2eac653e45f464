/**
 * Invented cases that satisfy every rule, hard and soft. Each defendant goes some way through the proceedings; the last
 * step against each lies in the last months, so that nothing has waited for too long.
 */
import fc from 'fast-check';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { imprisonments } from '#shared/dictionary/registers/justice/imprisonment.ts';
import { dayNumber, isoDay } from '#shared/records/partial-date.ts';
import type { RuleSubject, Values } from '#shared/records/record.ts';
import { aCase, context, type Row } from './a-case.ts';

const today = dayNumber(context.today) ?? 0;

/** How far the proceedings against a defendant have come. */
const ends = [
  'reported',
  'investigated',
  'suspended',
  'discontinued',
  'indicted',
  'tried',
  'judged',
  'appealed',
  'final',
  'upheld',
  'reversed',
  'retried',
] as const;
type End = (typeof ends)[number];

/** Steps after the report; each takes one of the gaps. */
const stepsTo: Readonly<Record<End, number>> = {
  reported: 0,
  investigated: 1,
  suspended: 2,
  discontinued: 2,
  indicted: 3,
  tried: 4,
  judged: 5,
  appealed: 6,
  final: 6,
  upheld: 8,
  reversed: 8,
  retried: 10,
};

const penalties = [...imprisonments, 'life_imprisonment', 'fine', 'community_service', 'none'] as const;

const chargePlan = fc.record({
  offence: fc.constantFrom('trafficking_base', 'trafficking_of_child', 'money_laundering', 'kidnapping'),
  form: fc.constantFrom('sexual_exploitation_prostitution', 'begging', 'forced_labour'),
  isGuilty: fc.boolean(),
  isMeasure: fc.boolean(),
  penalty: fc.constantFrom(...penalties),
  months: fc.integer({ min: 6, max: 240 }),
  isInRange: fc.boolean(),
});
type ChargePlan = typeof chargePlan extends fc.Arbitrary<infer T> ? T : never;

const defendantPlan = fc.record({
  end: fc.constantFrom(...ends),
  isCompany: fc.boolean(),
  ageAtOffence: fc.integer({ min: 14, max: 70 }),
  isBirthKnown: fc.constantFrom('no', 'year', 'vault' as const),
  gaps: fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 10, maxLength: 10 }),
  sinceLast: fc.integer({ min: 1, max: 120 }),
  charges: fc.array(chargePlan, { minLength: 1, maxLength: 3 }),
  isArrested: fc.boolean(),
  isPlea: fc.boolean(),
  isSuspendedInPart: fc.boolean(),
});
type DefendantPlan = typeof defendantPlan extends fc.Arbitrary<infer T> ? T : never;

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

/** The days of a defendant's steps, the last of them some days before today. */
function daysOf({ end, gaps, sinceLast }: DefendantPlan): readonly number[] {
  const steps = stepsTo[end];
  const days = [today - sinceLast];
  for (let step = steps; step > 0; step--) days.unshift((days[0] ?? today) - (gaps[step - 1] ?? 10));
  return days;
}

const isTermed = (penalty: string) => (imprisonments as readonly string[]).includes(penalty);

/** What a court may impose on this defendant: nobody locks up a company, and a juvenile gets a juvenile measure. */
function penaltyFor(plan: DefendantPlan, charge: ChargePlan): string {
  if (plan.isCompany) return charge.penalty === 'none' ? 'none' : 'fine';
  return plan.ageAtOffence < 18 && charge.penalty !== 'none' ? 'juvenile_measure' : charge.penalty;
}

function sentenceOf(plan: DefendantPlan, charge: ChargePlan, hasChildren: boolean): Row {
  const type = penaltyFor(plan, charge);
  return {
    sentence_type: type,
    ...(isTermed(type) ? { sentence_months: charge.months, suspended_months: Math.floor(charge.months / 2) } : {}),
    aggravating: hasChildren ? ['child_victim', 'several_victims'] : ['none'],
  };
}

function verdictsOf(plan: DefendantPlan, charge: ChargePlan, day: Days, hasChildren: boolean): readonly Row[] {
  const { end } = plan;
  if (stepsTo[end] < stepsTo.judged) return [];
  // Reversed: whoever was convicted is acquitted, and the other way round; of all charges alike.
  const isGuilty = end === 'reversed' ? plan.charges[0]?.isGuilty === true : charge.isGuilty;
  const guilt = (guilty: boolean) => (guilty ? 'convicted_tip' : charge.isMeasure ? 'charge_rejected' : 'acquitted');
  const verdict = guilt(isGuilty);
  const final = guilt(end === 'reversed' ? !isGuilty : isGuilty);
  const sentence = isGuilty ? { sentence: [sentenceOf(plan, charge, hasChildren)] } : {};
  const first = { verdict_date: day(5), verdict, verdict_instance: 'first', ...sentence };
  if (end === 'judged' || end === 'appealed') return [first];
  if (end === 'retried') {
    return [first, { ...first, verdict_date: day(9), final_date: day(10), final_verdict: verdict }];
  }
  return [{ ...first, final_date: day(end === 'final' ? 6 : 8), final_verdict: final }];
}

type Days = (step: number) => string | null;

function aggregateOf(plan: DefendantPlan, day: Days): readonly Row[] {
  const { end, charges } = plan;
  if (stepsTo[end] < stepsTo.judged || end === 'reversed' || end === 'retried') return [];
  const termed = charges.filter((charge) => charge.isGuilty && isTermed(penaltyFor(plan, charge)));
  const lifers = charges.some((charge) => charge.isGuilty && penaltyFor(plan, charge) === 'life_imprisonment');
  const longest = Math.max(0, ...termed.map(({ months }) => months));
  if (longest === 0 || lifers) return [];
  const days = Math.round((longest * 365.25) / 12);
  return [
    {
      judgment_date: day(5),
      judgment_instance: 'first',
      aggregate_type: 'imprisonment',
      aggregate_days: days,
      aggregate_suspended_days: plan.isSuspendedInPart ? 30 : 0,
      probation_months: plan.isSuspendedInPart ? 24 : { missing: 'not_applicable' },
      aggregate_final: stepsTo[end] > stepsTo.appealed || end === 'final' ? 'yes' : 'no',
    } as unknown as Row,
  ];
}

function appealsOf({ end, charges }: DefendantPlan, day: Days): readonly Row[] {
  const appeal = (more: Row) => ({ appeal_kind: 'ordinary', appeal_by: 'defence', appeal_date: day(6), ...more });
  switch (end) {
    case 'appealed':
      return [appeal({ appeal_outcome: 'pending' })];
    case 'upheld':
      return [appeal({ appeal_decision_date: day(7), appeal_outcome: 'upheld' })];
    case 'reversed': {
      const to = charges[0]?.isGuilty ? 'acquittal' : 'conviction';
      return [appeal({ appeal_decision_date: day(7), appeal_outcome: `verdict_reversed_to_${to}` })];
    }
    case 'retried':
      return [appeal({ appeal_decision_date: day(7), appeal_outcome: 'sent_back_for_retrial' })];
    default:
      return [];
  }
}

function chargesOf(plan: DefendantPlan, { hasVictims, children }: CasePlan, day: Days): readonly Row[] {
  if (stepsTo[plan.end] < stepsTo.indicted) return [];
  return plan.charges.map((charge) => {
    const offence =
      charge.offence === 'trafficking_of_child' && !(hasVictims && children > 0) ? 'kidnapping' : charge.offence;
    return {
      charge_offence: offence,
      completion: hasVictims ? 'completed' : 'attempted',
      participation: 'perpetrator',
      charge_form: charge.form,
      charge_min_months: charge.isInRange ? charge.months : null,
      charge_max_months: charge.isInRange && penaltyFor(plan, charge) !== 'life_imprisonment' ? charge.months : null,
      verdict: verdictsOf(plan, charge, day, hasVictims && children > 0),
    };
  });
}

function defendantOf(plan: DefendantPlan, whole: CasePlan, index: number): Row {
  const days = daysOf(plan);
  const day: Days = (step) => (days[step] === undefined ? null : isoDay(days[step]));
  const { end } = plan;
  const steps = stepsTo[end];
  const outcome = end === 'suspended' ? 'suspended' : end === 'discontinued' ? 'discontinued' : 'indictment';
  const isTried = steps >= stepsTo.tried;
  return {
    person_code: `P-${index + 1}`,
    person_type: plan.isCompany ? 'legal_person' : 'natural_person',
    ...(plan.isCompany ? {} : { def_sex: 'male', def_age_at_offence: plan.ageAtOffence }),
    def_citizenship: ['XKX'],
    investigation:
      steps === 0
        ? []
        : [
            {
              investigation_start: day(1),
              ...(steps > 1 ? { investigation_end: day(2), investigation_outcome: outcome } : {}),
            },
          ],
    custody:
      plan.isArrested && !plan.isCompany && steps > 0 ? [{ arrest_date: day(1), custody_measure: ['bail'] }] : [],
    indictment: steps >= stepsTo.indicted ? [{ indictment_date: day(3), indictment_confirmed: 'yes' }] : [],
    charge: chargesOf(plan, whole, day),
    trial: [
      ...(isTried
        ? [{ trial_start: day(4), trial_instance: 'first', plea: plan.isPlea ? 'guilty_plea' : 'none' }]
        : []),
      ...(end === 'retried' ? [{ trial_start: day(8), trial_instance: 'first' }] : []),
    ],
    appeal: appealsOf(plan, day),
    judgment_sentence: aggregateOf(plan, day),
  };
}

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
  return {
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
  };
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
export const arbitraryCase = (): fc.Arbitrary<RuleSubject> =>
  casePlan.map((plan) => {
    const typed = aCase(treeOf(plan));
    const { cameIn: _, ...stored } = derive({ ...typed, rowIdentities: identitiesOf(plan, typed) }, context);
    return stored;
  });
