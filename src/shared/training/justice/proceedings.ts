/** The steps against one invented defendant as they stand in the rows of a case. */
import { detentionMeasures } from '../../dictionary/registers/justice/investigation.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { FieldValue, Values } from '../../records/record.ts';
import { due, optional } from '../stated.ts';
import { chargesAgainst } from './charges.ts';
import { type Course, proceed } from './course.ts';
import { addJudgments } from './judgments.ts';
import type { Person } from './people.ts';
import * as profile from './profile.ts';
import type { Scene } from './scene.ts';
import * as weights from './weights.ts';

export interface Defended {
  readonly row: string;
  readonly person: Person;
  readonly course: Course;
  /** A term of imprisonment may lie outside the range of the article. */
  readonly isOutsideRange: boolean;
}

const dayOrNull = (day: number | undefined): FieldValue => (day === undefined ? null : isoDay(day));

/** Adds a defendant with everything that has happened to him by today. */
export function addDefendant(scene: Scene, person: Person, isMain: boolean): Defended {
  const { random, rows, joint } = scene;
  const share = profile.sharesOfDefendants;
  const charges = chargesAgainst(scene, person);
  const isFugitive = !person.isCompany && random.chance(share.fugitive + share.inAbsence);
  const isTriedInAbsence = isFugitive && random.chance(share.inAbsence / (share.fugitive + share.inAbsence));
  const isDead = !person.isCompany && random.chance(share.deceased);
  const accused = { isCompany: person.isCompany, isMain, isFugitive, isTriedInAbsence, isDead, charges };
  const course = proceed(random, joint, accused);
  const row = rows.add('defendant', person.values);
  for (const { start, end, outcome, reason } of course.investigations) {
    const values = { investigation_start: isoDay(start), investigation_end: dayOrNull(end) };
    const result = { investigation_outcome: outcome ?? null, discontinued_reason: reason ?? null };
    rows.add('investigation', { ...values, ...result }, row);
  }
  if (!person.isCompany && !isFugitive) addCustody(scene, course, row);
  if (course.indicted === undefined) return { row, person, course, isOutsideRange: false };
  const indicted = isoDay(course.indicted);
  rows.add('indictment', { indictment_date: indicted, indictment_confirmed: course.confirmed ?? null }, row);
  const charged = charges.map((charge) => ({ ...charge, row: rows.add('charge', charge.values, row) }));
  const isJuvenile = person.age !== undefined && person.age < 18;
  for (const trial of course.trials) rows.add('trial', trialOf(scene, trial, course, isJuvenile), row);
  const isOutsideRange = addJudgments(scene, { person, course, row, charges: charged });
  for (const appeal of course.appeals) rows.add('appeal', appealOf(scene, appeal), row);
  return { row, person, course, isOutsideRange };
}

function addCustody({ random, rows, today }: Scene, course: Course, row: string): void {
  const [investigation] = course.investigations;
  if (!investigation || !random.chance(profile.sharesOfDefendants.arrested)) return;
  const last = Math.min(today, investigation.end ?? today);
  const arrest = Math.min(last, investigation.start + random.between(0, 25));
  const measures = random.chance(0.1) ? ['none'] : random.several(weights.measures, 3);
  const isDetained = measures.some((measure) => (detentionMeasures as readonly string[]).includes(measure));
  const judged = course.chains[0]?.judgments[0]?.day;
  const longest = Math.min(720, (judged ?? today) - arrest);
  const isCounted = judged !== undefined || random.chance(0.4);
  const isShort = measures.length === 1 && measures.includes('police_detention');
  const least = Math.min(1, longest);
  rows.add(
    'custody',
    {
      arrest_date: isoDay(arrest),
      custody_measure: measures,
      custody_days: isDetained && isCounted ? random.between(least, isShort ? Math.min(2, longest) : longest) : null,
    },
    row,
  );
}

function trialOf(scene: Scene, trial: Course['trials'][number], course: Course, isJuvenile: boolean): Values {
  const { random, courts, today } = scene;
  const { start, instance, plea, isInAbsence } = trial;
  const isFirst = instance === 'first';
  const court = isFirst ? scene.court : courts.above(random, start);
  const judgments = course.chains.flatMap((chain) => chain.judgments.map(({ day }) => day));
  const last = Math.min(today, ...judgments.filter((day) => day >= start));
  // A hearing every three weeks or so.
  const hearings = random.between(1, Math.min(24, 1 + Math.ceil((last - start) / 20)));
  return {
    court,
    court_level: levelOf(scene, isFirst, isJuvenile),
    trial_instance: instance,
    trial_start: isoDay(start),
    hearings_count: optional(random, ['unknown'], () => hearings),
    hearings_postponed: optional(random, ['unknown'], () => random.between(0, Math.ceil(hearings / 2))),
    plea: isFirst ? due(random, ['unknown'], () => plea) : null,
    tried_in_absentia: isFirst ? (isInAbsence ? 'yes' : due(random, ['unknown'], () => 'no')) : null,
  };
}

function levelOf({ isBeforeSpecialCourt }: Scene, isFirst: boolean, isJuvenile: boolean): string {
  if (!isFirst) return 'appeal';
  if (isJuvenile) return 'juvenile';
  return isBeforeSpecialCourt ? 'special' : 'basic';
}

function appealOf({ random, courts }: Scene, { kind, by, filed, decided, outcome }: Course['appeals'][number]): Values {
  return {
    appeal_kind: kind,
    appeal_by: by,
    appeal_date: isoDay(filed),
    appeal_court: courts.above(random, filed),
    appeal_decision_date: dayOrNull(decided),
    appeal_outcome: outcome,
  };
}
