/** Passphrases: one to suggest, and a judgement of one's own. */
import { randomInt } from 'node:crypto';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { commonWords, keyboardRows } from './common-words.ts';
import { normalisePassphrase } from './kdf.ts';

// Letters that lie on the same keys of every Latin layout of the region: no q, w, x, y, z, and nothing with a mark.
const consonants = 'bdfgklmnprstv';
const vowels = 'aeiou';
const groups = 4;
const syllablesPerGroup = 3;
export const leastLength = 15;
const leastScore = 3;

export interface Judgement {
  readonly acceptable: boolean;
  readonly score: number;
  readonly problems: ('TOO_SHORT' | 'KNOWN_WORDS' | 'GUESSABLE')[];
}

/** Four groups of three syllables, such as `bakilo-temuna-rofeti-ganipu`: 72 bits (13 x 5 to the power of 12). */
export function suggestPassphrase(choose: (below: number) => number = (below) => randomInt(below)): string {
  const letter = (letters: string): string => letters.charAt(choose(letters.length));
  const syllable = (): string => letter(consonants) + letter(vowels);
  const group = (): string => Array.from({ length: syllablesPerGroup }, syllable).join('');
  return Array.from({ length: groups }, group).join('-');
}

const judge = new ZxcvbnFactory({ dictionary: { regional: [...commonWords, ...keyboardRows] } });

/** Lower case without marks, so that `Ministria e Brendshme` is found in `ministriaebrendshme`. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const knownParts = (knownWords: readonly string[]): string[] => [
  ...new Set(
    knownWords
      .flatMap((words) => [words, words.replace(/\s+/g, ''), ...words.split(/[^\p{L}\p{N}]+/u)])
      .map(plain)
      .filter((word) => word.length >= 3),
  ),
];

/** Whether a passphrase of one's own is long and hard enough; `knownWords` are names an attacker would try first. */
export function judgePassphrase(passphrase: string, knownWords: readonly string[]): Judgement {
  const text = plain(normalisePassphrase(passphrase));
  const known = knownParts(knownWords);
  const { score } = judge.check(text, known);
  const rest = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
    .replace(/[^\p{L}\p{N}]/gu, '');
  const problems: Judgement['problems'] = [];
  if ([...normalisePassphrase(passphrase)].length < leastLength) problems.push('TOO_SHORT');
  // What is left when the known names are taken out must still be worth guessing.
  if (rest.length < text.replace(/[^\p{L}\p{N}]/gu, '').length && judge.check(rest).score < leastScore) {
    problems.push('KNOWN_WORDS');
  }
  if (score < leastScore) problems.push('GUESSABLE');
  return { acceptable: problems.length === 0, score, problems };
}
