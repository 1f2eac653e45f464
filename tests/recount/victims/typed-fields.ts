/**
 * What somebody types into a registration or a prevented case, by group and section of the form; core fields bear a star.
 * Written down once more from the dictionary: a recount that took it from the program would not be one.
 */
export interface FieldsOf {
  readonly group: string;
  readonly section: string;
  readonly fields: readonly string[];
}

export const fields = (group: string, section: string, ids: string): FieldsOf => ({
  group,
  section,
  fields: ids.split(' '),
});

export const typedFields: readonly FieldsOf[] = [
  fields(
    'victim',
    'registration',
    'episode_no* episode_relation* registration_date* reporting_institution* data_source*' +
      ' consent_given* consent_by* legal_basis* consent_withdrawn_on justice_case_ref',
  ),
  fields('status_decision', 'registration', 'status* status_date* status_institution* status_ground'),
  fields(
    'victim',
    'background',
    'sex* birth_year age_at_identification* age_basis* citizenship* country_of_birth' +
      ' country_of_residence* municipality_of_origin settlement_type ethnicity languages' +
      ' interpreter_needed marital_status children_count education_level employment_before' +
      ' economic_situation lived_with vulnerability_factors disability migration_status_at_id',
  ),
  fields(
    'victim',
    'recruitment',
    'recruitment_date* recruitment_country* recruitment_municipality reason_for_leaving' +
      ' recruitment_method* online_platform* promised_activity promised_destination acts* means*' +
      ' debt_amount sold_times',
  ),
  fields('recruiter', 'recruitment', 'recruiter_relationship* recruiter_sex recruiter_citizenship'),
  fields(
    'journey_leg',
    'transportation',
    'leg_from_country* leg_to_country* leg_date transport_mode border_crossing* border_point' +
      ' travel_document document_status accompanied_by',
  ),
  fields('victim', 'exploitation', 'exploitation_stage* intended_forms* exploitation_main_form* exit_mode*'),
  fields(
    'exploitation',
    'exploitation',
    'exploitation_country* exploitation_municipality exploitation_start* exploitation_end' +
      ' exploitation_forms* exploitation_subtype venue control_methods freedom_of_movement' +
      ' hours_per_week earnings_kept exploiter_relationship',
  ),
  fields(
    'victim',
    'identification',
    'first_detected_by* first_contact_date* identification_date* identifying_institution*' +
      ' identification_country* guardian_appointed* guardian_date* risk_assessment_done*' +
      ' reflection_period* reflection_days* residence_permit*',
  ),
  fields('referral', 'identification', 'referral_from referral_to referral_date*'),
  fields('victim', 'assistance', 'assistance_offered* assistance_accepted* decline_reason*'),
  fields(
    'service',
    'assistance',
    'service_type* service_provider* service_start* service_end service_outcome* shelter_type*',
  ),
  fields(
    'victim',
    'return',
    'return_type* return_date* return_country* return_risk_assessed* reintegration_plan*' +
      ' re_trafficked* times_trafficked* closure_date closure_reason*',
  ),
  fields('reintegration_entry', 'return', 'reintegration_status reintegration_date*'),
  fields(
    'victim',
    'justice',
    'cooperates* role_in_proceedings protection_measures social_worker_present* legal_aid*' +
      ' punished_for_acts compensation_information* compensation_claimed*',
  ),
  fields(
    'compensation_claim',
    'justice',
    'compensation_forum* compensation_awarded* compensation_received* compensation_received_date*',
  ),
  fields(
    'prevented_case',
    'prevented',
    'prevented_registration_date* prevented_reporting_institution* prevented_date* prevented_stage*' +
      ' prevented_institution* prevented_adults* prevented_children* prevented_intended_form',
  ),
];
