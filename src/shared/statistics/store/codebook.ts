/** Numbers that stand for codes in a column: first the reasons why there is no value, then the codes. */
import { type MissingMarker, missingMarkers } from '../../dictionary/vocabulary.ts';

/** No value entered. */
export const notEntered = 0;
/** 1 to 5: the missing markers in their order. */
export const markerNumber = (marker: MissingMarker): number => missingMarkers.indexOf(marker) + 1;
export const notApplicable = markerNumber('not_applicable');
/** Codes are numbered from here. */
export const firstCode = missingMarkers.length + 1;

/** The text, its place in the list, its hash and its slot. */
const bytesOfCode = 56;
const firstSlots = 16;

export class Codebook {
  readonly #codes: string[] = [];
  /** Of the codes that it was made with: few, and asked for with every answer. */
  readonly #declared = new Map<string, number>();
  /** Numbers below this one were given when the codebook was made: every codebook of the same field gives the same. */
  readonly firstLearned: number;
  /**
   * The other codes may be as many as the records. A table of their hashes takes a tenth of the time that a map of texts
   * takes when all of them are read at once.
   */
  #hashes = new Uint32Array(0);
  /** Place among the learned codes plus one, in the slot of its hash or further on. */
  #slots = new Uint32Array(0);

  constructor(codes: Iterable<string> = []) {
    for (const code of codes) {
      if (this.#declared.has(code)) continue;
      this.#declared.set(code, firstCode + this.#codes.length);
      this.#codes.push(code);
    }
    this.firstLearned = this.size;
  }

  get declared(): readonly string[] {
    return this.#codes.slice(0, this.#declared.size);
  }

  /** In the order of their numbers. */
  get learned(): readonly string[] {
    return this.#codes.slice(this.#declared.size);
  }

  /** Number of a code; a code met for the first time gets the next one. */
  numberOf(code: string): number {
    return this.#declared.get(code) ?? this.firstLearned + this.#learn(code, hashOf(code));
  }

  /** The same for many codes, none of which it was made with, and whose hashes are known from another codebook. */
  numbersOf(codes: readonly string[], hashes: Uint32Array): Uint32Array {
    const numbers = new Uint32Array(codes.length);
    this.#reserve(codes.length);
    for (let at = 0; at < codes.length; at++) {
      numbers[at] = this.firstLearned + this.#learn(codes[at] as string, hashes[at] as number);
    }
    return numbers;
  }

  /** Hashes of the learned codes in their order: stored with them, so that nobody has to read every letter again. */
  get learnedHashes(): Uint32Array {
    return this.#hashes.subarray(0, this.#codes.length - this.#declared.size);
  }

  /** Makes room for so many codes more. */
  #reserve(more: number): void {
    const count = this.#codes.length - this.#declared.size;
    if ((count + more) * 2 > this.#slots.length) this.#makeRoom(count, count + more);
  }

  find(code: string): number | undefined {
    const declared = this.#declared.get(code);
    if (declared !== undefined || this.#slots.length === 0) return declared;
    const place = this.#slots[this.#slotOf(code, hashOf(code))] as number;
    return place === 0 ? undefined : this.firstLearned + place - 1;
  }

  codeOf(number: number): string | undefined {
    return this.#codes[number - firstCode];
  }

  /** One more than the highest number given out. */
  get size(): number {
    return firstCode + this.#codes.length;
  }

  /** About what it takes, the texts included. */
  get bytes(): number {
    return this.#codes.length * bytesOfCode;
  }

  /** Place among the learned codes. */
  #learn(code: string, hash: number): number {
    const count = this.#codes.length - this.#declared.size;
    // Never more than half full: a code is found within a few steps.
    if (count * 2 >= this.#slots.length) this.#makeRoom(count, count + 1);
    const slot = this.#slotOf(code, hash);
    const place = this.#slots[slot] as number;
    if (place !== 0) return place - 1;
    this.#slots[slot] = count + 1;
    this.#hashes[count] = hash;
    this.#codes.push(code);
    return count;
  }

  /** The slot of a code, or the empty one that it would take. */
  #slotOf(code: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (true) {
      const place = slots[slot] as number;
      if (place === 0) return slot;
      if (this.#hashes[place - 1] === hash && this.#codes[this.#declared.size + place - 1] === code) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #makeRoom(count: number, wanted: number): void {
    let size = Math.max(firstSlots, this.#slots.length * 4);
    while (size < wanted * 2) size *= 2;
    const slots = new Uint32Array(size);
    const hashes = new Uint32Array(slots.length / 2);
    hashes.set(this.#hashes.subarray(0, count));
    const mask = slots.length - 1;
    for (let place = 0; place < count; place++) {
      let slot = (hashes[place] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
    this.#hashes = hashes;
  }
}

/** FNV-1a, its bits spread: codes differ in their last digits. Segments store it: another one is another format. */
function hashOf(code: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < code.length; at++) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** As a segment stores them behind its arrays. */
export const hashesOf = (codes: readonly string[]): Uint32Array => Uint32Array.from(codes, hashOf);
