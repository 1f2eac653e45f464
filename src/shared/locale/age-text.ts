/** What an officer types for an age: `16`, `~16`, `about 16 years`, `15-17`. */
import type { AgeInterval } from '../records/age.ts';

export interface AgeWords {
  /** In front of an age that is not exact. */
  readonly about: readonly string[];
  /** Behind the number. */
  readonly years: readonly string[];
}

/** `about 16` may be a year more or less, as an age that was only estimated (R02 allows as much). */
const tolerance = 1;
const oldest = 110;

/** The ages that a text may mean; null where it is none. */
export function parseAge(text: string, words: readonly AgeWords[]): AgeInterval | null {
  const known = { about: words.flatMap(({ about }) => about), years: words.flatMap(({ years }) => years) };
  const parts = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[~≈]/g, ' ~ ')
    .replace(/[–—-]/g, ' - ')
    .split(/[\s.]+/)
    .filter((part) => part !== '');
  const isAbout = parts[0] === '~' || known.about.includes(parts[0] ?? '');
  const rest = (isAbout ? parts.slice(1) : parts).filter((part) => !known.years.includes(part));
  const numbers = rest
    .filter((part) => part !== '-')
    .map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  const [first = Number.NaN, second = first] = numbers;
  const isRange = rest.length === 3 && rest[1] === '-';
  if (!(rest.length === 1 || isRange) || !(first <= second && second <= oldest)) return null;
  const more = isAbout ? tolerance : 0;
  return { least: Math.max(0, first - more), most: second + more };
}
