/** Whether two full names may be one person's: the rule that the index finds candidates for and must agree with. */
import { type NamePart, type NameParts, namePartsOf } from './name-parts.ts';
import { errorsOf, type Relation, relationOf } from './word-relation.ts';

export interface FullName {
  readonly given: string;
  readonly family: string;
}

/** Something that speaks against one person although the letters are near. */
export type NameDoubt = 'other-sex' | 'other-name';

export interface NameMatch {
  /** 0: the same in some spelling; at most 1. */
  readonly errors: number;
  /** Letter by letter. */
  readonly isSame: boolean;
  /** Given and family name stand in each other's place. */
  readonly isSwapped: boolean;
  /** One side has words that the other lacks: a second name, a name by marriage. */
  readonly isPartial: boolean;
  readonly doubt: NameDoubt | null;
}

/** How a word of one name relates to a word of the other. */
export type Relate<A, B> = (a: A, b: B) => Relation | null;

interface PartMatch {
  readonly errors: number;
  readonly isSame: boolean;
  readonly isPartial: boolean;
  readonly doubt: NameDoubt | null;
}

const mostErrors = 1;

const nothing: PartMatch = { errors: 0, isSame: true, isPartial: false, doubt: null };

const plus = (a: PartMatch, b: PartMatch): PartMatch => ({
  errors: a.errors + b.errors,
  isSame: a.isSame && b.isSame,
  isPartial: a.isPartial || b.isPartial,
  doubt: a.doubt ?? b.doubt,
});

const weight = ({ errors, isSame, isPartial, doubt }: PartMatch): number =>
  errors * 8 + (doubt === null ? 0 : 4) + (isPartial ? 2 : 0) + (isSame ? 0 : 1);

const better = (a: PartMatch | null, b: PartMatch | null): PartMatch | null =>
  a === null || (b !== null && weight(b) < weight(a)) ? b : a;

function ofRelation(relation: Relation | null): PartMatch | null {
  if (relation === null) return null;
  const doubt = relation === 'other-sex' || relation === 'other-name' ? relation : null;
  return { errors: errorsOf(relation), isSame: relation === 'same', isPartial: false, doubt };
}

/** Every word of the shorter list is found in the longer one, whatever their order. */
function pair<A, B>(a: readonly A[], b: readonly B[], relate: Relate<A, B>): PartMatch | null {
  const [first, ...rest] = a;
  if (first === undefined) return b.length === 0 ? nothing : { ...nothing, isSame: false, isPartial: true };
  let best: PartMatch | null = null;
  for (const [at, candidate] of b.entries()) {
    const found = ofRelation(relate(first, candidate));
    if (found === null) continue;
    const others = pair(rest, b.toSpliced(at, 1), relate);
    const both = others === null ? null : plus(found, others);
    if (both !== null && both.errors <= mostErrors) best = better(best, both);
  }
  return best;
}

const flip =
  <A, B>(relate: Relate<A, B>): Relate<B, A> =>
  (b, a) =>
    relate(a, b);

const pairWords = <A, B>(a: readonly A[], b: readonly B[], relate: Relate<A, B>): PartMatch | null =>
  a.length <= b.length ? pair(a, b, relate) : pair(b, a, flip(relate));

function comparePart<A, B>(a: NamePart<A>, b: NamePart<B>, relate: Relate<A, B>): PartMatch | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  const [one] = a.words;
  const [other] = b.words;
  if (a.joined === null && b.joined === null && one !== undefined && other !== undefined) {
    return ofRelation(relate(one, other));
  }
  const byWords = pairWords(a.words, b.words, relate);
  const left = a.joined ?? one;
  const right = b.joined ?? other;
  const joined = left === undefined || right === undefined ? null : ofRelation(relate(left, right));
  return better(byWords, joined);
}

function compareBoth(given: PartMatch | null, family: PartMatch | null): PartMatch | null {
  if (given === null || family === null) return null;
  const both = plus(given, family);
  return both.errors <= mostErrors ? both : null;
}

/** In family names the ending of a woman's name speaks against nothing. */
const inFamilyNames =
  <A, B>(relate: Relate<A, B>): Relate<A, B> =>
  (a, b) => {
    const relation = relate(a, b);
    return relation === 'other-sex' ? 'error' : relation;
  };

/** Words given in one order and family words in the other, more than two together: nobody knows which is which. */
function compareAll<A, B>(a: NameParts<A>, b: NameParts<B>, relate: Relate<A, B>): PartMatch | null {
  const words = [...a.given.words, ...a.family.words];
  const others = [...b.given.words, ...b.family.words];
  return words.length > 2 && words.length === others.length ? pairWords(words, others, relate) : null;
}

/** Compares two names whose words `relate` knows; null where they are not alike. Both need a given and a family name. */
export function compareParts<A, B>(a: NameParts<A>, b: NameParts<B>, relate: Relate<A, B>): NameMatch | null {
  const straight = compareBoth(
    comparePart(a.given, b.given, relate),
    comparePart(a.family, b.family, inFamilyNames(relate)),
  );
  if (straight !== null && straight.errors === 0) return { ...straight, isSwapped: false };
  const swapped = better(
    compareBoth(comparePart(a.given, b.family, relate), comparePart(a.family, b.given, relate)),
    compareAll(a, b, relate),
  );
  const best = better(straight, swapped);
  return best === null ? null : { ...best, isSwapped: best !== straight };
}

/** Compares two full names; null where they are not alike. */
export const compareNames = (a: FullName, b: FullName): NameMatch | null =>
  compareParts(namePartsOf(a.given, a.family), namePartsOf(b.given, b.family), relationOf);

/** True where the name alone makes two people likely to be one. Of one sex, Ivan may be Ivana with an error. */
export const isLikelyName = (match: NameMatch | null, isSameSex: boolean): match is NameMatch =>
  match !== null && (match.doubt === null || (match.doubt === 'other-sex' && isSameSex));
