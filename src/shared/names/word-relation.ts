/** How two words of names relate: the same, one typing error apart, or nothing to each other. */
import { areTwoNames, type CommonName, commonNameOf } from './common-names.ts';
import { distance } from './distance.ts';
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

/** One of two words, as far as their relation rests on it. */
export interface RelatedWord {
  readonly likeliest: () => string;
  readonly common: CommonName;
  /** Letters as written. */
  readonly length: number;
}

/** Ivan and Ivana: what the other bears is a man's name, and not Ivana without her last letter. */
function differBySex(a: RelatedWord, b: RelatedWord): boolean {
  if (a.common.given === 0 && b.common.given === 0) return false;
  const [one, other] = [a.likeliest(), b.likeliest()];
  return (a.common.given !== 0 && other === `${one}a`) || (b.common.given !== 0 && one === `${other}a`);
}

/** Relation of two words that are not the same letter by letter, by the least distance of any two of their spellings. */
export function nearRelation(least: number, a: RelatedWord, b: RelatedWord): Relation | null {
  if (areTwoNames(a.common, b.common)) return 'other-name';
  if (least === 0) return 'other-spelling';
  if (Math.max(a.length, b.length) < shortestWithError) return null;
  if (differBySex(a, b)) return 'other-sex';
  return least < 1 ? 'likely-error' : 'error';
}

/** A word as `nearRelation` takes it. */
export function relatedWord(word: NameWord): RelatedWord {
  const [likeliest = ''] = word.spellings;
  return { likeliest: () => likeliest, common: commonNameOf(likeliest), length: lettersIn(word) };
}

/** Relation of two words; null where they have nothing to do with each other. */
export function relationOf(a: NameWord, b: NameWord): Relation | null {
  if (a.written === b.written) return 'same';
  let least: number | null = null;
  for (const one of a.spellings) {
    for (const other of b.spellings) {
      const found = distance(one, other);
      if (found !== null && (least === null || found < least)) least = found;
    }
  }
  return least === null ? null : nearRelation(least, relatedWord(a), relatedWord(b));
}
