/**
 * Which cells of the public view are hidden, so that no hidden cell can be worked out from what is shown.
 *
 * Small counts, 1 to below the threshold, are hidden first; a zero points to nobody and is shown unless it protects
 * one. For each small count other possible tables must exist in which it is 0 and in which it is the threshold, everything
 * shown being the same. Where the cells hidden so far do not allow that, the cheapest further cells are hidden that do:
 * the next smallest ones, a zero rather late, a total last. What turns out not to be needed is shown again.
 * Every claim "this cell could also be ..." rests on a table that has been proved possible in whole numbers.
 */
import { type CellSystem, isPossible, type Move } from './cell-system.ts';
import { ExtensionFinder } from './extension-finder.ts';
import { type Goal, goalsOf, reaches, type Sensitive } from './goals.ts';
import { findLeastLoss, type LeastLossEffort } from './least-loss.ts';
import { MoveFinder } from './move-finder.ts';
import { finish, type Steps } from './steps.ts';

export type HidingReason = 'threshold' | 'concentration' | 'dominance' | 'complementary';

/**
 * How long it is searched, in programmes solved and not in seconds: the same counts are hidden alike on every machine,
 * as a digest asks for. Where it does not suffice, more is hidden.
 */
export interface Effort {
  /** To find cells that protect; past it everything that is connected is hidden. */
  readonly protecting: number;
  /** To show again what is not needed; past it what is hidden stays so. */
  readonly sparing: number;
  /** To find what costs least of all; past it what is hidden stays so. */
  readonly leastLoss: LeastLossEffort;
}

export const usualEffort: Effort = {
  protecting: 3_000,
  sparing: 400,
  leastLoss: { goals: 80, rounds: 30, programmes: 300 },
};

/** What else is to be left open, and what is hidden whatever is asked. */
export interface Given {
  readonly hidden: Iterable<number>;
  readonly goals: readonly Goal[];
}

class Protection {
  readonly hidden = new Map<number, HidingReason>();
  readonly #system: CellSystem;
  readonly #goals: readonly Goal[];
  readonly #effort: Effort;
  readonly #moves: MoveFinder;
  #extensions: ExtensionFinder | null = null;
  /** For each goal a possible table that reaches it. */
  readonly #proofs = new Map<Goal, Move>();

  constructor(system: CellSystem, sensitive: readonly Sensitive[], threshold: number, effort: Effort, given?: Given) {
    this.#system = system;
    this.#effort = effort;
    for (const { cell, reason } of sensitive) if (!this.hidden.has(cell)) this.hidden.set(cell, reason);
    for (const cell of given?.hidden ?? []) if (!this.hidden.has(cell)) this.hidden.set(cell, 'threshold');
    const goals = [...goalsOf(system, sensitive, threshold), ...(given?.goals ?? [])];
    // From large to small: what protects a larger count mostly protects a smaller one too.
    this.#goals = goals.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
    this.#moves = new MoveFinder(system, this.hidden.keys(), this.#goals);
  }

