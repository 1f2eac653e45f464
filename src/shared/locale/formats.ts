/** Dates, numbers, countries and alphabet order of a language, the same in window, workers and console. */
import type { Language } from '../languages.ts';
import type { AgeInterval } from '../records/age.ts';
import { endsOf } from '../records/partial-date.ts';
import { parseAge } from './age-text.ts';
import { createCompare } from './collation.ts';
import { type Conventions, conventions } from './conventions.ts';
import { countryNames as bg } from './country-names/bg.ts';
import { countryNames as bs } from './country-names/bs.ts';
import { countryNames as en } from './country-names/en.ts';
import { countryNames as mk } from './country-names/mk.ts';
import { countryNames as ro } from './country-names/ro.ts';
import { countryNames as sq } from './country-names/sq.ts';
import { fold } from './fold.ts';
import { parsePartialDate } from './partial-date-text.ts';

const countries = { sq, bs, mk, bg, ro, en } satisfies Record<Language, Readonly<Record<string, string>>>;

export interface Formats {
  readonly language: Language;
  /** Whole or partial date in figures: 2019, 3.2019, 14.3.2019. */
  date(iso: string): string;
  /** Whole or partial date with the month in words. */
  longDate(iso: string): string;
  /** The days that a partial date may stand for: "1–31 mars 2026". */
  interval(partial: string): string;
  /** Local date and time of a timestamp. */
  dateTime(timestamp: string): string;
  /** Local time of day of a timestamp, 24 hours. */
  time(timestamp: string): string;
  /** Name of a month, 1 to 12. */
  month(n: number): string;
  /** At most two decimals, or exactly `decimals`. */
  number(n: number, decimals?: number): string;
  /** `n` is already in percent; one decimal. */
  percent(n: number): string;
  /** Name of an ISO 3166-1 alpha-3 country, XKX or STATELESS; a code nobody knows is shown as it is. */
  country(code: string): string;
  /** Every country code with a name, in alphabet order of the names. */
  countryCodes(): readonly string[];
  /** Alphabet order of the language, for Array.sort. */
  compare(a: string, b: string): number;
  /** A date as officers type it: 2019, 3.2019, 14.3.2019, or two of these with a dash between them. */
  parsePartialDate(text: string): string | null;
  /** An age as officers type it: 16, about 16 years, 15–17. */
  parseAge(text: string): AgeInterval | null;
  fold(text: string): string;
}

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function partsOf(iso: string): Parts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso.slice(0, 10));
  if (!match) return null;
  const [, year, month, day] = match;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

function inWords(habit: Conventions, { year, month, day }: Parts): string {
  if (month === undefined) return habit.yearInWords(year);
  const monthAndYear = `${habit.months[month - 1]} ${habit.yearInWords(year)}`;
  return day === undefined ? monthAndYear : `${habit.dayInWords(day)} ${monthAndYear}`;
}

function inFigures(habit: Conventions, { year, month, day }: Parts): string {
  if (month === undefined) return habit.year(year);
  return day === undefined ? habit.monthOfYear(month, year) : habit.day(day, month, year);
}

function intervalInWords(habit: Conventions, parts: Parts): string {
  const { year, month, day } = parts;
  if (day !== undefined) return inWords(habit, parts);
  if (month === undefined) {
    const first = `${habit.dayInWords(1)} ${habit.months[0]}`;
    return `${first} – ${inWords(habit, { year, month: 12, day: 31 })}`;
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${habit.daysJoined(1, last)} ${inWords(habit, { year, month })}`;
}

function inDigits(habit: Conventions, n: number, decimals: number | undefined): string {
  const rounded =
    decimals === undefined
      ? String(Math.round((Math.abs(n) + Number.EPSILON) * 100) / 100)
      : Math.abs(n).toFixed(decimals);
  const [whole = '0', fraction] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, habit.group);
  const isZero = !/[1-9]/.test(rounded);
  const sign = n < 0 && !isZero ? '-' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}${habit.decimal}${fraction}`;
}

const two = (n: number) => String(n).padStart(2, '0');

/** Formats of one language, from data bundled with the program. */
export function createFormats(language: Language): Formats {
  const habit: Conventions = conventions[language];
  const names = countries[language];
  const compare = createCompare(language);
  const clock = (moment: Date) => `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  const show = (iso: string, form: (habit: Conventions, parts: Parts) => string): string => {
    const ends = endsOf(iso);
    if (ends) return ends.map((end) => show(end, form)).join(' – ');
    const parts = partsOf(iso);
    return parts === null ? iso : form(habit, parts);
  };
  let codes: readonly string[] | undefined;
  return {
    language,
    date: (iso) => show(iso, inFigures),
    longDate: (iso) => show(iso, inWords),
    // Of an interval the two ends say it all.
    interval: (partial) => show(partial, endsOf(partial) ? inWords : intervalInWords),
    dateTime: (timestamp) => {
      const moment = new Date(timestamp);
      return `${habit.day(moment.getDate(), moment.getMonth() + 1, moment.getFullYear())}, ${clock(moment)}`;
    },
    time: (timestamp) => clock(new Date(timestamp)),
    month: (n) => habit.months[n - 1] ?? String(n),
    number: (n, decimals) => inDigits(habit, n, decimals),
    percent: (n) => `${inDigits(habit, n, 1)}${habit.percentSpace}%`,
    country: (code) => names[code] ?? code,
    countryCodes: () => {
      codes ??= Object.keys(names).sort((a, b) => compare(names[a] ?? a, names[b] ?? b));
      return codes;
    },
    compare,
    parsePartialDate: (text) => parsePartialDate(text, [habit.months, conventions.en.months]),
    parseAge: (text) => parseAge(text, [habit.ages, conventions.en.ages]),
    fold,
  };
}
