/** Tables that a reader may lay side by side, over groups of units that none of them tells apart. */
import type { Terms } from './known-space.ts';
import type { UnitGroup } from './unit-groups.ts';

export interface KnownTable {
  /** The same for the tables of one declaration, whatever the period. */
  readonly name: string;
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

/** What somebody knows who has read some of the tables. */
export interface Reader {
  readonly sums: readonly Terms[];
  /** Groups that a shown 0 says nobody belongs to. */
  readonly isEmpty: Uint8Array;
  /** What each sum comes to today. */
  readonly values: Float64Array;
}

/** What a reader of some of the tables knows; a sum that stands in several places is there once. */
export function readerOf({ tables, groups }: SideBySide, reads: (table: number) => boolean): Reader {
  const isEmpty = new Uint8Array(groups.length);
  const today = recounted({ tables, groups });
  const inCell = new Map<string, { readonly groups: number[]; readonly weights: number[]; readonly value: number }>();
  groups.forEach(({ cells }, group) => {
    cells.forEach((of, table) => {
      if (!reads(table)) return;
      for (const [cell, weight] of of) {
        const shown = tables[table]?.shown[cell];
        if (shown === null || shown === undefined) continue;
        const value = today[table]?.[cell] as number;
        if (value === 0) isEmpty[group] = 1;
        const key = `${table} ${cell}`;
        const sum = inCell.get(key) ?? { groups: [], weights: [], value };
        inCell.set(key, sum);
        sum.groups.push(group);
        sum.weights.push(weight);
      }
    });
  });
  const sums = new Map<string, Terms & { readonly value: number }>();
  for (const { groups: of, weights, value } of inCell.values()) {
    const kept = of.flatMap((group, at) => (isEmpty[group] ? [] : [at]));
    if (kept.length === 0) continue;
    const known = {
      groups: Int32Array.from(kept, (at) => of[at] as number),
      weights: Float64Array.from(kept, (at) => weights[at] as number),
      value,
    };
    sums.set(`${known.groups.join()} ${known.weights.join()}`, known);
  }
  const known = [...sums.values()];
  return { sums: known, isEmpty, values: Float64Array.from(known, ({ value }) => value) };
}
