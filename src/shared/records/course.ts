/** Courses over time: the stages that something went through, each with its days, as far as they are known. */
import { addMonths, type DayInterval, lengthBetween } from './partial-date.ts';
import type { FieldRef, FieldValue, GroupRow } from './record.ts';

/** A stage that was reached, and the day; undefined where that day is not known. */
export interface StageReached {
  readonly stage: string;
  /** 0, and one more each time it all began anew. */
  readonly chain: number;
  readonly day: number | undefined;
}

/** The time at one stage. */
export interface Stretch {
  readonly stage: string;
  readonly chain: number;
  /** The first of a chain that follows another one. */
  readonly beginsAnew: boolean;
  /** The days on which it may have begun; undefined where nothing is known of that. */
  readonly from: DayInterval | undefined;
  /** The days on which it may have ended, today where it goes on; undefined for the stage that ends a course. */
  readonly to: DayInterval | undefined;
  readonly goesOn: boolean;
  readonly days: { readonly least: number; readonly most: number } | undefined;
  /** Months that the stage may take, where it certainly took longer. */
  readonly beyond: number | undefined;
}

/** Something that happened on a day, and what it says. */
export interface CourseEvent {
  readonly at: FieldRef;
  readonly days: DayInterval;
  /** An answer of the same row that tells what came of it. */
  readonly says?: { readonly field: string; readonly value: FieldValue };
  /** Rows that say the same of the same day. */
  readonly rows: number;
}

/** Something that lasted from one day to another beside the stages. */
export interface CoursePeriod {
  readonly at: FieldRef;
  readonly from: DayInterval;
  readonly to: DayInterval;
  readonly says: { readonly field: string; readonly value: FieldValue };
}

/** An answer without which the next stage is not reached: in a row that is there, or in one to be added. */
export interface Need {
  readonly entity: string;
  readonly field: string;
  readonly row?: string;
  /** Row within which the new one has to stand. */
  readonly within?: string;
}

export interface CourseLine {
  /** The row whose course it is. */
  readonly row: GroupRow;
  readonly stretches: readonly Stretch[];
  readonly events: readonly CourseEvent[];
  readonly periods: readonly CoursePeriod[];
  /** The stage that usually follows; undefined where the course has ended. */
  readonly next: { readonly stage: string; readonly needs: readonly Need[] } | undefined;
}

interface Measure {
  /** Day up to which a stage that goes on is counted. */
  readonly today: number;
  readonly goesOn: boolean;
  readonly monthsAllowed: (stage: string) => number | undefined;
}

const dayItself = (day: number): DayInterval => ({ earliest: day, latest: day });

/** A day that is not known lies between the known ones around it. */
function beginnings(way: readonly StageReached[], today: number): readonly (DayInterval | undefined)[] {
  let before: number | undefined;
  return way.map(({ day }, at) => {
    if (day !== undefined) {
      before = day;
      return dayItself(day);
    }
    if (before === undefined) return undefined;
    const after = way.slice(at).find((later) => later.day !== undefined)?.day ?? today;
    return { earliest: before, latest: Math.max(before, after) };
  });
}

/** The stages of a way with their lengths, as ranges where a day is not known. */
export function stretchesOf(
  way: readonly StageReached[],
  { today, goesOn, monthsAllowed }: Measure,
): readonly Stretch[] {
  const begun = beginnings(way, today);
  return way.map(({ stage, chain }, at) => {
    const isLast = at === way.length - 1;
    const from = begun[at];
    const to = isLast ? (goesOn ? dayItself(today) : undefined) : begun[at + 1];
    const months = monthsAllowed(stage);
    const isBeyond = months !== undefined && from && to && to.earliest > addMonths(from.latest, months);
    return {
      stage,
      chain,
      beginsAnew: at > 0 && way[at - 1]?.chain !== chain,
      from,
      to,
      goesOn: isLast && goesOn,
      days: lengthBetween(from, to, 'days'),
      beyond: isBeyond ? months : undefined,
    };
  });
}

/** One text for each stretch of a line. */
export const keyOfStretch = ({ stage, chain, from, to }: Stretch): string =>
  `${chain} ${stage} ${from?.earliest} ${to?.earliest}`;
