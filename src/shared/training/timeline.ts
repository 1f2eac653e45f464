/** When things happened in one invented trafficking; every later date lies within these. */
import { dayNumber } from '../records/partial-date.ts';
import { statusPaths, yearTrend } from './profile.ts';
import type { Random } from './random.ts';

export interface Timeline {
  readonly today: number;
  readonly recruitment: number;
  readonly contact: number;
  /** Decisions in order; the formal one, where there is one, is the identification. */
  readonly decisions: readonly { readonly status: string; readonly day: number }[];
  readonly formal: number | undefined;
  readonly registration: number;
  readonly isWithdrawn: boolean;
}

const pathSteps: Readonly<Record<keyof typeof statusPaths, readonly string[]>> = {
  possible: ['possible'],
  presumed: ['presumed'],
  presumedThenNot: ['presumed', 'not_a_victim'],
  presumedThenDeclined: ['presumed', 'status_declined_by_person'],
  formal: ['formally_identified'],
  presumedThenFormal: ['presumed', 'formally_identified'],
  formalThenWithdrawn: ['formally_identified', 'status_withdrawn'],
  formalAfterPossible: ['possible', 'presumed', 'formally_identified'],
};

const firstDayOf = (year: number) => dayNumber(`${year}-01-01`) ?? 0;

/** Days of first contact, by the trend of the years up to today. */
export function createContactDays(today: number, todayIso: string): (random: Random) => number {
  const thisYear = Number(todayIso.slice(0, 4));
  const known = Object.keys(yearTrend).map(Number);
  const first = Math.min(...known);
  const last = yearTrend[Math.max(...known)] ?? 1;
  const weights: Record<string, number> = {};
  for (let year = Math.min(first, thisYear); year <= thisYear; year++) {
    // Of the running year only the days that have been.
    const share = year === thisYear ? (today - firstDayOf(year) + 1) / 365 : 1;
    weights[String(year)] = (yearTrend[year] ?? last) * share;
  }
  return (random) => {
    const year = Number(random.weighted(weights));
    return random.between(firstDayOf(year), Math.min(today, firstDayOf(year + 1) - 1));
  };
}

/** A trafficking that was met on a day of contact and begun no earlier than `notBefore`. */
export function createTimeline(random: Random, today: number, contact: number, notBefore: number): Timeline {
  const recruitment = Math.max(notBefore, contact - random.between(20, random.chance(0.2) ? 2200 : 700));
  const decisions: { status: string; day: number }[] = [];
  const steps = pathSteps[random.weighted(statusPaths)];
  let day = Math.min(today, contact + random.between(0, 6));
  for (const status of steps) {
    if (decisions.length > 0) day += random.between(3, 75);
    // What would be decided after today has not been decided yet.
    if (day > today) break;
    decisions.push({ status, day });
  }
  const formal = decisions.find(({ status }) => status === 'formally_identified')?.day;
  const registration = Math.min(today, contact + random.between(0, 25));
  const isWithdrawn = decisions.at(-1)?.status === 'status_withdrawn';
  return { today, recruitment, contact, decisions, formal, registration, isWithdrawn };
}
