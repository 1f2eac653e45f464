/** Rounds a cube so that it adds up, and says of groups that standard tables count what these say. */
import { addUnit, type GroupMarks, markOf, noMarks } from '../disclosure/group-marks.ts';
import { roundSystem } from '../disclosure/round-tables.ts';
import type { RoundedGroups } from '../rounded-groups.ts';
import type { CountedCube } from './count-cube.ts';
import { entriesOf } from './cross-count.ts';
import { type CubeDimension, fullSizes, placesOf, withTotals } from './cube.ts';
import { systemOfCube } from './protect-cube.ts';

export interface CubeRounding {
  readonly base: number;
  readonly known: RoundedGroups;
}

export interface RoundedCube {
  readonly counts: Float64Array;
  /** False where no multiples were found that add up, and each count was rounded by itself. */
  readonly addsUp: boolean;
}

/** Of more cells only what one programme finds: somebody waits for the table. */
const mostCellsToSearch = 300;

/** `adds`: the cube counts units, and no different things that they belong to. */
export function roundCube(cube: CountedCube, adds: boolean, { base, known }: CubeRounding): RoundedCube {
  const { dimensions, counts } = cube;
  const system = systemOfCube(dimensions, counts, adds);
  const isPlain = adds && dimensions.every(({ several }) => !several);
  const marks = adds ? marksOfCells(cube) : noMarks(counts.length);
  const cells = knownCells(cube, marks, known);
  const isSearched = counts.length <= mostCellsToSearch || !isPlain;
  const { values, addsUp } = isSearched ? roundSystem(system, base, cells) : roundSystem(system, base, cells, 0);
  if (addsUp || !isPlain) return { counts: Float64Array.from(values), addsUp };
  return { counts: roundInTurn(dimensions, counts, base, (marks.first.at(-1) ?? 0) % base), addsUp: true };
}

/**
 * Line after line, each so that the sum up to it stays beside the true one; the totals are the sums of what is shown, and
 * may lie further from the true ones. `begun`: part of the base that counts before the first line, told to nobody.
 */
export function roundInTurn(
  dimensions: readonly CubeDimension[],
  counts: Float64Array,
  base: number,
  begun: number,
): Float64Array {
  const sizes = fullSizes(dimensions);
  const rounded: number[] = [];
  let [sum, shown, cell] = [begun, 0, 0];
  for (const place of placesOf(dimensions)) {
    const count = counts[cell++] as number;
    if (place.some((line, at) => line === (sizes[at] as number) - 1)) continue;
    sum += count;
    const next = Math.floor(sum / base) * base;
    rounded.push(next - shown);
    shown = next;
  }
  return withTotals(Float64Array.from(rounded), dimensions);
}

function marksOfCells({ units, dimensions, counts }: CountedCube): GroupMarks {
  const marks = noMarks(counts.length);
  const { unit, cell } = entriesOf(units.rows.length, dimensions, true);
  for (let at = 0; at < cell.length; at++) {
    addUnit(marks, cell[at] as number, units.rows[unit[at] as number] as number);
  }
  return marks;
}

function knownCells({ units, counts }: CountedCube, marks: GroupMarks, known: RoundedGroups): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < counts.length; at++) {
    const mark = markOf(units.entity, marks, [at]);
    const count = mark === null ? undefined : known.get(mark);
    if (count !== undefined) found.set(at, count);
  }
  return found;
}
