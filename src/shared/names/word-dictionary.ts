/** Every word that occurs in the names of an index, once; words alike or begun so are found without a walk over all. */
import { FlatTexts } from './flat-texts.ts';
import { type SpelledWord, SpellingIndex } from './spelling-index.ts';
import { lettersIn, type NameWord, spellingsOf } from './spellings.ts';
import { distance, nearRelation, type Relation } from './word-relation.ts';

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

export class WordDictionary {
  readonly size: number;
  readonly #written: FlatTexts;
  /** The likeliest spelling of each word. */
  readonly #likeliest: FlatTexts;
  readonly #index: SpellingIndex;

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
    this.#written = new FlatTexts(words);
    this.#likeliest = new FlatTexts(likeliest);
    this.#index = new SpellingIndex(spelled);
  }

  /** The word as it was written. */
  written(word: number): string {
    return this.#written.at(word);
  }

  /** Words related to this one, as `relationOf` relates them. */
  alike(asked: NameWord): Map<number, Relation> {
    const least = new Map<number, number>();
    for (const spelling of asked.spellings) {
      this.#index.eachNear(spelling, (other, word) => {
        const known = least.get(word);
        if (known === 0) return;
        const found = distance(spelling, other);
        if (found !== null && (known === undefined || found < known)) least.set(word, found);
      });
    }
    const related = new Map<number, Relation>();
    for (const [word, errors] of least) {
      const relation = this.#relationTo(asked, word, errors);
      if (relation !== null) related.set(word, relation);
    }
    return related;
  }

  #relationTo(asked: NameWord, word: number, least: number): Relation | null {
    const written = this.written(word);
    if (written === asked.written) return 'same';
    const length = Math.max(lettersIn(asked), lettersIn({ written }));
    return nearRelation({ least, one: asked.spellings[0] ?? '', other: this.#likeliest.at(word), length });
  }

  /** Words that begin like this one in some spelling, in alphabetical order of the spelling, at most so many. */
  beginningWith(asked: NameWord, most: number): Set<number> {
    const found = new Set<number>();
    for (const spelling of asked.spellings) {
      this.#index.eachBeginning(spelling, (word) => {
        found.add(word);
        return found.size < most;
      });
    }
    return found;
  }

  get bytes(): number {
    return this.#written.bytes + this.#likeliest.bytes + this.#index.bytes;
  }
}
