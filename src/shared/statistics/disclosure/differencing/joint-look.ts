/**
 * Several tables over the same groups of units, and what somebody can work out exactly who has read some of them.
 * Groups and cells are laid out once; every question after that is one about sums.
 */
import { isNothing, isSmallDifference, KnownSpace, type Terms } from './known-space.ts';
import { recounted, type SideBySide } from './known-table.ts';
import { isWithin } from './small-groups.ts';

/** Cells of one table, by group: those of a group are the entries from its start to the next one's. */
interface Layout {
  readonly width: number;
  readonly start: Int32Array;
  readonly cell: Int32Array;
}

export class JointLook {
  readonly side: SideBySide;
  readonly #threshold: number;
  readonly #today: readonly Float64Array[];
  readonly #counts: Float64Array;
  readonly #everyGroup: Int32Array;
  /** Groups that somebody belongs to. */
  readonly #occupied: Int32Array;
  readonly #layouts: readonly Layout[];
  /** By table and cell: the groups counted in it, and how often. */
  readonly #members: readonly (readonly Terms[])[];
  readonly #differs: readonly boolean[];
  /** Groups by cell of the table that is made up. */
  readonly #present: readonly Int32Array[];
  readonly #marks: Uint8Array;
  /** Whether somebody stands in both of two tables. */
  readonly #meet: readonly Uint8Array[];

  constructor(side: SideBySide, threshold: number) {
    const { tables, groups } = side;
    this.side = side;
    this.#threshold = threshold;
    this.#today = recounted(side);
    this.#counts = Float64Array.from(groups, ({ count }) => count);
    this.#everyGroup = Int32Array.from(groups.keys());
    this.#occupied = this.#everyGroup.filter((group) => this.#counts[group] !== 0);
    this.#members = tables.map((table, at) => membersOf(side, at, table.shown.length));
    const presence = presenceOf(side);
    this.#layouts = [...tables.map((table, at) => layoutOf(side, at, table.shown.length)), presence];
    this.#present = groupsByCell(presence);
    this.#marks = new Uint8Array(groups.length);
    this.#meet = meetings(side);
    this.#differs = tables.map(({ shown }, table) =>
      shown.some((count, cell) => typeof count === 'number' && count !== this.#today[table]?.[cell]),
    );
  }

