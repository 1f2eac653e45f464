/** Recruitment, journey and exploitation of one invented trafficking. */
import type { FieldValue, GroupRow, Values } from '../records/record.ts';
import type { Person } from './person.ts';
import { destinations, type Form, formProfiles, forms, ordinary, transits } from './profile.ts';
import type { Random } from './random.ts';
import { choice, due, marker, optional, statedDay } from './stated.ts';
import type { Timeline } from './timeline.ts';
import type { TrainingReference } from './training-record.ts';
import * as weights from './weights.ts';

export interface Route {
  readonly recruited: string;
  readonly through: readonly string[];
  readonly exploited: string;
}

export interface Scene {
  readonly random: Random;
  readonly country: string;
  readonly reference: TrainingReference;
  readonly person: Person;
  readonly timeline: Timeline;
  readonly route: Route;
  readonly isEarly: boolean;
  readonly isChild: boolean;
  /** A new row of a repeating group. */
  readonly row: (values: Values) => GroupRow;
}

/** Where one person was recruited and exploited, and the countries between. */
export function createRoute(random: Random, person: Person, country: string): Route {
  const home = person.citizenship === 'STATELESS' ? country : person.citizenship;
  if (person.route === 'internal') return { recruited: country, through: [], exploited: country };
  const through = random.chance(0.25) ? [random.weighted(transits)] : [];
  const away = random.weighted(destinations);
  const [recruited, exploited] = person.route === 'inwards' ? [home, country] : [home, away];
  if (recruited === exploited) return { recruited, through: [], exploited };
  return { recruited, through: through.filter((code) => code !== recruited && code !== exploited), exploited };
}

const municipality = ({ random, reference }: Scene): FieldValue =>
  reference.MUNI.length === 0 ? null : optional(random, ['unknown'], () => random.pick(reference.MUNI).code);

/** Answers about recruitment. */
export function recruitment(scene: Scene): Values {
  const { random, timeline, route, isChild } = scene;
  const methods = choice(random, weights.recruitmentMethods, 2);
  const real = choice(random, weights.means, 3);
  return {
    recruitment_date: statedDay(random, timeline.recruitment),
    recruitment_country: due(random, ['unknown', 'not_asked'], () => route.recruited),
    recruitment_municipality: municipality(scene),
    reason_for_leaving: optional(random, ['unknown', 'refused'], () =>
      choice(random, weights.reasons, 2, ['did_not_leave_home']),
    ),
    recruitment_method: due(random, ['unknown', 'refused'], () => methods),
    online_platform: due(random, ['unknown', 'not_asked'], () => choice(random, weights.platforms, 2)),
    promised_activity: optional(random, ['unknown', 'refused'], () => choice(random, weights.promises, 2, ['none'])),
    promised_destination: optional(random, ['unknown'], () => route.exploited),
    acts: choice(random, weights.acts, 3),
    means: isChild && random.chance(0.5) ? ['none_needed_child'] : real,
    debt_amount: optional(random, ['unknown', 'refused'], () =>
      random.chance(0.7) ? 0 : random.between(100, 12_000) + random.between(0, 99) / 100,
    ),
    sold_times: optional(random, ['unknown', 'refused'], () => Number(random.weighted({ 0: 80, 1: 14, 2: 4, 3: 2 }))),
  };
}

/** Who recruited: one row, sometimes two. */
export function recruiters({ random, person, row }: Scene): readonly GroupRow[] {
  return Array.from({ length: random.chance(0.15) ? 2 : 1 }, () =>
    row({
      recruiter_relationship: due(random, ['unknown', 'refused'], () => random.weighted(weights.relationships)),
      recruiter_sex: optional(random, ['unknown'], () => random.weighted({ male: 70, female: 30 })),
      recruiter_citizenship: optional(random, ['unknown'], () => person.citizenship),
    }),
  );
}

