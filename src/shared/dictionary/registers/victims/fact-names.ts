/**
 * Facts that conditions of this register rest on; facts.ts answers each of them, three-valued.
 * Those marked (row) are asked about one row of a repeating group.
 */
export const factNames = [
  /** age_group is of the class child: possibly under 18 at identification, or presumed to be a child. */
  'child_at_identification',
  /** One of the status decisions is a formal identification, whether or not it was withdrawn later. */
  'formally_identified',
  /** One of the citizenships is that of the country of the register. */
  'own_national',
  /** identification_country is the country of the register. */
  'identified_in_own_country',
  /** country_of_residence is the country of the register. */
  'own_country_residence',
  /** recruitment_country is the country of the register. */
  'recruited_in_own_country',
  /** (row of exploitation) exploitation_country is the country of the register. */
  'exploited_in_own_country',
  /** (row of journey_leg) leg_from_country and leg_to_country differ. */
  'crosses_border',
] as const;

export type FactName = (typeof factNames)[number];
