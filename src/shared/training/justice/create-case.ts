/** One whole invented case: everything that has happened in it by today, derived and settled. */
import { justice } from '../../dictionary/registers/justice/register.ts';
import { settle } from '../../dictionary/settle.ts';
import { isoDay, yearOfDay } from '../../records/partial-date.ts';
import type { RuleContext, RuleSubject, Values } from '../../records/record.ts';
import { destinations, type Form, foreignCitizenships, formProfiles, forms, ordinary } from '../profile.ts';
import type { Random } from '../random.ts';
import { marker } from '../stated.ts';
import { planCourse } from './course.ts';
import { addAssets, addClaims, endsOf } from './money.ts';
import { addDefendant } from './proceedings.ts';
import * as profile from './profile.ts';
import { createRows } from './rows.ts';
import type { Desk, Offence, Scene } from './scene.ts';
import { spread } from './spread.ts';
import { addCooperation, addVictims, caseValues } from './surroundings.ts';

export interface Invented {
  readonly subject: RuleSubject;
  /** Whether a soft rule may speak of it. */
  readonly isRemarkable: boolean;
}

interface Report {
  readonly reported: number;
  readonly office: string;
  readonly registryNo: string;
  /** Number of the case to which this one was joined. */
  readonly joinedTo: number | undefined;
}

export const officeOn = ({ random, institutions }: Desk, day: number): string =>
  institutions.active(random, day, ['prosecutor']);

export const yearOf = yearOfDay;

/** A case that was reported on a day. */
export function createCase(desk: Desk, context: RuleContext, report: Report): Invented {
  const { random } = desk;
  const scene = setScene(desk, report);
  const { rows, joint, offence } = scene;
  const identities: Record<string, Values> = {};
  const defended = Array.from({ length: scene.defendants }, (_, index) => {
    const share = index === 0 ? 0.02 : profile.sharesOfDefendants.company * 1.5;
    const person = random.chance(share)
      ? desk.people.company(random, desk.country)
      : desk.people.person(random, {
          country: desk.country,
          offence: offence.start,
          reported: report.reported,
          isAlone: scene.defendants === 1,
        });
    const added = addDefendant(scene, person, index === 0, report.office);
    identities[added.row] = person.identity;
    return added;
  });
  const ends = endsOf(defended);
  addClaims(scene, ends, addAssets(scene, ends));
  addVictims(scene);
  addCooperation(scene);
  const isInquired = ends.investigated !== undefined || desk.today - report.reported > random.between(1, 30);
  const subject: RuleSubject = {
    entity: 'case',
    id: random.uuid(),
    values: {
      ...caseValues(scene, report.office, report.registryNo, isInquired),
      joined_to_case: report.joinedTo ?? null,
    },
    groups: rows.groups,
    rowIdentities: identities,
  };
  return {
    subject: settle(justice, subject, context),
    isRemarkable: joint.stuckAt !== undefined || defended.some(({ isOutsideRange }) => isOutsideRange),
  };
}

function setScene(desk: Desk, { reported, joinedTo }: Report): Scene {
  const { random, today } = desk;
  const joint = planCourse(random, reported, today);
  const end = reported - random.between(1, 60);
  const start = Math.min(end, reported - spread(random, profile.days.offenceBeforeReport));
  const main = random.weighted(forms);
  const second = random.chance(0.15) ? random.weighted(forms) : main;
  // Nobody is suspected yet of what was reported lately.
  const isUnsolved = today - reported < 120 && random.chance(profile.shares.withoutDefendant * 4);
  const defendants = isUnsolved ? 0 : Number(random.weighted(profile.defendantsPerCase));
  const isCrossBorder = random.chance(profile.shares.crossBorder);
  return {
    ...desk,
    rows: createRows(random),
    joint: joinedTo === undefined ? joint : { ...joint, outcome: 'transferred', stuckAt: undefined, again: undefined },
    offence: { start, end, ...stated(random, start, reported) },
    forms: main === second ? [main] : [main, second],
    isTrafficking: !random.chance(profile.shares.withoutTrafficking),
    isOrganised: defendants >= 3 && random.chance(0.4),
    isCrossBorder,
    abroad: isCrossBorder ? countriesAbroad(desk) : [],
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

function countriesAbroad({ random, country }: Desk): readonly string[] {
  const one = random.chance(0.5) ? random.weighted<string>(destinations) : random.weighted<string>(foreignCitizenships);
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
