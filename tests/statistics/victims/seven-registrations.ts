/**
 * Seven invented registrations of which every figure can be counted by hand, and two prevented cases. A girl of sixteen,
 * registered twice for one trafficking; a woman from Albania; a man from Bulgaria exploited twice; a woman stopped on
 * the way; a man of an earlier year; a girl only presumed.
 */
import type { Row } from '../../justice/a-case.ts';

const unknown = { missing: 'unknown' } as const;

const girl: Row = {
  victim_code: 'V-1',
  episode_no: 1,
  episode_relation: 'first_registration',
  registration_date: '2025-01-04',
  reporting_institution: 'I-1',
  status_decision: [
    { status: 'presumed', status_date: '2025-01-05' },
    { status: 'formally_identified', status_date: '2025-02-01' },
  ],
  sex: 'female',
  age_at_identification: 16,
  citizenship: ['XKX'],
  recruitment_country: 'XKX',
  recruitment_method: ['online_social_network', 'personal_contact'],
  recruiter: [{ recruiter_relationship: 'acquaintance' }, { recruiter_relationship: 'parent' }],
  means: ['none_needed_child'],
  exploitation_stage: 'exploited',
  exploitation: [
    {
      exploitation_country: 'XKX',
      exploitation_forms: ['sexual_exploitation'],
      control_methods: ['debt_bondage', 'surveillance_digital'],
    },
  ],
  re_trafficked: 'no',
  assistance_offered: 'yes',
  assistance_accepted: 'yes',
  service: [
    { service_type: 'shelter', service_start: '2025-02-02' },
    { service_type: 'shelter', service_start: '2025-03-01' },
    { service_type: 'legal_aid', service_start: '2025-02-05' },
  ],
  compensation_claimed: 'yes',
  compensation_claim: [
    { compensation_awarded: { missing: 'not_applicable' } },
    { compensation_awarded: 1000, compensation_received: 500 },
  ],
};

const girlAgain: Row = {
  ...girl,
  episode_no: 2,
  episode_relation: 'same_trafficking',
  registration_date: '2025-07-30',
  reporting_institution: 'I-2',
  status_decision: [{ status: 'formally_identified', status_date: '2025-08-01' }],
  service: [{ service_type: 'shelter', service_start: '2025-09-01' }],
};

const albanian: Row = {
  victim_code: 'V-2',
  reporting_institution: 'I-2',
  status_decision: [{ status: 'formally_identified', status_date: '2025-03-01' }],
  sex: 'female',
  age_at_identification: 30,
  citizenship: ['ALB', 'XKX'],
  recruitment_country: 'ALB',
  recruitment_method: ['job_offer'],
  means: ['deception', 'fraud'],
  journey_leg: [
    { leg_from_country: 'ALB', leg_to_country: 'MNE' },
    { leg_from_country: 'MNE', leg_to_country: 'XKX' },
  ],
  exploitation_stage: 'exploited',
  exploitation: [
    {
      exploitation_country: 'XKX',
      exploitation_forms: ['forced_labour_or_services'],
      exploitation_subtype: ['agriculture', 'other'],
      venue: ['farm'],
      control_methods: unknown,
    },
  ],
  re_trafficked: 'yes',
  assistance_offered: 'yes',
  assistance_accepted: 'partly',
  service: [
    { service_type: 'medical', service_start: '2024-12-30' },
    { service_type: 'psychological', service_start: '2025-03-05' },
  ],
  compensation_claimed: 'yes',
  compensation_claim: [{ compensation_awarded: 0 }],
};

const bulgarian: Row = {
  victim_code: 'V-3',
  reporting_institution: 'I-1',
  status_decision: [{ status: 'formally_identified', status_date: '2025-05-01' }],
  sex: 'male',
  age_at_identification: 40,
  citizenship: ['BGR'],
  recruitment_country: 'BGR',
  recruitment_method: unknown,
  recruiter: [{ recruiter_relationship: { missing: 'not_applicable' } }],
  means: unknown,
  journey_leg: [{ leg_from_country: unknown, leg_to_country: 'DEU' }],
  exploitation_stage: 'exploited',
  exploitation: [
    {
      exploitation_country: 'DEU',
      exploitation_forms: ['forced_labour_or_services', 'sexual_exploitation'],
      exploitation_subtype: ['hospitality', 'bar_club_entertainment'],
      venue: ['hotel_motel', 'restaurant'],
      control_methods: unknown,
    },
    {
      exploitation_country: 'ITA',
      exploitation_forms: ['sexual_exploitation'],
      exploitation_subtype: ['massage_parlour'],
      venue: ['private_home'],
      control_methods: ['withholds_documents'],
    },
  ],
  re_trafficked: unknown,
  assistance_offered: 'no',
  compensation_claimed: 'no',
};

const stopped: Row = {
  victim_code: 'V-4',
  reporting_institution: 'I-9',
  status_decision: [{ status: 'formally_identified', status_date: '2025-06-10' }],
  sex: 'female',
  age_at_identification: 20,
  citizenship: ['SYR'],
  recruitment_country: 'XKX',
  recruitment_method: { missing: 'refused' },
  recruiter: [{ recruiter_relationship: 'stranger' }],
  means: ['abduction'],
  journey_leg: [{ leg_from_country: 'XKX', leg_to_country: 'SRB' }],
  exploitation_stage: 'not_yet_exploited',
  intended_forms: ['forced_labour_or_services'],
  re_trafficked: 'no',
  assistance_offered: unknown,
  compensation_claimed: { missing: 'not_applicable' },
};

const earlier: Row = {
  victim_code: 'V-5',
  reporting_institution: 'I-1',
  status_decision: [{ status: 'formally_identified', status_date: '2023-07-07' }],
  sex: 'male',
  age_at_identification: 50,
  citizenship: unknown,
  recruitment_country: 'XKX',
  exploitation_stage: 'exploited',
  exploitation: [{ exploitation_country: 'XKX', exploitation_forms: ['begging'] }],
};

const presumed: Row = {
  victim_code: 'V-6',
  reporting_institution: 'I-1',
  status_decision: [{ status: 'presumed', status_date: '2025-04-01' }],
  sex: 'female',
  age_at_identification: 10,
  citizenship: ['XKX'],
  exploitation_stage: 'exploited',
  service: [{ service_type: 'shelter', service_start: '2025-04-02' }],
};

export const sevenRegistrations: readonly Row[] = [girl, girlAgain, albanian, bulgarian, stopped, earlier, presumed];

export const preventedCases: readonly Row[] = [
  { prevented_date: '2025-02-01', prevented_stage: 'before_departure', prevented_adults: 2, prevented_children: 1 },
  { prevented_date: '2025-03-01', prevented_stage: unknown, prevented_adults: 0, prevented_children: 3 },
  { prevented_date: '2024-12-31', prevented_stage: 'before_departure', prevented_adults: 7, prevented_children: 0 },
];
