/** The course of the proceedings against one defendant of an invented case: what has happened by today, and when. */
import type { Random } from '../random.ts';
import { type Chain, type CourtDays, drawCourtDays, hear, type Trial } from './court.ts';
import * as profile from './profile.ts';
import { spread } from './spread.ts';
import * as weights from './weights.ts';

export interface Investigation {
  readonly start: number;
  readonly end?: number;
  readonly outcome?: string;
  readonly reason?: string;
}

export interface Appeal {
  readonly kind: 'ordinary' | 'extraordinary';
  readonly by: string;
  readonly filed: number;
  /** Undefined while it is pending, and of one that was withdrawn. */
  readonly decided: number | undefined;
  readonly outcome: string;
}

export interface Course {
  readonly investigations: Investigation[];
  indicted: number | undefined;
  /** Of the court; undefined while it has not spoken. */
  confirmed: string | undefined;
  readonly trials: Trial[];
  /** One for the first trial, and one for each retrial. */
  readonly chains: Chain[];
  readonly appeals: Appeal[];
}

/** What the proceedings against the defendants of one case have in common; days that may lie after today. */
export interface JointCourse extends CourtDays {
  readonly today: number;
  readonly reported: number;
  readonly outcome: keyof typeof profile.outcomes;
  readonly stuckAt: 'report' | 'investigation' | 'trial' | undefined;
  readonly investigated: number;
  readonly concluded: number;
  /** When what was discontinued or suspended is taken up, and when that ends. */
  readonly again: { readonly start: number; readonly end: number } | undefined;
  readonly toIndictment: number;
  readonly confirmed: string;
  readonly reason: string;
}

/** What the course of proceedings asks of a defendant. */
export interface Accused {
  readonly isCompany: boolean;
  /** The first of the case: without him there would be none. */
  readonly isMain: boolean;
  readonly isFugitive: boolean;
  readonly isTriedInAbsence: boolean;
  readonly isDead: boolean;
  /** Whether each charge is one of trafficking. */
  readonly charges: readonly { readonly isTrafficking: boolean }[];
}

export function planCourse(random: Random, reported: number, today: number): JointCourse {
  const stuckAt = random.chance(profile.shares.stuck)
    ? random.weighted({ report: 25, investigation: 50, trial: 25 })
    : undefined;
  const outcome = random.weighted(profile.outcomes);
  const investigated = reported + spread(random, profile.days.reportToInvestigation);
  const concluded = investigated + spread(random, profile.days.investigation);
  const waits = outcome === 'suspended' ? profile.days.suspension : profile.days.reopening;
  const again = concluded + spread(random, waits);
  const isTakenUp =
    (outcome === 'suspended' || outcome === 'discontinued') && random.chance(profile.takenUpAgain[outcome]);
  return {
    today,
    reported,
    outcome,
    stuckAt,
    investigated,
    concluded,
    again: isTakenUp
      ? { start: again, end: again + Math.ceil(spread(random, profile.days.investigation) / 2) }
      : undefined,
    toIndictment: spread(random, profile.days.conclusionToIndictment),
    confirmed: random.weighted(profile.confirmations),
    reason: random.weighted(weights.discontinuations),
    ...drawCourtDays(random),
  };
}

/** The course against one defendant, cut off today. */
export function proceed(random: Random, joint: JointCourse, accused: Accused): Course {
  const course: Course = {
    investigations: [],
    indicted: undefined,
    confirmed: undefined,
    trials: [],
    chains: [],
    appeals: [],
  };
  const { today } = joint;
  const concluded = investigate(random, course, joint, accused);
  if (concluded === undefined) return course;
  const indicted = concluded + joint.toIndictment;
  if (indicted > today) return course;
  course.indicted = indicted;
  const start = indicted + joint.toTrial;
  if (start > today || joint.confirmed === 'no') {
    // Until the trial the court may still have to confirm.
    const isDecided = indicted + 40 <= today && (joint.confirmed === 'no' || random.chance(0.6));
    course.confirmed = isDecided ? joint.confirmed : undefined;
    return course;
  }
  course.confirmed = joint.confirmed;
  hear(random, course, joint, { accused, start, isRetrial: false });
  return course;
}

/** The last day of the investigation that led to an indictment; undefined where none has. */
function investigate(random: Random, course: Course, joint: JointCourse, accused: Accused): number | undefined {
  const { today, investigated, concluded, stuckAt, again } = joint;
  if (stuckAt === 'report' || investigated > today) return undefined;
  const isUnderWay = stuckAt === 'investigation' || concluded > today;
  if (accused.isDead) {
    const died = random.between(investigated, Math.min(today, concluded));
    course.investigations.push({ start: investigated, end: died, outcome: 'discontinued', reason: 'death_of_suspect' });
    return undefined;
  }
  if (isUnderWay) {
    course.investigations.push({ start: investigated });
    return undefined;
  }
  const outcome = outcomeFor(random, joint, accused);
  const reason = outcome === 'discontinued' ? { reason: joint.reason } : {};
  course.investigations.push({ start: investigated, end: concluded, outcome, ...reason });
  if (outcome === 'indictment') return concluded;
  if (outcome !== joint.outcome || again === undefined || again.start > today) return undefined;
  if (again.end > today) {
    course.investigations.push({ start: again.start });
    return undefined;
  }
  course.investigations.push({ start: again.start, end: again.end, outcome: 'indictment' });
  return again.end;
}

function outcomeFor(random: Random, { outcome }: JointCourse, accused: Accused): string {
  if (outcome !== 'indictment') return outcome;
  if (accused.isFugitive && !accused.isTriedInAbsence) return 'suspended';
  return !accused.isMain && random.chance(profile.sharesOfDefendants.discontinuedAlone) ? 'discontinued' : outcome;
}
