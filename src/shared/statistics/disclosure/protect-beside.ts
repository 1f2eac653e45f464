/**
 * Hides more of tables than they need by themselves: so much that they betray no small group beside those that went out
 * before, the same tables of a longer or shorter period. What went out stays as it was, shown or hidden; the difference of
 * the two periods is kept open like a table of its own.
 */
import type { Links } from '../catalogue/linked-cells.ts';
import type { CountedTable } from '../count-table.ts';
import type { Days } from '../counting.ts';
import type { CellSystem, OrderRelation, SumRelation } from './cell-system.ts';
import { connectedParts } from './components.ts';
import type { Goal, Sensitive } from './goals.ts';
import { type HidingReason, protectCells } from './protect.ts';
import { type HiddenCells, sensitiveCells, systemOf, type TableToProtect } from './protect-tables.ts';

/** A table of another period that went out. */
export interface TableBefore {
  /** Of the table that it lies beside. */
  readonly name: string;
  readonly days: Days;
  /** What it comes to today. */
  readonly counts: CountedTable;
  /** By row and column; null where hidden. */
  readonly shown: readonly (readonly (number | null)[])[];
}

/** Dearer than everything that could be hidden instead. */
const costOfShownBefore = 1_000_000;

/** One release of a table as cells of the system. */
interface Placed {
  readonly days: Days;
  readonly cell: (row: number, column: number) => number;
  readonly counts: CountedTable;
}

/** A cell that stands in several tables is hidden in all of them, and those are looked at again: mostly once. */
const mostRounds = 3;

/**
 * What is hidden of each table by its name, at least as much as before; where nothing suffices a table stays as it is.
 * Table by table, since all at once would take minutes: whether other tables tell what one hides is for the guard to see.
 */
export function protectBeside(
  tables: readonly TableToProtect[],
  hidden: ReadonlyMap<string, HiddenCells>,
  links: Links,
  days: Days,
  before: readonly TableBefore[],
  threshold: number,
): ReadonlyMap<string, HiddenCells> {
  const { cellOf } = systemOf(tables, links);
  const more = new Set<number>();
  const isHidden = (name: string, r: number, c: number): boolean =>
    (hidden.get(name)?.[r]?.[c] ?? null) !== null || more.has(cellOf(name, r, c));
  for (let round = 0, size = -1; round < mostRounds && more.size > size; round++) {
    size = more.size;
    for (const table of tables) {
      const { name } = table;
      const earlier = before.filter((each) => each.name === name && isAsToday(each));
      if (earlier.length === 0) continue;
      for (const [r, c] of hideOne(table, (row, column) => isHidden(name, row, column), days, earlier, threshold))
        more.add(cellOf(name, r, c));
    }
  }
  return new Map(
    tables.map(({ name, counts }) => [
      name,
      counts.map((row, r) =>
        row.map((_, c) => hidden.get(name)?.[r]?.[c] ?? (more.has(cellOf(name, r, c)) ? 'complementary' : null)),
      ),
    ]),
  );
}

/** The cells of one table that have to be hidden, those included that are. */
function hideOne(
  { name, part, counts }: TableToProtect,
  isHidden: (row: number, column: number) => boolean,
  days: Days,
  before: readonly TableBefore[],
  threshold: number,
): readonly (readonly [row: number, column: number])[] {
  const [values, costs]: [number[], number[]] = [[], []];
  const [sums, covers, orders]: [SumRelation[], SumRelation[], OrderRelation[]] = [[], [], []];
  const sensitive: Sensitive[] = [];
  const given = new Set<number>();
  const shownBefore = new Set<number>();
  const goals: Goal[] = [];
  const lay = (of: CountedTable, onDays: Days, hides: (row: number, column: number) => boolean): Placed => {
    const table = { name, part, counts: of };
    const own = systemOf([table], { sums: [], orders: [] });
    const offset = values.length;
    const cell = (r: number, c: number): number => offset + own.cellOf(name, r, c);
    values.push(...own.system.values);
    costs.push(...own.system.costs);
    sums.push(...own.system.sums.map((sum) => moved(sum, offset)));
    covers.push(...(own.system.covers ?? []).map((sum) => moved(sum, offset)));
    for (const order of own.system.orders)
      orders.push({ smaller: order.smaller + offset, larger: order.larger + offset });
    eachCell(of, (r, c) => {
      if (hides(r, c)) given.add(cell(r, c));
    });
    sensitive.push(...sensitiveCells([table], (_, r, c) => cell(r, c), threshold));
    return { days: onDays, counts: of, cell };
  };
  const own = lay(counts, days, isHidden);
  const releases = [own];
  for (const { counts: then, days: onDays, shown } of before) {
    const placed = lay(then, onDays, (r, c) => (shown[r]?.[c] ?? null) === null);
    eachCell(then, (r, c) => {
      const cell = placed.cell(r, c);
      if (given.has(cell)) return;
      shownBefore.add(cell);
      costs[cell] = costOfShownBefore;
    });
    releases.push(placed);
  }
  layBeside(releases, { threshold, shownBefore, orders, sums, goals });
  // What was shown then is no secret any more.
  const secret = sensitive.filter(({ cell }) => !shownBefore.has(cell));
  const all = extend({ values, costs, sums, orders, covers }, secret, threshold, { given, goals, shownBefore });
  const found: [number, number][] = [];
  eachCell(counts, (r, c) => {
    if (all.has(own.cell(r, c))) found.push([r, c]);
  });
  return found;
}

