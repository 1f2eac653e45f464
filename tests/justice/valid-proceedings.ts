/** Proceedings against one invented defendant, by the ways that the law of procedure knows. */
import fc from 'fast-check';
import { imprisonments } from '#shared/dictionary/registers/justice/imprisonment.ts';
import { dayNumber, isoDay } from '#shared/records/partial-date.ts';
import { context, type Row } from './a-case.ts';

export const today = dayNumber(context.today) ?? 0;

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
export const stepsTo: Readonly<Record<End, number>> = {
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

export const defendantPlan = fc.record({
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
export type DefendantPlan = typeof defendantPlan extends fc.Arbitrary<infer T> ? T : never;

/** The same row without groups that hold nothing. */
export const filled = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));

/** What the case around a defendant says of its victims. */
export interface Victims {
  readonly hasVictims: boolean;
  readonly children: number;
}

/** The days of a defendant's steps, the last of them some days before today. */
export function daysOf({ end, gaps, sinceLast }: DefendantPlan): readonly number[] {
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
    },
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

function chargesOf(plan: DefendantPlan, { hasVictims, children }: Victims, day: Days): readonly Row[] {
  if (stepsTo[plan.end] < stepsTo.indicted) return [];
  return plan.charges.map((charge) => {
    const offence =
      charge.offence === 'trafficking_of_child' && !(hasVictims && children > 0) ? 'kidnapping' : charge.offence;
    return filled({
      charge_offence: offence,
      completion: hasVictims ? 'completed' : 'attempted',
      participation: 'perpetrator',
      charge_form: charge.form,
      charge_min_months: charge.isInRange ? charge.months : null,
      charge_max_months: charge.isInRange && penaltyFor(plan, charge) !== 'life_imprisonment' ? charge.months : null,
      verdict: verdictsOf(plan, charge, day, hasVictims && children > 0),
    });
  });
}

export function defendantOf(plan: DefendantPlan, whole: Victims, index: number): Row {
  const days = daysOf(plan);
  const day: Days = (step) => (days[step] === undefined ? null : isoDay(days[step]));
  const { end } = plan;
  const steps = stepsTo[end];
  const outcome = end === 'suspended' ? 'suspended' : end === 'discontinued' ? 'discontinued' : 'indictment';
  const isTried = steps >= stepsTo.tried;
  return filled({
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
  });
}
