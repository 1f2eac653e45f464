/** One scale of time for several courses, so that what stands under one another happened at the same time. */
import type { CourseLine } from './course.ts';
import { addMonths, dayNumber, isoDay } from './partial-date.ts';

export interface Tick {
  readonly day: number;
  /** The year or month that begins there, as a partial date. */
  readonly date: string;
}

export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly Tick[];
}

/** Months from one tick to the next, of which the first is taken that leaves few enough of them. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240];

function ticksOf(first: number, last: number, most: number): readonly Tick[] {
  const year = Number(isoDay(first).slice(0, 4));
  for (const step of steps) {
    const found: Tick[] = [];
    const begin = dayNumber(`${String(year - (year % Math.max(1, step / 12))).padStart(4, '0')}-01-01`) ?? first;
    for (let months = 0; ; months += step) {
      const day = addMonths(begin, months);
      if (day > last) break;
      if (day >= first) found.push({ day, date: isoDay(day).slice(0, step < 12 ? 7 : 4) });
    }
    if (found.length <= most) return found;
  }
  return [];
}

/** A scale from one day to another with at most so many ticks. */
export const timeScale = (first: number, last: number, mostTicks: number): TimeScale => ({
  first,
  last,
  ticks: ticksOf(first, last, mostTicks),
});

/** The scale on which every day of these lines has its place; undefined where none of them has a day. */
export function scaleOf(lines: readonly CourseLine[], mostTicks: number): TimeScale | undefined {
  const days = lines.flatMap(({ stretches, events, periods }) =>
    [...stretches, ...periods]
      .flatMap(({ from, to }) => [from, to])
      .concat(events.map((event) => event.days))
      .flatMap((interval) => (interval ? [interval.earliest, interval.latest] : [])),
  );
  return days.length === 0 ? undefined : timeScale(Math.min(...days), Math.max(...days), mostTicks);
}

/** Where a day stands on the scale, from 0 to 1. */
export const placeOn = ({ first, last }: TimeScale, day: number): number =>
  last <= first ? 0 : Math.min(1, Math.max(0, (day - first) / (last - first)));
