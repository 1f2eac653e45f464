/** Weights of codes in the answers of invented cases; each list holds the codes that are ever chosen. */

export const sources = {
  police_report: 62,
  victim_report: 10,
  third_party_report: 6,
  labour_inspection: 5,
  ngo_report: 6,
  foreign_mla_request: 4,
  own_initiative_prosecutor: 4,
  financial_intelligence: 2,
  other: 1,
} as const;

export const investigationTypes = {
  reactive: 58,
  proactive: 30,
  parallel_financial: 12,
  joint_investigation_team: 3,
} as const;

export const evidence = {
  victim_testimony: 60,
  witness_testimony: 44,
  undercover_agent: 5,
  interception: 28,
  surveillance: 26,
  financial_analysis: 12,
  digital_forensics: 22,
  documents: 34,
  physical_evidence: 22,
  expert_opinion: 14,
  foreign_mla: 8,
  search_and_seizure: 36,
  cooperating_defendant: 5,
} as const;

export const discontinuations = {
  insufficient_evidence: 58,
  act_not_an_offence: 10,
  statute_of_limitation: 3,
  victim_unavailable: 14,
  amnesty: 2,
  offence_reclassified: 9,
  transferred_abroad: 3,
  other: 2,
} as const;

export const roles = {
  recruiter: 30,
  transporter: 14,
  harbourer: 12,
  exploiter_owner: 30,
  controller_guard: 14,
  pimp: 22,
  document_forger: 3,
  financier: 3,
  organiser_leader: 7,
  broker_agent: 5,
  client_user_of_services: 6,
  accomplice: 12,
  other: 2,
} as const;
export const rolesOfCompany = { exploiter_owner: 60, broker_agent: 20, financier: 12, recruiter: 8 } as const;

export const relations = {
  no_relation: 36,
  family: 14,
  intimate_partner: 15,
  friend_acquaintance: 24,
  employer: 16,
  agency: 3,
  neighbour: 5,
  other: 2,
} as const;
export const relationsOfCompany = { employer: 70, agency: 30 } as const;

export const services = { police: 40, customs: 6, judiciary: 4, border: 22, municipal: 20, other: 8 } as const;

export const education = {
  no_schooling: 4,
  primary_incomplete: 8,
  primary: 14,
  lower_secondary: 34,
  upper_secondary_vocational: 22,
  upper_secondary_general: 12,
  tertiary: 6,
} as const;
export const occupations = {
  employed_formal: 16,
  employed_informal: 16,
  self_employed: 24,
  unemployed: 38,
  homemaker: 3,
  other: 3,
} as const;
export const occupationsOfJuvenile = { student_pupil: 55, unemployed: 30, begging_or_street_work: 15 } as const;
export const maritalStatuses = {
  single: 30,
  married: 42,
  cohabiting: 8,
  separated: 6,
  divorced: 12,
  widowed: 2,
} as const;

export const measures = {
  police_detention: 58,
  pre_trial_detention: 46,
  house_arrest: 16,
  bail: 4,
  passport_seized: 8,
  reporting_duty: 14,
  extradition_detention: 2,
} as const;

/** What is charged beside trafficking, or in place of it. */
export const nearOffences = {
  facilitating_prostitution: 30,
  sexual_offence: 8,
  slavery_servitude_forced_labour: 7,
  withholding_documents: 6,
  use_of_services_of_victim: 8,
  forced_marriage: 5,
  smuggling_of_migrants: 10,
  child_abuse_material: 3,
  money_laundering: 7,
  document_forgery: 6,
  kidnapping: 7,
  organ_trafficking: 0.4,
  other: 3,
} as const;
export const nearOffencesOfCompany = {
  slavery_servitude_forced_labour: 40,
  money_laundering: 34,
  withholding_documents: 16,
  other: 10,
} as const;

export const completions = { completed: 89, attempted: 8, prepared: 3 } as const;
export const completionsWithoutVictim = { attempted: 75, prepared: 25 } as const;
export const participations = { perpetrator: 56, instigator: 4, aider: 14 } as const;
export const participationsTogether = {
  perpetrator: 18,
  co_perpetrator: 54,
  instigator: 5,
  aider: 18,
  organiser: 7,
} as const;

export const participationsOfCompany = { co_perpetrator: 60, perpetrator: 20, aider: 20 } as const;

export const pleas = { not_guilty: 62, none: 22, guilty_plea: 16 } as const;

/** Main penalty of an adult person; a short one may be suspended in whole. */
export const penalties = { imprisonment: 97, house_imprisonment: 2, fine: 1 } as const;
export const shortPenalties = {
  imprisonment: 46,
  suspended_imprisonment: 32,
  house_imprisonment: 4,
  fine: 13,
  community_service: 6,
  judicial_admonition: 3,
} as const;
export const penaltiesOfCompany = { fine: 72, security_measure_ban: 18, dissolution_of_legal_person: 10 } as const;
/** Beside the main one. */
export const furtherPenalties = { fine: 60, security_measure_ban: 25, expulsion: 15 } as const;

export const mitigations = {
  guilty_plea: 12,
  cooperation: 10,
  no_record: 34,
  compensation_paid: 3,
  minor_role: 10,
  young_age: 8,
  family_circumstances: 24,
  other: 4,
  none: 12,
} as const;

/** Who appeals against a conviction; one party where the judgment changed in her favour. */
export const appellants = { defence: 56, prosecutor: 18, injured_party: 2, several: 24 } as const;
export const appellantsForDefence = { defence: 80, several: 20 } as const;
export const appellantsAgainst = { prosecutor: 78, several: 22 } as const;
export const appellantsAgainstAcquittal = { prosecutor: 88, injured_party: 12 } as const;

export const assets = {
  cash: 40,
  bank_account: 14,
  real_estate: 10,
  vehicle: 26,
  business_share: 4,
  jewellery: 5,
  electronics: 18,
  crypto_asset: 2,
  other: 3,
} as const;
export const disposals = {
  used_for_victim_compensation: 16,
  sold_to_budget: 44,
  none: 40,
} as const;

export const damages = {
  material_damage: 40,
  non_material_damage: 56,
  unpaid_wages: 18,
  medical_costs: 12,
  other: 2,
} as const;
export const claimDecisions = { granted: 16, partly: 26, referred_to_civil_court: 46, rejected: 12 } as const;

export const protections = {
  police_escort: 12,
  pseudonym: 3,
  closed_session: 24,
  video_link: 12,
  recorded_statement: 20,
  support_person: 28,
  relocation: 2,
  witness_protection_programme: 2,
  no_contact_order: 8,
  separate_waiting_room: 12,
  none: 26,
} as const;

export const cooperations = {
  mla_request: 36,
  police_cooperation: 26,
  information_exchange_interpol: 16,
  europol: 8,
  selec_seci: 4,
  extradition: 7,
  european_arrest_warrant_or_equivalent: 4,
  joint_investigation_team: 3,
  eurojust: 3,
  transfer_of_proceedings: 3,
} as const;
