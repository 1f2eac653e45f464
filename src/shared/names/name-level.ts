/** An index over a fixed set of persons; changes are other levels above it, and here a mark that a person is gone. */
import { compareParts, type NameMatch } from './compare-names.ts';
import { HashLists } from './hash-lists.ts';
import type { NameEntry } from './name-entry.ts';
import type { NamePart, NameParts } from './name-parts.ts';
import { type NumberHash, PersonCollector, type PersonColumns } from './person-columns.ts';
import type { NameWord } from './spellings.ts';
import { WordDictionary } from './word-dictionary.ts';
import { errorsOf, type Relation } from './word-relation.ts';

type Related = ReadonlyMap<number, Relation>;

const mostErrors = 1;

/** The same for both orders, as given and family name may be swapped. */
function hashOfPair(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  const hash = Math.imul(low ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(high + 0x7f4a7c15, 0xc2b2ae35);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

const mapPart = <A, B>({ words, joined }: NamePart<A>, map: (word: A) => B): NamePart<B> => ({
  words: words.map(map),
  joined: joined === null ? null : map(joined),
});

const allOf = <W>({ words, joined }: NamePart<W>): readonly W[] => (joined === null ? words : [...words, joined]);

/** Two words that have no more than one error together. */
function* pairsOf(given: Related, family: Related): Generator<readonly [number, number]> {
  for (const [one, relation] of given) {
    const left = mostErrors - errorsOf(relation);
    for (const [other, second] of family) if (errorsOf(second) <= left) yield [one, other];
  }
}

export class NameLevel {
  readonly dictionary: WordDictionary;
  readonly persons: PersonColumns;
  readonly #isGone: Uint8Array;
  /** Persons by every two of their words. */
  readonly #pairs: HashLists;
  readonly #numbers: HashLists;
  /** Persons of word w stand in #holders from #firsts[w] to #firsts[w + 1], in the order of entry. */
  readonly #firsts: Uint32Array;
  readonly #holders: Uint32Array;
  #gone = 0;

  /** Builds from entries in the order of their `seq`. */
  constructor(entries: Iterable<NameEntry> | PersonCollector) {
    const collector = entries instanceof PersonCollector ? entries : new PersonCollector();
    if (!(entries instanceof PersonCollector)) for (const entry of entries) collector.add(entry);
    this.persons = collector.finish();
    this.dictionary = new WordDictionary(collector.words);
    this.#isGone = new Uint8Array(this.persons.size);
    this.#pairs = new HashLists(this.persons.size, (take) => this.#eachPair(take));
    this.#numbers = new HashLists(this.persons.size, (take) => this.persons.eachNumber(take));
    this.#firsts = new Uint32Array(this.dictionary.size + 1);
    this.#eachHolder((word) => {
      this.#firsts[word + 1] = (this.#firsts[word + 1] as number) + 1;
    });
    for (let word = 1; word < this.#firsts.length; word += 1) {
      this.#firsts[word] = (this.#firsts[word] as number) + (this.#firsts[word - 1] as number);
    }
    this.#holders = new Uint32Array(this.#firsts.at(-1) ?? 0);
    const next = this.#firsts.slice();
    this.#eachHolder((word, person) => {
      const at = next[word] as number;
      next[word] = at + 1;
      this.#holders[at] = person;
    });
  }

  #eachHolder(take: (word: number, person: number) => void): void {
    for (let person = 0; person < this.persons.size; person += 1) {
      this.persons.eachWord(person, (word) => take(word, person));
    }
  }

  /** Every two words of one person. */
  #eachPair(take: (hash: number, person: number) => void): void {
    const { persons } = this;
    for (let person = 0; person < persons.size; person += 1) {
      const end = persons.endOfWords(person);
      for (let one = persons.firstWord(person); one < end; one += 1) {
        for (let other = one + 1; other < end; other += 1) {
          take(hashOfPair(persons.wordAt(one), persons.wordAt(other)), person);
        }
      }
    }
  }

  /** Persons that are still here. */
  get size(): number {
    return this.persons.size - this.#gone;
  }

  has(person: number): boolean {
    return this.#isGone[person] === 0;
  }

  /** Takes a record out and overwrites what was known of it; false where it is not here. */
  remove(seq: number): boolean {
    const person = this.persons.find(seq);
    if (person < 0 || !this.has(person)) return false;
    this.#isGone[person] = 1;
    this.#gone += 1;
    this.persons.blank(person);
    return true;
  }

  /** How many persons bear a word, at most. */
  holdersOf(word: number): number {
    return (this.#firsts[word + 1] as number) - (this.#firsts[word] as number);
  }

  /** Persons who bear a word, the newest first, as long as `take` asks for more. */
  eachHolderOf(word: number, take: (person: number) => boolean): void {
    const first = this.#firsts[word] as number;
    for (let at = (this.#firsts[word + 1] as number) - 1; at >= first; at -= 1) {
      const person = this.#holders[at] as number;
      if (this.has(person) && !take(person)) return;
    }
  }

  /** Persons who bear both words, and some that only seem to. */
  eachWithPair(one: number, other: number, take: (person: number) => void): void {
    this.#pairs.each(hashOfPair(one, other), (person) => {
      if (this.has(person)) take(person);
    });
  }

  /** Persons whose full name `compareParts` takes for this one, each once. */
  eachLike(name: NameParts<NameWord>, take: (person: number, match: NameMatch) => void): void {
    const related = (word: NameWord): Related => this.dictionary.alike(word);
    const asked: NameParts<Related> = { given: mapPart(name.given, related), family: mapPart(name.family, related) };
    const seen = new Set<number>();
    const namesakes = new Map<number, NameMatch | null>();
    const compare = (person: number): NameMatch | null =>
      compareParts(asked, this.persons.parts(person), (word, found) => word.get(found) ?? null);

    const consider = (person: number): void => {
      if (seen.has(person)) return;
      seen.add(person);
      let match: NameMatch | null | undefined;
      if (this.persons.isSimple(person)) {
        const first = this.persons.firstWord(person);
        const key = this.persons.wordAt(first) * this.dictionary.size + this.persons.wordAt(first + 1);
        match = namesakes.get(key);
        if (match === undefined) {
          match = compare(person);
          namesakes.set(key, match);
        }
      } else match = compare(person);
      if (match !== null) take(person, match);
    };
    for (const given of allOf(asked.given)) {
      for (const family of allOf(asked.family)) {
        for (const [one, other] of pairsOf(given, family)) this.eachWithPair(one, other, consider);
      }
    }
  }

  eachWithNumber([low, high]: NumberHash, take: (person: number) => void): void {
    this.#numbers.each(low, (person) => {
      if (this.has(person) && this.persons.number(person)[1] === high) take(person);
    });
  }

  get bytes(): number {
    const own = [this.#isGone, this.#firsts, this.#holders].reduce((sum, array) => sum + array.byteLength, 0);
    return own + this.persons.bytes + this.dictionary.bytes + this.#pairs.bytes + this.#numbers.bytes;
  }
}
