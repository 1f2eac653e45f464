/** Invented defendants, natural and legal persons; some of them stand before the court a second time. */
import { birthsOfAge, completedYears } from '../../records/age.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { FieldValue, Values } from '../../records/record.ts';
import { inventCompanyName, inventName } from '../names.ts';
import { wrongPersonalNumber } from '../personal-number.ts';
import { agePrecision, foreignCitizenships } from '../profile.ts';
import type { Random } from '../random.ts';
import { choice, due, marker, optional } from '../stated.ts';
import * as profile from './profile.ts';
import * as weights from './weights.ts';

/** Who somebody is, whatever the case. */
interface Known {
  readonly code: string;
  readonly isFemale: boolean;
  readonly citizenship: string;
  readonly birth: number;
  readonly birthPrecision: keyof typeof agePrecision;
  readonly identity: Values;
  /** First day on which a second case is plausible, and what the person was charged with before. */
  readonly freeFrom: number;
}

export interface Person {
  readonly code: string;
  readonly isCompany: boolean;
  /** At the offence; undefined of a company. */
  readonly age: number | undefined;
  readonly isForeign: boolean;
  readonly citizenship: string;
  readonly roles: readonly string[];
  /** PUBLIC_OFFICIAL. */
  readonly service: string;
  readonly isKnown: boolean;
  readonly values: Values;
  /** Direct identifiers. */
  readonly identity: Values;
}

export interface Appearance {
  readonly country: string;
  readonly offence: number;
  readonly reported: number;
  readonly isAlone: boolean;
}

export interface People {
  readonly person: (random: Random, appearance: Appearance) => Person;
  readonly company: (random: Random, country: string) => Person;
}

/** Share of persons who may come before the court again, so that few need to be remembered. */
const remembered = 0.08;

export function createPeople(): People {
  let number = 0;
  const earlier: Known[] = [];
  const nextCode = () => {
    number += 1;
    return `P-${String(number).padStart(6, '0')}`;
  };
  return {
    person(random, appearance) {
      const again = random.chance(profile.sharesOfDefendants.knownFromEarlierCase)
        ? earlier.find(({ freeFrom }) => freeFrom < appearance.offence)
        : undefined;
      if (again) earlier.splice(earlier.indexOf(again), 1);
      const known = again ?? meet(random, appearance, nextCode());
      const age = completedYears(known.birth, appearance.offence);
      if (age >= 18 && !again && random.chance(remembered)) {
        earlier.push({ ...known, freeFrom: appearance.reported + 300 });
      }
      return describe(random, known, appearance, again !== undefined);
    },
    company: (random, country) => describeCompany(random, country, nextCode()),
  };
}

function meet(random: Random, { country, offence }: Appearance, code: string): Known {
  const share = profile.sharesOfDefendants;
  const band = random.weighted(profile.ages);
  const isJuvenile = random.chance(share.juvenile);
  const age = isJuvenile ? random.between(15, 17) : random.between(Number(band), profile.ageEnds[band] ?? 74);
  const births = birthsOfAge(age, offence);
  const birth = random.between(births.earliest, births.latest);
  const isFemale = random.chance(share.female);
  const stranger = random.weighted(foreignCitizenships);
  const citizenship = random.chance(share.foreign) && stranger !== country ? stranger : country;
  const birthPrecision = random.weighted(agePrecision);
  const traits = { citizenship, isFemale, birth, birthPrecision };
  return { code, ...traits, identity: inventIdentity(random, traits), freeFrom: offence };
}

function inventIdentity(
  random: Random,
  {
    citizenship,
    isFemale,
    birth,
    birthPrecision,
  }: Pick<Known, 'citizenship' | 'isFemale' | 'birth' | 'birthPrecision'>,
): Values {
  const { first, last } = inventName(random, { citizenship, community: undefined, isFemale });
  const iso = isoDay(birth);
  const born: Record<keyof typeof agePrecision, FieldValue> = {
    day: iso,
    month: iso.slice(0, 7),
    year: iso.slice(0, 4),
    none: marker('unknown'),
  };
  const isNumbered = birthPrecision === 'day' && random.chance(0.86);
  return {
    def_first_name: first,
    def_last_name: last,
    def_personal_no: isNumbered ? wrongPersonalNumber(iso, random) : marker('unknown'),
    def_birth_date: born[birthPrecision],
  };
}

