/** The invented person behind one or more registrations. */
import { birthsOfAge } from '../records/age.ts';
import { isoDay } from '../records/partial-date.ts';
import type { FieldValue, Values } from '../records/record.ts';
import { inventName, streets } from './names.ts';
import { wrongPersonalNumber } from './personal-number.ts';
import {
  agePrecision,
  type Form,
  foreignCitizenships,
  formProfiles,
  forms,
  ordinary,
  routes,
  sexRare,
} from './profile.ts';
import type { Random } from './random.ts';
import type { TrainingReference } from './training-record.ts';

export interface Person {
  readonly sex: FieldValue;
  readonly form: Form;
  readonly route: keyof typeof routes;
  readonly citizenship: string;
  readonly birth: number;
  readonly birthPrecision: keyof typeof agePrecision;
  readonly community: string | undefined;
  readonly identity: Values;
}

const bandEnd: Readonly<Record<string, number>> = { 0: 11, 12: 14, 15: 17, 18: 24, 25: 34, 35: 49, 50: 71 };

/** A person who is met for the first time on a day. */
export function createPerson(random: Random, contact: number, country: string, reference: TrainingReference): Person {
  const form = random.weighted(forms);
  const profile = formProfiles[form] ?? ordinary;
  const route = random.weighted(routes);
  const isForeign = route === 'inwards' || route === 'elsewhere' || random.chance(0.03);
  const stranger = random.weighted(foreignCitizenships);
  const citizenship = isForeign && stranger !== country ? stranger : country;
  const band = random.weighted(profile.ages);
  const age = random.between(Number(band), bandEnd[band] ?? Number(band));
  const births = birthsOfAge(age, contact);
  const birth = random.between(births.earliest, births.latest);
  const isFemale = random.chance(profile.female);
  const sex = random.chance(sexRare) ? 'other_or_non_binary' : isFemale ? 'female' : 'male';
  const community = citizenship === country && reference.ETHN.length > 0 ? random.pick(reference.ETHN).code : undefined;
  const birthPrecision = random.weighted(agePrecision);
  const identity = inventIdentity(random, { citizenship, community, isFemale, birth, birthPrecision });
  return {
    sex: random.chance(0.003) ? { missing: 'unknown' } : sex,
    form,
    route,
    citizenship,
    birth,
    birthPrecision,
    community,
    identity,
  };
}

interface Traits {
  readonly citizenship: string;
  readonly community: string | undefined;
  readonly isFemale: boolean;
  readonly birth: number;
  readonly birthPrecision: keyof typeof agePrecision;
}

function inventIdentity(random: Random, traits: Traits): Values {
  const birth = isoDay(traits.birth);
  const born: Record<keyof typeof agePrecision, FieldValue> = {
    day: birth,
    month: birth.slice(0, 7),
    year: birth.slice(0, 4),
    none: { missing: random.chance(0.8) ? 'unknown' : 'refused' },
  };
  const { first, last } = inventName(random, traits);
  return {
    first_name: first,
    last_name: last,
    national_id:
      traits.birthPrecision === 'day' && random.chance(0.8)
        ? wrongPersonalNumber(birth, random)
        : { missing: 'unknown' },
    contact_details: random.chance(0.6)
      ? `${random.pick(streets)} ${random.between(1, 99)}, +000 00 ${random.between(100, 999)} ${random.between(100, 999)}`
      : null,
    date_of_birth: born[traits.birthPrecision],
  };
}
