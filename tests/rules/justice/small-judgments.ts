/** R32 to R37, R50: verdicts, sentences, appeals. */
import type { Row } from '../../justice/a-case.ts';
import { against, aggregate, type Broken, judged, notApplicable, sentenced } from './small-case.ts';

const imprisonment = { sentence_type: 'imprisonment', sentence_months: 24 };
const article = { legal_article: '165', charge_min_months: 24, charge_max_months: 36 };
const life = { sentence_type: 'life_imprisonment' };
const confiscated = { asset: [{ asset_decision: [{ asset_stage: 'confiscated_final', asset_date: '2025-04-01' }] }] };

const convictions: readonly Broken[] = [
  {
    rule: 'R32',
    part: 'not_convicted',
    broken: judged({ verdict: 'acquitted', sentence: [imprisonment] }),
    mended: judged({
      verdict: 'acquitted',
      sentence: [imprisonment],
      final_date: '2025-05-05',
      final_verdict: 'convicted_tip',
    }),
  },
  {
    rule: 'R32',
    part: 'not_convicted',
    broken: judged({ verdict: 'not_criminally_liable_measure', sentence: [{ sentence_type: 'fine' }] }),
    mended: judged({ verdict: 'not_criminally_liable_measure', sentence: [{ sentence_type: 'security_measure_ban' }] }),
  },
  {
    rule: 'R32',
    part: 'verdict_needed',
    broken: judged({ sentence: [imprisonment] }),
    mended: judged({ sentence: [{ sentence_type: 'none' }] }),
  },
  {
    rule: 'R32',
    part: 'verdict_contradicted',
    broken: judged({ verdict: notApplicable, sentence: [imprisonment] }),
    mended: judged({ verdict: 'guilty_released_from_punishment', sentence: [imprisonment] }),
  },
  {
    rule: 'R33',
    part: 'sentence',
    broken: judged({ verdict: 'charge_rejected' }, {}, { judgment_sentence: [{ aggregate_type: 'fine' }] }),
    mended: judged({ verdict: 'charge_rejected' }, {}, { judgment_sentence: [{ aggregate_type: 'none' }] }),
  },
  {
    rule: 'R33',
    part: 'confiscation',
    level: 'soft',
    broken: judged({ verdict: 'acquitted' }, {}, {}, confiscated),
    mended: against({ charge: [{ verdict: [{ verdict: 'acquitted' }] }, {}] }, confiscated),
  },
];

const terms: readonly Broken[] = [
  {
    rule: 'R34',
    part: 'length_needed',
    broken: sentenced({ sentence_type: 'house_imprisonment' }),
    mended: sentenced({ sentence_type: 'community_service' }),
  },
  {
    rule: 'R34',
    part: 'length_contradicted',
    broken: sentenced({ sentence_type: 'imprisonment', sentence_months: notApplicable }),
    mended: sentenced({ sentence_type: 'imprisonment', sentence_months: 1 }),
  },
  { rule: 'R34', part: 'life_length', broken: sentenced({ ...life, sentence_months: 300 }), mended: sentenced(life) },
  {
    rule: 'R34',
    part: 'suspended_longer',
    broken: sentenced({ ...imprisonment, suspended_months: 25 }),
    mended: sentenced({ ...imprisonment, suspended_months: 24 }),
  },
  {
    rule: 'R34',
    part: 'aggregate_length_needed',
    broken: aggregate({ aggregate_type: 'imprisonment' }),
    mended: aggregate({ aggregate_type: 'fine' }),
  },
  {
    rule: 'R34',
    part: 'aggregate_length_contradicted',
    broken: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 0 }),
    mended: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 730 }),
  },
  {
    rule: 'R34',
    part: 'aggregate_life_length',
    broken: aggregate({ aggregate_type: 'life_imprisonment', aggregate_days: 9000 }),
    mended: aggregate({ aggregate_type: 'life_imprisonment', aggregate_days: notApplicable }),
  },
  {
    rule: 'R34',
    part: 'aggregate_suspended_longer',
    broken: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 730, aggregate_suspended_days: 731 }),
    mended: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 730, aggregate_suspended_days: 730 }),
  },
  {
    rule: 'R34',
    part: 'probation_needed',
    broken: aggregate({ aggregate_type: 'suspended_imprisonment', aggregate_days: 730 }),
    mended: aggregate({ aggregate_type: 'suspended_imprisonment', aggregate_days: 730, probation_months: 12 }),
  },
  {
    rule: 'R34',
    part: 'probation_contradicted',
    broken: aggregate({ aggregate_type: 'imprisonment', aggregate_suspended_days: 1, probation_months: notApplicable }),
    mended: aggregate({ aggregate_type: 'imprisonment', aggregate_suspended_days: 0, probation_months: notApplicable }),
  },
  {
    rule: 'R35',
    part: 'below',
    level: 'soft',
    broken: sentenced({ ...imprisonment, sentence_months: 23 }, article),
    mended: sentenced({ ...imprisonment, sentence_months: 23 }, { ...article, charge_min_months: null }),
  },
  {
    rule: 'R35',
    part: 'above',
    level: 'soft',
    broken: sentenced({ ...imprisonment, sentence_months: 37 }, article),
    mended: sentenced({ ...imprisonment, sentence_months: 36 }, article),
  },
  {
    rule: 'R35',
    part: 'life',
    level: 'soft',
    broken: sentenced(life, article),
    mended: sentenced(life, { ...article, charge_max_months: null }),
  },
];