  /** What a reader of some tables knows, taken in in their order, on top of what somebody knows who has read others. */
  spaceOf(tables: readonly number[], before?: KnownSpace): KnownSpace {
    const space = before?.fork() ?? new KnownSpace(this.#counts.length, this.side.tables.length);
    const one = Float64Array.of(1);
    for (const table of tables) {
      this.side.tables[table]?.shown.forEach((count, cell) => {
        const terms = this.#members[table]?.[cell];
        if (count === null || count === undefined || !terms || terms.groups.length === 0) return;
        // A shown 0 says of each group in it that nobody belongs to it.
        if (this.#today[table]?.[cell] !== 0) space.add(terms, count, table);
        else for (const group of terms.groups) space.add({ groups: Int32Array.of(group), weights: one }, 0, table);
      });
    }
    return space;
  }

  /**
   * Earlier tables whose figures were others when they went out, and which tell with those of `later` how few were changed;
   * null where there are none. `space`: what is known by the earlier ones, as they were then.
   */
  findChange(later: readonly number[], earlier: readonly number[], space: KnownSpace): readonly number[] | null {
    if (![...later, ...earlier].some((table) => this.#differs[table])) return null;
    for (const table of later) {
      for (const [cell, now] of (this.side.tables[table]?.shown ?? []).entries()) {
        const terms = this.#members[table]?.[cell];
        if (typeof now !== 'number' || !terms || terms.groups.length === 0) continue;
        const nested = earlier.find((other) => this.#isNestedChange(terms.groups, now, other));
        if (nested !== undefined) return [nested];
        const by = space.differs(terms, now);
        if (by !== null && isSmallDifference(by, this.#threshold)) return space.sourcesOf(terms);
      }
    }
    return null;
  }

  /** Whether a cell within this one, or around it, was so little another then. */
  #isNestedChange(groups: Int32Array, now: number, earlier: number): boolean {
    if (!this.#differs[earlier]) return false;
    return (this.side.tables[earlier]?.shown ?? []).some((then, cell) => {
      const other = this.#members[earlier]?.[cell]?.groups;
      if (typeof then !== 'number' || !other || other.length === 0) return false;
      const by = now - then;
      if (by === 0 || Math.abs(by) >= this.#threshold) return false;
      return by > 0 ? isWithin(other, groups) : isWithin(groups, other);
    });
  }

  /**
   * A set of 1 to below the threshold units (the overlap or the difference of a cell of `later` and another one) that
   * follows from `all` and from nothing that was known apart; null where there is none.
   */
  findGroup(
    later: readonly number[],
    earlier: readonly number[],
    all: KnownSpace,
    apart: readonly KnownSpace[],
  ): Int32Array | null {
    const last = this.side.tables.length;
    const changes = [all, ...apart].map((space) => space.unnoticed(1));
    for (const first of later) {
      for (const second of [...later.filter((table) => table > first), ...earlier, last]) {
        if (!this.#meet[first]?.[second]) continue;
        for (const set of this.#newSets(first, second, changes)) {
          if (all.tells(set) && !apart.some((space) => space.tells(set))) return set;
        }
      }
    }
    return null;
  }

  /** Small overlaps and differences of the cells of two tables that the first of some changes leaves alone and no other does. */
  #newSets(first: number, second: number, changes: readonly Float64Array[]): Int32Array[] {
    const [a, b] = [this.#layouts[first] as Layout, this.#layouts[second] as Layout];
    const isPresence = second === this.side.tables.length;
    const counted = sumsIn(a, b, this.#counts, this.#occupied);
    const isSmall = (count: number): boolean => count > 0 && count < this.#threshold;
    let sets: PairOfCells[] = [];
    for (const [key, both] of counted.both.entries()) {
      if (both === 0) continue;
      const of = { key, x: Math.floor(key / b.width), y: key % b.width };
      if (isSmall(both)) sets.push({ ...of, less: null });
      if (isPresence) continue;
      if (isSmall((counted.a[of.x] as number) - both)) sets.push({ ...of, less: 'b' });
      if (isSmall((counted.b[of.y] as number) - both)) sets.push({ ...of, less: 'a' });
    }
    for (const [at, change] of changes.entries()) {
      if (sets.length === 0) return [];
      const { a: inA, b: inB, both } = sumsIn(a, b, change, this.#everyGroup);
      sets = sets.filter(({ key, x, y, less }) => {
        const shared = both[key] as number;
        const sum = less === null ? shared : ((less === 'b' ? inA[x] : inB[y]) as number) - shared;
        return isNothing(sum) === (at === 0);
      });
    }
    return sets.map(({ x, y, less }) =>
      less === 'a' ? this.#pick(second, y, first, x, false) : this.#pick(first, x, second, y, less === null),
    );
  }

  /** Groups in a cell of one table that are, or are not, in a cell of another. */
  #pick(first: number, x: number, second: number, y: number, isShared: boolean): Int32Array {
    const others = this.#groupsOf(second, y);
    const mark = isShared ? 1 : 0;
    for (const group of others) this.#marks[group] = 1;
    const found = this.#groupsOf(first, x).filter((group) => this.#marks[group] === mark);
    for (const group of others) this.#marks[group] = 0;
    return found;
  }

  #groupsOf(table: number, cell: number): Int32Array {
    return this.#members[table]?.[cell]?.groups ?? (this.#present[cell] as Int32Array);
  }
}

/** Groups in a cell of each of two tables, or in one of them and not in the other. */
interface PairOfCells {
  readonly key: number;
  readonly x: number;
  readonly y: number;
  readonly less: 'a' | 'b' | null;
}

/** Sums over some groups by cell of one table, of another, and of both. */
function sumsIn(a: Layout, b: Layout, of: Float64Array, groups: Int32Array) {
  const [inA, inB] = [new Float64Array(a.width), new Float64Array(b.width)];
  const both = new Float64Array(a.width * b.width);
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at] as number;
    const value = of[group] as number;
    const [fromB, toB] = [b.start[group] as number, b.start[group + 1] as number];
    for (let y = fromB; y < toB; y++) inB[b.cell[y] as number] = (inB[b.cell[y] as number] as number) + value;
    for (let x = a.start[group] as number; x < (a.start[group + 1] as number); x++) {
      const cell = a.cell[x] as number;
      inA[cell] = (inA[cell] as number) + value;
      const row = cell * b.width;
      for (let y = fromB; y < toB; y++)
        both[row + (b.cell[y] as number)] = (both[row + (b.cell[y] as number)] as number) + value;
    }
  }
  return { a: inA, b: inB, both };
}

function membersOf({ groups }: SideBySide, table: number, cells: number): readonly Terms[] {
  const lists = Array.from({ length: cells }, () => ({ groups: [] as number[], weights: [] as number[] }));
  groups.forEach((group, at) => {
    for (const [cell, weight] of group.cells[table] ?? []) {
      lists[cell]?.groups.push(at);
      lists[cell]?.weights.push(weight);
    }
  });
  return lists.map((list) => ({ groups: Int32Array.from(list.groups), weights: Float64Array.from(list.weights) }));
}

const layoutOf = ({ groups }: SideBySide, table: number, width: number): Layout =>
  layout(
    groups.map(({ cells }) => [...(cells[table]?.keys() ?? [])]),
    width,
  );

/** A made-up table: cell 0 holds everybody, each other cell those who stand in the same tables. */
function presenceOf({ groups }: SideBySide): Layout {
  const index = new Map<string, number>();
  const cells = groups.map(({ cells: of }) => {
    const pattern = of.map(({ size }) => (size > 0 ? 1 : 0)).join('');
    const at = index.get(pattern) ?? index.size + 1;
    index.set(pattern, at);
    return [0, at];
  });
  return layout(cells, index.size + 1);
}

function layout(cells: readonly (readonly number[])[], width: number): Layout {
  const start = new Int32Array(cells.length + 1);
  cells.forEach((of, group) => {
    start[group + 1] = (start[group] as number) + of.length;
  });
  return { width, start, cell: Int32Array.from(cells.flat()) };
}

function groupsByCell({ width, start, cell }: Layout): readonly Int32Array[] {
  const lists = Array.from({ length: width }, (): number[] => []);
  for (let group = 0; group + 1 < start.length; group++) {
    for (let at = start[group] as number; at < (start[group + 1] as number); at++)
      lists[cell[at] as number]?.push(group);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** By two tables, the one that is made up as the last. */
function meetings({ tables, groups }: SideBySide): readonly Uint8Array[] {
  const meet = tables.map(() => new Uint8Array(tables.length + 1).fill(1, tables.length));
  for (const { count, cells } of groups) {
    if (count === 0) continue;
    const present = cells.flatMap(({ size }, table) => (size > 0 ? [table] : []));
    for (const a of present) for (const b of present) (meet[a] as Uint8Array)[b] = 1;
  }
  return meet;
}
