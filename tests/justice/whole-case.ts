/** One invented case with every answer that completion asks for, from the report to a final conviction after an appeal. */
import type { RuleSubject } from '#shared/records/record.ts';
import { aCase, type Row } from './a-case.ts';

const none = { missing: 'not_applicable' } as const;

const answers = {
  case: {
    registry_no: 'PPN/I 12/2025',
    prosecutor_office: 'prosecution_special',
    report_date: '2024-02-01',
    case_source: 'police_report',
    reporting_body: 'kp_thb',
    scope: 'internal',
    countries_involved: ['XKX'],
    destination_country: 'XKX',
    place_of_offence: 'prizren',
    offence_start: '2023-06',
    exploitation_forms: ['begging', 'forced_labour'],
    acts: ['recruitment'],
    means: ['deception'],
    organised_group: 'no',
    investigation_type: ['reactive'],
    lead_authority: 'kp_thb',
    financial_investigation: 'yes',
    victims_testified: 2,
    victims_protected: 1,
    child_interviews_assisted: 1,
  },
  defendant: {
    person_code: 'P-7',
    person_type: 'natural_person',
    def_sex: 'male',
    def_age_at_offence: 34,
    def_citizenship: ['XKX'],
    public_official: 'no',
    prior_convictions: 'none',
    def_role: ['recruiter'],
  },
  investigation: {
    investigation_start: '2024-02-10',
    investigation_end: '2024-05-10',
    investigation_outcome: 'indictment',
  },
  custody: { arrest_date: '2024-02-12', custody_measure: ['pre_trial_detention'], custody_days: 30 },
  indictment: { indictment_date: '2024-05-15', indictment_confirmed: 'yes' },
  charge: {
    charge_offence: 'trafficking_of_child',
    completion: 'completed',
    participation: 'perpetrator',
    legal_article: 'art_165',
    charge_form: 'begging',
  },
  verdict: {
    verdict_date: '2024-10-01',
    verdict: 'convicted_tip',
    verdict_instance: 'first',
    convicted_offence: 'trafficking_of_child',
    final_date: '2025-03-01',
    final_verdict: 'convicted_tip',
  },
  sentence: {
    sentence_type: 'imprisonment',
    sentence_months: 60,
    suspended_months: 0,
    final_sentence_months: 60,
    aggravating: ['child_victim'],
  },
  trial: { court: 'court_prishtina', court_level: 'basic', trial_instance: 'first', trial_start: '2024-08-01' },
  judgment_sentence: {
    judgment_date: '2024-10-01',
    judgment_instance: 'first',
    aggregate_type: 'imprisonment',
    aggregate_days: 1826,
    aggregate_suspended_days: 0,
    probation_months: none,
    aggregate_final: 'yes',
  },
  appeal: {
    appeal_kind: 'ordinary',
    appeal_by: 'defence',
    appeal_date: '2024-11-01',
    appeal_court: 'court_appeals',
    appeal_decision_date: '2025-02-01',
    appeal_outcome: 'upheld',
  },
  asset: { asset_type: 'cash', asset_value_eur: 5000 },
  asset_decision: { asset_stage: 'frozen', asset_date: '2024-03-01', asset_decision_value_eur: 5000 },
  claim: {
    claim_kind: ['unpaid_wages'],
    claim_amount_eur: 3000,
    claim_decision: 'granted',
    awarded_eur: 2000,
    paid_eur: 2000,
    paid_by: 'defendant',
  },
  victim_group: {
    vgroup_sex: 'female',
    vgroup_age: 'child',
    vgroup_citizenship: 'XKX',
    vgroup_form: 'begging',
    vgroup_count: 2,
  },
} as const satisfies Record<string, Row>;

/** Other answers in the row of each group, and rows beside or below it. */
export type Changes = Partial<Record<keyof typeof answers, Row>>;

/** That case with other answers; an empty list under the name of a group leaves its rows away. */
export function wholeCase(changes: Changes = {}, beside: Partial<RuleSubject> = {}): RuleSubject {
  const row = (entity: keyof typeof answers, below: Row = {}): Row => ({
    ...answers[entity],
    ...below,
    ...changes[entity],
  });
  return aCase(
    row('case', {
      defendant: [
        row('defendant', {
          investigation: [row('investigation')],
          custody: [row('custody')],
          indictment: [row('indictment')],
          charge: [row('charge', { verdict: [row('verdict', { sentence: [row('sentence')] })] })],
          trial: [row('trial')],
          judgment_sentence: [row('judgment_sentence')],
          appeal: [row('appeal')],
        }),
      ],
      asset: [row('asset', { asset_decision: [row('asset_decision')] })],
      claim: [row('claim')],
      victim_group: [row('victim_group')],
    }),
    beside,
  );
}
