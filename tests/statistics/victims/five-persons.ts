/** Five invented persons of whom every figure can be worked out on paper. */
import { figuresOf, type Registered, storeOf, tablesOf } from './registered-victims.ts';

const unknown = { missing: 'unknown' } as const;
export const notApplicable = { missing: 'not_applicable' } as const;

/** A girl helped to the end, a woman who returned and was trafficked again, a man not exploited yet, a boy, and nobody known. */
export const girl: Registered = {
  sex: 'female',
  age_group: 'a15_17',
  citizenship: ['XKX', 'ALB'],
  first_detected_by: 'police_operation',
  first_contact_date: '2025-04-01',
  identification_date: '2025-05-01',
  identifying_institution: 'INST-1',
  exploitation_stage: 'exploited',
  // From the middle of March to the last day of April: one completed month, one date imputed.
  exploitation: [{ exploitation_start: '2024-03', exploitation_end: '2024-04-30' }],
  guardian_appointed: 'yes',
  guardian_date: '2025-04-04',
  social_worker_present: 'yes',
  assistance_offered: 'yes',
  assistance_accepted: 'partly',
  service: [{ service_outcome: 'dropped_out' }, { service_outcome: 'completed' }],
  reintegration_entry: [
    { reintegration_status: 'in_education', reintegration_date: '2025-10-01' },
    { reintegration_status: 'in_shelter', reintegration_date: '2025-06-01' },
  ],
  reflection_period: 'not_applicable_national',
  residence_permit: notApplicable,
  return_type: 'stays_in_country',
  compensation_information: 'yes',
  compensation_claimed: 'yes',
  compensation_claim: [
    { compensation_forum: 'criminal_court', compensation_awarded: 4000, compensation_received: 1000 },
    { compensation_forum: 'civil_court', compensation_awarded: notApplicable, compensation_received: notApplicable },
  ],
};

export const woman: Registered = {
  victim_code: 'V-W',
  sex: 'female',
  age_group: 'a25_34',
  citizenship: ['ALB'],
  first_detected_by: 'helpline',
  first_contact_date: '2025-04-21',
  identification_date: '2025-05-01',
  identifying_institution: 'INST-1',
  exploitation_stage: 'exploited',
  // From the first start to the last end: 1 January 2022 to 15 March 2024, 26 completed months, nothing imputed.
  exploitation: [
    { exploitation_start: '2023-01-01', exploitation_end: '2024-03-15' },
    { exploitation_start: '2022-01-01', exploitation_end: '2022-06-30' },
  ],
  assistance_offered: 'yes',
  assistance_accepted: 'no',
  service: [{ service_outcome: 'completed' }],
  reflection_period: 'granted',
  residence_permit: 'cooperation_based',
  return_type: 'voluntary_assisted',
  return_country: 'ALB',
  return_date: '2025-06-20',
  compensation_information: 'no',
  compensation_claimed: 'no',
};

export const again: Registered = {
  victim_code: 'V-W',
  episode_no: 2,
  episode_relation: 'new_trafficking',
  registration_date: '2028-01-01',
  recruitment_date: '2027-06',
  status_decision: [{ status: 'presumed', status_date: '2028-01-02' }],
};

export const man: Registered = {
  sex: 'male',
  age_group: 'a35_49',
  citizenship: ['NPL'],
  first_detected_by: 'foreign_authority',
  first_contact_date: unknown,
  identification_date: '2025-05-01',
  identifying_institution: 'INST-9',
  exploitation_stage: 'not_yet_exploited',
  assistance_offered: 'no',
  assistance_accepted: notApplicable,
  reflection_period: 'refused',
  residence_permit: 'pending',
  return_type: 'deported_expelled',
  return_country: 'DEU',
  return_date: '2025-07-01',
  reintegration_entry: [{ reintegration_status: 're_trafficked', reintegration_date: '2027-07-02' }],
  compensation_information: 'yes',
  compensation_claimed: 'yes',
  compensation_claim: [{ compensation_awarded: null }],
};

export const boy: Registered = {
  status_decision: [{ status: 'formally_identified', status_date: '2023-12-31' }],
  sex: 'male',
  age_group: 'child_age_unknown',
  first_detected_by: 'teacher',
  guardian_appointed: 'no',
  social_worker_present: notApplicable,
};

export const store = storeOf([girl, woman, again, man, boy, {}]);
export const figures = (id: string, part = '', period = '2025') => figuresOf(tablesOf(store, id, period).get(part));
export const percentOf = (id: string, part: string) => {
  const { rows = [], percent } = tablesOf(store, id).get(part) ?? {};
  return Object.fromEntries(rows.flatMap(({ key }, at) => (percent?.[at] == null ? [] : [[key, percent[at]]])));
};
