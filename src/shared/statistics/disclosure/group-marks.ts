/**
 * Marks of groups of units: a sum of two numbers for each unit, so that the same units have the same mark in every table,
 * and a group made of others has the sum of their marks.
 */

export interface GroupMarks {
  /** How many units each group has. */
  readonly counts: Float64Array;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

export const noMarks = (groups: number): GroupMarks => ({
  counts: new Float64Array(groups),
  first: new Uint32Array(groups),
  second: new Uint32Array(groups),
});

/** Spreads the numbers of rows over all numbers of 32 bits (the finaliser of MurmurHash3). */
function spread(row: number, seed: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1) ^ seed;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function addUnit({ counts, first, second }: GroupMarks, group: number, row: number): void {
  counts[group] = (counts[group] as number) + 1;
  first[group] = (first[group] as number) + spread(row, 0x2545f491);
  second[group] = (second[group] as number) + spread(row, 0x5bd1e995);
}

/** The mark of units of an entity in some of the groups, which share none; null where they are empty. */
export function markOf(
  entity: string,
  { counts, first, second }: GroupMarks,
  groups: readonly number[],
): string | null {
  let [many, one, two] = [0, 0, 0];
  for (const group of groups) {
    many += counts[group] as number;
    one = (one + (first[group] as number)) >>> 0;
    two = (two + (second[group] as number)) >>> 0;
  }
  return many === 0 ? null : `${entity} ${many} ${one} ${two}`;
}