  *run(): Steps<void> {
    const open = () => this.#goals.filter((goal) => !this.#proofs.has(goal));
    for (const move of this.#moves.reachTogether(open())) this.#learn(move);
    for (const goal of open()) {
      if (this.#proofs.has(goal)) continue;
      yield;
      const known = this.#moves.reach(goal);
      if (known) this.#learn(known);
      else if (!this.#isWorked()) this.#extend(goal);
      if (this.#proofs.has(goal)) continue;
      this.#hideEverything();
      return;
    }
    yield* this.#spare();
    yield* this.#loseLeast();
    this.#showUnused();
  }

  #isWorked(): boolean {
    return this.#moves.solved + (this.#extensions?.solved ?? 0) >= this.#effort.protecting;
  }

  #extend(goal: Goal): void {
    this.#extensions ??= new ExtensionFinder(this.#system, this.hidden.keys(), this.#goals);
    const move = this.#extensions.find(goal);
    if (!move) return;
    for (const cell of move.keys()) {
      if (this.hidden.has(cell)) continue;
      this.hidden.set(cell, 'complementary');
      this.#moves.open(cell);
      this.#extensions.open(cell);
    }
    this.#learn(move);
  }

  /** Remembers what a possible table proves. */
  #learn(move: Move): void {
    for (const goal of this.#goals) if (!this.#proofs.has(goal) && reaches(goal, move)) this.#proofs.set(goal, move);
  }

  /** The last resort: where nothing connected is shown, nothing can be worked out. */
  #hideEverything(): void {
    this.#system.values.forEach((_, cell) => {
      if (!this.hidden.has(cell)) this.hidden.set(cell, 'complementary');
    });
  }

  /** Shows again, the dearest first, what the proofs can do without. */
  *#spare(): Steps<void> {
    const cost = (cell: number): number => this.#system.costs[cell] as number;
    const added = [...this.hidden].flatMap(([cell, reason]) => (reason === 'complementary' ? [cell] : []));
    const before = this.#moves.solved;
    for (const cell of added.toSorted((a, b) => cost(b) - cost(a) || a - b)) {
      yield;
      const resting = this.#goals.filter((goal) => this.#proofs.get(goal)?.has(cell));
      if (resting.length > 0 && this.#moves.solved - before >= this.#effort.sparing) return;
      this.#moves.shut(cell);
      const found = this.#prove(resting);
      if (found) {
        this.hidden.delete(cell);
        for (const [goal, move] of found) this.#proofs.set(goal, move);
      } else this.#moves.open(cell);
    }
  }

  /** Takes the cheapest pattern of all, where the integer programme finds it. */
  *#loseLeast(): Steps<void> {
    const isAdded = ([, reason]: readonly [number, HidingReason]): boolean => reason === 'complementary';
    const added = new Set([...this.hidden].filter(isAdded).map(([cell]) => cell));
    const sensitive = new Set([...this.hidden.keys()].filter((cell) => !added.has(cell)));
    const known = { added, proofs: this.#proofs };
    const found = yield* findLeastLoss(this.#system, sensitive, this.#goals, known, this.#effort.leastLoss);
    if (!found) return;
    for (const cell of added) this.hidden.delete(cell);
    for (const cell of found.added) this.hidden.set(cell, 'complementary');
    for (const [goal, move] of found.proofs) this.#proofs.set(goal, move);
  }

  /** A cell that no proof changes protects nobody, and might follow from the rest though it bears the sign. */
  #showUnused(): void {
    const used = new Set([...this.#proofs.values()].flatMap((move) => [...move.keys()]));
    for (const [cell, reason] of this.hidden)
      if (reason === 'complementary' && !used.has(cell)) this.hidden.delete(cell);
  }

  /** Other proofs for all of the goals; null where one of them has none. */
  #prove(goals: readonly Goal[]): ReadonlyMap<Goal, Move> | null {
    const found = new Map<Goal, Move>();
    const take = (move: Move): void => {
      for (const goal of goals) if (!found.has(goal) && reaches(goal, move)) found.set(goal, move);
    };
    // The goal that asks for most fails most easily.
    for (const goal of goals) {
      if (found.has(goal)) continue;
      const move = this.#moves.reach(goal);
      if (!move) return null;
      take(move);
    }
    return found;
  }

  /** Proves once more, from nothing but what is hidden in the end, that every goal is reached. */
  verify(): boolean {
    return this.#goals.every((goal) => {
      const move = this.#proofs.get(goal);
      return (
        move !== undefined &&
        reaches(goal, move) &&
        isPossible(this.#system, move) &&
        [...move.keys()].every((cell) => this.hidden.has(cell))
      );
    });
  }

  dispose(): void {
    this.#moves.dispose();
    this.#extensions?.dispose();
  }
}

/** Reason of every cell that the public view hides. */
export function protectCells(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
  effort: Effort = usualEffort,
  given?: Given,
): ReadonlyMap<number, HidingReason> {
  return finish(protectCellsInSteps(system, sensitive, threshold, effort, given));
}

export function* protectCellsInSteps(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
  effort: Effort = usualEffort,
  given?: Given,
): Steps<ReadonlyMap<number, HidingReason>> {
  const protection = new Protection(system, sensitive, threshold, effort, given);
  try {
    yield* protection.run();
    const isEverythingHidden = protection.hidden.size === system.values.length;
    if (!isEverythingHidden && !protection.verify()) throw new Error('a hidden cell stayed open to calculation');
    return protection.hidden;
  } finally {
    protection.dispose();
  }
}