/** The legs of the journey, one after the other; within one country there is often none. */
export function journey({ random, route, timeline, row, isChild }: Scene): readonly GroupRow[] {
  const stops = [route.recruited, ...route.through, route.exploited];
  const isInternal = route.recruited === route.exploited;
  if (isInternal && random.chance(0.6)) return [];
  return stops.slice(1).map((to, index) => {
    const from = stops[index] ?? to;
    const papers = random.weighted(weights.documents);
    const hasPapers = papers !== 'none';
    return row({
      leg_from_country: from,
      leg_to_country: to,
      leg_date: optional(random, ['unknown', 'refused'], () =>
        statedDay(random, Math.min(timeline.contact, timeline.recruitment + random.between(0, 3) + index)),
      ),
      transport_mode: optional(random, ['unknown'], () => choice(random, weights.transports, 2)),
      border_crossing: from === to ? 'no_border' : due(random, ['unknown'], () => random.weighted(weights.crossings)),
      border_point: null,
      travel_document: optional(random, ['unknown'], () => papers),
      document_status: hasPapers ? null : optional(random, ['unknown'], () => 'none'),
      accompanied_by: optional(random, ['unknown'], () =>
        choice(random, isChild ? weights.companionsOfChild : weights.companions, 2, ['alone']),
      ),
    });
  });
}

/** Episodes of exploitation within the time between recruitment and first contact. */
export function exploitation(scene: Scene, several: boolean): readonly GroupRow[] {
  const { random, timeline, route, person } = scene;
  const count = several ? (random.chance(0.2) ? 3 : 2) : 1;
  const span = timeline.contact - timeline.recruitment;
  const slice = Math.floor(span / count);
  return Array.from({ length: count }, (_, index) => {
    const begin = timeline.recruitment + index * slice;
    const start = begin + random.between(0, Math.floor(slice / 3));
    const end = random.between(start, begin + slice);
    const form = index === 0 || random.chance(0.5) ? person.form : random.weighted(forms);
    const more = random.chance(0.12) ? random.weighted(forms) : form;
    return scene.row(episode(scene, form === more ? [form] : [form, more], start, end, route.exploited));
  });
}

function episode(scene: Scene, chosen: readonly Form[], start: number, end: number, country: string): Values {
  const { random } = scene;
  const profile = (chosen[0] && formProfiles[chosen[0]]) ?? ordinary;
  const isWork = chosen.some((form) => form === 'forced_labour_or_services' || form === 'domestic_servitude');
  return {
    exploitation_country: random.chance(0.02) ? marker('unknown') : country,
    exploitation_municipality: municipality(scene),
    exploitation_start: statedDay(random, start),
    exploitation_end: optional(random, ['unknown', 'not_asked'], () => statedDay(random, end)),
    exploitation_forms: chosen,
    exploitation_subtype: optional(random, ['unknown'], () => choice(random, profile.subtypes, 2)),
    venue: optional(random, ['unknown'], () => choice(random, profile.venues, 2)),
    control_methods: optional(random, ['unknown', 'refused'], () => choice(random, weights.controls, 5)),
    freedom_of_movement: optional(random, ['unknown', 'refused'], () => random.weighted(weights.freedoms)),
    hours_per_week: isWork ? optional(random, ['unknown', 'refused'], () => random.between(40, 98)) : null,
    earnings_kept: optional(random, ['unknown', 'refused'], () => random.weighted(weights.earnings)),
    exploiter_relationship: optional(random, ['unknown', 'refused'], () => random.weighted(weights.relationships)),
  };
}

/** How far it went, and the way out. */
export function outcome({ random, isEarly, person }: Scene): Values {
  return {
    exploitation_stage: isEarly ? 'not_yet_exploited' : 'exploited',
    intended_forms: [person.form],
    exit_mode: isEarly
      ? random.weighted(weights.earlyExits)
      : due(random, ['unknown'], () => random.weighted(weights.exits)),
  };
}
