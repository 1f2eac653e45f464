/** Sorted spellings of many words in flat memory: found by their beginning, or with one letter wrong. */
import { HashLists } from './hash-lists.ts';

/** Keys are made of the first letters; what follows is compared. */
const indexedLetters = 7;

/** FNV-1a over some letters, leaving out the one at `skip`. */
function hashOf(letters: Uint8Array, from: number, to: number, skip: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    if (at === skip) continue;
    hash = Math.imul(hash ^ (letters[at] as number), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Calls with the hash of the first letters and of the same with each of them left out: two spellings one error apart
 * have one of these in common, whether a letter was inserted, left out, replaced or exchanged with its neighbour.
 */
function eachKey(letters: Uint8Array, from: number, to: number, take: (hash: number) => void): void {
  const end = Math.min(to, from + indexedLetters);
  take(hashOf(letters, from, end, -1));
  for (let skip = from; skip < end; skip += 1) {
    // Leaving out either of two equal neighbours leaves the same.
    if (skip > from && letters[skip] === letters[skip - 1]) continue;
    take(hashOf(letters, from, end, skip));
  }
}

const lettersOf = (spelling: string): Uint8Array => Uint8Array.from(spelling, (letter) => letter.charCodeAt(0));

/** A spelling and the word that may be read so. */
export interface SpelledWord {
  readonly spelling: string;
  readonly word: number;
}

const bySpelling = (a: SpelledWord, b: SpelledWord): number =>
  a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : a.word - b.word;

export class SpellingIndex {
  /** Spelling s stands in #letters from #starts[s] to #starts[s + 1]; in alphabetical order. */
  readonly #letters: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;
  readonly #near: HashLists;

  constructor(spelled: readonly SpelledWord[]) {
    const sorted = spelled.toSorted(bySpelling);
    this.#starts = new Uint32Array(sorted.length + 1);
    this.#words = Uint32Array.from(sorted, ({ word }) => word);
    this.#letters = new Uint8Array(sorted.reduce((sum, { spelling }) => sum + spelling.length, 0));
    let end = 0;
    for (const [at, { spelling }] of sorted.entries()) {
      for (let letter = 0; letter < spelling.length; letter += 1) {
        this.#letters[end + letter] = spelling.charCodeAt(letter);
      }
      end += spelling.length;
      this.#starts[at + 1] = end;
    }
    this.#near = new HashLists((take) => {
      for (let at = 0; at < this.#words.length; at += 1) {
        const [from, to] = [this.#starts[at] as number, this.#starts[at + 1] as number];
        eachKey(this.#letters, from, to, (hash) => take(hash, at));
      }
    });
  }

  #spellingAt(at: number): string {
    return String.fromCharCode(...this.#letters.subarray(this.#starts[at], this.#starts[at + 1]));
  }

  /** Spellings that may be at most one error apart, each once; whoever asks compares them. */
  eachNear(spelling: string, take: (spelling: string, word: number) => void): void {
    const seen = new Set<number>();
    const letters = lettersOf(spelling);
    eachKey(letters, 0, letters.length, (hash) =>
      this.#near.each(hash, (entry) => {
        const length = (this.#starts[entry + 1] as number) - (this.#starts[entry] as number);
        if (Math.abs(length - letters.length) > 1 || seen.has(entry)) return;
        seen.add(entry);
        take(this.#spellingAt(entry), this.#words[entry] as number);
      }),
    );
  }

  /** Words with a spelling that begins so, as long as `take` asks for more; one word may come more than once. */
  eachBeginning(beginning: string, take: (word: number) => boolean): void {
    for (let at = this.#firstFrom(beginning); at < this.#words.length; at += 1) {
      if (!this.#begins(at, beginning) || !take(this.#words[at] as number)) return;
    }
  }

  #begins(at: number, beginning: string): boolean {
    const [from, to] = [this.#starts[at] as number, this.#starts[at + 1] as number];
    if (to - from < beginning.length) return false;
    for (let letter = 0; letter < beginning.length; letter += 1) {
      if (this.#letters[from + letter] !== beginning.charCodeAt(letter)) return false;
    }
    return true;
  }

  #firstFrom(text: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#spellingAt(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get bytes(): number {
    return this.#letters.byteLength + this.#starts.byteLength + this.#words.byteLength + this.#near.bytes;
  }
}
