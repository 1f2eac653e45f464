/** Likely the same person: candidates from the index, judged one by one. */
import type { DayInterval } from '../records/partial-date.ts';
import {
  type LikenessReason,
  type NameLikeness,
  type PersonFacts,
  partOfName,
  reasonsOf,
  scoreOf,
} from './likeness.ts';
import type { NameLevel } from './name-level.ts';
import { namePartsOf } from './name-parts.ts';
import { hashOfNumber } from './person-columns.ts';
import type { NameWord } from './spellings.ts';
import { errorsOf } from './word-relation.ts';

/** What was typed of a person so far. */
export interface TypedPerson extends PersonFacts {
  readonly given: string;
  readonly family: string;
  /** Personal number without spaces and points. */
  readonly number: string | null;
}

export interface LikelyPerson {
  readonly seq: number;
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
  /** Where every possible birth day lies in it. */
  readonly birthYear: number | null;
}

/** The best ones of many, without keeping the rest. */
class Best {
  readonly #most: number;
  readonly #kept: LikelyPerson[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The newer of two equally likely ones stands first. */
  add(person: LikelyPerson): void {
    const isBefore = (other: LikelyPerson): boolean =>
      other.score < person.score || (other.score === person.score && other.seq < person.seq);
    const at = this.#kept.findIndex(isBefore);
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, person);
    if (this.#kept.length > this.#most) this.#kept.pop();
  }

  /** Whether a person with so many points would be kept. */
  wants(score: number): boolean {
    const last = this.#kept.at(-1);
    return this.#kept.length < this.#most || last === undefined || score >= last.score;
  }

  get persons(): readonly LikelyPerson[] {
    return this.#kept;
  }
}

/** The year in which every day of an interval lies. */
export function birthYearOf(birth: DayInterval | null): number | null {
  if (birth === null) return null;
  const [first, last] = [birth.earliest, birth.latest].map((day) => new Date(day * 86_400_000).getUTCFullYear());
  return first !== undefined && first === last ? first : null;
}

/** The most likely persons of all levels, the likeliest first; `except` are those of the record that is being typed. */
export function likelyPersons(
  levels: readonly NameLevel[],
  typed: TypedPerson,
  { most, except }: { readonly most: number; readonly except: ReadonlySet<number> },
): readonly LikelyPerson[] {
  const name = namePartsOf(typed.given, typed.family);
  const number = typed.number === null ? null : hashOfNumber(typed.number);
  const best = new Best(most);
  for (const level of levels) {
    const { persons } = level;
    const sameNumber = new Set<number>();
    if (number !== null) level.eachWithNumber(number, (person) => void sameNumber.add(person));
    const judged = new Set<number>();
    const judge = (person: number, match: NameLikeness): void => {
      if (except.has(persons.seq(person))) return;
      if (sameNumber.size > 0) judged.add(person);
      const facts = {
        birth: persons.birth(person),
        sex: persons.sex(person),
        citizenships: persons.citizenships(person),
      };
      const comparison = { name: match, hasSameNumber: sameNumber.has(person), a: typed, b: facts };
      const score = scoreOf(comparison);
      // Of hundreds of namesakes only those that will be shown are worth their reasons.
      if (score === null || !best.wants(score)) return;
      const reasons = reasonsOf(comparison);
      best.add({ seq: persons.seq(person), score, reasons, birthYear: birthYearOf(facts.birth) });
    };
    if (name.given.words.length > 0 && name.family.words.length > 0) level.eachLike(name, judge);
    else if (typed.birth !== null) {
      eachWithPart(level, [...name.given.words, ...name.family.words], typed.birth, (person) =>
        judge(person, partOfName),
      );
    }
    for (const person of sameNumber) if (!judged.has(person)) judge(person, null);
  }
  return best.persons;
}

/** Persons who bear one of these words and may be born on one of these days. */
function eachWithPart(
  level: NameLevel,
  words: readonly NameWord[],
  birth: DayInterval,
  take: (person: number) => void,
): void {
  const seen = new Set<number>();
  for (const word of words) {
    for (const [alike, relation] of level.dictionary.alike(word)) {
      if (errorsOf(relation) > 0) continue;
      level.eachHolderOf(alike, (person) => {
        const known = level.persons.birth(person);
        const isPossible = known !== null && known.earliest <= birth.latest && known.latest >= birth.earliest;
        if (isPossible && !seen.has(person)) {
          seen.add(person);
          take(person);
        }
        return true;
      });
    }
  }
}
