/** How likely two records are one person's: points and the reasons that a person can check. */
import { type DayInterval, intersect, isoDay } from '../records/partial-date.ts';
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

type Points = readonly (readonly [LikenessReason, number])[];

/** A name alone, written otherwise and with one error, is enough; a name against a birth date is not. */
const leastScore = 35;

/** The same word as given or as family name alone; only with the birth date is it likely. */
export const partOfName = 'one part';
export type NameLikeness = NameMatch | typeof partOfName | null;

function ofName(match: NameLikeness, isSameSex: boolean): Points {
  if (match === null) return [];
  if (match === partOfName) return [['name-in-part', 20]];
  const points: [LikenessReason, number][] = [];
  if (match.errors > 0) points.push(['name-one-error', match.errors < 1 ? 48 : 42]);
  else points.push(match.isSame ? ['name-same', 60] : ['name-similar-spelling', 58]);
  if (match.isPartial) points.push(['name-in-part', -12]);
  if (match.isSwapped) points.push(['names-swapped', -6]);
  if (!isLikelyName(match, isSameSex)) points.push(['name-of-another', -25]);
  return points;
}

const daysOf = ({ earliest, latest }: DayInterval): number => latest - earliest;
const yearOf = (day: number): string => isoDay(day).slice(0, 4);

/** Longest month. */
const monthDays = 30;

function ofBirth(a: DayInterval | null, b: DayInterval | null): Points {
  if (a === null || b === null) return [];
  if (intersect(a, b) === undefined) {
    // A day or month mistyped stays within the year.
    return [['birth-differs', yearOf(a.earliest) === yearOf(b.earliest) ? -20 : -40]];
  }
  const vaguer = Math.max(daysOf(a), daysOf(b));
  if (vaguer === 0) return [['birth-same', 30]];
  return [vaguer <= monthDays ? ['birth-overlaps', 20] : ['birth-year', 12]];
}

const ofSex = (a: string | null, b: string | null): Points =>
  a === null || b === null ? [] : [a === b ? ['sex-same', 4] : ['sex-differs', -35]];

const ofCitizenship = (a: readonly string[], b: readonly string[]): Points =>
  a.some((country) => b.includes(country)) ? [['citizenship-same', 6]] : [];

/** Points of two records; null where they are not likely enough to be shown. */
export function likenessOf(
  name: NameLikeness,
  hasSameNumber: boolean,
  a: PersonFacts,
  b: PersonFacts,
): Likeness | null {
  const isSameSex = a.sex !== null && a.sex === b.sex;
  const points: Points = [
    ...(hasSameNumber ? ([['personal-number-same', 60]] as const) : []),
    ...ofName(name, isSameSex),
    ...ofBirth(a.birth, b.birth),
    ...ofSex(a.sex, b.sex),
    ...ofCitizenship(a.citizenships, b.citizenships),
  ];
  const sum = points.reduce((total, [, count]) => total + count, 0);
  if (sum < leastScore) return null;
  return { score: Math.min(sum, 100), reasons: points.map(([reason]) => reason) };
}
