/** Weights of codes in the answers of invented records; each list holds the codes that are ever chosen. */

export const acts = { recruitment: 80, transportation: 45, transfer: 20, harbouring: 40, receipt: 18 } as const;

export const means = {
  threat_or_use_of_force: 30,
  other_coercion: 18,
  abduction: 2,
  fraud: 22,
  deception: 45,
  abuse_of_power: 14,
  abuse_of_vulnerability: 50,
  giving_receiving_payments: 10,
} as const;

export const recruitmentMethods = {
  personal_contact: 30,
  job_offer: 26,
  marriage_or_love_promise: 14,
  online_social_network: 22,
  online_advert: 7,
  agency_employment: 5,
  family_arranged: 9,
  sold_by_family: 3,
  abduction: 1,
  self_presented_to_work: 3,
  other: 3,
} as const;

export const platforms = {
  social_network: 60,
  messaging_app: 40,
  dating_site: 8,
  job_portal: 8,
  classified_ads: 7,
  gaming_chat: 3,
  other: 2,
} as const;

export const reasons = {
  find_work: 44,
  join_family_partner: 14,
  study: 3,
  escape_violence_or_abuse: 12,
  escape_conflict: 4,
  marriage: 12,
  sold_or_handed_over: 3,
  did_not_leave_home: 8,
  other: 4,
} as const;

export const promises = {
  domestic_care: 14,
  waitress_bartender: 24,
  dancer_entertainer: 10,
  agriculture: 12,
  construction: 14,
  cleaning: 10,
  au_pair: 4,
  begging_street_sale: 8,
  marriage: 10,
  none: 12,
  other: 4,
} as const;

export const relationships = {
  stranger: 20,
  acquaintance: 26,
  friend: 10,
  intimate_partner_spouse: 16,
  parent: 8,
  other_relative: 10,
  neighbour: 4,
  employer: 14,
  agency: 3,
  other: 2,
} as const;

export const transports = { on_foot: 6, car_taxi: 55, bus: 24, train: 3, truck: 5, plane: 14, ship_boat: 2 } as const;

export const crossings = {
  official_crossing_regular: 66,
  official_crossing_hidden: 6,
  official_crossing_false_document: 4,
  outside_crossing_point: 18,
  visa_overstay_after_entry: 6,
} as const;

export const documents = {
  passport: 50,
  id_card: 30,
  birth_certificate: 3,
  travel_letter_for_child: 2,
  none: 15,
} as const;

export const companions = {
  alone: 16,
  recruiter: 34,
  other_trafficker: 22,
  other_victims: 24,
  family_member: 14,
  partner: 12,
  smuggler: 8,
} as const;
export const companionsOfChild = {
  ...companions,
  child_with_non_parent_adult: 18,
  family_member: 40,
  alone: 5,
} as const;

export const controls = {
  debt_bondage: 14,
  takes_earnings: 40,
  threats_to_person: 36,
  threats_to_family: 20,
  psychological_abuse: 44,
  physical_abuse: 26,
  sexual_abuse: 18,
  false_promises: 34,
  psychoactive_substances: 7,
  restricts_movement: 38,
  excessive_working_hours: 20,
  withholds_necessities: 9,
  withholds_documents: 17,
  isolation_language: 9,
  surveillance_digital: 10,
  blackmail_images: 8,
} as const;

export const freedoms = {
  free: 12,
  accompanied_only: 42,
  locked_in: 14,
  within_premises_only: 20,
  varied: 12,
} as const;
export const earnings = { part: 26, none: 40, never_paid: 20, debt_deducted: 12, all: 2 } as const;

export const earlyExits = {
  border_control: 40,
  police_raid: 30,
  helped_by_family_friend: 18,
  escaped_alone: 12,
} as const;
export const exits = {
  escaped_alone: 22,
  police_raid: 40,
  border_control: 6,
  helped_by_family_friend: 10,
  helped_by_ngo: 8,
  released_by_trafficker: 4,
  deported: 2,
  health_or_school_referral: 5,
  labour_inspection: 4,
} as const;

export const detections = {
  police_operation: 42,
  self_report: 12,
  helpline: 8,
  border_check: 6,
  labour_inspection: 5,
  social_worker: 12,
  health_worker: 2,
  teacher: 2,
  ngo_outreach: 6,
  asylum_procedure: 2,
  family_report: 5,
} as const;

export const grounds = { indicators: 40, statement_of_person: 30, investigation: 25, court_decision: 4 } as const;
export const permits = {
  none_requested: 40,
  humanitarian: 14,
  cooperation_based: 20,
  asylum_refugee: 6,
  refused: 5,
  pending: 15,
} as const;

export const services = {
  legal_aid: 40,
  shelter: 45,
  medical: 40,
  psychological: 50,
  material_aid: 36,
  social_work: 30,
  education: 12,
  vocational_training: 14,
  employment: 8,
  family_mediation: 7,
  protection_police: 8,
  interpretation: 9,
} as const;
export const shelters = {
  state_shelter: 44,
  ngo_shelter: 40,
  semi_independent: 6,
  independent_housing: 5,
  own_family: 5,
} as const;
export const sheltersOfChild = { child_institution: 40, ngo_shelter: 36, foster_care: 18, own_family: 6 } as const;
export const serviceOutcomes = {
  completed: 68,
  dropped_out: 12,
  transferred: 10,
  refused_after_start: 4,
  unknown: 6,
} as const;

export const declines = {
  does_not_need: 18,
  does_not_trust: 16,
  fear_of_traffickers: 14,
  wants_to_go_home: 22,
  family_supports: 20,
  shelter_rules_too_strict: 5,
  does_not_see_self_as_victim: 14,
} as const;

export const reintegrations = {
  back_with_family: 40,
  independent_living: 18,
  in_education: 14,
  vocational_training_completed: 8,
  employed: 14,
  own_business: 2,
  lost_contact: 10,
} as const;
export const closings = {
  reintegrated: 46,
  withdrew: 12,
  moved_abroad: 20,
  lost_contact: 16,
  transferred: 4,
  other: 2,
} as const;

export const roles = { none: 18, informant: 8, witness: 36, injured_party: 54, protected_witness: 3 } as const;
export const protections = {
  police_escort: 10,
  pseudonym: 3,
  closed_session: 14,
  video_link: 8,
  recorded_statement: 18,
  support_person: 22,
  separate_waiting_room: 9,
  none: 40,
} as const;
