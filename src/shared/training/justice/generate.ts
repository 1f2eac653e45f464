/** Invented cases of the justice register: the same plan gives the same cases, whoever asks. */
import { statedDates } from '../../dictionary/registers/justice/rules/dates.ts';
import { joinIdentities } from '../../records/identity.ts';
import { dayNumber, isoDay } from '../../records/partial-date.ts';
import { textOf } from '../../records/read-value.ts';
import type { RuleContext, RuleSubject } from '../../records/record.ts';
import { createInstitutions } from '../institutions.ts';
import { createRandom } from '../random.ts';
import { standInInstitutionsOfJustice } from '../stand-in-institutions.ts';
import { createContactDays } from '../timeline.ts';
import type { TrainingGenerator, TrainingPlan, TrainingRecord } from '../training-record.ts';
import { addFlaw, findingsOf, isIndicted, leaveUnfinished } from './afterwards.ts';
import { contextOf } from './context.ts';
import { createCourts } from './courts.ts';
import { createCase, type Invented, officeOn, yearOf } from './create-case.ts';
import { createLaws } from './laws.ts';
import { createPeople } from './people.ts';
import { shares } from './profile.ts';
import { createRegistry } from './registry.ts';
import type { Desk } from './scene.ts';
import { standInArticles } from './stand-in-articles.ts';

/** As many invented cases as planned, in the order in which they were reported. */
export function* generateCases(plan: TrainingPlan): Iterable<TrainingRecord> {
  const today = dayNumber(plan.today);
  if (today === undefined || plan.reference.INST.length === 0)
    throw new Error('no day or no institution to invent from');
  const random = createRandom(plan.seed);
  const institutions = createInstitutions(plan.reference.INST);
  const desk: Desk = {
    random,
    today,
    country: plan.country,
    reference: { MUNI: [], ETHN: [], LANG: [], ARTICLE: [], ...plan.reference },
    institutions,
    courts: createCourts(plan.reference.INST, institutions),
    laws: createLaws(plan.reference.ARTICLE ?? []),
    people: createPeople(),
  };
  const context = contextOf(plan);
  const reportDay = createContactDays(today, plan.today);
  const days = Array.from({ length: plan.records }, () => reportDay(random)).toSorted((a, b) => a - b);
  const register = createRegistry(plan.country);
  /** Running numbers, as the program will give them, and those of the last cases to which another may be joined. */
  let number = 0;
  const latest: number[] = [];
  for (const reported of days) {
    const office = officeOn(desk, reported);
    const joinedTo = latest.length > 0 && random.chance(shares.joined) ? random.pick(latest) : undefined;
    const registryNo = register(random, office, yearOf(reported));
    const record = finish(desk, context, createCase(desk, context, { reported, office, registryNo, joinedTo }));
    if (record.numbered) number += 1;
    if (record.state !== 'draft' && !record.binned && joinedTo === undefined) latest.push(number);
    if (latest.length > 12) latest.shift();
    yield record;
  }
}

function finish(desk: Desk, context: RuleContext, { subject: whole, isRemarkable }: Invented): TrainingRecord {
  const { random, today } = desk;
  const reported = dayNumber(textOf(whole.values, 'report_date') ?? '') ?? today;
  const isFresh = today - reported < 40;
  const isDraft = !isIndicted(whole) && random.chance(isFresh ? 0.4 : shares.draft);
  const numbered = !isDraft || !random.chance(shares.draftWithoutNumber);
  const isFlawed = !isDraft && random.chance(shares.confirmed);
  const subject = isDraft
    ? leaveUnfinished(random, whole, context)
    : isFlawed
      ? addFlaw(random, whole, context)
      : whole;
  const findings = !isDraft && (isRemarkable || isFlawed) ? findingsOf(subject, context) : [];
  const state = isDraft
    ? 'draft'
    : isFresh
      ? 'complete'
      : random.chance(shares.returned)
        ? 'returned_for_correction'
        : random.chance(shares.verified)
          ? 'verified'
          : 'complete';
  const enteredOn = random.between(reported, Math.min(today, reported + 10));
  const lastDay = Math.max(enteredOn, lastStep(subject, today));
  const savedOn = random.between(lastDay, Math.min(today, lastDay + 14));
  return {
    entity: 'case',
    id: subject.id,
    content: { values: subject.values, groups: subject.groups },
    identity: joinIdentities(subject.rowIdentities ?? {}),
    state,
    archived: state === 'verified' && isLongClosed(subject, today) && random.chance(shares.archived),
    binned: random.chance(shares.binned),
    numbered,
    sameCodeAs: null,
    enteredOn: isoDay(enteredOn),
    savedOn: isoDay(savedOn),
    findings,
    confirmed: [...new Set(findings.map(({ rule }) => rule))],
  };
}

/** The last day of which the case speaks, the day on which the record was then changed. */
const lastStep = (subject: RuleSubject, today: number): number =>
  statedDates(subject).reduce(
    (last, { isOfVault, latest }) => (isOfVault || latest > today ? last : Math.max(last, latest)),
    0,
  );

function isLongClosed({ values }: RuleSubject, today: number): boolean {
  const closed = dayNumber(textOf(values, 'case_closed_on') ?? '');
  return closed !== undefined && today - closed > 500;
}

export const justiceTraining: TrainingGenerator = {
  generate: generateCases,
  standIns: (country, { INST = [], ARTICLE = [] }) => ({
    INST: INST.length > 0 ? [] : standInInstitutionsOfJustice(country),
    ARTICLE: standInArticles(ARTICLE),
  }),
};
