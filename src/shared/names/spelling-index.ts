/** Sorted spellings of many words in flat memory: found by their beginning, or with one letter wrong. */
import { distanceOf, type Letters, lettersOf } from './distance.ts';
import { HashLists } from './hash-lists.ts';

/** Keys are made of the first letters; what follows is compared. */
const indexedLetters = 7;

/** FNV-1a over some letters, leaving out the one at `skip`. */
function hashOf(array: Uint8Array, from: number, to: number, skip: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    if (at !== skip) hash = Math.imul(hash ^ (array[at] as number), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Calls with the hash of the first letters and of the same with each of them left out: two spellings one error apart
 * have one of these in common, whether a letter was inserted, left out, replaced or exchanged with its neighbour.
 */
function eachKey({ array, from, to }: Letters, take: (hash: number) => void): void {
  const end = Math.min(to, from + indexedLetters);
  take(hashOf(array, from, end, -1));
  for (let skip = from; skip < end; skip += 1) {
    // Leaving out either of two equal neighbours leaves the same.
    if (skip === from || array[skip] !== array[skip - 1]) take(hashOf(array, from, end, skip));
  }
}

/** A spelling and the word that may be read so. */
export interface SpelledWord {
  readonly spelling: string;
  readonly word: number;
}

/** Places of spellings in alphabetical order, from one up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Text that sorts by the spelling and then by the word: hundreds of thousands are sorted without calling back. */
const sortable = ({ spelling, word }: SpelledWord): string =>
  `${spelling}\0${String.fromCharCode(word >>> 16, word & 0xffff)}`;
const wordOf = (text: string): number => text.charCodeAt(text.length - 2) * 0x10000 + text.charCodeAt(text.length - 1);
const lengthOf = (text: string): number => text.length - 3;

export class SpellingIndex {
  /** Spelling s stands in #letters from #starts[s] to #starts[s + 1]; in alphabetical order. */
  readonly #letters: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;
  /** Places of the spellings of word w, from #firsts[w] to #firsts[w + 1]. */
  readonly #places: Uint32Array;
  readonly #firsts: Uint32Array;
  readonly #near: HashLists;

  /** `words`: how many words there are; each has a spelling. */
  constructor(spelled: readonly SpelledWord[], words: number) {
    const sorted = spelled.map(sortable).sort();
    this.#starts = new Uint32Array(sorted.length + 1);
    this.#words = Uint32Array.from(sorted, wordOf);
    this.#letters = new Uint8Array(sorted.reduce((sum, text) => sum + lengthOf(text), 0));
    let end = 0;
    for (const [at, text] of sorted.entries()) {
      for (let letter = 0; letter < lengthOf(text); letter += 1) this.#letters[end + letter] = text.charCodeAt(letter);
      end += lengthOf(text);
      this.#starts[at + 1] = end;
    }
    this.#firsts = new Uint32Array(words + 1);
    for (const word of this.#words) this.#firsts[word + 1] = (this.#firsts[word + 1] as number) + 1;
    for (let word = 1; word <= words; word += 1) {
      this.#firsts[word] = (this.#firsts[word] as number) + (this.#firsts[word - 1] as number);
    }
    this.#places = new Uint32Array(sorted.length);
    const next = this.#firsts.slice();
    for (const [place, word] of this.#words.entries()) {
      this.#places[next[word] as number] = place;
      next[word] = (next[word] as number) + 1;
    }
    this.#near = new HashLists(sorted.length * indexedLetters, (take) => {
      for (let at = 0; at < this.#words.length; at += 1) eachKey(this.#spelling(at), (hash) => take(hash, at));
    });
  }

  #spelling(at: number): Letters {
    return { array: this.#letters, from: this.#starts[at] as number, to: this.#starts[at + 1] as number };
  }

  /** The word that is read as the spelling at a place. */
  word(place: number): number {
    return this.#words[place] as number;
  }

  /** Words with a spelling at most one error apart; one word may come more than once. */
  eachNear(spelling: string, take: (word: number, distance: number) => void): void {
    const letters = lettersOf(spelling);
    eachKey(letters, (hash) =>
      this.#near.each(hash, (entry) => {
        const found = distanceOf(
          letters,
          this.#letters,
          this.#starts[entry] as number,
          this.#starts[entry + 1] as number,
        );
        if (found !== null) take(this.#words[entry] as number, found);
      }),
    );
  }

  /** Spellings that begin so, and of these the ones that go no further. */
  range(beginning: string): { readonly begins: Range; readonly equals: Range } {
    const letters = lettersOf(beginning);
    const from = this.#firstWhere((place) => this.#compare(place, letters, false) >= 0);
    const to = this.#firstWhere((place) => this.#compare(place, letters, false) > 0, from);
    const equalTo = this.#firstWhere((place) => this.#compare(place, letters, true) > 0, from, to);
    return { begins: { from, to }, equals: { from, to: equalTo } };
  }

  /** Whether a word has a spelling in one of these ranges. */
  isIn(word: number, ranges: readonly Range[]): boolean {
    const end = this.#firsts[word + 1] as number;
    for (let at = this.#firsts[word] as number; at < end; at += 1) {
      const place = this.#places[at] as number;
      for (const { from, to } of ranges) if (place >= from && place < to) return true;
    }
    return false;
  }

  /** Alphabetical order of a spelling and some letters; `isWhole`: a spelling that goes on stands behind. */
  #compare(place: number, { array, to }: Letters, isWhole: boolean): number {
    const from = this.#starts[place] as number;
    const length = (this.#starts[place + 1] as number) - from;
    for (let at = 0; at < to; at += 1) {
      if (at >= length) return -1;
      const difference = (this.#letters[from + at] as number) - (array[at] as number);
      if (difference !== 0) return difference;
    }
    return isWhole && length > to ? 1 : 0;
  }

  #firstWhere(isBehind: (place: number) => boolean, first = 0, last = this.#words.length): number {
    let [low, high] = [first, last];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBehind(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  get bytes(): number {
    const held = [this.#letters, this.#starts, this.#words, this.#places, this.#firsts];
    return held.reduce((sum, array) => sum + array.byteLength, this.#near.bytes);
  }
}
