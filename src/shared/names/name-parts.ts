/** The two parts of a full name, in words. */
import { joinWords, type NameWord, wordsOf } from './spellings.ts';

/** Words of one part of a name, and all of them as one word where there are several (Ana Marija, Anamarija). */
export interface NamePart<W> {
  readonly words: readonly W[];
  readonly joined: W | null;
}

export interface NameParts<W> {
  readonly given: NamePart<W>;
  readonly family: NamePart<W>;
}

const partOf = (words: readonly NameWord[]): NamePart<NameWord> => ({
  words,
  joined: words.length > 1 ? joinWords(words) : null,
});

/** A typed name in words and joined words. */
export const namePartsOf = (given: string, family: string): NameParts<NameWord> => ({
  given: partOf(wordsOf(given)),
  family: partOf(wordsOf(family)),
});
