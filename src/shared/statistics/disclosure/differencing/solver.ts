/** What the guard needs of a solver of integer programmes; the program gives it HiGHS, tests may give it anything else. */
import type { KnownSum } from './known-sums.ts';

export interface WholeNumbers {
  readonly size: number;
  readonly sums: readonly KnownSum[];
  /** What each sum comes to. */
  readonly values: Float64Array;
  /** Groups that nobody can belong to. */
  readonly isEmpty: Uint8Array;
}

export interface Wish {
  readonly groups: Int32Array;
  /** none: nobody belongs to them; otherwise at least so many do. */
  readonly atLeast: 'none' | number;
}

/** Sizes of all groups; null where there are none that fit, undecided where the time did not suffice. */
export type Found = Float64Array | null | 'undecided';

export interface Possibilities {
  /** Sizes of groups, whole and not negative, that give every sum and fulfil the wish. */
  find(wish: Wish, seconds: number): Found;
  close(): void;
}

export type OpenPossibilities = (system: WholeNumbers) => Possibilities;
