/** Every word that occurs in the names of an index, once; words alike or begun so are found without a walk over all. */
import { commonNameOf } from './common-names.ts';
import { FlatTexts } from './flat-texts.ts';
import { type Range, type SpelledWord, SpellingIndex } from './spelling-index.ts';
import { lettersIn, type NameWord, spellingsOf } from './spellings.ts';
import { nearRelation, type RelatedWord, type Relation, relatedWord } from './word-relation.ts';

/** Gives each written word its number while an index is being built. */
export class WordCollector {
  readonly #numbers = new Map<string, number>();

  numberOf(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    this.#numbers.set(written, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get words(): Iterable<string> {
    return this.#numbers.keys();
  }

  get size(): number {
    return this.#numbers.size;
  }
}

/** Words whose spelling begins as one that is typed, or is the same, as places in the alphabet. */
export class Beginnings {
  readonly #index: SpellingIndex;
  readonly #begins: readonly Range[];
  readonly #equals: readonly Range[];

  constructor(index: SpellingIndex, { spellings }: NameWord) {
    const found = spellings.map((spelling) => index.range(spelling));
    this.#index = index;
    this.#begins = found.map(({ begins }) => begins);
    this.#equals = found.map(({ equals }) => equals);
  }

  /** How many spellings begin so: an estimate of how many words there are. */
  get count(): number {
    return this.#begins.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** How a word begins: 0 as it goes on no further, 1 as it does; null otherwise. */
  fit(word: number): 0 | 1 | null {
    if (!this.#index.isIn(word, this.#begins)) return null;
    return this.#index.isIn(word, this.#equals) ? 0 : 1;
  }

  /** The same words first, then those that go on, each once. */
  get words(): readonly number[] {
    const found = new Set<number>();
    this.each((word) => found.add(word).size > 0);
    return [...found];
  }

  /** The same words first, then those that go on, as long as `take` asks for more; one may come more than once. */
  each(take: (word: number) => boolean): void {
    for (const ranges of [this.#equals, this.#begins]) {
      for (const { from, to } of ranges) {
        for (let place = from; place < to; place += 1) if (!take(this.#index.word(place))) return;
      }
    }
  }
}

export class WordDictionary {
  readonly size: number;
  readonly #written: FlatTexts;
  /** The likeliest spelling of each word. */
  readonly #likeliest: FlatTexts;
  readonly #index: SpellingIndex;
  /** Letters as written, and the common names that the words are. */
  readonly #lengths: Uint8Array;
  readonly #commonGiven: Uint16Array;
  readonly #commonFamily: Uint16Array;

  constructor(collected: WordCollector) {
    this.size = collected.size;
    const words = [...collected.words];
    const spelled: SpelledWord[] = [];
    const likeliest: string[] = [];
    for (const [word, written] of words.entries()) {
      const spellings = spellingsOf(written);
      likeliest.push(spellings[0] ?? '');
      for (const spelling of spellings) spelled.push({ spelling, word });
    }
    this.#lengths = Uint8Array.from(words, (written) => Math.min(lettersIn({ written }), 255));
    const common = likeliest.map(commonNameOf);
    this.#commonGiven = Uint16Array.from(common, ({ given }) => given);
    this.#commonFamily = Uint16Array.from(common, ({ family }) => family);
    this.#written = new FlatTexts(words);
    this.#likeliest = new FlatTexts(likeliest);
    this.#index = new SpellingIndex(spelled, words.length);
  }

  /** The word as it was written. */
  written(word: number): string {
    return this.#written.at(word);
  }

  /** Words related to this one, as `relationOf` relates them. */
  alike(asked: NameWord): Map<number, Relation> {
    const least = new Map<number, number>();
    for (const spelling of asked.spellings) {
      this.#index.eachNear(spelling, (word, distance) => {
        const known = least.get(word);
        if (known === undefined || distance < known) least.set(word, distance);
      });
    }
    const related = new Map<number, Relation>();
    const one = relatedWord(asked);
    for (const [word, errors] of least) {
      const isSame = errors === 0 && this.#written.equals(word, asked.written);
      const relation = isSame ? 'same' : nearRelation(errors, one, this.#related(word));
      if (relation !== null) related.set(word, relation);
    }
    return related;
  }

  #related(word: number): RelatedWord {
    return {
      likeliest: () => this.#likeliest.at(word),
      common: { given: this.#commonGiven[word] as number, family: this.#commonFamily[word] as number },
      length: this.#lengths[word] as number,
    };
  }

  beginningsOf(typed: NameWord): Beginnings {
    return new Beginnings(this.#index, typed);
  }

  get bytes(): number {
    const numbers = [this.#lengths, this.#commonGiven, this.#commonFamily];
    const texts = this.#written.bytes + this.#likeliest.bytes;
    return numbers.reduce((sum, array) => sum + array.byteLength, texts + this.#index.bytes);
  }
}
