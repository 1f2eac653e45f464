/**
 * Four invented cases of which every figure can be counted by hand. Case 1: a man convicted of trafficking and a company
 * convicted of money laundering. Case 2: the same man again, and a girl of sixteen who was arrested. Case 3: a woman
 * acquitted, reported in the year before. Case 4 was joined to case 1.
 */
import { aCase, type Row } from '../../justice/a-case.ts';

const man: Row = {
  person_code: 'P-1',
  person_type: 'natural_person',
  def_sex: 'male',
  def_age_at_offence: 40,
  def_citizenship: ['XKX', 'DEU'],
  prior_convictions: 'none',
  def_role: ['recruiter', 'transporter'],
};

const trafficking = { charge_offence: 'trafficking_base', completion: 'completed', participation: 'perpetrator' };

const first = aCase({
  report_date: '2025-01-10',
  scope: 'internal',
  exploitation_forms: ['begging', 'forced_labour_or_services'],
  financial_investigation: 'yes',
  defendant: [
    {
      ...man,
      investigation: [
        { investigation_start: '2025-01-20', investigation_end: '2025-02-20', investigation_outcome: 'indictment' },
      ],
      custody: [{ arrest_date: '2025-01-15', custody_measure: ['pre_trial_detention'] }],
      indictment: [{ indictment_date: '2025-03-01', indictment_confirmed: 'yes' }],
      trial: [{ trial_start: '2025-05-01', trial_instance: 'first' }],
      charge: [
        {
          ...trafficking,
          verdict: [
            {
              verdict_date: '2025-06-01',
              verdict: 'convicted_tip',
              verdict_instance: 'first',
              convicted_offence: 'trafficking_base',
              final_date: '2025-09-01',
              final_verdict: 'convicted_tip',
              sentence: [
                {
                  sentence_type: 'imprisonment',
                  sentence_months: 66,
                  final_sentence_months: 60,
                  aggravating: ['child_victim', 'online'],
                },
              ],
            },
          ],
        },
      ],
      judgment_sentence: [
        {
          judgment_date: '2025-06-01',
          judgment_instance: 'first',
          aggregate_type: 'imprisonment',
          aggregate_days: 2192,
          aggregate_suspended_days: 0,
          aggregate_final: 'no',
        },
        {
          judgment_date: '2025-08-20',
          judgment_instance: 'second',
          aggregate_type: 'imprisonment',
          aggregate_days: 1826,
          aggregate_suspended_days: 200,
          aggregate_final: 'yes',
        },
      ],
      appeal: [
        {
          appeal_kind: 'ordinary',
          appeal_by: 'defence',
          appeal_date: '2025-06-15',
          appeal_decision_date: '2025-08-20',
          appeal_outcome: 'sentence_reduced',
        },
      ],
    },
    {
      person_code: 'P-2',
      person_type: 'legal_person',
      def_citizenship: ['XKX'],
      investigation: [
        { investigation_start: '2025-02-01', investigation_end: '2025-02-20', investigation_outcome: 'indictment' },
      ],
      indictment: [{ indictment_date: '2025-03-01', indictment_confirmed: 'yes' }],
      trial: [{ trial_start: '2025-05-01', trial_instance: 'first' }],
      charge: [
        {
          ...trafficking,
          charge_offence: 'money_laundering',
          verdict: [
            {
              verdict_date: '2025-06-01',
              verdict: 'convicted_other_offence_only',
              verdict_instance: 'first',
              final_date: '2025-07-01',
              final_verdict: 'convicted_other_offence_only',
            },
          ],
        },
      ],
    },
  ],
  asset: [
    {
      asset_type: 'cash',
      asset_decision: [
        { asset_stage: 'frozen', asset_date: '2025-02-01', asset_decision_value_eur: 5000 },
        { asset_stage: 'confiscated_final', asset_date: '2025-09-01', asset_decision_value_eur: 4000 },
        {
          asset_stage: 'used_for_victim_compensation',
          asset_date: '2025-10-01',
          asset_decision_value_eur: 4000,
          asset_use: 1500,
        },
      ],
    },
    {
      asset_type: 'vehicle',
      asset_decision: [
        { asset_stage: 'frozen', asset_date: '2025-02-02', asset_decision_value_eur: { missing: 'unknown' } },
        { asset_stage: 'seized', asset_date: '2024-12-31', asset_decision_value_eur: 900 },
      ],
    },
  ],
  claim: [
    { claim_decision: 'granted', claim_amount_eur: 3000, awarded_eur: 2000, paid_eur: 500 },
    { claim_decision: 'rejected', claim_amount_eur: 700, awarded_eur: { missing: 'not_applicable' } },
  ],
  cooperation: [
    { coop_type: 'mla_request', coop_country: 'ALB', coop_requested: '2025-02-01', coop_answered: '2025-02-21' },
    { coop_type: 'mla_request', coop_country: 'FRA', coop_requested: '2025-03-01', coop_answered: '2025-03-11' },
    { coop_type: 'europol', coop_country: { missing: 'unknown' }, coop_requested: '2025-03-01' },
  ],
});

const second = aCase({
  report_date: '2025-02-01',
  exploitation_forms: { missing: 'unknown' },
  defendant: [
    { ...man, investigation: [{ investigation_start: '2025-02-10' }] },
    {
      person_code: 'P-3',
      person_type: 'natural_person',
      def_sex: 'female',
      def_age_at_offence: 16,
      def_citizenship: ['ALB'],
      custody: [{ arrest_date: '2025-04-01', custody_measure: ['police_detention'] }],
    },
  ],
});

const third = aCase({
  report_date: '2024-12-01',
  scope: 'cross_border',
  exploitation_forms: ['begging'],
  defendant: [
    {
      person_code: 'P-4',
      person_type: 'natural_person',
      def_sex: 'female',
      def_age_at_offence: 30,
      def_citizenship: ['DEU'],
      investigation: [
        { investigation_start: '2024-12-10', investigation_end: '2025-01-10', investigation_outcome: 'indictment' },
      ],
      indictment: [{ indictment_date: '2025-02-01', indictment_confirmed: 'yes' }],
      trial: [{ trial_start: '2025-04-01', trial_instance: 'first' }],
      charge: [
        {
          ...trafficking,
          verdict: [
            {
              verdict_date: '2025-05-01',
              verdict: 'acquitted',
              verdict_instance: 'first',
              final_date: '2025-08-01',
              final_verdict: 'acquitted',
            },
          ],
        },
      ],
    },
  ],
});

const joined = aCase({ report_date: '2025-01-12', joined_to_case: 1 });

export const fourCases = [first, second, third, joined];
