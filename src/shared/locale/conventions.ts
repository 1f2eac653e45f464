/**
 * Dates and numbers as each language writes them, after CLDR 48. The window's runtime has no data for sq, bs and mk,
 * so nothing here may rely on Intl.
 */
import type { Language } from '../languages.ts';
import type { AgeWords } from './age-text.ts';

export interface Conventions {
  /** As the month stands within a date; the six languages use the same form alone. */
  readonly months: readonly string[];
  /** Numeric date, month and year, year. */
  readonly day: (d: number, m: number, y: number) => string;
  readonly monthOfYear: (m: number, y: number) => string;
  readonly year: (y: number) => string;
  /** Day within a date in words: `14` or `14.`. */
  readonly dayInWords: (d: number) => string;
  /** What follows the year of a date in words: nothing, a full stop, an abbreviation. */
  readonly yearInWords: (y: number) => string;
  /** Between days of one month. */
  readonly daysJoined: (from: number, to: number) => string;
  readonly decimal: string;
  readonly group: string;
  readonly percentSpace: string;
  /** Words around an age that is typed. */
  readonly ages: AgeWords;
}

const two = (n: number) => String(n).padStart(2, '0');
const plain = (n: number) => String(n);
const closeDays = (from: number, to: number) => `${from}–${to}`;
const noBreak = '\u00a0';

export const conventions = {
  sq: {
    months: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' '),
    day: (d, m, y) => `${d}.${m}.${y}`,
    monthOfYear: (m, y) => `${m}.${y}`,
    year: plain,
    dayInWords: plain,
    yearInWords: plain,
    daysJoined: closeDays,
    decimal: ',',
    group: noBreak,
    percentSpace: '',
    ages: { about: 'rreth afër afërsisht'.split(' '), years: 'vjeç vjeçe vjet vjeçar vjeçare'.split(' ') },
  },
  bs: {
    months: 'januar februar mart april maj juni juli august septembar oktobar novembar decembar'.split(' '),
    day: (d, m, y) => `${d}. ${m}. ${y}.`,
    monthOfYear: (m, y) => `${m}. ${y}.`,
    year: (y) => `${y}.`,
    dayInWords: (d) => `${d}.`,
    yearInWords: (y) => `${y}.`,
    daysJoined: (from, to) => `${from}–${to}.`,
    decimal: ',',
    group: '.',
    percentSpace: '',
    ages: { about: 'oko otprilike približno cca'.split(' '), years: 'godina godine godinu god g'.split(' ') },
  },
  mk: {
    months: 'јануари февруари март април мај јуни јули август септември октомври ноември декември'.split(' '),
    day: (d, m, y) => `${d}.${m}.${y}`,
    monthOfYear: (m, y) => `${m}.${y}`,
    year: plain,
    dayInWords: plain,
    yearInWords: (y) => `${y} г.`,
    daysJoined: closeDays,
    decimal: ',',
    group: '.',
    percentSpace: noBreak,
    ages: { about: 'околу отприлика приближно'.split(' '), years: 'години година год'.split(' ') },
  },
  bg: {
    months: 'януари февруари март април май юни юли август септември октомври ноември декември'.split(' '),
    day: (d, m, y) => `${two(d)}.${two(m)}.${y}`,
    monthOfYear: (m, y) => `${two(m)}.${y}`,
    year: plain,
    dayInWords: plain,
    yearInWords: (y) => `${y} г.`,
    daysJoined: closeDays,
    decimal: ',',
    group: noBreak,
    percentSpace: '',
    ages: { about: 'около приблизително към'.split(' '), years: 'години година год г'.split(' ') },
  },
  ro: {
    months: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(
      ' ',
    ),
    day: (d, m, y) => `${two(d)}.${two(m)}.${y}`,
    monthOfYear: (m, y) => `${two(m)}.${y}`,
    year: plain,
    dayInWords: plain,
    yearInWords: plain,
    daysJoined: closeDays,
    decimal: ',',
    group: '.',
    percentSpace: noBreak,
    ages: { about: 'circa aproximativ aprox cca vreo'.split(' '), years: 'ani an'.split(' ') },
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    day: (d, m, y) => `${two(d)}/${two(m)}/${y}`,
    monthOfYear: (m, y) => `${two(m)}/${y}`,
    year: plain,
    dayInWords: plain,
    yearInWords: plain,
    daysJoined: closeDays,
    decimal: '.',
    group: ',',
    percentSpace: '',
    ages: { about: 'about around approximately ca circa'.split(' '), years: 'years year yrs y old'.split(' ') },
  },
} satisfies Record<Language, Conventions>;
