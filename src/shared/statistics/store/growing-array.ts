/** Typed arrays that grow at the end; the flat memory that columns are made of. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

export type ArrayKind = 'u8' | 'u16' | 'u32' | 'i16' | 'i32' | 'f64';

const types = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const satisfies Record<ArrayKind, unknown>;

/** A register has hundreds of columns, and groups that hardly any record has rows of. */
const leastRoom = 16;
/** Small arrays double; of a large one at most a quarter stands empty. */
const doublesBelow = 8_192;

/** Bytes. */
const sharesBelow = 65_536;

export class GrowingArray {
  readonly kind: ArrayKind;
  /** May be longer than `length`; replaced when it grows, so never keep it across a `push`. */
  array: NumberArray;
  length = 0;

  constructor(kind: ArrayKind) {
    this.kind = kind;
    this.array = new types[kind](leastRoom);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.#make(this.#roomier());
    this.array[this.length++] = value;
  }

  /** Makes room for so many in all: afterwards nothing stands empty, unless more than that is held already. */
  reserve(length: number): void {
    if (length > this.array.length) this.#make(length);
  }

  /**
   * Makes room for so many numbers in each. Small arrays share one piece of memory: some hundred pieces take longer to get
   * than to fill. Large ones do not, for a shared piece is given back only when all of them have moved out of it.
   */
  static reserveTogether(rooms: readonly { readonly array: GrowingArray; readonly length: number }[]): void {
    const bytesOf = ({ array, length }: (typeof rooms)[number]): number => length * types[array.kind].BYTES_PER_ELEMENT;
    const isShared = (room: (typeof rooms)[number]): boolean =>
      room.length > room.array.array.length && bytesOf(room) < sharesBelow;
    let at = 0;
    const places = rooms.map((room) => {
      const place = at;
      if (isShared(room)) at += Math.ceil(bytesOf(room) / 8) * 8;
      return place;
    });
    const shared = new ArrayBuffer(at);
    rooms.forEach((room, index) => {
      const { array, length } = room;
      if (isShared(room)) array.#moveInto(new types[array.kind](shared, places[index], length));
      else array.reserve(length);
    });
  }

  /** Gives back what stands empty, where that is more than an eighth. */
  trim(): void {
    if (this.length * 1.125 < this.array.length) this.#make(this.length);
  }

  /** Adds so many numbers, which the caller sets at once in the array that it gets. */
  extend(count: number): NumberArray {
    const length = this.length + count;
    if (length > this.array.length) this.#make(Math.max(length, this.#roomier()));
    this.length = length;
    return this.array;
  }

  /** Adds numbers as they lie in the memory of an array of the same kind: a part of these bytes. */
  appendBytes(bytes: Uint8Array, from = 0, end = bytes.byteLength): void {
    const before = this.length;
    const { buffer, byteOffset, BYTES_PER_ELEMENT } = this.extend((end - from) / this.array.BYTES_PER_ELEMENT);
    const added = new Uint8Array(bytes.buffer, bytes.byteOffset + from, end - from);
    new Uint8Array(buffer, byteOffset + before * BYTES_PER_ELEMENT, end - from).set(added);
  }

  /** The numbers from one place on as they lie in memory. */
  bytesFrom(first: number): Uint8Array {
    const { buffer, byteOffset, BYTES_PER_ELEMENT } = this.array;
    return new Uint8Array(buffer, byteOffset + first * BYTES_PER_ELEMENT, (this.length - first) * BYTES_PER_ELEMENT);
  }

  #roomier(): number {
    // A trimmed array may have no room at all.
    return Math.max(leastRoom, this.array.length * (this.array.length < doublesBelow ? 2 : 1.25));
  }

  #make(length: number): void {
    this.#moveInto(new types[this.kind](Math.ceil(length)));
  }

  #moveInto(other: NumberArray): void {
    if (this.length > 0) other.set(this.array.subarray(0, this.length));
    this.array = other;
  }

  at(index: number): number {
    return this.array[index] as number;
  }

  set(index: number, value: number): void {
    this.array[index] = value;
  }

  get bytes(): number {
    return this.array.byteLength;
  }
}