/** Where figures were corrected since, the guard has the word. */
const isAsToday = ({ counts, shown }: TableBefore): boolean =>
  shown.every((row, r) => row.every((count, c) => count === null || count === counts[r]?.[c]));

const moved = ({ whole, parts }: SumRelation, by: number): SumRelation => ({
  whole: whole + by,
  parts: parts.map((part) => part + by),
});

interface Relations {
  readonly threshold: number;
  readonly shownBefore: ReadonlySet<number>;
  readonly orders: OrderRelation[];
  readonly sums: SumRelation[];
  readonly goals: Goal[];
}

/** What one table of a period says about that of another one that holds it: no more are in it, and few less are not to be told. */
function layBeside(releases: readonly Placed[], { threshold, shownBefore, orders, sums, goals }: Relations): void {
  for (const inner of releases) {
    for (const outer of releases) {
      if (inner === outer || !holds(outer.days, inner.days)) continue;
      const rest = releases.filter(
        (each) => each !== inner && each !== outer && fills(outer.days, inner.days, each.days),
      );
      eachCell(inner.counts, (r, c) => {
        const [small, large] = [inner.counts[r]?.[c] as number, outer.counts[r]?.[c] as number];
        // A relation that does not hold, of persons counted in both, helps nobody to calculate.
        if (small > large) return;
        const [smaller, larger] = [inner.cell(r, c), outer.cell(r, c)];
        orders.push({ smaller, larger });
        for (const other of rest) {
          const others = other.counts[r]?.[c] as number;
          if (small + others === large) sums.push({ whole: larger, parts: [smaller, other.cell(r, c)] });
        }
        const by = large - small;
        if (by > 0 && by < threshold) goals.push(...goalsOfDifference(smaller, larger, by, threshold, shownBefore));
      });
    }
  }
}

const holds = (outer: Days, inner: Days): boolean =>
  outer.fromDay <= inner.fromDay &&
  outer.toDay >= inner.toDay &&
  (outer.fromDay < inner.fromDay || outer.toDay > inner.toDay);

const fills = (outer: Days, inner: Days, rest: Days): boolean =>
  (outer.fromDay === inner.fromDay && rest.fromDay === inner.toDay + 1 && rest.toDay === outer.toDay) ||
  (outer.fromDay === rest.fromDay && inner.fromDay === rest.toDay + 1 && inner.toDay === outer.toDay);

function eachCell(counts: CountedTable, look: (row: number, column: number) => void): void {
  counts.forEach((row, r) => {
    row.forEach((_, c) => {
      look(r, c);
    });
  });
}

/** The difference could be 0, and it could be the threshold. */
function goalsOfDifference(
  smaller: number,
  larger: number,
  by: number,
  threshold: number,
  shownBefore: ReadonlySet<number>,
): Goal[] {
  const more = threshold - by;
  // One that was shown is what it was: the other has to move.
  if (shownBefore.has(larger) && shownBefore.has(smaller)) return [];
  if (shownBefore.has(larger))
    return [
      { cell: smaller, by },
      { cell: smaller, by: -more },
    ];
  if (shownBefore.has(smaller))
    return [
      { cell: larger, by: -by },
      { cell: larger, by: more },
    ];
  return [
    { cell: larger, less: smaller, by: -by },
    { cell: smaller, less: larger, by: -more },
  ];
}

interface Wanted {
  readonly given: ReadonlySet<number>;
  readonly goals: readonly Goal[];
  readonly shownBefore: ReadonlySet<number>;
}

/** Part by part; of one that could only do with what was shown before, nothing more is hidden. */
function extend(
  system: CellSystem,
  sensitive: readonly Sensitive[],
  threshold: number,
  { given, goals, shownBefore }: Wanted,
): ReadonlySet<number> {
  const more = new Set<number>();
  for (const { cells, here, part } of connectedParts(system)) {
    const at = (cell: number): number => here.get(cell) as number;
    const goalsHere = goals
      .filter(({ cell }) => here.has(cell))
      .map((goal) => ({ ...goal, cell: at(goal.cell), ...(goal.less === undefined ? {} : { less: at(goal.less) }) }));
    if (goalsHere.length === 0) continue;
    const found = sensitive
      .filter(({ cell }) => here.has(cell))
      .map(({ cell, reason, everybody }) => ({
        cell: at(cell),
        reason,
        ...(everybody === undefined || !here.has(everybody) ? {} : { everybody: at(everybody) }),
      }));
    const hidden: ReadonlyMap<number, HidingReason> = protectCells(part, found, threshold, undefined, {
      hidden: cells.filter((cell) => given.has(cell)).map(at),
      goals: goalsHere,
    });
    const all = [...hidden.keys()].map((each) => cells[each] as number);
    if (all.some((cell) => shownBefore.has(cell))) continue;
    for (const cell of all) more.add(cell);
  }
  return more;
}
