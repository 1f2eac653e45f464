/**
 * Controlled rounding: every count of all tables of a period becomes a multiple of a base, so that the tables still add up,
 * within each of them and from one to the other. Each count goes to the multiple below or above it, a multiple stays as it
 * is, and together they are moved as little as possible. Where no such tables exist, counts may go further (Hundepool et
 * al., Statistical Disclosure Control, 2012, 4.4 and 5.4.3).
 */
import type { Links } from '../catalogue/linked-cells.ts';
import type { CountedTable } from '../count-table.ts';
import type { CellSystem } from './cell-system.ts';
import { connectedParts } from './components.ts';
import { type Answer, type Column, Programme, type Row, unlimited } from './optimiser.ts';
import { systemOf, type TableToProtect } from './protect-tables.ts';
import { termsOf } from './relation-rows.ts';

export interface RoundedTable {
  readonly counts: CountedTable;
  readonly base: number;
  /** False where the search found no tables that add up, and each count was rounded by itself. */
  readonly addsUp: boolean;
}

/** How many steps of the base a count may go beyond the two multiples around it, tried one after the other. */
const furtherSteps = [0, 1, 1_000];
/** A step further costs more than any choice between the two multiples around a count. */
const priceOfStep = 4;
const mostNodes = 200;

/** The counts of all tables as multiples of the base, by the name of the table. */
export function roundTables(
  tables: readonly TableToProtect[],
  links: Links,
  base: number,
): ReadonlyMap<string, RoundedTable> {
  const { system, cellOf } = systemOf(tables, links);
  const { values, addsUp } = roundSystem(system, base);
  return new Map(
    tables.map(({ name, counts: exact }) => {
      const counts = exact.map((row, r) => row.map((_, c) => values[cellOf(name, r, c)] as number));
      return [name, { counts, base, addsUp }];
    }),
  );
}

/** Multiples that other tables show of the same units, by cell. */
type Known = ReadonlyMap<number, number>;

/**
 * The counts of a system as multiples of the base: what is known as it is known, as far as the counts then add up. Without
 * nodes nothing is searched for that the first programme does not find at once.
 */
export function roundSystem(
  system: CellSystem,
  base: number,
  known: Known = new Map(),
  nodes: number = mostNodes,
): { readonly values: readonly number[]; readonly addsUp: boolean } {
  const values = [...system.values];
  let addsUp = true;
  for (const { cells, part } of connectedParts(system)) {
    const here = new Map(cells.flatMap((cell, at) => (known.has(cell) ? [[at, known.get(cell) as number]] : [])));
    const found = roundPart(part, base, here, nodes);
    addsUp &&= found !== null;
    cells.forEach((cell, at) => {
      values[cell] = found?.[at] ?? here.get(at) ?? Math.round((part.values[at] as number) / base) * base;
    });
  }
  return { values, addsUp };
}

/** The cells of one connected part; null where none were found that add up. */
function roundPart(part: CellSystem, base: number, known: Known, nodes: number): number[] | null {
  for (const further of nodes === 0 ? furtherSteps.slice(0, 1) : furtherSteps) {
    const found = search(part, base, further, known, nodes);
    if (found) return found;
  }
  return null;
}

function search(part: CellSystem, base: number, further: number, known: Known, nodes: number): number[] | null {
  const size = part.values.length;
  // Column `cell` is the multiple; size + cell what it goes beyond the one above, 2 * size + cell below the one below.
  const columns: Column[] = part.values.map((value, cell) => {
    const [below, above] = [Math.floor(value / base), Math.ceil(value / base)];
    const other = known.get(cell);
    if (other !== undefined) return towards(other / base, below, above, value);
    return { lower: below, upper: above, cost: 1 - (2 * (value - below * base)) / base };
  });
  for (const limit of [() => further, (value: number) => Math.min(further, Math.floor(value / base))]) {
    // A zero stays a zero: that nobody is there is shown, and nobody is invented.
    for (const value of part.values) {
      columns.push({ lower: 0, upper: value === 0 ? 0 : limit(value), cost: priceOfStep });
    }
  }
  const term = (cell: number, factor: number): [number, number][] => [
    [cell, factor],
    [size + cell, factor],
    [2 * size + cell, -factor],
  ];
  const rows: Row[] = [
    ...part.sums.map(({ whole, parts }) => ({
      terms: termsOf(whole, parts).flatMap((each) => term(...each)),
      lower: 0,
      upper: 0,
    })),
    ...part.orders.map(({ smaller, larger }) => ({
      terms: termsOf(larger, [smaller]).flatMap((each) => term(...each)),
      lower: -unlimited,
      upper: 0,
    })),
  ];
  const programme = new Programme(columns, rows);
  try {
    const answer = programme.solve();
    if (!answer) return null;
    return multiples(part, answer, base) ?? (nodes === 0 ? null : wholeOf(part, programme, base, nodes));
  } finally {
    programme.dispose();
  }
}

/** Costs more to leave than any choice that is free, and the more the larger the group is that two tables share. */
function towards(wanted: number, below: number, above: number, value: number): Column {
  const price = priceOfStep * (2 + value);
  return {
    lower: Math.min(below, wanted),
    upper: Math.max(above, wanted),
    cost: wanted <= below ? price : -price,
  };
}

const wholeOf = (part: CellSystem, programme: Programme, base: number, nodes: number): number[] | null => {
  const answer = programme.solveInWholeNumbers({ nodes });
  return answer && multiples(part, answer, base);
};

/** What the answer says of each cell, if it is whole and adds up exactly. */
function multiples({ values, sums, orders }: CellSystem, { values: found }: Answer, base: number): number[] | null {
  const size = values.length;
  const rounded = values.map(
    (_, cell) =>
      Math.round((found[cell] as number) + (found[size + cell] as number) - (found[2 * size + cell] as number)) * base,
  );
  const at = (cell: number): number => rounded[cell] as number;
  const holds =
    rounded.every((value) => value >= 0) &&
    sums.every(({ whole, parts }) => parts.reduce((sum, part) => sum + at(part), 0) === at(whole)) &&
    orders.every(({ smaller, larger }) => at(smaller) <= at(larger));
  return holds ? rounded : null;
}
