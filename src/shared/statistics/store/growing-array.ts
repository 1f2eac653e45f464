/** Typed arrays that grow at the end; the flat memory that columns are made of. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

export type ArrayKind = 'u8' | 'u16' | 'u32' | 'i16' | 'i32' | 'f64';

const makers: Readonly<Record<ArrayKind, (length: number) => NumberArray>> = {
  u8: (length) => new Uint8Array(length),
  u16: (length) => new Uint16Array(length),
  u32: (length) => new Uint32Array(length),
  i16: (length) => new Int16Array(length),
  i32: (length) => new Int32Array(length),
  f64: (length) => new Float64Array(length),
};

/** A register has hundreds of columns, and groups that hardly any record has rows of. */
const leastRoom = 16;
/** Small arrays double; of a large one at most a quarter stands empty. */
const doublesBelow = 8_192;

export class GrowingArray {
  readonly kind: ArrayKind;
  /** May be longer than `length`; replaced when it grows, so never keep it across a `push`. */
  array: NumberArray;
  length = 0;

  constructor(kind: ArrayKind) {
    this.kind = kind;
    this.array = makers[kind](leastRoom);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.#make(this.#roomier());
    this.array[this.length++] = value;
  }

  /** Makes room for so many in all: afterwards nothing stands empty, unless more than that is held already. */
  reserve(length: number): void {
    if (length > this.array.length) this.#make(length);
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

  /** Adds numbers as they lie in the memory of an array of the same kind. */
  appendBytes(bytes: Uint8Array): void {
    const before = this.length;
    const { buffer, byteOffset, BYTES_PER_ELEMENT } = this.extend(bytes.byteLength / this.array.BYTES_PER_ELEMENT);
    new Uint8Array(buffer, byteOffset + before * BYTES_PER_ELEMENT, bytes.byteLength).set(bytes);
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
    const other = makers[this.kind](Math.ceil(length));
    other.set(this.array.subarray(0, this.length));
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
