/** Numbers that stand for codes in a column: first the reasons why there is no value, then the codes. */
import { type MissingMarker, missingMarkers } from '../../dictionary/vocabulary.ts';

/** No value entered. */
export const notEntered = 0;
/** 1 to 5: the missing markers in their order. */
export const markerNumber = (marker: MissingMarker): number => missingMarkers.indexOf(marker) + 1;
export const notApplicable = markerNumber('not_applicable');
/** Codes are numbered from here. */
export const firstCode = missingMarkers.length + 1;

/** Measured over a million codes of ten letters. */
const bytesOfCode = 96;

export class Codebook {
  readonly #numbers = new Map<string, number>();
  readonly #codes: string[] = [];
  /** Numbers below this one were given when the codebook was made: every codebook of the same field gives the same. */
  readonly firstLearned: number;

  constructor(codes: Iterable<string> = []) {
    for (const code of codes) this.numberOf(code);
    this.firstLearned = this.size;
  }

  get declared(): readonly string[] {
    return this.#codes.slice(0, this.firstLearned - firstCode);
  }

  /** In the order of their numbers. */
  get learned(): readonly string[] {
    return this.#codes.slice(this.firstLearned - firstCode);
  }

  /** Number of a code; a code met for the first time gets the next one. */
  numberOf(code: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    const next = firstCode + this.#codes.length;
    this.#numbers.set(code, next);
    this.#codes.push(code);
    return next;
  }

  find(code: string): number | undefined {
    return this.#numbers.get(code);
  }

  codeOf(number: number): string | undefined {
    return this.#codes[number - firstCode];
  }

  /** One more than the highest number given out. */
  get size(): number {
    return firstCode + this.#codes.length;
  }

  /** About what it takes: a code stands in a list and in a table, and a code that was read also in a text of its own. */
  get bytes(): number {
    return this.#codes.length * bytesOfCode;
  }
}
