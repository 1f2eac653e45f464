/**
 * Finds persons while a name is being typed: words in any order, the beginning of a word, one typing error. A whole
 * personal or document number finds her as well.
 */
import { plainNumber } from './name-entry.ts';
import type { NameLevel } from './name-level.ts';
import { hashOfNumber } from './person-columns.ts';
import { joinWords, lettersIn, type NameWord, wordsOf } from './spellings.ts';
import type { Beginnings } from './word-dictionary.ts';

/** How a word of the name fits what was typed, from best to worst; or that the number was typed. */
export const nameFits = ['same', 'begins', 'error', 'number'] as const;
export type NameFit = (typeof nameFits)[number];

export interface TypedHit {
  readonly seq: number;
  readonly person: number;
  readonly level: NameLevel;
  readonly fit: NameFit;
}

export interface TypedHits {
  readonly hits: readonly TypedHit[];
  /** There are more than were asked for. */
  readonly hasMore: boolean;
}

export interface TypedSearch {
  readonly text: string;
  readonly limit: number;
  /**
   * Only this account's records, and of others those whose full name or number was typed: nobody may learn a name of
   * another's record letter by letter. null: everybody's.
   */
  readonly owner: string | null;
}

/** A beginning of one letter fits nearly everybody. */
const shortestBeginning = 2;
/** Hits that are ranked for each one asked for; those beyond only say that there are more. */
const rankedForEach = 2;
const mostWords = 6;
/** About so many spellings there are of one word. */
const spellingsOfWord = 3;

/** Fits as numbers, so that the worst is the greatest. */
type Fit = 0 | 1 | 2 | 3;
const byNumber: Fit = 3;
const fitOf = (fit: Fit): NameFit => nameFits[fit];

/** Says how a word of a person fits one typed word; null where it does not. */
type Test = (word: number) => Fit | null;

/** How a person fits all typed words; null where one of them finds no word of hers. */
function fitPerson(level: NameLevel, person: number, tests: readonly Test[]) {
  const { persons } = level;
  const [first, end] = [persons.firstWord(person), persons.endOfWords(person)];
  let worst: Fit = 0;
  let [inGiven, inFamily] = [false, false];
  for (const test of tests) {
    let best: Fit | null = null;
    let isBestInGiven = false;
    for (let at = first; at < end && best !== 0; at += 1) {
      const fit = test(persons.wordAt(at));
      if (fit === null || (best !== null && fit >= best)) continue;
      best = fit;
      isBestInGiven = persons.isGivenAt(at);
    }
    if (best === null) return null;
    if (best > worst) worst = best;
    if (isBestInGiven) inGiven = true;
    else inFamily = true;
  }
  return { worst, isFull: worst !== 1 && inGiven && inFamily };
}

class Hits {
  readonly #seen = new Set<number>();
  readonly #hits: { readonly hit: TypedHit; readonly fit: Fit }[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit * rankedForEach;
  }

  has(seq: number): boolean {
    return this.#seen.has(seq);
  }

  add(level: NameLevel, person: number, fit: Fit): void {
    const seq = level.persons.seq(person);
    this.#seen.add(seq);
    this.#hits.push({ hit: { seq, person, level, fit: fitOf(fit) }, fit });
  }

  get count(): number {
    return this.#hits.length;
  }

  get isFull(): boolean {
    return this.#hits.length > this.#limit;
  }

  ranked(limit: number): TypedHits {
    const best = this.#hits.toSorted((a, b) => a.fit - b.fit || b.hit.seq - a.hit.seq);
    return { hits: best.slice(0, limit).map(({ hit }) => hit), hasMore: best.length > limit };
  }
}

/** One level with what was typed; persons are considered until enough are found. */
class LevelSearch {
  readonly #level: NameLevel;
  readonly #words: readonly NameWord[];
  readonly #owner: string | null;
  readonly #hits: Hits;
  readonly #beginnings: readonly Beginnings[];
  readonly #tests: readonly Test[];

