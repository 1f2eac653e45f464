/** What the guard finds, and how long it looks. */

export interface Betrayed {
  readonly reason: 'difference' | 'changed' | 'undecided';
  /** Earlier tables that are needed for it, by index. */
  readonly with: readonly number[];
}

/** Programmes that may still be solved: work is counted and not timed, so that every machine decides alike. */
export interface Effort {
  programmes: number;
}
