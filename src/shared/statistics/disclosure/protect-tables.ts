/** Hides cells of all tables that speak of the same persons together, so that none betrays another. */

import type { CellAddress, Links } from '../catalogue/linked-cells.ts';
import type { Axis, StatisticPart } from '../catalogue/standard-statistic.ts';
import type { CountedTable } from '../count-table.ts';
import type { CellSystem, OrderRelation, SumRelation } from './cell-system.ts';
import { protectConnectedInSteps } from './components.ts';
import type { Sensitive } from './goals.ts';
import type { Effort, HidingReason } from './protect.ts';
import { finish, type Steps } from './steps.ts';

export interface TableToProtect {
  readonly name: string;
  readonly part: Pick<StatisticPart, 'rows' | 'columns'>;
  readonly counts: CountedTable;
}

/** reasons[row][column]: why the public view hides the cell; null where it is shown. */
export type HiddenCells = readonly (readonly (HidingReason | null)[])[];

/** What is hidden in each table, by its name; a cell that stands in several tables is hidden in all or in none. */
export function protectTables(
  tables: readonly TableToProtect[],
  links: Links,
  threshold: number,
  effort?: Effort,
): ReadonlyMap<string, HiddenCells> {
  return finish(protectTablesInSteps(tables, links, threshold, effort));
}

export function* protectTablesInSteps(
  tables: readonly TableToProtect[],
  links: Links,
  threshold: number,
  effort?: Effort,
): Steps<ReadonlyMap<string, HiddenCells>> {
  const { system, cellOf } = systemOf(tables, links);
  const hidden = yield* protectConnectedInSteps(system, sensitiveCells(tables, cellOf, threshold), threshold, effort);
  return new Map(
    tables.map(({ name, counts }) => [
      name,
      counts.map((row, r) => row.map((_, c) => hidden.get(cellOf(name, r, c)) ?? null)),
    ]),
  );
}

export type CellOf = (table: string, row: number, column: number) => number;

/** One system of cells and relations over several tables; cells that count the same persons are one cell. */
export function systemOf(tables: readonly TableToProtect[], links: Links): { system: CellSystem; cellOf: CellOf } {
  const offsets = new Map<string, number>();
  const values: number[] = [];
  const costs: number[] = [];
  for (const { name, part, counts } of tables) {
    offsets.set(name, values.length);
    counts.forEach((row, r) => {
      row.forEach((count, c) => {
        values.push(count);
        costs.push(costOf(count, depthOf(part.rows, r) + depthOf(part.columns, c)));
      });
    });
  }
  const byName = new Map(tables.map((table) => [table.name, table]));
  const raw: CellOf = (table, row, column) => {
    const width = byName.get(table)?.part.columns.lines.length as number;
    return (offsets.get(table) as number) + row * width + column;
  };
  const find = ({ table, row, column }: CellAddress): number | undefined => {
    const part = byName.get(table)?.part;
    return part && raw(table, lineIndex(part.rows, row), lineIndex(part.columns, column));
  };

  const sums = tables.flatMap(({ name, part }) => tableSums(part, (row, column) => raw(name, row, column)));
  const several = tables.flatMap(({ name, part }) => severalAnswers(part, (row, column) => raw(name, row, column)));
  const orders: OrderRelation[] = several.flatMap(({ whole, parts }) =>
    parts.map((smaller) => ({ smaller, larger: whole })),
  );
  const covers = several.filter(
    ({ whole, parts }) => (values[whole] as number) <= parts.reduce((sum, cell) => sum + (values[cell] as number), 0),
  );
  const twin = values.map((_, cell) => cell);
  for (const { whole, parts } of links.sums) {
    const cells = [whole, ...parts].map(find);
    if (cells.includes(undefined)) continue;
    const [first, ...others] = cells as [number, ...number[]];
    // A relation that does not hold, for persons a question did not apply to, helps nobody to calculate.
    if (values[first] !== others.reduce((sum, cell) => sum + (values[cell] as number), 0)) continue;
    if (others.length > 1) sums.push({ whole: first, parts: others });
    else join(twin, first, others[0] as number);
  }
  for (const { smaller, larger } of links.orders) {
    const [low, high] = [find(smaller), find(larger)];
    if (low === undefined || high === undefined || (values[low] as number) > (values[high] as number)) continue;
    orders.push({ smaller: low, larger: high });
  }
  return compact(values, costs, { sums, orders, covers }, twin, raw);
}

const lineIndex = (axis: Axis, key: string): number => {
  const index = axis.lines.findIndex((line) => line.key === key);
  if (index < 0) throw new Error(`${axis.dimension} has no line ${key}`);
  return index;
};

/** How many times over a line adds up others: 0 for a counted line. */
function depthOf(axis: Axis, index: number): number {
  const line = axis.lines[index];
  if (line?.kind === 'total') return 2;
  return line?.of ? 1 : 0;
}

/**
 * Each cell costs something, a larger one more; a zero costs more than a small count, because readers expect it there
 * and gain doubt only from a count; sums cost more than what they add up.
 */
const costOf = (count: number, depth: number): number =>
  (count === 0 ? 24 : 8 + Math.min(count, 400)) * (1 + 3 * depth);

