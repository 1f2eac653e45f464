/** Weights of codes in what is said about the person herself. */

export const sources = {
  interview_with_person: 70,
  police_file: 46,
  shelter_file: 24,
  social_work_file: 22,
  court_file: 6,
  helpline_call: 6,
  ngo_report: 10,
} as const;

export const vulnerabilities = {
  poverty: 58,
  domestic_violence: 22,
  previous_abuse: 16,
  school_drop_out: 22,
  unaccompanied_child: 5,
  disability: 4,
  mental_health: 8,
  substance_dependency: 6,
  minority_or_social_exclusion: 16,
  irregular_migration_status: 6,
  family_breakdown: 26,
  debt: 9,
  none_known: 8,
} as const;

export const settlements = { urban: 46, rural: 48, camp_or_collective_centre: 4, homeless_no_fixed_place: 2 } as const;
export const maritalStatuses = {
  single: 52,
  married: 18,
  cohabiting: 10,
  separated: 8,
  divorced: 9,
  widowed: 3,
} as const;
export const education = {
  no_schooling: 6,
  primary_incomplete: 12,
  primary: 16,
  lower_secondary: 34,
  upper_secondary_vocational: 16,
  upper_secondary_general: 12,
  tertiary: 4,
} as const;
export const employment = {
  employed_informal: 18,
  employed_formal: 8,
  unemployed: 50,
  homemaker: 12,
  other: 4,
} as const;
export const economy = { very_poor: 34, poor: 42, average: 21, good: 3 } as const;
export const households = {
  both_parents: 34,
  one_parent: 20,
  spouse_partner: 16,
  own_children_only: 6,
  other_relatives: 10,
  friends: 4,
  alone: 7,
  street: 3,
} as const;
