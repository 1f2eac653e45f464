/** Finds persons while a name is being typed: words in any order, the beginning of a word, one typing error. */
import type { NameLevel } from './name-level.ts';
import { joinWords, lettersIn, type NameWord, wordsOf } from './spellings.ts';
import { errorsOf } from './word-relation.ts';

/** How a word of the name fits what was typed, from best to worst. */
export const nameFits = ['same', 'begins', 'error'] as const;
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
   * Only this account's records, and of others those whose full name was typed: nobody may learn a name of another's
   * record letter by letter. null: everybody's.
   */
  readonly owner: string | null;
}

/** A beginning of one letter fits nearly everybody. */
const shortestBeginning = 2;
/** Words that begin as typed; with so many of them the next letter is worth more than a longer list. */
const mostBeginnings = 20_000;
/** Hits that are ranked; those beyond only say that there are more. */
const mostRanked = 200;

const none = 0;
const fitNumber = (fit: NameFit): number => nameFits.indexOf(fit) + 1;
const fitOf = (number: number): NameFit => nameFits[number - 1] ?? 'error';

/** What one typed word finds in a level: its words with their fit, and how many persons bear them at most. */
interface Found {
  readonly marks: Uint8Array;
  readonly byFit: readonly (readonly number[])[];
  readonly holders: number;
}

function findWord(level: NameLevel, typed: NameWord): Found {
  const { dictionary } = level;
  const marks = new Uint8Array(dictionary.size);
  const byFit: number[][] = [[], [], []];
  let holders = 0;
  const mark = (word: number, fit: NameFit): void => {
    if (marks[word] !== none) return;
    marks[word] = fitNumber(fit);
    byFit[fitNumber(fit) - 1]?.push(word);
    holders += level.holdersOf(word);
  };
  const alike = [...dictionary.alike(typed)];
  for (const [word, relation] of alike) if (errorsOf(relation) === 0) mark(word, 'same');
  if (lettersIn(typed) >= shortestBeginning) {
    for (const word of dictionary.beginningWith(typed, mostBeginnings)) mark(word, 'begins');
  }
  for (const [word, relation] of alike) {
    if (relation === 'error' || relation === 'likely-error') mark(word, 'error');
  }
  return { marks, byFit, holders };
}

interface Fitting {
  readonly worst: number;
  readonly errors: number;
  readonly isFull: boolean;
}

/** How a person fits all typed words; null where she lacks one of them or has two errors. */
function fitPerson(level: NameLevel, person: number, typed: readonly Found[]): Fitting | null {
  let [worst, errors, inGiven, inFamily] = [none, 0, 0, 0];
  for (const { marks } of typed) {
    let best = none;
    let isBestInGiven = false;
    level.persons.eachWord(person, (word, isInGiven) => {
      const fit = marks[word] as number;
      if (fit !== none && (best === none || fit < best)) {
        best = fit;
        isBestInGiven = isInGiven;
      }
    });
    if (best === none) return null;
    if (fitOf(best) === 'error') errors += 1;
    if (errors > 1) return null;
    if (isBestInGiven) inGiven += 1;
    else inFamily += 1;
    worst = Math.max(worst, best);
  }
  return { worst, errors, isFull: fitOf(worst) !== 'begins' && inGiven > 0 && inFamily > 0 };
}

class Hits {
  readonly #seen = new Set<number>();
  readonly #hits: TypedHit[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = Math.max(limit, mostRanked);
  }

  add(hit: TypedHit): void {
    if (this.#seen.has(hit.seq)) return;
    this.#seen.add(hit.seq);
    this.#hits.push(hit);
  }

  get isFull(): boolean {
    return this.#hits.length > this.#limit;
  }

  ranked(limit: number): TypedHits {
    const best = this.#hits.toSorted((a, b) => fitNumber(a.fit) - fitNumber(b.fit) || b.seq - a.seq);
    return { hits: best.slice(0, limit), hasMore: best.length > limit };
  }
}

function searchLevel(level: NameLevel, words: readonly NameWord[], owner: string | null, hits: Hits): void {
  const found = words.map((word) => findWord(level, word));
  const rarest = found.toSorted((a, b) => a.holders - b.holders)[0];
  if (rarest === undefined || rarest.holders === 0) return;
  for (const words of rarest.byFit) {
    for (const word of words) {
      level.eachHolderOf(word, (person) => {
        const fitting = fitPerson(level, person, found);
        if (fitting !== null && (owner === null || fitting.isFull || level.persons.owners(person).includes(owner))) {
          hits.add({ seq: level.persons.seq(person), person, level, fit: fitOf(fitting.worst) });
        }
        return !hits.isFull;
      });
      if (hits.isFull) return;
    }
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

const mostWords = 6;

/** Persons whose name fits what was typed, the best first. */
export function searchTyped(levels: readonly NameLevel[], { text, limit, owner }: TypedSearch): TypedHits {
  const words = wordsOf(text).slice(0, mostWords);
  const hits = new Hits(limit);
  if (words.length === 0 || words.every((word) => lettersIn(word) < shortestBeginning)) return hits.ranked(limit);
  for (const variant of variants(words)) {
    for (const level of levels) searchLevel(level, variant, owner, hits);
    if (hits.ranked(1).hits.length > 0) break;
  }
  return hits.ranked(limit);
}
