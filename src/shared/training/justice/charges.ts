/** What a defendant of an invented case is charged with. */
import { traffickingOffences } from '../../dictionary/registers/justice/charges.ts';
import type { FieldValue, Values } from '../../records/record.ts';
import { marker } from '../stated.ts';
import type { TrainingArticle } from '../training-record.ts';
import type { Person } from './people.ts';
import type { Scene } from './scene.ts';
import * as weights from './weights.ts';

export interface Charge {
  readonly offence: string;
  readonly isTrafficking: boolean;
  readonly article: TrainingArticle | undefined;
  readonly values: Values;
}

/** The charges against one defendant, the heaviest first. */
export function chargesAgainst(scene: Scene, person: Person): readonly Charge[] {
  const { random } = scene;
  const offences = new Set<string>();
  const isOnlyClient = person.roles.includes('client_user_of_services') && person.roles.length === 1;
  const isCharged = scene.isTrafficking && !isOnlyClient && !(person.isCompany && random.chance(0.5));
  if (isCharged) for (const offence of traffickingBy(scene, person)) offences.add(offence);
  if (isOnlyClient) offences.add('use_of_services_of_victim');
  const near = person.isCompany ? weights.nearOffencesOfCompany : weights.nearOffences;
  if (offences.size === 0 || random.chance(0.34)) offences.add(random.weighted<string>(near));
  if (scene.isOrganised && random.chance(0.35)) offences.add('organised_crime_participation');
  if (person.service !== 'no' && random.chance(0.7)) offences.add('corruption');
  const { laws } = scene;
  const day = scene.offence.lawOn;
  const named = [...offences].flatMap((offence) => {
    const article = laws.articleOn(random, offence, day);
    return article ? [chargeOf(scene, person, offence, article)] : [];
  });
  if (named.length > 0) return named;
  // Where the law of that day knows none of these offences, it is charged by what it does know.
  const article = laws.anyOn(random, day);
  return [chargeOf(scene, person, article?.type ?? 'other', article)];
}

function traffickingBy({ random, isOrganised, children, adults }: Scene, { service }: Person): readonly string[] {
  if (service !== 'no' && random.chance(0.6)) return ['trafficking_by_official'];
  if (isOrganised && random.chance(0.6)) return ['trafficking_organised_group'];
  if (children === 0) return ['trafficking_base'];
  const both = adults > 0 && random.chance(0.3);
  return both ? ['trafficking_of_child', 'trafficking_base'] : ['trafficking_of_child'];
}

function chargeOf(scene: Scene, person: Person, offence: string, article: TrainingArticle | undefined): Charge {
  const { random, forms, adults, children, defendants } = scene;
  const isTrafficking = traffickingOffences.includes(offence);
  const hasVictims = adults + children > 0;
  const completion = hasVictims || !isTrafficking ? weights.completions : weights.completionsWithoutVictim;
  const isLed = person.roles.includes('organiser_leader');
  const together = isLed
    ? { organiser: 1 }
    : person.isCompany
      ? weights.participationsOfCompany
      : weights.participationsTogether;
  return {
    offence,
    isTrafficking,
    article,
    values: {
      charge_offence: offence,
      completion: random.weighted<string>(completion),
      participation: random.weighted<string>(defendants > 1 ? together : weights.participations),
      legal_article: article?.code ?? null,
      charge_form: isTrafficking ? formOf(scene, forms) : null,
    },
  };
}

function formOf({ random }: Scene, forms: readonly string[]): FieldValue {
  return random.chance(0.02) ? marker('unknown') : random.pick(forms);
}
