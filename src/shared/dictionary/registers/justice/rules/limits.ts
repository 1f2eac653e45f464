/** Numbers that rules measure by, as delivered. */

/** R39: below this age nobody can be accused. */
export const ageOfResponsibility = 14;

/** R45: Palermo Convention, art. 2(a): a structured group of three or more persons. */
export const leastOfOrganisedGroup = 3;

/** R45: a border has two sides. */
export const leastCountriesAcrossBorder = 2;

/** R46: months after which a case that stays at one stage is asked about. */
export const monthsAtStage = { preliminary_inquiry: 6, investigation: 24, trial: 24 } as const;
