/** Numbers that stand for codes in a column: first the reasons why there is no value, then the codes. */
import { type MissingMarker, missingMarkers } from '../../dictionary/vocabulary.ts';

/** No value entered. */
export const notEntered = 0;
/** 1 to 5: the missing markers in their order. */
export const markerNumber = (marker: MissingMarker): number => missingMarkers.indexOf(marker) + 1;
export const notApplicable = markerNumber('not_applicable');
/** Codes are numbered from here. */
export const firstCode = missingMarkers.length + 1;

export class Codebook {
  readonly #numbers = new Map<string, number>();
  readonly #codes: string[] = [];

  constructor(codes: Iterable<string> = []) {
    for (const code of codes) this.numberOf(code);
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
}
