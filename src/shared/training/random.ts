/** Repeatable randomness for invented records; never for keys. */

export type Weights<T extends string> = Readonly<Partial<Record<T, number>>>;

export interface Random {
  /** 0 up to 1, 1 excluded. */
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly weighted: <T extends string>(weights: Weights<T>) => T;
  /** Several different ones by weight, at least one, as many as `count` at most. */
  readonly several: <T extends string>(weights: Weights<T>, count: number) => readonly T[];
  /** A UUIDv7, each a millisecond after the one before: ids ascend as records are entered, and indexes grow at their end. */
  readonly uuid: () => string;
}

/** 1 January 2018: before it nobody entered an invented record. */
const firstMillisecond = Date.UTC(2018, 0, 1);

/** The same seed gives the same records for ever: sfc32, a small generator that passes the usual test suites. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0];
  const next32 = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next32();
  const next = () => next32() / 4_294_967_296;
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const weighted = <T extends string>(weights: Weights<T>): T => {
    const entries = entriesOf(weights);
    const rest = next() * (entries.at(-1)?.upTo ?? 0);
    for (const { key, upTo } of entries) if (rest < upTo) return key;
    return pick(entries).key;
  };
  const several = <T extends string>(weights: Weights<T>, count: number): readonly T[] => {
    const chosen = new Set<T>();
    for (let turn = 0; turn < count; turn++) chosen.add(weighted(weights));
    return [...chosen];
  };
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits) text += next32().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  let clock = firstMillisecond;
  const uuid = () => {
    clock += 1;
    const time = clock.toString(16).padStart(12, '0');
    const variant = '89ab'.charAt(between(0, 3));
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
  };
  return { next, chance: (share) => next() < share, between, pick, weighted, several, uuid };
}

interface Slice<T> {
  readonly key: T;
  readonly upTo: number;
}

const slices = new WeakMap<object, readonly Slice<string>[]>();

// Profiles are constants: adding up their weights once makes a choice cheap.
function entriesOf<T extends string>(weights: Weights<T>): readonly Slice<T>[] {
  const known = slices.get(weights);
  if (known) return known as readonly Slice<T>[];
  let sum = 0;
  const built = (Object.entries(weights) as [T, number][]).map(([key, weight]) => {
    sum += weight;
    return { key, upTo: sum };
  });
  slices.set(weights, built);
  return built;
}