function tableSums(
  { rows, columns }: TableToProtect['part'],
  cell: (row: number, column: number) => number,
): SumRelation[] {
  const along = (axis: Axis, other: Axis, at: (line: number, across: number) => number): SumRelation[] =>
    axis.lines.flatMap((line, index) =>
      line.of === undefined
        ? []
        : other.lines.map((_, across) => ({
            whole: at(index, across),
            parts: (line.of ?? []).map((key) => at(lineIndex(axis, key), across)),
          })),
    );
  return [...along(rows, columns, cell), ...along(columns, rows, (line, across) => cell(across, line))];
}

/** Where one person may stand in several lines: none holds more than all, and all of them stand in some line. */
function severalAnswers(
  { rows, columns }: TableToProtect['part'],
  cell: (row: number, column: number) => number,
): SumRelation[] {
  const along = (axis: Axis, other: Axis, at: (line: number, across: number) => number): SumRelation[] => {
    // A whole that is counted itself: everybody, or everybody of whom an answer is known.
    const whole = axis.lines.findIndex(({ kind, of }) => of === undefined && (kind === 'total' || kind === 'subtotal'));
    if (axis.several !== true || whole < 0) return [];
    const isOfKnown = axis.lines[whole]?.kind === 'subtotal';
    const parts = axis.lines.flatMap(({ kind, of }, index) =>
      of || index === whole || (isOfKnown && kind !== 'value') ? [] : [index],
    );
    return other.lines.map((_, across) => ({ whole: at(whole, across), parts: parts.map((line) => at(line, across)) }));
  };
  return [...along(rows, columns, cell), ...along(columns, rows, (line, across) => cell(across, line))];
}

function root(twin: readonly number[], cell: number): number {
  let at = cell;
  while (twin[at] !== at) at = twin[at] as number;
  return at;
}

function join(twin: number[], a: number, b: number): void {
  twin[root(twin, a)] = root(twin, b);
}

/** Renumbers the cells so that twins are one, and drops relations said twice. */
function compact(
  values: readonly number[],
  costs: readonly number[],
  { sums, orders, covers }: Required<Pick<CellSystem, 'sums' | 'orders' | 'covers'>>,
  twin: readonly number[],
  raw: CellOf,
): { system: CellSystem; cellOf: CellOf } {
  const numberOf = new Map<number, number>();
  const kept: number[] = [];
  twin.forEach((_, cell) => {
    const one = root(twin, cell);
    if (numberOf.has(one)) return;
    numberOf.set(one, kept.length);
    kept.push(one);
  });
  const number = (cell: number): number => numberOf.get(root(twin, cell)) as number;
  const cost = new Array<number>(kept.length).fill(0);
  costs.forEach((each, cell) => {
    cost[number(cell)] = Math.max(cost[number(cell)] as number, each);
  });
  const renumbered = ({ whole, parts }: SumRelation): SumRelation => ({
    whole: number(whole),
    parts: parts.map(number).sort((a, b) => a - b),
  });
  const unique = <T>(items: readonly T[]): T[] => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    system: {
      values: kept.map((cell) => values[cell] as number),
      costs: cost,
      sums: unique(sums.map(renumbered)),
      covers: unique(covers.map(renumbered)),
      orders: unique(
        orders
          .map(({ smaller, larger }) => ({ smaller: number(smaller), larger: number(larger) }))
          .filter(({ smaller, larger }) => smaller !== larger),
      ),
    },
    cellOf: (table, row, column) => number(raw(table, row, column)),
  };
}

/** Small counts, and lines of a sensitive axis in which everybody of a row or column stands. */
export function sensitiveCells(tables: readonly TableToProtect[], cellOf: CellOf, threshold: number): Sensitive[] {
  const found = new Map<string, Sensitive>();
  const add = (sensitive: Sensitive): void => {
    found.set(`${sensitive.cell} ${sensitive.everybody ?? ''}`, sensitive);
  };
  for (const { name, part, counts } of tables) {
    counts.forEach((row, r) => {
      row.forEach((count, c) => {
        if (count === 0) return;
        const cell = cellOf(name, r, c);
        if (count < threshold) add({ cell, reason: 'threshold' });
        for (const [totalRow, totalColumn] of wholesOf(part, r, c)) {
          const everybody = cellOf(name, totalRow, totalColumn);
          if (counts[totalRow]?.[totalColumn] === count) add({ cell, reason: 'concentration', everybody });
        }
      });
    });
  }
  // Of a cell that is small as well, that is the reason shown internally.
  return [...found.values()].toSorted((a, b) => Number(a.reason !== 'threshold') - Number(b.reason !== 'threshold'));
}

/** The totals that a cell on a sensitive line must not make up alone: of its column, of its row. */
function wholesOf({ rows, columns }: TableToProtect['part'], r: number, c: number): [row: number, column: number][] {
  const tells = (axis: Axis, line: number): boolean => axis.sensitive === true && axis.lines[line]?.kind === 'value';
  const total = (axis: Axis): number => axis.lines.findIndex(({ kind }) => kind === 'total');
  const wholes: [number, number][] = [];
  if (tells(rows, r) && total(rows) >= 0) wholes.push([total(rows), c]);
  if (tells(columns, c) && total(columns) >= 0) wholes.push([r, total(columns)]);
  return wholes;
}
