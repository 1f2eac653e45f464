/** An index that takes in changes: large old levels, small new ones, joined before they become many. */
import type { NameEntry } from './name-entry.ts';
import { NameLevel } from './name-level.ts';
import { PersonCollector } from './person-columns.ts';

/** A handful of records is built anew at the next question; more become a level of their own. */
const mostRecent = 64;
/** A level joins those that are not this much larger, so that there are never more than a few. */
const growth = 8;

export class LivingIndex {
  /** The largest first. */
  #levels: NameLevel[];
  readonly #recent = new Map<number, NameEntry>();
  #recentLevel: NameLevel | null = null;

  /** Begins with the level that a register was read into. */
  constructor(first: NameLevel) {
    this.#levels = [first];
  }

  /** Takes a record in, or in the place of what was known of it. */
  put(entry: NameEntry): void {
    this.remove(entry.seq);
    this.#recent.set(entry.seq, entry);
    this.#recentLevel = null;
    if (this.#recent.size > mostRecent) this.#settle();
  }

  remove(seq: number): void {
    for (const level of this.#levels) level.remove(seq);
    if (this.#recent.delete(seq)) this.#recentLevel = null;
  }

  /** Records whose ids may be those with this mark. */
  withMark(mark: number): number[] {
    const recent = [...this.#recent.values()].filter((entry) => entry.mark === mark).map(({ seq }) => seq);
    const settled = this.#levels.flatMap((level) =>
      level.persons
        .withMark(mark)
        .filter((person) => level.has(person))
        .map((person) => level.persons.seq(person)),
    );
    return [...recent, ...settled];
  }

  /** Every level that holds somebody; to be asked one after the other. */
  get levels(): readonly NameLevel[] {
    if (this.#recent.size > 0) this.#recentLevel ??= levelOf([...this.#recent.values()]);
    return [...this.#levels, ...(this.#recentLevel === null ? [] : [this.#recentLevel])].filter(({ size }) => size > 0);
  }

  #settle(): void {
    let joined = levelOf([...this.#recent.values()]);
    this.#recent.clear();
    this.#recentLevel = null;
    const rest = [...this.#levels];
    for (let last = rest.at(-1); last !== undefined && last.size < joined.size * growth; last = rest.at(-1)) {
      rest.pop();
      joined = join(last, joined);
    }
    this.#levels = [...rest, joined];
  }

  get size(): number {
    return this.#levels.reduce((sum, { size }) => sum + size, this.#recent.size);
  }

  get bytes(): number {
    return this.levels.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

const levelOf = (entries: readonly NameEntry[]): NameLevel => new NameLevel(entries.toSorted((a, b) => a.seq - b.seq));

/** Everybody of two levels in one; who is gone stays out. */
function join(a: NameLevel, b: NameLevel): NameLevel {
  const collector = new PersonCollector();
  let [left, right] = [0, 0];
  while (left < a.persons.size || right < b.persons.size) {
    const isLeft = right >= b.persons.size || (left < a.persons.size && a.persons.seq(left) < b.persons.seq(right));
    const [level, person] = isLeft ? [a, left] : [b, right];
    if (isLeft) left += 1;
    else right += 1;
    if (level.has(person)) collector.copy(level.persons, person, (word) => level.dictionary.written(word));
  }
  return new NameLevel(collector);
}
