/** How two words of names relate: the same, one typing error apart, or nothing to each other. */
import { areTwoNames, isCommonGivenName } from './common-names.ts';
import { lettersIn, type NameWord } from './spellings.ts';

export const relations = ['same', 'other-spelling', 'likely-error', 'error', 'other-sex', 'other-name'] as const;
/**
 * same: letter by letter. other-spelling: the same name, written otherwise. likely-error: one error between letters
 * that are easily taken for each other. error: any other single error. other-sex: Ivan and Ivana. other-name: one
 * letter apart, but both are common names that somebody bears.
 */
export type Relation = (typeof relations)[number];

/** Part of the one error that is allowed between two full names. */
export const errorsOf = (relation: Relation): number =>
  relation === 'same' || relation === 'other-spelling' ? 0 : relation === 'likely-error' ? 0.5 : 1;

/** A shorter word one letter apart is another word. */
export const shortestWithError = 4;

const vowels = 'aeiou';
const alike = ['ck', 'cs', 'sz', 'dt', 'gk', 'bp', 'fv', 'bv', 'gd', 'hk', 'gh'];
const isVowel = (letter: string): boolean => vowels.includes(letter);
const soundAlike = (a: string, b: string): boolean =>
  (isVowel(a) && isVowel(b)) || alike.includes(a + b) || alike.includes(b + a);
const isFaint = (letter: string): boolean => letter === 'h' || letter === 'i';

/** What remains of two words without their common beginning and end. */
function difference(a: string, b: string): readonly [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/**
 * Damerau's distance (letters inserted, left out, replaced, two neighbours exchanged) where it is at most one:
 * 0, 0.5 for an error by ear, 1; else null.
 */
export function distance(a: string, b: string): 0 | 0.5 | 1 | null {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 1) return null;
  const [left, right] = difference(a, b);
  const lengths = left.length + right.length;
  if (lengths === 1) return isFaint(left + right) ? 0.5 : 1;
  if (left.length === 1 && right.length === 1) return soundAlike(left, right) ? 0.5 : 1;
  const isExchanged = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isExchanged ? 1 : null;
}

/** Ivan and Ivana: what the other bears is a man's name, and not Ivana without her last letter. */
function differBySex(a: string, b: string): boolean {
  const [man, woman] = a.length < b.length ? [a, b] : [b, a];
  return woman === `${man}a` && isCommonGivenName(man);
}

/** What is known of two words whose spellings are at most one error apart. */
interface NearWords {
  /** Least distance of any two of their spellings. */
  readonly least: number;
  /** The likeliest spelling of each. */
  readonly one: string;
  readonly other: string;
  /** Letters of the longer one as written. */
  readonly length: number;
}

/** Relation of two words that are not the same letter by letter. */
export function nearRelation({ least, one, other, length }: NearWords): Relation | null {
  // Of a rarer reading (Milan for Miljan) only the likeliest one is somebody's common name.
  if (areTwoNames(one, other)) return 'other-name';
  if (least === 0) return 'other-spelling';
  if (length < shortestWithError) return null;
  if (differBySex(one, other)) return 'other-sex';
  return least < 1 ? 'likely-error' : 'error';
}

/** Relation of two words; null where they have nothing to do with each other. */
export function relationOf(a: NameWord, b: NameWord): Relation | null {
  if (a.written === b.written) return 'same';
  let least: number | null = null;
  for (const left of a.spellings) {
    for (const right of b.spellings) {
      const found = distance(left, right);
      if (found !== null && (least === null || found < least)) least = found;
    }
  }
  if (least === null) return null;
  const length = Math.max(lettersIn(a), lettersIn(b));
  return nearRelation({ least, one: a.spellings[0] ?? '', other: b.spellings[0] ?? '', length });
}