const appealed = (appeal: Row, verdict: Row = {}, more: Row = {}): Row =>
  judged({ verdict: 'acquitted', final_date: '2025-06-06', ...verdict }, {}, {
    ...more,
    appeal: [{ appeal_kind: 'ordinary', appeal_date: '2025-05-05', ...appeal }],
  } as Row);
const sentBack = { appeal_outcome: 'sent_back_for_retrial', appeal_decision_date: '2025-05-20' };

const appeals: readonly Broken[] = [
  {
    rule: 'R36',
    part: 'before_decision',
    broken: appealed({ appeal_outcome: 'upheld', appeal_decision_date: '2025-06-07' }),
    mended: appealed({ appeal_outcome: 'upheld', appeal_decision_date: '2025-06-06' }),
  },
  {
    rule: 'R36',
    part: 'pending',
    broken: appealed({}),
    mended: appealed({ appeal_outcome: 'withdrawn' }),
  },
  {
    rule: 'R36',
    part: 'pending',
    broken: appealed({ appeal_outcome: 'pending' }),
    mended: appealed({ appeal_kind: 'extraordinary', appeal_outcome: 'pending' }),
  },
  {
    rule: 'R37',
    part: 'reversed',
    broken: appealed(
      { appeal_outcome: 'verdict_reversed_to_conviction', appeal_decision_date: '2025-06-06' },
      { final_verdict: 'acquitted' },
    ),
    mended: appealed(
      { appeal_outcome: 'verdict_reversed_to_conviction', appeal_decision_date: '2025-06-06' },
      { final_verdict: 'convicted_other_offence_only' },
    ),
  },
  {
    rule: 'R37',
    part: 'reversed',
    broken: appealed(
      { appeal_outcome: 'verdict_reversed_to_acquittal', appeal_decision_date: '2025-06-06' },
      { verdict: 'convicted_tip', final_verdict: 'convicted_tip' },
    ),
    mended: appealed(
      { appeal_outcome: 'verdict_reversed_to_acquittal', appeal_decision_date: '2025-06-06' },
      { verdict: 'convicted_tip', final_verdict: 'acquitted' },
    ),
  },
  {
    rule: 'R37',
    part: 'no_retrial',
    broken: appealed(sentBack, {}, { trial: [{ trial_start: '2025-01-01' }] }),
    mended: appealed(sentBack, {}, { trial: [{ trial_start: '2025-01-01' }, { trial_start: '2025-05-21' }] }),
  },
];

const aggregates: readonly Broken[] = [
  {
    rule: 'R50',
    part: 'not_convicted',
    broken: against({
      charge: [
        { verdict: [{ verdict: 'convicted_tip', verdict_date: '2025-03-04', verdict_instance: 'first' }] },
        { verdict: [{ verdict: 'acquitted', verdict_date: '2025-09-04', verdict_instance: 'second' }] },
      ],
      judgment_sentence: [{ judgment_date: '2025-09-04', judgment_instance: 'second', aggregate_type: 'imprisonment' }],
    }),
    // A higher court that changed the penalty alone: no verdict of its own is entered.
    mended: against({
      charge: [{ verdict: [{ verdict: 'convicted_tip', verdict_date: '2025-03-04', verdict_instance: 'first' }] }],
      judgment_sentence: [{ judgment_date: '2025-09-04', judgment_instance: 'second', aggregate_type: 'imprisonment' }],
    }),
  },
  {
    rule: 'R50',
    part: 'above_sum',
    broken: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 733 }),
    mended: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 732 }),
  },
  {
    rule: 'R50',
    part: 'below_longest',
    broken: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 729 }),
    mended: aggregate({ aggregate_type: 'imprisonment', aggregate_days: 730 }),
  },
  {
    rule: 'R50',
    part: 'two_final',
    broken: against({ judgment_sentence: [{ aggregate_final: 'yes' }, { aggregate_final: 'yes' }] }),
    mended: against({ judgment_sentence: [{ aggregate_final: 'yes' }, { aggregate_final: 'no' }] }),
  },
];

export const judgmentCases: readonly Broken[] = [...convictions, ...terms, ...appeals, ...aggregates];
