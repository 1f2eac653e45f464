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

const firstCapacity = 256;

export class GrowingArray {
  readonly kind: ArrayKind;
  /** May be longer than `length`; replaced when it grows, so never keep it across a `push`. */
  array: NumberArray;
  length = 0;

  constructor(kind: ArrayKind) {
    this.kind = kind;
    this.array = makers[kind](firstCapacity);
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = makers[this.kind](this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
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
