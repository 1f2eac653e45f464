/** Cells that no relation connects say nothing about each other: each such part of a system is protected by itself. */
import type { CellSystem, SumRelation } from './cell-system.ts';
import type { Sensitive } from './goals.ts';
import { type Effort, type HidingReason, protectCellsInSteps } from './protect.ts';
import { finish, type Steps } from './steps.ts';

/** Reason of every cell that the public view hides, worked out part by part. */
export function protectConnected(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
  effort?: Effort,
): ReadonlyMap<number, HidingReason> {
  return finish(protectConnectedInSteps(system, sensitive, threshold, effort));
}

export function* protectConnectedInSteps(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
  effort?: Effort,
): Steps<ReadonlyMap<number, HidingReason>> {
  const hidden = new Map<number, HidingReason>();
  for (const { cells, here, part } of connectedParts(system)) {
    const found = sensitive.flatMap(({ cell, reason, everybody }) => {
      const at = here.get(cell);
      if (at === undefined) return [];
      const all = everybody === undefined ? undefined : here.get(everybody);
      return [{ cell: at, reason, ...(all === undefined ? {} : { everybody: all }) }];
    });
    if (found.length === 0) continue;
    for (const [at, reason] of yield* protectCellsInSteps(part, found, threshold, effort)) {
      hidden.set(cells[at] as number, reason);
    }
  }
  return hidden;
}

export interface ConnectedPart {
  /** Its cells in their order, and the place of each. */
  readonly cells: readonly number[];
  readonly here: ReadonlyMap<number, number>;
  readonly part: CellSystem;
}

/** The parts of a system that share no relation. */
export const connectedParts = (system: CellSystem): readonly ConnectedPart[] =>
  connectedCells(system).map((cells) => {
    const here = new Map(cells.map((cell, at) => [cell, at]));
    return { cells, here, part: partOf(system, cells, here) };
  });

/** Cells of each part in their order. */
function connectedCells({ values, sums, orders, covers = [] }: CellSystem): readonly (readonly number[])[] {
  const next = values.map((_, cell) => cell);
  const root = (cell: number): number => {
    let at = cell;
    while (next[at] !== at) at = next[at] as number;
    return at;
  };
  const join = (a: number, b: number): void => {
    next[root(a)] = root(b);
  };
  for (const { whole, parts } of [...sums, ...covers]) for (const part of parts) join(part, whole);
  for (const { smaller, larger } of orders) join(smaller, larger);
  const parts = new Map<number, number[]>();
  values.forEach((_, cell) => {
    const of = parts.get(root(cell));
    if (of) of.push(cell);
    else parts.set(root(cell), [cell]);
  });
  return [...parts.values()];
}

function partOf(
  { values, costs, sums, orders, covers = [] }: CellSystem,
  cells: readonly number[],
  here: ReadonlyMap<number, number>,
): CellSystem {
  const at = (cell: number): number => here.get(cell) as number;
  const within = (relations: readonly SumRelation[]): SumRelation[] =>
    relations
      .filter(({ whole }) => here.has(whole))
      .map(({ whole, parts }) => ({ whole: at(whole), parts: parts.map(at) }));
  return {
    values: cells.map((cell) => values[cell] as number),
    costs: cells.map((cell) => costs[cell] as number),
    sums: within(sums),
    covers: within(covers),
    orders: orders
      .filter(({ smaller }) => here.has(smaller))
      .map(({ smaller, larger }) => ({ smaller: at(smaller), larger: at(larger) })),
  };
}
