/** How long it took: T24 exploitation, T25 from the first contact to identification. */
import { known } from '../read-export.ts';
import { sexAndAgeOf } from '../recount.ts';
import { type CountedTable, count, figuresOf, percentOf, quantile } from './counting.ts';
import { type Counted, dayNumber, identifiedIn, type Material, said, type Victim } from './victims.ts';

const msPerDay = 86_400_000;

/** First and last day that a date known in part allows. */
function daysAllowed(date: string): readonly [number, number] {
  if (date.length === 10) return [dayNumber(date), dayNumber(date)];
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const first = date.length === 4 ? Date.UTC(year, 0, 1) : Date.UTC(year, month - 1, 1);
  const next = date.length === 4 ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return [first / msPerDay, next / msPerDay - 1];
}

const middleOf = ([first, last]: readonly [number, number]): number => Math.floor((first + last) / 2);

/** Whole months by the calendar. */
function monthsBetween(start: number, end: number): number {
  const [from, to] = [new Date(start * msPerDay), new Date(end * msPerDay)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

interface Exploited {
  readonly counted: Counted;
  /** null where a beginning or an end is not known. */
  readonly months: number | null;
  readonly isImputed: boolean;
}

/** From the beginning of the first episode to the end of the last. */
function exploitationOf(counted: Counted): Exploited {
  const { exploitations } = counted.registration;
  const unknown = { counted, months: null, isImputed: false };
  const starts = exploitations.map((each) => known(each, 'exploitation_start'));
  const ends = exploitations.map((each) => known(each, 'exploitation_end'));
  if (exploitations.length === 0 || [...starts, ...ends].includes(null)) return unknown;
  const inOrder = (dates: readonly (string | null)[]) =>
    dates
      .filter((date) => date !== null)
      .map((date) => ({ date, allowed: daysAllowed(date) }))
      .toSorted((a, b) => middleOf(a.allowed) - middleOf(b.allowed));
  const [start, end] = [inOrder(starts).at(0), inOrder(ends).at(-1)];
  if (!start || !end) return unknown;
  const isImputed = start.date.length < 10 || end.date.length < 10;
  const [from, to] = [middleOf(start.allowed), middleOf(end.allowed)];
  if (from <= to) return { counted, months: monthsBetween(from, to), isImputed };
  // The wrong way round: the middle of those days of each that the other one allows.
  const [first, last] = [start.allowed[0], end.allowed[1]];
  if (first > last) return unknown;
  const begun = middleOf([first, Math.min(start.allowed[1], last)]);
  const ended = middleOf([Math.max(end.allowed[0], first), last]);
  return { counted, months: monthsBetween(begun, ended), isImputed };
}

/** Whole months: somebody exploited for six and a half stands under 1 to 6. */
function classOf({ counted, months }: Exploited): string {
  if (said(counted.registration, 'exploitation_stage') === 'not_yet_exploited') return 'notYet';
  if (months === null) return 'unknown';
  if (months < 1) return 'months_0';
  if (months <= 6) return 'months_1';
  if (months <= 12) return 'months_7';
  return months <= 24 ? 'months_13' : 'months_25';
}

/** The day on which a trafficking began: with recruitment, else exploitation, else as known from the registration. */
export function beginningOf(victim: Victim): string | null {
  const starts = victim.exploitations.flatMap((each) => known(each, 'exploitation_start') ?? []);
  const dates = [said(victim, 'recruitment_date') ?? [], starts].find((each) => each.length > 0);
  const days = (typeof dates === 'string' ? [dates] : (dates ?? [])).map((date) => middleOf(daysAllowed(date)));
  if (days.length === 0) return said(victim, 'registration_date');
  return new Date(Math.min(...days) * msPerDay).toISOString().slice(0, 10);
}

/** T24: classes of the duration, and its middle values for each sex and age. */
export function recountT24(material: Material, period: string): CountedTable[] {
  const exploited = identifiedIn(material, period).map(exploitationOf);
  const groups = ['girls', 'boys', 'women', 'men', 'otherSex', 'unknown', 'total'];
  const lines = groups.map((who) => {
    const group = exploited.filter(({ counted }) => who === 'total' || sexAndAgeOf(counted.registration) === who);
    const measured = group.filter(({ months }) => months !== null);
    const months = measured.flatMap((each) => each.months ?? []);
    return [
      who,
      {
        measured: measured.length,
        unknown: group.length - measured.length,
        total: group.length,
        lowerQuartile: quantile(months, 0.25),
        median: quantile(months, 0.5),
        upperQuartile: quantile(months, 0.75),
        imputed: percentOf(measured.filter(({ isImputed }) => isImputed).length, measured.length),
      },
    ] as const;
  });
  return [
    { table: 'T24', part: 'classes', figures: count(exploited, (each) => [classOf(each)]) },
    { table: 'T24', part: 'median', figures: figuresOf(Object.fromEntries(lines)) },
  ];
}

/** T25: days from the first contact, by the type of the institution that identified. */
export function recountT25(material: Material, period: string): CountedTable[] {
  const waits = identifiedIn(material, period).map(({ registration }) => {
    const [contact, day] = [said(registration, 'first_contact_date'), said(registration, 'identification_date')];
    const institution = said(registration, 'identifying_institution');
    return {
      type: (institution === null ? null : material.institutionTypes.get(institution)) ?? 'unknown',
      // An identification before the first contact is a mistake in one of them.
      days: contact === null || day === null || day < contact ? null : dayNumber(day) - dayNumber(contact),
    };
  });
  const types = [...new Set(waits.map(({ type }) => type)), 'total'];
  const lines = types.map((type) => {
    const group = waits.filter((each) => type === 'total' || each.type === type);
    const days = group.flatMap((each) => each.days ?? []);
    return [
      type,
      {
        total: group.length,
        unknown: group.length - days.length,
        measured: days.length,
        lowerQuartile: quantile(days, 0.25),
        median: quantile(days, 0.5),
        upperQuartile: quantile(days, 0.75),
      },
    ] as const;
  });
  return [{ table: 'T25', part: '', figures: figuresOf(Object.fromEntries(lines)) }];
}
