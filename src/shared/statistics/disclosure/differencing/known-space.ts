/**
 * Everything that follows from known sums by adding and subtracting, with what it comes to.
 *
 * The sums are brought into steps one by one, calculating modulo a prime: exact and quick, and the same on every machine.
 * A combination that only holds modulo the prime would be one in some ten million.
 */
import { numbersFrom } from './numbers-from.ts';

/** The largest prime of which products are exact. */
const prime = 94_906_249;
const ofPrime = 1 / prime;

/** The rest of a whole number up to the square of the prime. */
function rest(of: number): number {
  const left = of - Math.floor(of * ofPrime) * prime;
  return left < 0 ? left + prime : left >= prime ? left - prime : left;
}

function inverse(of: number): number {
  let [a, b, x, y] = [of, prime, 1, 0];
  while (a !== 1) {
    const times = Math.floor(b / a);
    [a, b, x, y] = [b - times * a, a, y - times * x, x];
  }
  return x < 0 ? x + prime : x;
}

/** A sum of groups, its first one taken once, and what it comes to as the last entry. */
interface Step {
  readonly at: Int32Array;
  readonly factors: Float64Array;
  /** The sources that it is made from, a bit each. */
  readonly from: Uint32Array;
}

export interface Terms {
  readonly groups: Int32Array;
  readonly weights: Float64Array;
}

export class KnownSpace {
  readonly #size: number;
  /** By the group that it begins with. */
  readonly #steps: (Step | undefined)[];
  readonly #work: Float64Array;
  /** By seed, for as long as nothing is added. */
  readonly #changes = new Map<number, Float64Array>();

  /** Sources that the sum reduced last was made from. */
  readonly #used: Uint32Array;

  /** Over so many groups, told by so many sources. */
  constructor(size: number, sources: number, steps: readonly (Step | undefined)[] = new Array(size).fill(undefined)) {
    this.#size = size;
    this.#steps = [...steps];
    this.#work = new Float64Array(size + 1);
    this.#used = new Uint32Array(Math.ceil(sources / 32));
  }

  /** The same, to be added to without a change of this one. */
  fork(): KnownSpace {
    return new KnownSpace(this.#size, this.#used.length * 32, this.#steps);
  }

  /** Takes in a sum that a source tells; one that follows already, or that contradicts the ones before, says nothing. */
  add(terms: Terms, value: number, source: number): void {
    const first = this.#reduce(terms, value);
    if (first === this.#size) return;
    this.#changes.clear();
    const work = this.#work;
    const factor = inverse(work[first] as number);
    const at: number[] = [];
    for (let column = first; column <= this.#size; column++) if (work[column] !== 0) at.push(column);
    const from = this.#used.slice();
    from[source >> 5] = (from[source >> 5] as number) | (1 << (source & 31));
    this.#steps[first] = {
      from,
      at: Int32Array.from(at),
      factors: Float64Array.from(at, (column) => rest((work[column] as number) * factor)),
    };
  }

  /** What a sum comes to by all that is known, less `value`, modulo the prime; null where it does not follow. */
  differs(terms: Terms, value: number): number | null {
    return this.#reduce(terms, value) === this.#size ? rest(prime - (this.#work[this.#size] as number)) : null;
  }

  /** Sources that suffice for a sum that follows; not always the fewest. */
  sourcesOf(terms: Terms): number[] {
    this.#reduce(terms, 0);
    return Array.from({ length: this.#used.length * 32 }, (_, source) => source).filter(
      (source) => ((this.#used[source >> 5] as number) >>> (source & 31)) & 1,
    );
  }

  /** Leaves in `#work` what the steps do not make up, and returns where that begins. */
  #reduce({ groups, weights }: Terms, value: number): number {
    const work = this.#work;
    work.fill(0);
    this.#used.fill(0);
    let column = this.#size;
    for (let each = 0; each < groups.length; each++) {
      const group = groups[each] as number;
      work[group] = rest((work[group] as number) + (weights[each] as number));
      if (group < column) column = group;
    }
    work[this.#size] = rest(value + prime);
    let first = this.#size;
    for (; column < this.#size; column++) {
      const here = work[column] as number;
      if (here === 0) continue;
      const step = this.#steps[column];
      if (!step) {
        if (first === this.#size) first = column;
        continue;
      }
      const { at, factors, from } = step;
      for (let word = 0; word < from.length; word++)
        this.#used[word] = (this.#used[word] as number) | (from[word] as number);
      const less = prime - here;
      for (let each = 0; each < at.length; each++) {
        const other = at[each] as number;
        work[other] = rest((work[other] as number) + less * (factors[each] as number));
      }
    }
    return first;
  }

  /** A change of all groups, drawn at random, that no known sum would notice. */
  unnoticed(seed: number): Float64Array {
    const known = this.#changes.get(seed) ?? this.#draw(seed);
    this.#changes.set(seed, known);
    return known;
  }

  /** Whether the number of units in a set follows: neither of two such changes touches it. */
  tells(groups: Int32Array): boolean {
    return [1, 2].every((seed) => {
      const change = this.unnoticed(seed);
      return isNothing(groups.reduce((sum, group) => sum + (change[group] as number), 0));
    });
  }

  #draw(seed: number): Float64Array {
    const random = numbersFrom(seed);
    const change = Float64Array.from({ length: this.#size }, () => Math.floor(((random() + 1) / 2) * prime));
    for (let column = this.#size - 1; column >= 0; column--) {
      const step = this.#steps[column];
      if (!step) continue;
      let sum = 0;
      for (let each = 1; each < step.at.length; each++) {
        const other = step.at[each] as number;
        if (other === this.#size) continue;
        sum = rest(sum + (step.factors[each] as number) * (change[other] as number));
      }
      change[column] = rest(prime - sum);
    }
    return change;
  }
}

/** Whether a sum of changes is none. */
export const isNothing = (sum: number): boolean => rest(sum) === 0;

/** Whether a difference is one of 1 to below `threshold`, up or down; halves and thirds count as well. */
export function isSmallDifference(by: number, threshold: number): boolean {
  for (let times = 1; times <= 6; times++) {
    const several = rest(by * times);
    const size = Math.min(several, prime - several);
    if (size > times / 2 && size < times * (threshold - 0.5)) return true;
  }
  return false;
}