function describe(random: Random, known: Known, { country, offence, isAlone }: Appearance, isKnown: boolean): Person {
  const share = profile.sharesOfDefendants;
  const age = completedYears(known.birth, offence);
  const isJuvenile = age < 18;
  const isUnidentified = !isKnown && random.chance(share.unidentified);
  const service = isJuvenile || random.chance(0.965) ? 'no' : random.weighted(weights.services);
  const roles =
    service !== 'no' && random.chance(0.6) ? ['corrupt_official'] : choice(random, weights.roles, isAlone ? 3 : 2);
  const isAgeKnown = known.birthPrecision !== 'none' || random.chance(0.6);
  const identity: Values = isUnidentified
    ? { def_first_name: marker('unknown'), def_last_name: marker('unknown'), def_personal_no: marker('unknown') }
    : known.identity;
  return {
    code: known.code,
    isCompany: false,
    age,
    isForeign: known.citizenship !== country,
    citizenship: known.citizenship,
    roles,
    service,
    isKnown,
    identity: isUnidentified ? { ...identity, def_birth_date: marker('unknown') } : identity,
    values: {
      person_code: known.code,
      person_type: 'natural_person',
      def_sex: random.chance(0.004) ? marker('unknown') : known.isFemale ? 'female' : 'male',
      def_birth_year: isAgeKnown && random.chance(0.4) ? Number(isoDay(known.birth).slice(0, 4)) : null,
      def_age_at_offence: isAgeKnown ? age : marker('unknown'),
      def_citizenship: random.chance(0.01) ? marker('unknown') : [known.citizenship],
      def_residence_country: optional(random, ['unknown'], () => (random.chance(0.75) ? country : known.citizenship)),
      def_education: optional(random, ['unknown'], () =>
        isJuvenile ? 'lower_secondary' : random.weighted(weights.education),
      ),
      def_occupation: optional(random, ['unknown'], () =>
        random.weighted<string>(isJuvenile ? weights.occupationsOfJuvenile : weights.occupations),
      ),
      def_marital: optional(random, ['unknown'], () =>
        isJuvenile ? 'single' : random.weighted(weights.maritalStatuses),
      ),
      public_official: due(random, ['unknown'], () => service),
      prior_convictions: due(random, ['unknown'], () => priorOf(random, isKnown)),
      def_role: due(random, ['unknown'], () => roles),
      relation_to_victim: optional(random, ['unknown'], () => relationsOf(random, service)),
      was_victim_before: optional(random, ['unknown'], () => (known.isFemale && random.chance(0.16) ? 'yes' : 'no')),
    },
  };
}

function priorOf(random: Random, isKnown: boolean): string {
  if (isKnown) return random.weighted({ tip: 40, other: 25, both: 10, none: 25 });
  return random.weighted({ none: 76, other: 21, tip: 2, both: 1 });
}

function relationsOf(random: Random, service: string): readonly string[] {
  if (service !== 'no' && random.chance(0.5)) return ['official'];
  const relations = random.several(weights.relations, 2);
  return relations.includes('no_relation') ? ['no_relation'] : relations;
}

function describeCompany(random: Random, country: string, code: string): Person {
  const roles = random.several(weights.rolesOfCompany, 2);
  const citizenship = random.chance(0.9) ? country : random.weighted({ ALB: 4, MKD: 3, DEU: 2 });
  const number = `000${random.between(10_000, 99_999)}`;
  return {
    code,
    isCompany: true,
    age: undefined,
    isForeign: citizenship !== country,
    citizenship,
    roles,
    service: 'no',
    isKnown: false,
    identity: { def_last_name: inventCompanyName(random, citizenship), def_personal_no: number },
    values: {
      person_code: code,
      person_type: 'legal_person',
      def_citizenship: [citizenship],
      def_residence_country: citizenship,
      prior_convictions: due(random, ['unknown'], () => 'none'),
      def_role: roles,
      relation_to_victim: optional(random, ['unknown'], () => random.several(weights.relationsOfCompany, 1)),
    },
  };
}
