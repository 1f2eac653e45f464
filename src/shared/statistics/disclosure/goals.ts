/** What the public view must leave open about a sensitive cell. */
import type { CellSystem, Move } from './cell-system.ts';

export interface Sensitive {
  readonly cell: number;
  readonly reason: 'threshold' | 'concentration';
  /** Cell of everybody of the row or column, where all of them stand in this one. */
  readonly everybody?: number;
}

/** Another possible table must exist in which the cell, less the cell `less` if there is one, is changed by `by` or more. */
export interface Goal {
  readonly cell: number;
  readonly less?: number;
  /** Below zero: so much smaller, or smaller still. */
  readonly by: number;
}

/**
 * A small count could be anything from 0 to the threshold. Where everybody of a row or column stands in one line of it,
 * as many of them as the threshold, or all if they are fewer, could stand in another.
 */
export function goalsOf({ values }: CellSystem, sensitive: readonly Sensitive[], threshold: number): readonly Goal[] {
  return sensitive.flatMap(({ cell, reason, everybody }): Goal[] => {
    const value = values[cell] as number;
    if (reason === 'threshold') {
      return [
        { cell, by: -value },
        { cell, by: threshold - value },
      ];
    }
    const by = -Math.min(value, threshold);
    return everybody === undefined || everybody === cell ? [{ cell, by }] : [{ cell, less: everybody, by }];
  });
}

/** How much a move changes what the goal is about. */
export const changeOf = ({ cell, less }: Goal, move: Move): number =>
  (move.get(cell) ?? 0) - (less === undefined ? 0 : (move.get(less) ?? 0));

/** Whether a move leaves open what the goal asks for. */
export const reaches = (goal: Goal, move: Move): boolean =>
  goal.by < 0 ? changeOf(goal, move) <= goal.by : changeOf(goal, move) >= goal.by;

/** Two cells whose difference a goal is about. */
export interface Pair {
  readonly cell: number;
  readonly less: number;
}

export const nameOf = ({ cell, less }: Pair): string => `${cell} ${less}`;

export const pairsOf = (goals: readonly Goal[]): readonly Pair[] => [
  ...new Map(
    goals.flatMap(({ cell, less }) => (less === undefined ? [] : [[nameOf({ cell, less }), { cell, less }] as const])),
  ).values(),
];