  constructor(level: NameLevel, words: readonly NameWord[], owner: string | null, hits: Hits) {
    this.#level = level;
    this.#words = words;
    this.#owner = owner;
    this.#hits = hits;
    this.#beginnings = words.map((word) => level.dictionary.beginningsOf(word));
    this.#tests = this.#beginnings.map(
      (typed): Test =>
        (word) =>
          typed.fit(word),
    );
  }

  /** Persons who bear every word typed, or one that begins so. */
  withoutError(): void {
    const [rarest, second] = this.#beginnings.toSorted((a, b) => a.count - b.count);
    if (rarest === undefined) return;
    // The second word as a list is worth its while only where a word of the first is borne by more persons.
    let others: readonly number[] | null = null;
    const known = new Set<number>();
    const consider = (person: number): void => this.#consider(person, this.#tests);
    rarest.each((one) => {
      if (known.has(one)) return true;
      known.add(one);
      if (second === undefined || this.#level.holdersOf(one) * spellingsOfWord <= second.count) {
        return this.#holdersOf(one, this.#tests);
      }
      others ??= second.words;
      for (const other of others) this.#level.eachWithPair(one, other, consider);
      return !this.#hits.isFull;
    });
  }

  /** Persons who bear all words but one, and that one with an error. */
  withOneError(): void {
    for (const [at, word] of this.#words.entries()) {
      const alike = this.#level.dictionary.alike(word);
      const test: Test = (found) => {
        const relation = alike.get(found);
        return relation === 'error' || relation === 'likely-error' ? 2 : null;
      };
      const tests = this.#tests.with(at, test);
      for (const found of alike.keys()) if (test(found) !== null && !this.#holdersOf(found, tests)) return;
    }
  }

  /** False once enough are found. */
  #holdersOf(word: number, tests: readonly Test[]): boolean {
    this.#level.eachHolderOf(word, (person) => {
      this.#consider(person, tests);
      return !this.#hits.isFull;
    });
    return !this.#hits.isFull;
  }

  #consider(person: number, tests: readonly Test[]): void {
    const { persons } = this.#level;
    if (this.#hits.isFull || this.#hits.has(persons.seq(person))) return;
    const fitting = fitPerson(this.#level, person, tests);
    const isOwn = this.#owner === null || persons.owners(person).includes(this.#owner);
    if (fitting !== null && (isOwn || fitting.isFull)) this.#hits.add(this.#level, person, fitting.worst);
  }
}

/** Typed words, then with two neighbours as one: a double name may be written together. */
function variants(words: readonly NameWord[]): (readonly NameWord[])[] {
  const joined = words.slice(1).map((_, at) => {
    const pair = joinWords(words.slice(at, at + 2));
    return [...words.slice(0, at), pair, ...words.slice(at + 2)];
  });
  return [words, ...joined];
}

/** Shorter ones are numbers of records, years and days. */
const shortestNumber = 6;

/** Persons with this number, as a whole: part of one finds nobody. */
function withNumber(levels: readonly NameLevel[], text: string, hits: Hits): void {
  const number = plainNumber(text);
  if (number === null || number.length < shortestNumber || !/\p{N}/u.test(number)) return;
  const hash = hashOfNumber(number);
  for (const level of levels) level.eachWithNumber(hash, (person) => hits.add(level, person, byNumber));
}

/** Persons whose name fits what was typed, the best first. Errors are looked for only where nothing else is found. */
export function searchTyped(levels: readonly NameLevel[], { text, limit, owner }: TypedSearch): TypedHits {
  const words = wordsOf(text).slice(0, mostWords);
  const hits = new Hits(limit);
  withNumber(levels, text, hits);
  if (hits.count > 0 || words.every((word) => lettersIn(word) < shortestBeginning)) return hits.ranked(limit);
  for (const variant of variants(words)) {
    const searches = levels.map((level) => new LevelSearch(level, variant, owner, hits));
    for (const search of searches) search.withoutError();
    if (hits.count === 0) for (const search of searches) search.withOneError();
    if (hits.count > 0) break;
  }
  return hits.ranked(limit);
}
