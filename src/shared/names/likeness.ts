/** How likely two records are one person's: points and the reasons that a person can check. */
import { type DayInterval, isoDay } from '../records/partial-date.ts';
import { isLikelyName, type NameMatch } from './compare-names.ts';

/** What speaks for one person, then what speaks against. */
export const likenessReasons = [
  'personal-number-same',
  'name-same',
  'name-similar-spelling',
  'name-one-error',
  'name-in-part',
  'names-swapped',
  'birth-same',
  'birth-overlaps',
  'birth-year',
  'sex-same',
  'citizenship-same',
  'name-of-another',
  'birth-differs',
  'sex-differs',
] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** What is known of somebody beside her name. */
export interface PersonFacts {
  readonly birth: DayInterval | null;
  readonly sex: string | null;
  readonly citizenships: readonly string[];
}

export interface Likeness {
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** Told each reason with its points. */
type Count = (reason: LikenessReason, points: number) => void;

/** A name alone, written otherwise and with one error, is enough; a name against a birth date is not. */
const leastScore = 35;
const mostScore = 100;

/** The same word as given or as family name alone; only with the birth date is it likely. */
export const partOfName = 'one part';
export type NameLikeness = NameMatch | typeof partOfName | null;

function countName(match: NameLikeness, isSameSex: boolean, count: Count): void {
  if (match === null) return;
  if (match === partOfName) {
    count('name-in-part', 20);
    return;
  }
  if (match.errors > 0) count('name-one-error', match.errors < 1 ? 48 : 42);
  else if (match.isSame) count('name-same', 60);
  else count('name-similar-spelling', 58);
  if (match.isPartial) count('name-in-part', -12);
  if (match.isSwapped) count('names-swapped', -6);
  if (!isLikelyName(match, isSameSex)) count('name-of-another', -25);
}

const daysOf = ({ earliest, latest }: DayInterval): number => latest - earliest;
const yearOf = (day: number): string => isoDay(day).slice(0, 4);

/** Longest month. */
const monthDays = 30;

function countBirth(a: DayInterval | null, b: DayInterval | null, count: Count): void {
  if (a === null || b === null) return;
  if (a.earliest > b.latest || b.earliest > a.latest) {
    // A day or month mistyped stays within the year.
    count('birth-differs', yearOf(a.earliest) === yearOf(b.earliest) ? -20 : -40);
    return;
  }
  const vaguer = Math.max(daysOf(a), daysOf(b));
  if (vaguer === 0) count('birth-same', 30);
  else if (vaguer <= monthDays) count('birth-overlaps', 20);
  else count('birth-year', 12);
}

/** What two records have in common, as far as the index knows. */
export interface Comparison {
  readonly name: NameLikeness;
  readonly hasSameNumber: boolean;
  readonly a: PersonFacts;
  readonly b: PersonFacts;
}

function countAll({ name, hasSameNumber, a, b }: Comparison, count: Count): void {
  if (hasSameNumber) count('personal-number-same', 60);
  const isSexKnown = a.sex !== null && b.sex !== null;
  countName(name, isSexKnown && a.sex === b.sex, count);
  countBirth(a.birth, b.birth, count);
  if (isSexKnown) count(...((a.sex === b.sex ? ['sex-same', 4] : ['sex-differs', -35]) as Parameters<Count>));
  if (a.citizenships.some((country) => b.citizenships.includes(country))) count('citizenship-same', 6);
}

/** Points of two records, 0 to 100; null where they are not likely enough to be shown. */
export function scoreOf(comparison: Comparison): number | null {
  let sum = 0;
  countAll(comparison, (_reason, points) => {
    sum += points;
  });
  return sum < leastScore ? null : Math.min(sum, mostScore);
}

/** What the points are for, in the order of their weight. */
export function reasonsOf(comparison: Comparison): LikenessReason[] {
  const reasons: LikenessReason[] = [];
  countAll(comparison, (reason) => void reasons.push(reason));
  return reasons;
}
