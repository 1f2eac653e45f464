/** Registration, consent and background of one invented registration. */
import { completedYears } from '../records/age.ts';
import { isoDay } from '../records/partial-date.ts';
import type { FieldValue, GroupRow, Values } from '../records/record.ts';
import type { Institutions } from './institutions.ts';
import * as personWeights from './person-weights.ts';
import { shares } from './profile.ts';
import type { Random } from './random.ts';
import { choice, due, marker, optional } from './stated.ts';
import type { Scene } from './trafficking.ts';
import * as weights from './weights.ts';

export const identifyingBodies = [
  'police',
  'border_police',
  'prosecutor',
  'social_work_centre',
  'victim_protection_office',
];

/** Registration itself: who, when, from what. */
export function registration({ random, timeline }: Scene, institutions: Institutions): Values {
  return {
    registration_date: isoDay(timeline.registration),
    reporting_institution: institutions.active(random, timeline.registration, [
      ...identifyingBodies,
      'ngo',
      'labour_inspectorate',
    ]),
    data_source: due(random, ['unknown'], () => choice(random, personWeights.sources, 3)),
    justice_case_ref: null,
  };
}

/** Each decision on the status with its day and body. */
export function decisions({ random, timeline, row }: Scene, institutions: Institutions): readonly GroupRow[] {
  return timeline.decisions.map(({ status, day }) =>
    row({
      status,
      status_date: isoDay(day),
      status_institution: institutions.active(random, day, identifyingBodies),
      status_ground: optional(random, ['unknown'], () => random.weighted(weights.grounds)),
    }),
  );
}

export interface Consent {
  readonly values: Values;
  readonly keepsIdentity: boolean;
}

/** Consent and legal basis; without either nothing goes into the vault. */
export function consent({ random, timeline, isChild }: Scene): Consent {
  const given = {
    consent_by: isChild ? random.weighted({ parent: 50, guardian: 40, court: 10 }) : 'person',
    consent_given: 'yes',
  };
  if (random.chance(shares.noConsent)) {
    const answer: FieldValue = random.chance(0.6) ? 'no' : marker('not_asked');
    return { values: { consent_given: answer, legal_basis: 'law' }, keepsIdentity: false };
  }
  if (random.chance(0.015)) {
    const day = Math.min(timeline.today, timeline.registration + random.between(0, 200));
    return {
      values: { ...given, legal_basis: 'consent', consent_withdrawn_on: isoDay(day) },
      keepsIdentity: false,
    };
  }
  return { values: { ...given, legal_basis: random.chance(0.9) ? 'consent' : 'law' }, keepsIdentity: true };
}

/** Age and year of birth as an officer states them on the reference day. */
export function age(random: Random, { person }: Pick<Scene, 'person'>, reference: number): Values {
  const years = completedYears(person.birth, reference);
  const isDated = person.birthPrecision !== 'none';
  const isKnown = isDated || random.chance(0.7);
  const basis = isDated ? { document: 70, stated: 24, assessed: 6 } : { stated: 60, assessed: 40 };
  return {
    birth_year: isDated || random.chance(0.4) ? Number(isoDay(person.birth).slice(0, 4)) : marker('unknown'),
    age_at_identification: isKnown ? years : marker('unknown'),
    age_basis: years < 18 && !isDated && random.chance(0.5) ? 'presumed_child' : random.weighted<string>(basis),
  };
}

/** Who the person is outside the vault. */
export function background(scene: Scene, identified: string): Values {
  const { random, person, country, reference, isChild } = scene;
  const isOwn = person.citizenship === country;
  const years = completedYears(person.birth, scene.timeline.contact);
  const home = person.citizenship === 'STATELESS' ? country : person.citizenship;
  const second = random.chance(0.02) && person.citizenship !== 'ALB' ? ['ALB'] : [];
  return {
    sex: person.sex,
    citizenship: random.chance(0.01) ? marker('unknown') : [person.citizenship, ...second],
    country_of_birth: optional(random, ['unknown', 'refused'], () => home),
    country_of_residence: due(random, ['unknown', 'refused'], () => home),
    municipality_of_origin:
      reference.MUNI.length === 0 ? null : optional(random, ['unknown'], () => random.pick(reference.MUNI).code),
    settlement_type: optional(random, ['unknown', 'refused'], () => random.weighted(personWeights.settlements)),
    ethnicity: optional(random, ['unknown', 'not_asked', 'refused'], () => person.community ?? marker('not_asked')),
    languages: optional(random, ['unknown'], () => spokenLanguages(scene)),
    interpreter_needed: optional(random, ['unknown'], () => (!isOwn && random.chance(0.5) ? 'yes' : 'no')),
    marital_status: optional(random, ['unknown', 'refused'], () =>
      isChild
        ? random.weighted({ single: 30, child_not_applicable: 70 })
        : random.weighted(personWeights.maritalStatuses),
    ),
    children_count: optional(random, ['unknown', 'refused'], () =>
      isChild ? 0 : Number(random.weighted({ 0: 50, 1: 18, 2: 18, 3: 9, 4: 5 })),
    ),
    education_level: optional(random, ['unknown', 'not_asked'], () =>
      years < 12
        ? random.weighted({ no_schooling: 60, primary_incomplete: 40 })
        : random.weighted(personWeights.education),
    ),
    employment_before: optional(random, ['unknown', 'refused'], () =>
      isChild
        ? random.weighted({ student_pupil: 60, begging_or_street_work: 30, other: 10 })
        : random.weighted(personWeights.employment),
    ),
    economic_situation: optional(random, ['unknown', 'refused'], () => random.weighted(personWeights.economy)),
    lived_with: optional(random, ['unknown', 'refused'], () => random.weighted(personWeights.households)),
    vulnerability_factors: optional(random, ['unknown', 'not_asked'], () =>
      choice(random, personWeights.vulnerabilities, 3, ['none_known']),
    ),
    disability: optional(random, ['unknown', 'refused'], () => random.weighted({ no: 95, yes: 5 })),
    migration_status_at_id: optional(random, ['unknown'], () =>
      migrationStatus(scene, isOwn && identified === country),
    ),
  };
}

function migrationStatus({ random, person }: Scene, isNational: boolean): string {
  if (isNational) return 'national';
  if (person.citizenship === 'STATELESS') return 'stateless';
  return random.weighted({ regular_resident: 20, temporary_visa: 34, irregular: 34, asylum_seeker: 12 });
}

const mainLanguages: Readonly<Record<string, string>> = {
  XKX: 'sqi',
  ALB: 'sqi',
  SRB: 'srp',
  MNE: 'srp',
  MKD: 'mkd',
  BGR: 'bul',
  ROU: 'ron',
  MDA: 'ron',
  UKR: 'ukr',
  TUR: 'tur',
  PHL: 'eng',
};

function spokenLanguages({ random, person, reference }: Scene): FieldValue {
  const spoken = [mainLanguages[person.citizenship], random.chance(0.2) ? 'eng' : undefined];
  const codes = reference.LANG.map(({ code }) => code).filter((code) => spoken.includes(code));
  return codes.length > 0 ? codes : marker('unknown');
}
