/** One whole invented case: everything that has happened in it by today, derived and settled. */
import { justice } from '../../dictionary/registers/justice/register.ts';
import { settle } from '../../dictionary/settle.ts';
import { yearOfDay } from '../../records/partial-date.ts';
import type { RuleContext, RuleSubject, Values } from '../../records/record.ts';
import { addAssets, addClaims, endsOf } from './money.ts';
import { addDefendant } from './proceedings.ts';
import * as profile from './profile.ts';
import type { Desk } from './scene.ts';
import { type Report, setScene } from './set-scene.ts';
import { addCooperation, addVictims, caseValues } from './surroundings.ts';

export interface Invented {
  readonly subject: RuleSubject;
  /** Whether a soft rule may speak of it. */
  readonly isRemarkable: boolean;
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
    const added = addDefendant(scene, person, index === 0);
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
      ...caseValues(scene, report, { isInquired, isInvestigated: ends.investigated !== undefined }),
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
