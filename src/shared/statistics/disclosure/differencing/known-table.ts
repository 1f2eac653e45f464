/** Tables that a reader may lay side by side, over groups of units that none of them tells apart. */
import type { KnownSum } from './known-sums.ts';
import type { UnitGroup } from './unit-groups.ts';

export interface KnownTable {
  /** Tables of one bundle were protected together: what they tell with each other is settled. */
  readonly bundle: string;
  /** Known already; the others are about to become known. */
  readonly isEarlier: boolean;
  /** By cell: what stands in it; null where it is hidden, undefined where the table has no such cell. */
  readonly shown: readonly (number | null | undefined)[];
}

/** Several tables, and the groups of the units that they count; `cells` of a group are in the order of the tables. */
export interface SideBySide {
  readonly tables: readonly KnownTable[];
  readonly groups: readonly UnitGroup[];
}

/** What a cell comes to today, by table and cell. */
export function recounted({ tables, groups }: SideBySide): readonly Float64Array[] {
  const sums = tables.map(({ shown }) => new Float64Array(shown.length));
  for (const { count, cells } of groups) {
    if (count === 0) continue;
    cells.forEach((of, table) => {
      const sum = sums[table] as Float64Array;
      for (const [cell, weight] of of) sum[cell] = (sum[cell] as number) + weight * count;
    });
  }
  return sums;
}

export interface Place {
  readonly table: number;
  readonly cell: number;
}

/** What somebody knows who has read some of the tables. */
export interface Reader {
  readonly sums: readonly KnownSum[];
  /** Table and cell that each sum stands in. */
  readonly places: readonly Place[];
  /** Groups that a shown 0 says nobody belongs to. */
  readonly isEmpty: Uint8Array;
  /** What each sum comes to today. */
  readonly values: Float64Array;
}

/** What a reader of some of the tables knows; a sum that stands in several places is there once, for the first of them. */
export function readerOf(
  { tables, groups }: SideBySide,
  reads: (table: number) => boolean,
  keeps: 'every-sum' | 'every-place' = 'every-sum',
): Reader {
  const isEmpty = new Uint8Array(groups.length);
  const today = recounted({ tables, groups });
  const inCell = new Map<string, { readonly groups: number[]; readonly weights: number[] }>();
  groups.forEach(({ cells }, group) => {
    cells.forEach((of, table) => {
      if (!reads(table)) return;
      for (const [cell, weight] of of) {
        const shown = tables[table]?.shown[cell];
        if (shown === null || shown === undefined) continue;
        if (today[table]?.[cell] === 0) isEmpty[group] = 1;
        const key = `${table} ${cell}`;
        const sum = inCell.get(key) ?? { groups: [], weights: [] };
        inCell.set(key, sum);
        sum.groups.push(group);
        sum.weights.push(weight);
      }
    });
  });
  const seen = new Set<string>();
  const sums: KnownSum[] = [];
  const places: Place[] = [];
  for (const [key, sum] of inCell) {
    const kept = sum.groups.flatMap((group, at) => (isEmpty[group] ? [] : [at]));
    if (kept.length === 0) continue;
    const known = {
      groups: Int32Array.from(kept, (at) => sum.groups[at] as number),
      weights: Float64Array.from(kept, (at) => sum.weights[at] as number),
    };
    const name = `${known.groups.join()} ${known.weights.join()}`;
    if (keeps === 'every-sum' && seen.has(name)) continue;
    seen.add(name);
    sums.push(known);
    const [table = 0, cell = 0] = key.split(' ').map(Number);
    places.push({ table, cell });
  }
  const values = Float64Array.from(places, ({ table, cell }) => today[table]?.[cell] as number);
  return { sums, places, isEmpty, values };
}
