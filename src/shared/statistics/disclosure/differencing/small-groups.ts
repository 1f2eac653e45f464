/** Small groups of units that could be singled out by laying tables side by side. */
import type { SideBySide } from './known-table.ts';

export interface SmallGroup {
  /** Groups of units that make it up, in ascending order. */
  readonly members: Int32Array;
  /** A cell of one table, as far as it stands in the same other tables: what a table of the difference would hold. */
  readonly isCellOfDifference: boolean;
}

/** Where a group of units stands in one table, as cells; the last table is made up: which tables it stands in at all. */
type Places = readonly (readonly number[])[];

/** Every difference and every overlap of two cells that holds 1 to below `threshold` units today, each once. */
export function smallGroups(side: SideBySide, threshold: number): SmallGroup[] {
  const { tables, groups } = side;
  const places = groups.map(({ cells }): Places => cells.map((of) => [...of.keys()]));
  const presence = presenceOf(places);
  const all: readonly Places[] = places.map((of, group) => [...of, presence[group] as readonly number[]]);
  const last = tables.length;
  const members = membersByCell(all, last + 1);
  const sizes = members.map((ofTable) => new Map([...ofTable].map(([cell, of]) => [cell, sizeOf(side, of)])));
  const found = new Map<string, SmallGroup>();
  const keep = (group: Int32Array, isCellOfDifference: boolean): void => {
    const key = group.join();
    if (isCellOfDifference || !found.has(key)) found.set(key, { members: group, isCellOfDifference });
  };
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  for (let first = 0; first < last; first++) {
    for (let second = first + 1; second <= last; second++) {
      const isOfDifference = second === last;
      // Two tables that were known before tell nothing new with each other.
      if (!isOfDifference && tables[first]?.isEarlier && tables[second]?.isEarlier) continue;
      const shared = overlaps(side, all, first, second);
      for (const [key, both] of shared) {
        const [x, y] = [Math.floor(key / cellSpan), key % cellSpan];
        const [inFirst, inSecond] = [members[first]?.get(x), members[second]?.get(y)];
        if (!inFirst || !inSecond) continue;
        if (isSmall(both)) keep(intersection(inFirst, inSecond), isOfDifference);
        if (isOfDifference) continue;
        if (isSmall((sizes[first]?.get(x) ?? 0) - both)) keep(difference(inFirst, inSecond), false);
        if (isSmall((sizes[second]?.get(y) ?? 0) - both)) keep(difference(inSecond, inFirst), false);
      }
    }
  }
  return [...found.values()];
}

/** More cells than any table has. */
const cellSpan = 1_000_000;

/** The made-up table: cell 0 holds everybody, each other cell those who stand in the same tables. */
function presenceOf(places: readonly Places[]): readonly (readonly number[])[] {
  const index = new Map<string, number>();
  return places.map((of) => {
    const pattern = of.map(({ length }) => (length > 0 ? 1 : 0)).join('');
    const at = index.get(pattern) ?? index.size + 1;
    index.set(pattern, at);
    return [0, at];
  });
}

function membersByCell(places: readonly Places[], tables: number): readonly ReadonlyMap<number, Int32Array>[] {
  const lists = Array.from({ length: tables }, () => new Map<number, number[]>());
  places.forEach((of, group) => {
    of.forEach((cells, table) => {
      for (const cell of cells) {
        const list = lists[table]?.get(cell);
        if (list) list.push(group);
        else lists[table]?.set(cell, [group]);
      }
    });
  });
  return lists.map((of) => new Map([...of].map(([cell, list]) => [cell, Int32Array.from(list)])));
}

const sizeOf = ({ groups }: SideBySide, members: Int32Array): number =>
  members.reduce((sum, group) => sum + (groups[group]?.count as number), 0);

/** Units that stand in both of two cells, for every pair of cells that share somebody. */
function overlaps(
  { groups }: SideBySide,
  places: readonly Places[],
  first: number,
  second: number,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  groups.forEach(({ count }, group) => {
    if (count === 0) return;
    for (const x of places[group]?.[first] ?? []) {
      for (const y of places[group]?.[second] ?? []) {
        const key = x * cellSpan + y;
        shared.set(key, (shared.get(key) ?? 0) + count);
      }
    }
  });
  return shared;
}

function intersection(a: Int32Array, b: Int32Array): Int32Array {
  const inB = new Set(b);
  return a.filter((group) => inB.has(group));
}

function difference(a: Int32Array, b: Int32Array): Int32Array {
  const inB = new Set(b);
  return a.filter((group) => !inB.has(group));
}

/** Whether every member of `inner` is one of `outer`. */
export function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  const inOuter = new Set(outer);
  return inner.every((group) => inOuter.has(group));
}
