/** Places of the records of a list: in the order of their `seq`, which is that of entry and is never used again. */
import type { Place } from '../../database/repositories/list-reader.ts';

const firstCapacity = 256;

export class Slots {
  #seqs = new Uint32Array(firstCapacity);
  #binned = new Uint8Array(firstCapacity);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  seqAt(slot: number): number {
    return this.#seqs[slot] as number;
  }

  isBinned(slot: number): boolean {
    return this.#binned[slot] === 1;
  }

  /** Place of a record; -1 where it has none. */
  find(seq: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#seqs[middle] as number) < seq) low = middle + 1;
      else high = middle;
    }
    return low < this.#count && this.#seqs[low] === seq ? low : -1;
  }

  /** Gives places to every record, in whatever order they come. */
  fill(places: Iterable<Place>): void {
    this.#count = 0;
    const binned = new Set<number>();
    for (const { seq, binned: isBinned } of places) {
      this.#reserve(this.#count + 1);
      this.#seqs[this.#count] = seq;
      this.#count += 1;
      if (isBinned) binned.add(seq);
    }
    this.#seqs.subarray(0, this.#count).sort();
    this.#binned.fill(0);
    for (const seq of binned) this.#binned[this.find(seq)] = 1;
  }

  /** Place of a record that changed or is new; -1 where a record that came later has its place already. */
  put({ seq, binned }: Place): number {
    let slot = this.find(seq);
    if (slot < 0) {
      if (this.#count > 0 && this.seqAt(this.#count - 1) > seq) return -1;
      this.#reserve(this.#count + 1);
      slot = this.#count;
      this.#seqs[slot] = seq;
      this.#count += 1;
    }
    this.#binned[slot] = binned ? 1 : 0;
    return slot;
  }

  /** 1 for every record of the list or, asked so, of the bin. */
  mask(binned: boolean): Uint8Array {
    const mask = new Uint8Array(this.#count);
    const wanted = binned ? 1 : 0;
    for (let slot = 0; slot < mask.length; slot += 1) if (this.#binned[slot] === wanted) mask[slot] = 1;
    return mask;
  }

  #reserve(places: number): void {
    if (places <= this.#seqs.length) return;
    const length = Math.max(places, this.#seqs.length * 2);
    const [seqs, binned] = [new Uint32Array(length), new Uint8Array(length)];
    seqs.set(this.#seqs);
    binned.set(this.#binned);
    this.#seqs = seqs;
    this.#binned = binned;
  }
}
