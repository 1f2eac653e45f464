/** States in which no case can be. Each is one change of a whole case that nothing is wrong with. */
import { aCase } from '../../justice/a-case.ts';
import type { Changes } from '../../justice/whole-case.ts';

export interface ImpossibleState {
  readonly state: string;
  readonly changes: Changes;
  /** The stage that was stored before, where the step from it is what cannot be. */
  readonly before?: string;
  /** Rules of which one has to refuse it. */
  readonly refusedBy: string;
}

const unknown = { missing: 'unknown' } as const;
const company = { person_type: 'legal_person', def_sex: null, def_age_at_offence: null };
const acquitted = { verdict: 'acquitted', final_verdict: 'acquitted', convicted_offence: null };
const adults = { vgroup_age: 'adult' };

export const impossibleStates: readonly ImpossibleState[] = [
  { state: 'reported tomorrow', changes: { case: { report_date: '2026-11-27' } }, refusedBy: 'R01.future' },
  {
    state: 'arrested before the offence began',
    changes: { custody: { arrest_date: '2023-05-31' } },
    refusedBy: 'R31.before_offence',
  },
  {
    state: 'indicted before the offence began',
    changes: { indictment: { indictment_date: '2023-05-31' } },
    refusedBy: 'R31.before_offence',
  },
  {
    state: 'judged before the offence began',
    changes: { verdict: { verdict_date: '2023-05-31' } },
    refusedBy: 'R31.before_offence',
  },
  {
    state: 'reported before the offence began',
    changes: { case: { report_date: '2023-05-31' } },
    refusedBy: 'R31.case_before_offence',
  },
  { state: 'acquitted and sentenced', changes: { verdict: acquitted }, refusedBy: 'R32.not_convicted' },
  {
    state: 'sentenced without a verdict',
    changes: { verdict: { verdict: null, final_verdict: null, final_date: null } },
    refusedBy: 'R32.verdict_needed',
  },
  {
    state: 'acquitted on all charges with an aggregate sentence',
    changes: { verdict: { ...acquitted, sentence: [] } },
    refusedBy: 'R33.sentence',
  },
  {
    state: 'imprisoned for no time',
    changes: { sentence: { sentence_months: null } },
    refusedBy: 'R34.length_needed',
  },
  {
    state: 'more suspended than imposed',
    changes: { sentence: { suspended_months: 61 } },
    refusedBy: 'R34.suspended_longer',
  },
  {
    state: 'more of the aggregate suspended than imposed',
    changes: { judgment_sentence: { aggregate_suspended_days: 1827, probation_months: 24 } },
    refusedBy: 'R34.aggregate_suspended_longer',
  },
  {
    state: 'suspended without a probation period',
    changes: { judgment_sentence: { aggregate_type: 'suspended_imprisonment', probation_months: null } },
    refusedBy: 'R34.probation_needed',
  },
  {
    state: 'final before the ordinary appeal was decided',
    changes: { verdict: { final_date: '2025-01-31' } },
    refusedBy: 'R36.before_decision',
  },
  {
    state: 'final while an ordinary appeal is pending',
    changes: { appeal: { appeal_outcome: 'pending', appeal_decision_date: null } },
    refusedBy: 'R36.pending',
  },
  {
    state: 'acquitted on appeal, and finally convicted',
    changes: { appeal: { appeal_outcome: 'verdict_reversed_to_acquittal' } },
    refusedBy: 'R37.reversed',
  },
  {
    state: 'sent back for a retrial, and final without one',
    changes: { appeal: { appeal_outcome: 'sent_back_for_retrial' } },
    refusedBy: 'R37.no_retrial',
  },
  { state: 'a company arrested', changes: { defendant: company }, refusedBy: 'R38.custody' },
  { state: 'a company imprisoned', changes: { defendant: company }, refusedBy: 'R38.imprisonment' },
  {
    state: 'a company with an aggregate term',
    changes: { defendant: company },
    refusedBy: 'R38.aggregate_imprisonment',
  },
  { state: 'a child of 13 accused', changes: { defendant: { def_age_at_offence: 13 } }, refusedBy: 'R39.too_young' },
  {
    state: 'accused of an offence at ten by the year of birth',
    changes: { defendant: { def_age_at_offence: unknown, def_birth_year: 2013 } },
    refusedBy: 'R39.too_young_birth',
  },
  {
    state: 'trafficking completed and indicted without any victim',
    changes: { case: { victim_group: [], victims_testified: 0, victims_protected: 0 } },
    refusedBy: 'R40.no_victims',
  },
  {
    state: 'trafficking of a child without a child',
    changes: { victim_group: adults },
    refusedBy: 'R41.charge',
  },
  {
    state: 'aggravated by a child victim without a child',
    changes: { victim_group: adults, charge: { charge_offence: 'trafficking_base' } },
    refusedBy: 'R41.aggravating',
  },
  {
    state: 'more victims testified than there are',
    changes: { case: { victims_testified: 3 } },
    refusedBy: 'R42.testified',
  },
  {
    state: 'more victims protected than there are',
    changes: { case: { victims_protected: 3 } },
    refusedBy: 'R42.protected',
  },
  {
    state: 'more children heard than there are',
    changes: { case: { child_interviews_assisted: 3 } },
    refusedBy: 'R42.interviews',
  },
  {
    state: 'confiscated before it was frozen',
    changes: {
      asset: {
        asset_decision: [
          { asset_stage: 'confiscated_final', asset_date: '2024-02-29', asset_decision_value_eur: 5000 },
          { asset_stage: 'frozen', asset_date: '2024-03-01', asset_decision_value_eur: 5000 },
        ],
      },
    },
    refusedBy: 'R43.order',
  },
  {
    state: 'sold before it was seized',
    changes: {
      asset: {
        asset_decision: [
          { asset_stage: 'sold_to_budget', asset_date: '2024-02-29', asset_decision_value_eur: 5000 },
          { asset_stage: 'seized', asset_date: '2024-03-01', asset_decision_value_eur: 5000 },
        ],
      },
    },
    refusedBy: 'R43.order',
  },
  {
    state: 'compensated from confiscated assets of which none was used',
    changes: { claim: { paid_by: 'confiscated_assets' } },
    refusedBy: 'R44.asset_needed',
  },
  {
    state: 'an aggregate sentence longer than all of its sentences',
    changes: { judgment_sentence: { aggregate_days: 1831 } },
    refusedBy: 'R50.above_sum',
  },
  {
    state: 'an aggregate sentence shorter than the longest',
    changes: { judgment_sentence: { aggregate_days: 1824 } },
    refusedBy: 'R50.below_longest',
  },
  {
    state: 'detained and not detained',
    changes: { custody: { custody_measure: ['pre_trial_detention', 'none'] } },
    refusedBy: 'R13.combined',
  },
  {
    state: 'indicted of nothing',
    changes: { defendant: { charge: [], judgment_sentence: [], appeal: [] } },
    refusedBy: 'REQ.charge',
  },
  {
    state: 'final without a final verdict',
    changes: { verdict: { final_verdict: null } },
    refusedBy: 'REQ.complete',
  },
  {
    state: 'judged without a verdict',
    changes: { verdict: { verdict: null, sentence: [] }, defendant: { judgment_sentence: [] } },
    refusedBy: 'REQ.complete',
  },
  {
    state: 'an investigation that ended with nothing',
    changes: { investigation: { investigation_outcome: null } },
    refusedBy: 'REQ.complete',
  },
  { state: 'charged under no law', changes: { charge: { legal_article: null } }, refusedBy: 'REQ.complete' },
  {
    state: 'final after it had been handed over to another office',
    changes: {},
    before: 'transferred',
    refusedBy: 'R47.way',
  },
];

/** The content as it came, where the step from what was stored is what cannot be. */
export const cameFrom = (before: string | undefined) =>
  before === undefined
    ? {}
    : { cameIn: aCase({ case_status: before, defendant: [{ person_code: 'P-7', def_status: 'suspect' }] }) };
