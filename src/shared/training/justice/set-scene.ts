/** What an invented case is about, before anything is known of its defendants. */
import { isoDay } from '../../records/partial-date.ts';
import { destinations, type Form, foreignCitizenships, formProfiles, forms, ordinary } from '../profile.ts';
import type { Random } from '../random.ts';
import { marker } from '../stated.ts';
import { planCourse } from './course.ts';
import * as profile from './profile.ts';
import { createRows } from './rows.ts';
import type { Desk, Offence, Scene } from './scene.ts';
import { spread } from './spread.ts';

export interface Report {
  readonly reported: number;
  readonly office: string;
  readonly registryNo: string;
  /** Number of the case to which this one was joined. */
  readonly joinedTo: number | undefined;
}

/** Draws everything about a case that its defendants have in common. */
export function setScene(desk: Desk, { reported, office, joinedTo }: Report): Scene {
  const { random, today, courts } = desk;
  const joint = planCourse(random, reported, today);
  const end = reported - random.between(1, 60);
  const start = Math.min(end, reported - spread(random, profile.days.offenceBeforeReport));
  const main = random.weighted(forms);
  const second = random.chance(0.15) ? random.weighted(forms) : main;
  // Nobody is suspected yet of what was reported lately.
  const isUnsolved = today - reported < 120 && random.chance(profile.shares.withoutDefendant * 4);
  const defendants = isUnsolved ? 0 : Number(random.weighted(profile.defendantsPerCase));
  const isCrossBorder = random.chance(profile.shares.crossBorder);
  const isInwards = isCrossBorder && random.chance(0.55);
  const isOrganised = defendants >= 3 && random.chance(0.4);
  return {
    ...desk,
    rows: createRows(random),
    joint: joinedTo === undefined ? joint : { ...joint, outcome: 'transferred', stuckAt: undefined, again: undefined },
    offence: { start, end, ...stated(random, start, reported) },
    forms: main === second ? [main] : [main, second],
    isTrafficking: !random.chance(profile.shares.withoutTrafficking),
    court: courts.first(random, reported, office),
    isBeforeSpecialCourt: isOrganised && random.chance(0.6),
    isOrganised,
    isCrossBorder,
    isInwards,
    abroad: isCrossBorder ? countriesAbroad(desk, isInwards) : [],
    ...victimsOf(random, main),
    defendants,
  };
}

function stated(random: Random, start: number, reported: number): Pick<Offence, 'statedStart' | 'lawOn'> {
  const precision = random.weighted(profile.offencePrecision);
  const iso = isoDay(start);
  if (precision === 'unknown') return { statedStart: marker('unknown'), lawOn: reported };
  const length = { day: 10, month: 7, year: 4 }[precision];
  return { statedStart: iso.slice(0, length), lawOn: start };
}

/** Where victims are brought from, or to. */
function countriesAbroad({ random, country }: Desk, isInwards: boolean): readonly string[] {
  const one = isInwards ? random.weighted<string>(foreignCitizenships) : random.weighted<string>(destinations);
  const two = random.chance(0.2) ? [random.weighted<string>(destinations)] : [];
  const others = [...new Set([one, ...two])].filter((each) => each !== country && each !== 'STATELESS');
  return others.length > 0 ? others : [country === 'ALB' ? 'ITA' : 'ALB'];
}

function victimsOf(random: Random, form: Form): { readonly adults: number; readonly children: number } {
  if (random.chance(profile.shares.withoutVictim)) return { adults: 0, children: 0 };
  const bands = Object.entries((formProfiles[form] ?? ordinary).ages);
  const all = bands.reduce((sum, [, weight]) => sum + weight, 0);
  const young = bands.reduce((sum, [age, weight]) => (Number(age) < 18 ? sum + weight : sum), 0);
  const victims = Number(random.weighted({ 1: 56, 2: 20, 3: 10, 4: 6, 6: 4, 9: 2, 14: 1 }));
  let children = 0;
  for (let victim = 0; victim < victims; victim++) if (random.chance(young / all)) children += 1;
  return { adults: victims - children, children };
}
