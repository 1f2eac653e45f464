/**
 * The cells whose hiding costs least, by an integer programme: one yes or no for each cell that is not sensitive itself, and
 * cuts that say which cells are too few, found as they are needed (Fischetti and Salazar, 2001).
 */
import type { CellSystem, Move } from './cell-system.ts';
import { type Goal, reaches } from './goals.ts';
import { MoveFinder, type Shortfall } from './move-finder.ts';
import { Programme, type Row, unlimited } from './optimiser.ts';
import type { Steps } from './steps.ts';

/** How long it is searched; past it the pattern known before stays, which hides more. */
export interface LeastLossEffort {
  /** With more goals than that it is not tried: each of them may cost a programme in every round. */
  readonly goals: number;
  readonly rounds: number;
  /** Programmes solved over all rounds. */
  readonly programmes: number;
}

/** A pattern that protects: what is hidden besides the sensitive cells, and a proof for each goal. */
export interface Pattern {
  readonly added: ReadonlySet<number>;
  readonly proofs: ReadonlyMap<Goal, Move>;
}

/** Nodes of the search for the cheapest cells that obey all cuts so far. */
const mostNodes = 200;
const tolerance = 1e-7;

/** The cheapest pattern, where it costs less than `known` and is found within the effort; null otherwise. */
export function* findLeastLoss(
  system: CellSystem,
  sensitive: ReadonlySet<number>,
  goals: readonly Goal[],
  known: Pattern,
  effort: LeastLossEffort,
): Steps<Pattern | null> {
  if (goals.length > effort.goals || known.added.size === 0) return null;
  const free = system.values.flatMap((_, cell) => (sensitive.has(cell) ? [] : [cell]));
  const cost = (cell: number): number => system.costs[cell] as number;
  const knownCost = [...known.added].reduce((sum, cell) => sum + cost(cell), 0);
  const master = new Programme(
    free.map((cell) => ({ lower: 0, upper: 1, cost: cost(cell) })),
    [],
  );
  const finder = new MoveFinder(system, system.values.keys(), goals);
  const moves = new Map(goals.map((goal) => [goal, [known.proofs.get(goal) ?? new Map()] as Move[]]));
  try {
    let added = new Set<number>();
    for (let round = 0; round < effort.rounds; round++) {
      yield;
      const tried = tryPattern(finder, sensitive, added, goals, moves);
      if (tried.proofs) return { added, proofs: tried.proofs };
      if (tried.shortfalls.length === 0 || finder.solved > effort.programmes) return null;
      const cuts = tried.shortfalls.map((shortfall) => cutOf(system, sensitive, free, shortfall));
      if (cuts.includes(null)) return null;
      for (const cut of cuts) if (cut) master.add(cut);
      const answer = master.solveInWholeNumbers({ nodes: mostNodes });
      // Only the best by all cuts so far bounds what can still be saved.
      if (!answer?.isBest || answer.objective > knownCost - tolerance) return null;
      added = new Set(free.filter((_, column) => (answer.values[column] as number) > 0.5));
    }
    return null;
  } finally {
    finder.dispose();
    master.dispose();
  }
}

interface Tried {
  readonly proofs: ReadonlyMap<Goal, Move> | null;
  /** Goals that the pattern does not allow, even in fractions. */
  readonly shortfalls: readonly Shortfall[];
}

function tryPattern(
  finder: MoveFinder,
  sensitive: ReadonlySet<number>,
  added: ReadonlySet<number>,
  goals: readonly Goal[],
  moves: ReadonlyMap<Goal, Move[]>,
): Tried {
  const isHidden = (cell: number): boolean => sensitive.has(cell) || added.has(cell);
  finder.openOnly(isHidden);
  const proofs = new Map<Goal, Move>();
  const shortfalls: Shortfall[] = [];
  let isWhole = true;
  const take = (move: Move): void => {
    for (const goal of goals) {
      if (proofs.has(goal) || !reaches(goal, move)) continue;
      proofs.set(goal, move);
      moves.get(goal)?.push(move);
    }
  };
  for (const goal of goals) {
    const found = moves.get(goal)?.find((move) => [...move.keys()].every(isHidden));
    if (found) proofs.set(goal, found);
  }
  for (const goal of goals) {
    if (proofs.has(goal)) continue;
    const outcome = finder.reachOrFallShort(goal);
    if (outcome instanceof Map) take(outcome);
    else if (outcome) shortfalls.push(outcome);
    else isWhole = false;
  }
  return { proofs: isWhole && shortfalls.length === 0 ? proofs : null, shortfalls };
}

/**
 * By duality a goal is out of reach while the cells that could help towards it are too few; how much each could help
 * follows from its reduced cost and from how far it can move. Null where rounding leaves nothing to say.
 */
function cutOf(
  { values }: CellSystem,
  sensitive: ReadonlySet<number>,
  free: readonly number[],
  { goal, constant, reducedCosts }: Shortfall,
): Row | null {
  const helpOf = (cell: number): number => {
    const reduced = reducedCosts.get(cell) ?? 0;
    if (reduced < -tolerance) return unlimited;
    return reduced > tolerance ? reduced * (values[cell] as number) : 0;
  };
  let need = Math.abs(goal.by) + constant;
  for (const cell of sensitive) need -= helpOf(cell);
  if (need < tolerance) return null;
  const terms = free.flatMap((cell, column): [number, number][] => {
    const share = Math.min(1, helpOf(cell) / need);
    // Rounded up, so that a cut never forbids a pattern that protects.
    return share > 0 ? [[column, Math.ceil(share * 1e6) / 1e6]] : [];
  });
  return { terms, lower: 1, upper: unlimited };
}
