/** Ids of records, one a row, in sixteen bytes each, and the rows in which they stand. */
import { GrowingArray } from './growing-array.ts';

const wordsOfId = 4;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Begins an id that is no UUID: the second word is its place among those. */
const notUuid = 0xff_ff_ff_ff;

const isUuid = (id: string): boolean => uuid.test(id) && !id.startsWith('ffffffff');

type Words = readonly [number, number, number, number];

export class IdColumn {
  /** Four words a row, in the order of the digits. */
  readonly words = new GrowingArray('u32');
  readonly #others: string[] = [];
  readonly #placeOf = new Map<string, number>();
  /** Row plus one in the slot of its id, or further on; made when somebody looks for an id. */
  #slots: Uint32Array | null = null;

  get length(): number {
    return this.words.length / wordsOfId;
  }

  push(id: string): void {
    for (const word of this.#wordsOf(id)) this.words.push(word);
    this.#note(this.length - 1);
  }

  /** Adds the id of a row of another column. */
  copy(from: IdColumn, row: number): void {
    const first = row * wordsOfId;
    if (from.words.at(first) === notUuid) this.push(from.at(row));
    else {
      for (let at = first; at < first + wordsOfId; at++) this.words.push(from.words.at(at));
      this.#note(this.length - 1);
    }
  }

  at(row: number): string {
    const first = row * wordsOfId;
    if (this.words.at(first) === notUuid) return this.#others[this.words.at(first + 1)] as string;
    let digits = '';
    for (let at = first; at < first + wordsOfId; at++) digits += this.words.at(at).toString(16).padStart(8, '0');
    return [0, 8, 12, 16, 20].map((from, at, all) => digits.slice(from, all[at + 1])).join('-');
  }

  /** The last row that bears the id. */
  find(id: string): number | undefined {
    const words = isUuid(id) || this.#placeOf.has(id) ? this.#wordsOf(id) : null;
    if (words === null) return undefined;
    const slots = this.#slots ?? this.#makeSlots();
    const row = (slots[this.#slotOf(slots, words)] as number) - 1;
    return row < 0 ? undefined : row;
  }

  /** Rows were added to `words`. */
  forgetSlots(): void {
    this.#slots = null;
  }

  /** All of them are UUIDs, so that `words` says everything. */
  get isPlain(): boolean {
    return this.#others.length === 0;
  }

  get bytes(): number {
    return this.words.bytes + (this.#slots?.byteLength ?? 0);
  }

  #wordsOf(id: string): Words {
    if (isUuid(id)) {
      const digits = id.replaceAll('-', '');
      const word = (at: number): number => Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16);
      return [word(0), word(1), word(2), word(3)];
    }
    let place = this.#placeOf.get(id);
    if (place === undefined) {
      place = this.#others.push(id) - 1;
      this.#placeOf.set(id, place);
    }
    return [notUuid, place, 0, 0];
  }

  #note(row: number): void {
    const slots = this.#slots;
    if (slots === null) return;
    // Never more than half full: what is looked for is found within a few steps.
    if (this.length * 2 > slots.length) this.#makeSlots();
    else slots[this.#slotOf(slots, this.#wordsAt(row))] = row + 1;
  }

  #wordsAt(row: number): Words {
    const first = row * wordsOfId;
    return [this.words.at(first), this.words.at(first + 1), this.words.at(first + 2), this.words.at(first + 3)];
  }

  /** The slot of an id, or the empty one that it would take. */
  #slotOf(slots: Uint32Array, [a, b, c, d]: Words): number {
    const { array } = this.words;
    const mask = slots.length - 1;
    let slot = mixed(a, b, c, d) & mask;
    while (true) {
      const row = slots[slot] as number;
      if (row === 0) return slot;
      const first = (row - 1) * wordsOfId;
      if (array[first + 3] === d && array[first + 2] === c && array[first + 1] === b && array[first] === a) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #makeSlots(): Uint32Array {
    let size = 1_024;
    while (size < this.length * 3) size *= 2;
    const slots = new Uint32Array(size);
    for (let row = 0; row < this.length; row++) slots[this.#slotOf(slots, this.#wordsAt(row))] = row + 1;
    this.#slots = slots;
    return slots;
  }
}

/** The last words of a UUID are drawn, those of an invented one may only count up: both are spread. */
function mixed(a: number, b: number, c: number, d: number): number {
  let value = Math.imul(d ^ Math.imul(c, 0x85_eb_ca_6b), 0x9e_37_79_b1) ^ Math.imul(b, 0xc2_b2_ae_35) ^ a;
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c_1b_3c_6d);
  return value ^ (value >>> 13);
}
