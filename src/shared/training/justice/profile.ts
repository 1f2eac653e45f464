/**
 * Declared distributions of invented criminal cases. Shares follow the general shape of what the region reports (few
 * cases a year, men for the most part, long trials, every other judgment appealed); no figure is that of any country.
 */

/** First and last day of a step after the one before; short ones are more frequent than long ones. */
export type Spread = readonly [least: number, most: number];

export const days = {
  offenceBeforeReport: [20, 1400],
  reportToInvestigation: [0, 75],
  investigation: [35, 620],
  conclusionToIndictment: [0, 25],
  indictmentToTrial: [25, 320],
  trial: [15, 640],
  trialAfterPlea: [1, 45],
  judgmentToAppeal: [8, 32],
  appeal: [50, 330],
  judgmentToFinality: [16, 40],
  appealToFinality: [0, 20],
  orderToRetrial: [25, 190],
  retrial: [30, 380],
  finalityToRemedy: [40, 700],
  remedy: [40, 260],
  suspension: [60, 500],
  reopening: [90, 500],
} as const satisfies Record<string, Spread>;

/** Of all cases. */
export const shares = {
  draft: 0.05,
  draftWithoutNumber: 0.4,
  returned: 0.03,
  verified: 0.6,
  archived: 0.5,
  binned: 0.006,
  /** Tried; only some of these cases offer an occasion. */
  confirmed: 0.03,
  /** Nothing has happened since the last step, whatever the time. */
  stuck: 0.025,
  withoutInvestigation: 0.03,
  withoutDefendant: 0.03,
  withoutVictim: 0.07,
  withoutTrafficking: 0.1,
  crossBorder: 0.42,
  joined: 0.012,
} as const;

/** Of all defendants. */
export const sharesOfDefendants = {
  company: 0.05,
  female: 0.23,
  foreign: 0.2,
  juvenile: 0.03,
  knownFromEarlierCase: 0.04,
  unidentified: 0.03,
  discontinuedAlone: 0.09,
  fugitive: 0.02,
  inAbsence: 0.015,
  deceased: 0.008,
  arrested: 0.66,
  plea: 0.14,
  guilty: 0.74,
  remedy: 0.07,
} as const;

export const defendantsPerCase = { 1: 44, 2: 24, 3: 15, 4: 9, 5: 5, 6: 3 } as const;

/** Weight of the ages from so many years on; dates known in part must not make a juvenile of an adult. */
export const ages = { 20: 22, 25: 36, 35: 30, 50: 10, 65: 2 } as const;
export const ageEnds: Readonly<Record<string, number>> = { 20: 24, 25: 34, 35: 49, 50: 64, 65: 74 };

export const outcomes = { indictment: 68, discontinued: 25, suspended: 5, transferred: 2 } as const;
/** Of what was discontinued or suspended. */
export const takenUpAgain = { discontinued: 0.05, suspended: 0.5 } as const;

export const confirmations = { yes: 89, amended: 8, no: 3 } as const;

export const appealed = 0.6;
export const outcomesOfConviction = {
  upheld: 46,
  sentence_reduced: 20,
  sentence_increased: 6,
  verdict_reversed_to_acquittal: 5,
  sent_back_for_retrial: 16,
  inadmissible: 4,
  withdrawn: 3,
} as const;
export const outcomesOfAcquittal = {
  upheld: 58,
  verdict_reversed_to_conviction: 9,
  sent_back_for_retrial: 25,
  inadmissible: 5,
  withdrawn: 3,
} as const;
export const outcomesOfRemedy = {
  upheld: 48,
  inadmissible: 26,
  sentence_reduced: 14,
  sent_back_for_retrial: 12,
} as const;

export const verdictsOnTrafficking = {
  convicted_tip: 77,
  convicted_other_offence_only: 16,
  acquitted: 5,
  guilty_released_from_punishment: 2,
} as const;
export const verdictsOnOther = { convicted_other_offence_only: 82, acquitted: 14, charge_rejected: 4 } as const;
export const verdictsOfInnocent = {
  acquitted: 78,
  charge_rejected: 9,
  proceedings_terminated: 7,
  not_criminally_liable_measure: 4,
  ne_bis_in_idem: 2,
} as const;

/** The first day of the offence as files state it. */
export const offencePrecision = { day: 40, month: 34, year: 18, unknown: 8 } as const;

/** Months of imprisonment that courts set for an offence, where the article names no other range. */
export const usualMonths: Readonly<Record<string, Spread>> = {
  trafficking_base: [60, 130],
  trafficking_of_child: [72, 168],
  trafficking_organised_group: [84, 216],
  trafficking_by_official: [84, 180],
  use_of_services_of_victim: [6, 40],
  withholding_documents: [6, 30],
  facilitating_prostitution: [8, 54],
  slavery_servitude_forced_labour: [24, 96],
  forced_marriage: [6, 48],
  organ_trafficking: [60, 120],
  smuggling_of_migrants: [12, 72],
  sexual_offence: [24, 120],
  child_abuse_material: [8, 60],
  money_laundering: [12, 72],
  organised_crime_participation: [36, 108],
  document_forgery: [3, 24],
  kidnapping: [12, 84],
  corruption: [6, 60],
  other: [2, 30],
};
