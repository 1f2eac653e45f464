/** An invented case before the courts: trial, judgments, appeals, retrials and extraordinary remedies, cut off today. */
import { guiltyVerdicts } from '../../dictionary/registers/justice/verdict.ts';
import type { Random } from '../random.ts';
import type { Accused, Appeal, Course, JointCourse } from './course.ts';
import * as profile from './profile.ts';
import { spread } from './spread.ts';
import * as weights from './weights.ts';

export interface Trial {
  readonly start: number;
  readonly instance: 'first' | 'second';
  readonly plea: string;
  readonly isInAbsence: boolean;
}

export interface Judgment {
  readonly day: number;
  readonly instance: 'first' | 'second' | 'third' | 'final';
  /** One for each charge; undefined where this judgment does not speak of the charge. */
  readonly verdicts: readonly (string | undefined)[];
}

/** A higher court made the penalty lighter or heavier. */
export interface Change {
  readonly day: number;
  readonly instance: 'second' | 'third';
  readonly to: 'lighter' | 'heavier';
}

/** What follows from one trial, until it is final or tried again. */
export interface Chain {
  readonly judgments: Judgment[];
  readonly changes: Change[];
  finalOn: number | undefined;
}

/** Lengths that the proceedings against the defendants of one case have in common. */
export interface CourtDays {
  readonly toTrial: number;
  readonly trial: number;
  readonly toAppeal: number;
  readonly appeal: number;
  readonly toFinality: number;
  readonly afterAppeal: number;
  readonly toRetrial: number;
  readonly retrial: number;
}

export const drawCourtDays = (random: Random): CourtDays => ({
  toTrial: spread(random, profile.days.indictmentToTrial),
  trial: spread(random, profile.days.trial),
  toAppeal: spread(random, profile.days.judgmentToAppeal),
  appeal: spread(random, profile.days.appeal),
  toFinality: spread(random, profile.days.judgmentToFinality),
  afterAppeal: spread(random, profile.days.appealToFinality),
  toRetrial: spread(random, profile.days.orderToRetrial),
  retrial: spread(random, profile.days.retrial),
});

const guilty: readonly string[] = guiltyVerdicts;
export const isGuilty = (verdict: string | undefined): boolean => verdict !== undefined && guilty.includes(verdict);

/** Trials of one case that follow each other at most. */
const mostChains = 3;

interface Hearing {
  readonly accused: Accused;
  readonly start: number;
  readonly isRetrial: boolean;
}

/** A trial from its first day on, and what follows from it. */
export function hear(random: Random, course: Course, joint: JointCourse, { accused, start, isRetrial }: Hearing): void {
  const hasAgreed = !isRetrial && !accused.isTriedInAbsence && random.chance(profile.sharesOfDefendants.plea);
  const plea = hasAgreed ? 'guilty_plea_agreement' : random.weighted(weights.pleas);
  course.trials.push({ start, instance: 'first', plea, isInAbsence: accused.isTriedInAbsence });
  const chain: Chain = { judgments: [], changes: [], finalOn: undefined };
  const length = hasAgreed ? spread(random, profile.days.trialAfterPlea) : isRetrial ? joint.retrial : joint.trial;
  const judged = start + length;
  if (judged > joint.today || (joint.stuckAt === 'trial' && !hasAgreed)) return;
  const isPleaded = hasAgreed || plea === 'guilty_plea';
  chain.judgments.push({ day: judged, instance: 'first', verdicts: verdictsFor(random, accused, isPleaded) });
  course.chains.push(chain);
  const sentBack = finish(random, course, chain, { joint, accused, hasAgreed });
  if (sentBack === undefined) return;
  const again = sentBack + joint.toRetrial;
  if (again <= joint.today) hear(random, course, joint, { accused, start: again, isRetrial: true });
}

function verdictsFor(random: Random, { charges }: Accused, isPleaded: boolean): readonly string[] {
  const isFoundGuilty = isPleaded || random.chance(profile.sharesOfDefendants.guilty);
  return charges.map(({ isTrafficking }) => {
    if (!isFoundGuilty) return random.weighted(profile.verdictsOfInnocent);
    return random.weighted<string>(isTrafficking ? profile.verdictsOnTrafficking : profile.verdictsOnOther);
  });
}

interface Judged {
  readonly joint: JointCourse;
  readonly accused: Accused;
  readonly hasAgreed: boolean;
}

/** Goes on from a first judgment; gives the day on which the case was sent back for a retrial. */
function finish(random: Random, course: Course, chain: Chain, judged: Judged): number | undefined {
  const { joint, accused, hasAgreed } = judged;
  const { today } = joint;
  const [first] = chain.judgments;
  if (!first) return undefined;
  if (!random.chance(hasAgreed ? 0.1 : profile.appealed)) {
    const final = first.day + joint.toFinality;
    if (final > today) return undefined;
    chain.finalOn = final;
    return remedy(random, course, chain, today);
  }
  const filed = first.day + joint.toAppeal;
  if (filed > today) return undefined;
  const decided = filed + joint.appeal;
  if (decided > today) {
    course.appeals.push({
      kind: 'ordinary',
      by: appellant(random, first, 'pending'),
      filed,
      decided: undefined,
      outcome: 'pending',
    });
    return undefined;
  }
  const outcome = outcomeOf(random, course, first);
  const by = appellant(random, first, outcome);
  course.appeals.push({ kind: 'ordinary', by, filed, decided: outcome === 'withdrawn' ? undefined : decided, outcome });
  if (outcome === 'sent_back_for_retrial') return decided;
  const last = decideAbove(random, course, chain, { first, decided, outcome, joint, accused });
  if (last === undefined || last + joint.afterAppeal > today) return undefined;
  chain.finalOn = last + joint.afterAppeal;
  // Some files enter the judgment as it became final in a line of its own.
  if (outcome === 'upheld' && random.chance(0.05)) {
    chain.judgments.push({ day: decided, instance: 'final', verdicts: first.verdicts });
  }
  return remedy(random, course, chain, today);
}

