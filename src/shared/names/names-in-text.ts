/** Whether a text names somebody: two neighbouring words with capitals that are given and family name of a person. */
import type { NameLevel } from './name-level.ts';
import { namePartsOf } from './name-parts.ts';

const capitalised = /\p{Lu}[\p{L}\p{M}'’ʼ-]+/gu;
/** Longer texts are lists, and lists are no place to look for a slip of the pen. */
const mostPairs = 200;

/** Pairs of neighbouring words that might be a name, in the order of the text. */
export function possibleNames(text: string): readonly (readonly [string, string])[] {
  const words = [...text.matchAll(capitalised)];
  const pairs: (readonly [string, string])[] = [];
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next === undefined || pairs.length === mostPairs) break;
    const between = text.slice(word.index + word[0].length, next.index);
    if (/^\s{1,3}$/.test(between)) pairs.push([word[0], next[0]]);
  }
  return pairs;
}

/** Spelled as the person's name or in another spelling of it, in either order; a name with an error in it names nobody. */
export function namesSomebody(levels: readonly NameLevel[], text: string): boolean {
  return possibleNames(text).some(([given, family]) => {
    const name = namePartsOf(given, family);
    let isNamed = false;
    for (const level of levels) {
      level.eachLike(name, (_, { errors }) => {
        isNamed ||= errors === 0;
      });
      if (isNamed) return true;
    }
    return false;
  });
}
