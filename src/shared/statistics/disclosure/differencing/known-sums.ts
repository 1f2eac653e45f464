/** What a reader knows as sums over groups of units, and which other sums follow from it by adding and subtracting. */

/** Groups of a sum with the number of times that each is counted in it. */
export interface KnownSum {
  readonly groups: Int32Array;
  readonly weights: Float64Array;
}

/** A change of all groups that leaves every known sum as it is, drawn at random; null where none was found exactly enough. */
export type Balanced = Float64Array | null;

const exactEnough = 1e-9;
/** A sum that changes by less under random balanced changes does not change at all. */
export const nothing = 1e-6;

/** Numbers between -1 and 1 that look random and are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * 2 - 1;
  };
}

/**
 * Takes from random numbers all that the known sums would notice (the projection onto their null space, by conjugate
 * gradients). A set of groups whose sum stays 0 under two such changes is known to the reader: for any other set the
 * chance of that is nil.
 */
export function balancedChange(sums: readonly KnownSum[], size: number, seed: number): Balanced {
  const random = numbersFrom(seed);
  const change = Float64Array.from({ length: size }, random);
  const scaled = ofLengthOne(sums);
  // Once more from what is left, since rounding adds up.
  for (let round = 0; round < 4; round++) {
    takeAway(scaled, change);
    if (largest(applied(scaled, change)) < exactEnough) return change;
  }
  return null;
}

/** Factors with which the known sums make up another one; null where it does not follow from them. */
export function madeUpOf(sums: readonly KnownSum[], target: KnownSum, size: number): Float64Array | null {
  const rest = new Float64Array(size);
  target.groups.forEach((group, at) => {
    rest[group] = target.weights[at] as number;
  });
  const factors = new Float64Array(sums.length);
  const scaled = ofLengthOne(sums);
  for (let round = 0; round < 4; round++) {
    const more = takeAway(scaled, rest);
    more.forEach((each, row) => {
      factors[row] = (factors[row] as number) + each;
    });
    if (largest(rest) < nothing) return factors.map((each, row) => each / lengthOf(sums[row] as KnownSum));
  }
  return null;
}

const lengthOf = ({ weights }: KnownSum): number => Math.sqrt(dot(weights, weights));

const ofLengthOne = (sums: readonly KnownSum[]): KnownSum[] =>
  sums.map((sum) => {
    const length = lengthOf(sum);
    return { groups: sum.groups, weights: sum.weights.map((weight) => weight / length) };
  });

const largest = (values: Float64Array): number => values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

function applied(sums: readonly KnownSum[], change: Float64Array): Float64Array {
  return Float64Array.from(sums, ({ groups, weights }) => {
    let sum = 0;
    for (let at = 0; at < groups.length; at++)
      sum += (weights[at] as number) * (change[groups[at] as number] as number);
    return sum;
  });
}

function addBack(sums: readonly KnownSum[], factors: Float64Array, into: Float64Array): void {
  sums.forEach(({ groups, weights }, row) => {
    const factor = factors[row] as number;
    if (factor === 0) return;
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at] as number;
      into[group] = (into[group] as number) + factor * (weights[at] as number);
    }
  });
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
};

/** Solves A A' y = A change, takes A' y from the change, and returns y. */
function takeAway(sums: readonly KnownSum[], change: Float64Array): Float64Array {
  const factors = new Float64Array(sums.length);
  const rest = applied(sums, change);
  let direction = rest.slice();
  let size = dot(rest, rest);
  const enough = 1e-26 * Math.max(size, 1);
  for (let step = 0; step < 4 * sums.length + 50 && size > enough; step++) {
    const spread = new Float64Array(change.length);
    addBack(sums, direction, spread);
    const seen = applied(sums, spread);
    const along = dot(direction, seen);
    if (along <= 0) break;
    const far = size / along;
    for (let row = 0; row < factors.length; row++) {
      factors[row] = (factors[row] as number) + far * (direction[row] as number);
      rest[row] = (rest[row] as number) - far * (seen[row] as number);
    }
    const before = size;
    size = dot(rest, rest);
    const next = size / before;
    direction = direction.map((each, row) => (rest[row] as number) + next * each);
  }
  addBack(
    sums,
    factors.map((each) => -each),
    change,
  );
  return factors;
}
