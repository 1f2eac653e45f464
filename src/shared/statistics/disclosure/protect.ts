/**
 * Which cells of the public view are hidden, so that no hidden cell can be worked out from what is shown.
 *
 * Small counts, 1 to below the threshold, are hidden first; a zero points to nobody and is shown unless it protects
 * one. For each small count a set of other possible tables must exist in which it takes at least `threshold` different
 * values, everything shown being the same. Where the cells hidden so far do not allow that, the cheapest further cells
 * are hidden that do: the next smallest ones, a zero rather late, a total last.
 * Every claim "this cell could also be ..." rests on a table that has been proved possible in whole numbers.
 */
import { type CellSystem, isPossible, type Move } from './cell-system.ts';
import { findMove, type Prices } from './find-move.ts';

export type HidingReason = 'threshold' | 'concentration' | 'dominance' | 'complementary';

export interface Sensitive {
  readonly cell: number;
  readonly reason: 'threshold' | 'concentration';
}

/** Range of values that a reader cannot rule out for a hidden cell. */
interface Range {
  low: number;
  high: number;
}

class Protection {
  readonly hidden = new Map<number, HidingReason>();
  readonly #system: CellSystem;
  readonly #ranges = new Map<number, Range>();

  constructor(system: CellSystem, sensitive: readonly Sensitive[]) {
    this.#system = system;
    for (const { cell, reason } of sensitive) this.#hide(cell, reason);
  }

  /** Hides further cells until `cell` can have `width` + 1 different values. */
  protect(cell: number, width: number): void {
    if (this.#isWide(cell, width)) return;
    for (const direction of [1, -1] as const) {
      this.#learn(
        findMove(this.#system, this.#pricesOfHidden(), { cell, direction, by: this.#lack(cell, width, direction) }),
      );
      if (this.#isWide(cell, width)) return;
    }
    const cheapest = ([1, -1] as const)
      .map((direction) => this.#extension(cell, width, direction))
      .filter((move) => move !== null)
      .sort((a, b) => this.#cost(a) - this.#cost(b))[0];
    this.#hideMoved(cheapest ?? this.#multiplied(width));
    if (!this.#isWide(cell, width)) throw new Error('a hidden cell stayed open to calculation');
  }

  #hide(cell: number, reason: HidingReason): void {
    const value = this.#system.values[cell] as number;
    this.hidden.set(cell, reason);
    this.#ranges.set(cell, { low: value, high: value });
  }

  #isWide(cell: number, width: number): boolean {
    const { low, high } = this.#ranges.get(cell) as Range;
    return high - low >= width;
  }

  /** How far the cell has to move from its true value for the range to be wide enough. */
  #lack(cell: number, width: number, direction: 1 | -1): number {
    const { low, high } = this.#ranges.get(cell) as Range;
    const value = this.#system.values[cell] as number;
    return direction === 1 ? low + width - value : value - (high - width);
  }

  /** A move over all cells that makes the range of the cell wide enough. */
  #extension(cell: number, width: number, direction: 1 | -1): Move | null {
    const by = this.#lack(cell, width, direction);
    const prices = new Map(this.#system.costs.map((cost, each) => [each, this.hidden.has(each) ? 1 : cost * 100]));
    const move = findMove(this.#system, prices, { cell, direction, by });
    return Math.abs(move?.get(cell) ?? 0) >= by ? move : null;
  }

  /** The last resort, always possible: every count could be so many times as large, and none is shown. */
  #multiplied(factor: number): Move {
    const values = this.#system.values.map((value, cell) => [cell, value * factor] as const);
    return new Map(values.filter(([, by]) => by > 0));
  }

  #cost(move: Move): number {
    let sum = 0;
    for (const cell of move.keys()) if (!this.hidden.has(cell)) sum += this.#system.costs[cell] as number;
    return sum;
  }

  #pricesOfHidden(): Prices {
    return new Map([...this.hidden.keys()].map((cell) => [cell, 1]));
  }

  #hideMoved(move: Move): void {
    for (const cell of move.keys()) if (!this.hidden.has(cell)) this.#hide(cell, 'complementary');
    this.#learn(move);
  }

  #learn(move: Move | null): void {
    if (!move || !isPossible(this.#system, move)) return;
    for (const [cell, by] of move) {
      const range = this.#ranges.get(cell);
      if (!range) throw new Error('a move changed a cell that is shown');
      const value = (this.#system.values[cell] as number) + by;
      range.low = Math.min(range.low, value);
      range.high = Math.max(range.high, value);
    }
  }
}

/** Reason of every cell that the public view hides. */
export function protectCells(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
): ReadonlyMap<number, HidingReason> {
  const protection = new Protection(system, sensitive);
  const value = (cell: number): number => system.values[cell] as number;
  // From large to small: what protects a larger count mostly protects a smaller one too.
  const order = sensitive.map(({ cell }) => cell).sort((a, b) => value(b) - value(a) || a - b);
  for (const cell of order) protection.protect(cell, threshold - 1);
  return protection.hidden;
}
