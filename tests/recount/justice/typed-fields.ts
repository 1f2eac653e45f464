/** What somebody types into a case, by group and section of the form; core fields bear a star. */
import { type FieldsOf, fields } from '../victims/typed-fields.ts';

export const typedFields: readonly FieldsOf[] = [
  fields(
    'case',
    'case',
    'registry_no* prosecutor_office* report_date* case_source* reporting_body* scope*' +
      ' countries_involved origin_country destination_country* place_of_offence* offence_start*' +
      ' offence_end exploitation_forms* acts* means* organised_group* joined_to_case',
  ),
  fields(
    'defendant',
    'defendant',
    'person_code* person_type* def_sex* def_birth_year def_age_at_offence* def_citizenship*' +
      ' def_residence_country def_education def_occupation def_marital public_official*' +
      ' prior_convictions* def_role* relation_to_victim was_victim_before',
  ),
  fields(
    'investigation',
    'investigation',
    'investigation_start* investigation_end* investigation_outcome* discontinued_reason*',
  ),
  fields('case', 'investigation', 'investigation_type* lead_authority* special_measures financial_investigation*'),
  fields('custody', 'investigation', 'arrest_date custody_measure custody_days*'),
  fields('indictment', 'charges', 'indictment_date* indictment_confirmed*'),
  fields('charge', 'charges', 'charge_offence* completion* participation* legal_article* charge_form*'),
  fields(
    'trial',
    'trial',
    'court* court_level* trial_instance* trial_start* hearings_count hearings_postponed plea' + ' tried_in_absentia',
  ),
  fields(
    'verdict',
    'verdict',
    'verdict_date* verdict* verdict_instance* convicted_offence* final_date* final_verdict*',
  ),
  fields(
    'sentence',
    'sentence',
    'sentence_type* sentence_months* suspended_months fine_eur* aggravating mitigating' +
      ' final_sentence_months* sentence_served_from',
  ),
  fields(
    'judgment_sentence',
    'sentence',
    'judgment_date* judgment_instance* aggregate_type* aggregate_days* aggregate_suspended_days*' +
      ' probation_months* aggregate_final*',
  ),
  fields(
    'appeal',
    'appeals',
    'appeal_kind* appeal_by* appeal_date* appeal_court* appeal_decision_date* appeal_outcome*',
  ),
  fields('asset', 'assets', 'asset_type* asset_value_eur*'),
  fields('asset_decision', 'assets', 'asset_stage* asset_decision_value_eur* asset_date* asset_use'),
  fields('claim', 'compensation', 'claim_kind* claim_amount_eur* claim_decision* awarded_eur* paid_eur* paid_by*'),
  fields('victim_group', 'victims', 'vgroup_sex* vgroup_age* vgroup_citizenship* vgroup_form* vgroup_count*'),
  fields('case', 'victims', 'victims_testified* victims_protected* protection_used child_interviews_assisted*'),
  fields('cooperation', 'cooperation', 'coop_type coop_country* coop_requested* coop_answered extradition_result*'),
];