/** Nobody appeals against what is in his favour. */
function appellant(random: Random, { verdicts }: Judgment, outcome: string): string {
  if (!verdicts.some(isGuilty)) return random.weighted(weights.appellantsAgainstAcquittal);
  if (outcome === 'sentence_reduced' || outcome === 'verdict_reversed_to_acquittal')
    return random.weighted(weights.appellantsForDefence);
  return random.weighted<string>(outcome === 'sentence_increased' ? weights.appellantsAgainst : weights.appellants);
}

function outcomeOf(random: Random, { chains }: Course, { verdicts }: Judgment): string {
  const weightsOf = verdicts.some(isGuilty) ? profile.outcomesOfConviction : profile.outcomesOfAcquittal;
  const outcome = random.weighted<string>(weightsOf);
  if (outcome === 'sent_back_for_retrial' && chains.length >= mostChains) return 'upheld';
  return outcome;
}

interface Decided {
  readonly first: Judgment;
  readonly decided: number;
  readonly outcome: string;
  readonly joint: JointCourse;
  readonly accused: Accused;
}

/** What the court above made of the judgment; gives the day of the last decision, undefined while one is pending. */
function decideAbove(random: Random, course: Course, chain: Chain, above: Decided): number | undefined {
  const { first, decided, outcome, joint, accused } = above;
  const judge = (verdicts: Judgment['verdicts']) =>
    chain.judgments.push({ day: decided, instance: 'second', verdicts });
  if (random.chance(0.25)) hearAbove(random, course, first.day + joint.toAppeal, decided);
  switch (outcome) {
    case 'sentence_reduced':
    case 'sentence_increased': {
      chain.changes.push({
        day: decided,
        instance: 'second',
        to: outcome === 'sentence_reduced' ? 'lighter' : 'heavier',
      });
      // In some files the new penalty stands under a verdict of its own, in others beside the first one.
      if (random.chance(0.5)) judge(first.verdicts.map((verdict) => (isGuilty(verdict) ? verdict : undefined)));
      return decided;
    }
    case 'verdict_reversed_to_acquittal':
      judge(first.verdicts.map((verdict) => (isGuilty(verdict) ? 'acquitted' : undefined)));
      return decided;
    case 'verdict_reversed_to_conviction': {
      // Of several charges the first is the heaviest.
      const conviction = accused.charges[0]?.isTrafficking ? 'convicted_tip' : 'convicted_other_offence_only';
      judge(first.verdicts.map((_, charge) => (charge === 0 ? conviction : undefined)));
      return appealAgain(random, course, chain, decided, joint);
    }
    default:
      return decided;
  }
}

function hearAbove(random: Random, { trials }: Course, filed: number, decided: number): void {
  trials.push({ start: random.between(filed + 1, decided), instance: 'second', plea: 'none', isInAbsence: false });
}

/** Against a conviction by the court above the law allows one more appeal. */
function appealAgain(
  random: Random,
  course: Course,
  chain: Chain,
  decided: number,
  { today, appeal, toAppeal }: JointCourse,
): number | undefined {
  const filed = decided + toAppeal;
  if (filed > today || !random.chance(0.5)) return decided;
  const last = filed + appeal;
  const further: Omit<Appeal, 'decided' | 'outcome'> = { kind: 'ordinary', by: 'defence', filed };
  if (last > today) {
    course.appeals.push({ ...further, decided: undefined, outcome: 'pending' });
    return undefined;
  }
  course.appeals.push({ ...further, decided: last, outcome: 'upheld' });
  const second = chain.judgments.at(-1);
  if (second) chain.judgments.push({ ...second, day: last, instance: 'third' });
  return last;
}

/** An extraordinary remedy against a final conviction; gives the day on which it led to a retrial. */
function remedy(random: Random, course: Course, chain: Chain, today: number): number | undefined {
  const { finalOn, judgments } = chain;
  const isConvicted = judgments.at(-1)?.verdicts.some(isGuilty) === true;
  if (finalOn === undefined || !isConvicted || !random.chance(profile.sharesOfDefendants.remedy)) return undefined;
  const filed = finalOn + spread(random, profile.days.finalityToRemedy);
  if (filed > today) return undefined;
  const asked = { kind: 'extraordinary', by: random.chance(0.85) ? 'defence' : 'prosecutor', filed } as const;
  const decided = filed + spread(random, profile.days.remedy);
  if (decided > today) {
    course.appeals.push({ ...asked, decided: undefined, outcome: 'pending' });
    return undefined;
  }
  const drawn = random.weighted(profile.outcomesOfRemedy);
  const outcome = drawn === 'sent_back_for_retrial' && course.chains.length >= mostChains ? 'upheld' : drawn;
  course.appeals.push({ ...asked, decided, outcome });
  if (outcome === 'sentence_reduced') chain.changes.push({ day: decided, instance: 'third', to: 'lighter' });
  return outcome === 'sent_back_for_retrial' ? decided : undefined;
}
