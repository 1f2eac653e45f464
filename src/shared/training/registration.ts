/** One invented registration of a person: every section put together, derived and settled. */

import { ageGroup, isChildGroup } from '../dictionary/registers/victims/age.ts';
import { victims } from '../dictionary/registers/victims/register.ts';
import { settle } from '../dictionary/settle.ts';
import type { EarlierRegistration, GroupRow, RuleContext, RuleSubject, Values } from '../records/record.ts';
import { age, background, consent, decisions, registration } from './background.ts';
import { assistance, homecoming, identification, referrals, reintegration } from './care.ts';
import type { Institutions } from './institutions.ts';
import type { Person } from './person.ts';
import { claims, justice } from './proceedings.ts';
import { shares } from './profile.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';
import { exploitation, journey, outcome, type Route, recruiters, recruitment, type Scene } from './trafficking.ts';
import type { TrainingPlan, TrainingReference } from './training-record.ts';

export interface Setting {
  readonly random: Random;
  readonly plan: TrainingPlan;
  readonly reference: TrainingReference;
  readonly institutions: Institutions;
  /** Milliseconds of a day number, for ids. */
}

/** One trafficking of a person; two bodies may register the same one. */
export interface Episode {
  readonly timeline: Timeline;
  readonly route: Route;
  readonly isEarly: boolean;
  readonly relation: 'first_registration' | 'new_trafficking' | 'same_trafficking';
  readonly number: number;
  readonly timesTrafficked: number;
}

/** The context in which the rules see an invented record. */
export function contextOf(
  { plan, institutions }: Pick<Setting, 'plan' | 'institutions'>,
  earlier: readonly EarlierRegistration[],
): RuleContext {
  return {
    today: plan.today,
    ownCountry: plan.country,
    institution: (id) => {
      const found = institutions.find(id);
      return found && { ...found, type: found.type ?? 'other', country: found.country ?? plan.country };
    },
    inUse: (list, code) => (list === 'INST' ? institutions.find(code) : undefined),
    otherRegistrations: earlier,
    likelyDuplicates: [],
  };
}

/** A whole registration that satisfies every rule. */
export function createRegistration(
  setting: Setting,
  person: Person,
  episode: Episode,
  earlier: readonly EarlierRegistration[],
): RuleSubject {
  const { random, plan, institutions } = setting;
  const { timeline, route, isEarly } = episode;
  const identified = countryOfIdentification(random, person, route, plan.country);
  const reference = timeline.formal ?? timeline.contact;
  const stated = age(random, { person }, reference);
  const scene: Scene = {
    random,
    country: plan.country,
    reference: setting.reference,
    person,
    timeline,
    route,
    isEarly,
    isChild: isChildAt(stated, reference),
    row: (values): GroupRow => ({ id: random.uuid(), values }),
  };
  const agreed = consent(scene);
  const given = assistance(scene, institutions);
  const law = justice(scene);
  const values: Values = {
    episode_no: episode.number,
    episode_relation: episode.relation,
    ...registration(scene, institutions),
    ...agreed.values,
    ...stated,
    ...background(scene, identified),
    ...recruitment(scene),
    ...outcome(scene),
    ...identification(scene, institutions, identified),
    ...given.values,
    ...homecoming(scene, identified),
    ...trafficked(random, episode),
    ...law,
  };
  const groups = {
    status_decision: decisions(scene, institutions),
    recruiter: recruiters(scene),
    journey_leg: journey(scene),
    exploitation: isEarly ? [] : exploitation(scene, random.chance(shares.secondEpisode)),
    referral: referrals(scene, institutions),
    service: given.services,
    reintegration_entry: reintegration(scene),
    compensation_claim: law['compensation_claimed'] === 'yes' ? claims(scene) : [],
  };
  const subject: RuleSubject = {
    entity: 'victim',
    id: random.uuid(),
    values,
    groups,
    ...(agreed.keepsIdentity ? { identity: person.identity } : {}),
  };
  return settle(victims, subject, contextOf(setting, earlier));
}

// The same question that the program will ask of the finished record.
function isChildAt(stated: Values, reference: number): boolean {
  const day = new Date(reference * 86_400_000).toISOString().slice(0, 10);
  return isChildGroup(ageGroup({ ...stated, identification_date: day })) === true;
}

function countryOfIdentification(random: Random, person: Person, route: Route, country: string): string {
  return person.route === 'outwards' && random.chance(0.55) ? route.exploited : country;
}

function trafficked(random: Random, episode: Episode): Values {
  if (episode.timesTrafficked > 1) return { re_trafficked: 'yes', times_trafficked: episode.timesTrafficked };
  if (random.chance(0.1)) return { re_trafficked: { missing: random.chance(0.7) ? 'unknown' : 'not_asked' } };
  if (random.chance(0.06)) return { re_trafficked: 'yes', times_trafficked: random.between(2, 3) };
  return { re_trafficked: 'no' };
}
