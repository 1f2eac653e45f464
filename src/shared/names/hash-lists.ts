/** Lists of numbers by a 32-bit hash, in flat memory: eight bytes an entry. Entries of other things with the same hash come along. */

const mostBits = 20;

export class HashLists {
  /** Entries of bucket b stand from #buckets[b] to #buckets[b + 1], their hashes beside them. */
  readonly #buckets: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #values: Uint32Array;
  readonly #shift: number;

  /** `fill` says every entry, the same both times it is asked; `expected` says about how many there are. */
  constructor(expected: number, fill: (take: (hash: number, value: number) => void) => void) {
    const bits = Math.max(4, Math.min(mostBits, Math.ceil(Math.log2(expected + 1)) - 2));
    this.#shift = 32 - bits;
    this.#buckets = new Uint32Array(2 ** bits + 1);
    const ends = this.#buckets;
    fill((hash) => {
      const bucket = (hash >>> this.#shift) + 1;
      ends[bucket] = (ends[bucket] as number) + 1;
    });
    for (let bucket = 1; bucket < ends.length; bucket += 1) {
      ends[bucket] = (ends[bucket] as number) + (ends[bucket - 1] as number);
    }
    const count = ends.at(-1) ?? 0;
    this.#hashes = new Uint32Array(count);
    this.#values = new Uint32Array(count);
    const next = ends.slice();
    fill((hash, value) => {
      const bucket = hash >>> this.#shift;
      const at = next[bucket] as number;
      next[bucket] = at + 1;
      this.#hashes[at] = hash;
      this.#values[at] = value;
    });
  }

  /** In the order in which they were filled in. */
  each(hash: number, take: (value: number) => void): void {
    const bucket = hash >>> this.#shift;
    const end = this.#buckets[bucket + 1] as number;
    for (let at = this.#buckets[bucket] as number; at < end; at += 1) {
      if (this.#hashes[at] === hash) take(this.#values[at] as number);
    }
  }

  get bytes(): number {
    return this.#buckets.byteLength + this.#hashes.byteLength + this.#values.byteLength;
  }
}
