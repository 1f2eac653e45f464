/**
 * Declared distributions of invented records. Shares follow the general shape of what the region reports (mostly women
 * and girls, sexual exploitation first, many children begging, half of it internal); no figure is that of any country.
 */

/** Weight of each year of first contact; years after the last one grow on at its level. */
export const yearTrend: Readonly<Record<number, number>> = {
  2018: 70,
  2019: 78,
  2020: 52,
  2021: 64,
  2022: 88,
  2023: 96,
  2024: 110,
  2025: 118,
  2026: 112,
};

/** Of all records. */
export const shares = {
  prevented: 0.03,
  registeredAgain: 0.06,
  draft: 0.05,
  draftWithoutNumber: 0.5,
  returned: 0.03,
  verified: 0.62,
  archived: 0.12,
  binned: 0.004,
  notYetExploited: 0.05,
  secondEpisode: 0.12,
  noConsent: 0.14,
  /** Tried; only about a third of these records offer an occasion. */
  confirmed: 0.03,
  closed: 0.45,
} as const;

/** Of the registrations made for one person again. */
export const sameTrafficking = 0.45;

export const statusPaths = {
  possible: 5,
  presumed: 20,
  presumedThenNot: 3,
  presumedThenDeclined: 3,
  formal: 18,
  presumedThenFormal: 46,
  formalThenWithdrawn: 3,
  formalAfterPossible: 4,
} as const;

export const forms = {
  sexual_exploitation: 46,
  forced_labour_or_services: 17,
  begging: 14,
  domestic_servitude: 5,
  forced_criminal_activity: 5,
  forced_or_child_marriage: 7,
  slavery_or_similar_practices: 2,
  servitude: 2,
  organ_removal: 0.4,
  illegal_adoption: 0.4,
  exploitative_surrogacy: 0.2,
  other: 1,
} as const;
export type Form = keyof typeof forms;

interface FormProfile {
  /** Share of women and girls. */
  readonly female: number;
  /** Weight of the ages from 0, 12, 15, 18, 25, 35, 50 years. */
  readonly ages: Readonly<Record<string, number>>;
  readonly subtypes: Readonly<Record<string, number>>;
  readonly venues: Readonly<Record<string, number>>;
}

const anyAge = { 0: 2, 12: 3, 15: 12, 18: 30, 25: 26, 35: 20, 50: 7 } as const;

/** What goes with a form; forms not named take `ordinary`. */
export const ordinary: FormProfile = {
  female: 0.7,
  ages: anyAge,
  subtypes: { other: 1 },
  venues: { private_home: 5, institution: 1, other: 2 },
};

export const formProfiles: Readonly<Partial<Record<Form, FormProfile>>> = {
  sexual_exploitation: {
    female: 0.95,
    ages: { 12: 6, 15: 30, 18: 34, 25: 20, 35: 9, 50: 1 },
    subtypes: {
      bar_club_entertainment: 30,
      indoor_prostitution: 30,
      street_prostitution: 8,
      escort: 10,
      pornography: 3,
      online_live_sexual_abuse: 5,
      massage_parlour: 4,
      private_sexual_services: 10,
    },
    venues: { bar_nightclub: 36, private_home: 30, hotel_motel: 14, brothel: 6, street: 8, online: 6 },
  },
  forced_labour_or_services: {
    female: 0.22,
    ages: { 15: 6, 18: 24, 25: 32, 35: 28, 50: 10 },
    subtypes: {
      agriculture: 24,
      construction: 30,
      hospitality: 18,
      manufacturing: 8,
      cleaning: 8,
      transport: 4,
      forestry: 5,
      fishing: 1,
      mining: 2,
    },
    venues: { farm: 24, building_site: 32, restaurant: 18, factory: 10, shop: 6, other: 10 },
  },
  begging: {
    female: 0.48,
    ages: { 0: 44, 12: 26, 15: 14, 18: 6, 25: 4, 35: 3, 50: 3 },
    subtypes: { street_selling: 1 },
    venues: { street: 9, vehicle: 1 },
  },
  domestic_servitude: {
    female: 0.86,
    ages: anyAge,
    subtypes: { care_work: 1 },
    venues: { private_home: 1 },
  },
  forced_criminal_activity: {
    female: 0.3,
    ages: { 0: 6, 12: 24, 15: 36, 18: 22, 25: 9, 35: 3 },
    subtypes: { theft_pickpocketing: 6, drug_production_or_dealing: 3, fraud_scam: 2 },
    venues: { street: 6, shop: 3, private_home: 2, online: 1 },
  },
  forced_or_child_marriage: {
    female: 0.97,
    ages: { 12: 18, 15: 60, 18: 18, 25: 4 },
    subtypes: { other: 1 },
    venues: { private_home: 1 },
  },
};

export const sexRare = 0.004;

/** Where the person comes from when she is no national of the register's country. */
export const foreignCitizenships = {
  ALB: 26,
  SRB: 18,
  MDA: 14,
  MKD: 10,
  ROU: 7,
  BGR: 6,
  MNE: 4,
  UKR: 6,
  PHL: 4,
  BGD: 3,
  NPL: 2,
  TUR: 2,
  STATELESS: 1,
} as const;

/** Routes by where recruitment and exploitation lie. */
export const routes = { internal: 54, inwards: 26, outwards: 17, elsewhere: 3 } as const;

export const destinations = {
  DEU: 22,
  CHE: 18,
  ITA: 18,
  ALB: 12,
  AUT: 8,
  FRA: 7,
  HRV: 4,
  SVN: 3,
  GBR: 3,
  GRC: 3,
} as const;
export const transits = { SRB: 6, ALB: 5, MNE: 4, MKD: 4, HUN: 3, HRV: 3 } as const;

export const agePrecision = { day: 82, month: 4, year: 8, none: 6 } as const;
export const datePrecision = { day: 62, month: 20, year: 11, unknown: 4, not_asked: 2, refused: 1 } as const;

/** Share of optional answers that are entered at all, and of those that are a marker. */
export const optionalEntered = 0.72;
export const optionalMarked = 0.1;
