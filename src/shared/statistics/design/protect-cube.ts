/** What the public view hides of a cube: small counts, what would betray them, and figures that rest on them. */
import type { CellSystem, OrderRelation, SumRelation } from '../disclosure/cell-system.ts';
import { protectConnected } from '../disclosure/components.ts';
import { goalsOf, type Sensitive } from '../disclosure/goals.ts';
import type { HidingReason } from '../disclosure/protect.ts';
import { hideCorners } from './corners.ts';
import { type CubeDimension, cellsOf, fullSizes, type Place, placesOf, stridesOf } from './cube.ts';
import type { Figures } from './figures.ts';

export interface ProtectedDimension extends CubeDimension {
  /** The first so many lines are answers. */
  readonly answers: number;
  /** Everybody in one answer would reveal something about each. */
  readonly isSensitive: boolean;
}

/** Reason by cell; null where it is shown. */
export type HiddenCube = readonly (HidingReason | null)[];

/**
 * Counts by cell, totals included. `adds`: lines add up to the total of a dimension of single answers; false for what is
 * counted in every cell anew.
 */
export function protectCube(
  dimensions: readonly ProtectedDimension[],
  counts: Float64Array,
  adds: boolean,
  threshold: number,
): HiddenCube {
  const total = counts[counts.length - 1] as number;
  // So few in all: also an empty cell would say where they are not.
  if (total > 0 && total < threshold) return Array.from(counts, () => 'threshold' as const);
  const system = systemOfCube(dimensions, counts, adds);
  const sensitive = sensitiveCells(dimensions, counts, threshold);
  const hidden =
    counts.length <= mostCellsToOptimise
      ? protectConnected(system, sensitive, threshold)
      : protectByCorners(dimensions, system, sensitive, adds, threshold);
  return Array.from(counts, (_, cell) => hidden.get(cell) ?? null);
}

/** More cells are protected by boxes: somebody waits for the table. */
const mostCellsToOptimise = 120;

function protectByCorners(
  dimensions: readonly ProtectedDimension[],
  system: CellSystem,
  sensitive: readonly Sensitive[],
  adds: boolean,
  threshold: number,
): ReadonlyMap<number, HidingReason> {
  const sizes = fullSizes(dimensions);
  const strides = stridesOf(sizes);
  const placeOf = (cell: number): Place =>
    strides.map((stride, at) => Math.floor(cell / stride) % (sizes[at] as number));
  const counts = Float64Array.from(system.values);
  const changing = dimensions.map(({ size, several }) => ({ size, several: several || !adds }));
  const hidden = new Set(sensitive.map(({ cell }) => cell));
  // From large to small: what protects a larger count mostly protects a smaller one too.
  const goals = goalsOf(system, sensitive, threshold).toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const isDone = hideCorners({ dimensions: changing, strides, counts, costs: system.costs }, goals, placeOf, hidden);
  const reasons = new Map(sensitive.map(({ cell, reason }): [number, HidingReason] => [cell, reason]));
  // Where a count has no box, nothing is shown: rather more is hidden than less.
  for (const cell of isDone ? hidden : system.values.keys()) {
    if (!reasons.has(cell)) reasons.set(cell, 'complementary');
  }
  return reasons;
}

/**
 * What a reader knows of the cells: which add up to which; where a unit may stand in several lines, that none holds more
 * than all, and that all of them stand in some line.
 */
export function systemOfCube(
  dimensions: readonly ProtectedDimension[],
  counts: Float64Array,
  adds: boolean,
): CellSystem {
  const sizes = fullSizes(dimensions);
  const strides = stridesOf(sizes);
  const values = [...counts];
  const costs: number[] = [];
  const sums: SumRelation[] = [];
  const orders: OrderRelation[] = [];
  const covers: SumRelation[] = [];
  let cell = 0;
  for (const place of placesOf(dimensions)) {
    const depth = place.filter((line, at) => line === dimensions[at]?.size).length;
    costs.push(costOf(counts[cell] as number, depth));
    dimensions.forEach(({ size, several }, at) => {
      if (place[at] !== size) return;
      const stride = strides[at] as number;
      const parts = Array.from({ length: size }, (_, line) => cell - (size - line) * stride);
      if (adds && !several) {
        sums.push({ whole: cell, parts });
        return;
      }
      covers.push({ whole: cell, parts });
      for (const smaller of parts) orders.push({ smaller, larger: cell });
    });
    cell++;
  }
  return { values, costs, sums, orders, covers };
}

/** As for standard tables: a larger count costs more, a zero more than a small count, a total more than its lines. */
const costOf = (count: number, depth: number): number =>
  (count === 0 ? 24 : 8 + Math.min(count, 400)) * (1 + 3 * depth);

function sensitiveCells(
  dimensions: readonly ProtectedDimension[],
  counts: Float64Array,
  threshold: number,
): readonly Sensitive[] {
  const strides = stridesOf(fullSizes(dimensions));
  /** The cell of all of them, where everybody of it gave this answer. */
  const everybodyOf = (place: Place, cell: number): number | undefined => {
    const at = dimensions.findIndex(({ size, answers, isSensitive }, index) => {
      const line = place[index] as number;
      const all = cell + (size - line) * (strides[index] as number);
      return isSensitive && line < answers && counts[cell] === counts[all];
    });
    const found = dimensions[at];
    return found && cell + (found.size - (place[at] as number)) * (strides[at] as number);
  };
  const found: Sensitive[] = [];
  let cell = 0;
  for (const place of placesOf(dimensions)) {
    const count = counts[cell] as number;
    if (count > 0 && count < threshold) found.push({ cell, reason: 'threshold' });
    else if (count > 0) {
      const everybody = everybodyOf(place, cell);
      if (everybody !== undefined) found.push({ cell, reason: 'concentration', everybody });
    }
    cell++;
  }
  return found;
}

/**
 * Figures over fewer units than the threshold, amounts of which one unit makes more than half, and figures of cells whose
 * count is hidden; then every total that such a cell is part of, so that it cannot be worked out.
 */
export function hideFigures(
  dimensions: readonly CubeDimension[],
  { measured, largest, sum }: Pick<Figures, 'measured' | 'largest' | 'sum'>,
  hiddenCounts: HiddenCube,
  isAmount: boolean,
  threshold: number,
): HiddenCube {
  const reasons = Array.from(measured, (units, cell): HidingReason | null => {
    if (units > 0 && units < threshold) return 'threshold';
    if (isAmount && (largest[cell] as number) > (sum[cell] as number) / 2) return 'dominance';
    return hiddenCounts[cell] ? 'complementary' : null;
  });
  const sizes = fullSizes(dimensions);
  const strides = stridesOf(sizes);
  const cells = cellsOf(sizes);
  dimensions.forEach(({ size }, at) => {
    const stride = strides[at] as number;
    for (let cell = 0; cell < cells; cell++) {
      if (Math.floor(cell / stride) % (size + 1) !== size || reasons[cell]) continue;
      for (let line = 1; line <= size; line++) {
        if (reasons[cell - line * stride]) reasons[cell] = 'complementary';
      }
    }
  });
  return reasons;
}
