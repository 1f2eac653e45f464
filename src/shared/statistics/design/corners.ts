/**
 * Hides the corners of boxes around small counts: the quick way for a cube of many cells.
 *
 * A count can change and every sum stay the same if the other corners of a box change with it, by turns up and down. For
 * each sensitive cell the cheapest boxes are hidden by which it could be nothing, and by which it could be the threshold.
 * Each box is a table that a reader cannot rule out, so that whatever else is hidden takes nothing away from the proof.
 */
import type { Goal } from '../disclosure/goals.ts';
import type { CubeDimension, Place } from './cube.ts';

export interface Cube {
  readonly dimensions: readonly CubeDimension[];
  readonly strides: readonly number[];
  readonly counts: Float64Array;
  readonly costs: readonly number[];
}

/** Another line of a dimension that changes too: by how many cells it stands from the one at hand, and which way. */
interface Step {
  readonly offset: number;
  readonly sign: 1 | -1;
}
/** Lines that change besides; none where they need not add up. */
type Option = readonly Step[];

/** So many boxes are looked at for one goal; of dimensions of many lines those of the smallest and the largest counts. */
const mostBoxes = 12_000;

/** Hides what the goals ask for; false where some goal has no box. */
export function hideCorners(
  cube: Cube,
  goals: readonly Goal[],
  placeOf: (cell: number) => Place,
  hidden: Set<number>,
): boolean {
  return goals.every((goal) => {
    const options = optionsAround(cube, placeOf(goal.cell), goal);
    const cells = cheapestBox(cube, options, goal.cell, goal.by, hidden) ?? inSingleUnits(cube, options, goal, hidden);
    for (const cell of cells ?? []) hidden.add(cell);
    return cells !== null;
  });
}

/** A total may have to take its units from several lines, one after the other. */
function inSingleUnits(
  cube: Cube,
  options: readonly (readonly Option[])[],
  { cell, by }: Goal,
  hidden: ReadonlySet<number>,
): readonly number[] | null {
  const counts = cube.counts.slice();
  const known = new Set(hidden);
  const found: number[] = [];
  for (let unit = Math.abs(by); unit > 0; unit--) {
    const box = cheapestBox({ ...cube, counts }, options, cell, Math.sign(by), known);
    if (!box) return null;
    for (const [at, each] of box.entries()) {
      known.add(each);
      found.push(each);
      counts[each] = (counts[each] as number) + Math.sign(by) * (box.signs[at] as number);
    }
  }
  return found;
}

function optionsAround({ dimensions, strides, counts }: Cube, place: Place, { cell, less }: Goal): readonly Option[][] {
  const most = Math.max(2, Math.floor(mostBoxes ** (1 / Math.max(1, dimensions.length))));
  return dimensions.map(({ size, several }, at) => {
    const [line, stride] = [place[at] as number, strides[at] as number];
    const others = Array.from({ length: size }, (_, each) => (each - line) * stride).filter((offset) => offset !== 0);
    const toTotal = (size - line) * stride;
    const isTotal = toTotal === 0;
    const beside = fewer(others, most, (offset) => counts[cell + offset] as number).map(
      (offset): Option => [{ offset, sign: isTotal ? 1 : -1 }],
    );
    // Where all of a line stand in one answer, both change apart from each other.
    const withTotal: readonly Option[] = isTotal || cell + toTotal === less ? [] : [[{ offset: toTotal, sign: 1 }]];
    return [...(several ? [[]] : []), ...beside, ...withTotal];
  });
}

/** Half of them with the smallest counts, half with the largest. */
function fewer(offsets: readonly number[], most: number, countOf: (offset: number) => number): readonly number[] {
  if (offsets.length <= most) return offsets;
  const sorted = [...offsets].sort((a, b) => countOf(a) - countOf(b) || a - b);
  return [...sorted.slice(0, Math.ceil(most / 2)), ...sorted.slice(-Math.floor(most / 2))];
}

/** Cells that change together, and which way each of them. */
type Box = readonly number[] & { readonly signs: readonly number[] };

/** The cells of the cheapest box in which the cell changes by `by`. */
function cheapestBox(
  cube: Cube,
  options: readonly (readonly Option[])[],
  cell: number,
  by: number,
  hidden: ReadonlySet<number>,
): Box | null {
  const { counts, costs } = cube;
  const cells: number[] = [cell];
  const signs: number[] = [1];
  let best: { readonly cost: number; readonly box: Box } | null = null;
  const tryFrom = (depth: number, cost: number): void => {
    if (best && cost >= best.cost) return;
    const ofDimension = options[depth];
    if (ofDimension === undefined) {
      if (isPossibleBox(cube, cells, signs, by)) best = { cost, box: Object.assign([...cells], { signs: [...signs] }) };
      return;
    }
    const many = cells.length;
    for (const option of ofDimension) {
      let [added, isOpen] = [0, true];
      for (const { offset, sign } of option) {
        for (let at = 0; at < many; at++) {
          const [next, turned] = [(cells[at] as number) + offset, (signs[at] as number) * sign];
          if ((counts[next] as number) + turned * by < 0) isOpen = false;
          if (!hidden.has(next)) added += costs[next] as number;
          cells.push(next);
          signs.push(turned);
        }
      }
      if (isOpen) tryFrom(depth + 1, cost + added);
      cells.length = many;
      signs.length = many;
    }
  };
  tryFrom(0, 0);
  return (best as { readonly box: Box } | null)?.box ?? null;
}

/** Sums stay as they are by the way in which the box is made; what else a reader knows of several answers is looked at. */
function isPossibleBox(
  { dimensions, strides, counts }: Cube,
  cells: readonly number[],
  signs: readonly number[],
  by: number,
): boolean {
  if (!dimensions.some(({ several }) => several)) return true;
  const change = new Map(cells.map((cell, at) => [cell, (signs[at] as number) * by]));
  const after = (cell: number): number => (counts[cell] as number) + (change.get(cell) ?? 0);
  return dimensions.every(({ size, several }, at) => {
    if (!several) return true;
    const stride = strides[at] as number;
    return cells.every((cell) => {
      const total = cell + (size - (Math.floor(cell / stride) % (size + 1))) * stride;
      let sum = 0;
      for (let line = 1; line <= size; line++) {
        const count = after(total - line * stride);
        if (count > after(total)) return false;
        sum += count;
      }
      return sum >= after(total);
    });
  });
}
