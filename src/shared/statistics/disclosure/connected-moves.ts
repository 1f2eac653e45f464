/**
 * Cells that may change, and the programmes over them. What is shown separates hidden cells from each other: those that no
 * relation connects any more are one programme each, and most of these are small.
 */
import type { CellSystem } from './cell-system.ts';
import { nameOf, type Pair } from './goals.ts';
import { type Answer, Programme, type Row, unlimited } from './optimiser.ts';
import { relationRows } from './relation-rows.ts';

/** To be disposed of. */
export class ConnectedMoves {
  readonly #system: CellSystem;
  readonly #pairs: readonly Pair[];
  /** The relations that each cell stands in. */
  readonly #relationsOf: readonly (readonly Row[])[];
  readonly #differencesOf = new Map<number, Pair[]>();
  /** Cells that are or were open; those shut again stay in the programmes. */
  readonly #known = new Set<number>();
  readonly #open = new Set<number>();
  readonly #built = new Map<number, Connection>();

  constructor(system: CellSystem, pairs: readonly Pair[]) {
    this.#system = system;
    this.#pairs = pairs;
    const relationsOf = system.values.map((): Row[] => []);
    for (const relation of relationRows(system)) {
      for (const [cell] of relation.terms) relationsOf[cell]?.push(relation);
    }
    this.#relationsOf = relationsOf;
    for (const pair of pairs) {
      for (const cell of [pair.cell, pair.less]) {
        const of = this.#differencesOf.get(cell);
        if (of) of.push(pair);
        else this.#differencesOf.set(cell, [pair]);
      }
    }
  }

  open(cell: number): void {
    this.#open.add(cell);
    if (this.#known.has(cell)) {
      this.#built.get(cell)?.release(cell);
      return;
    }
    this.#known.add(cell);
    for (const other of this.#neighbours(cell)) this.#forget(other);
  }

  shut(cell: number): void {
    this.#open.delete(cell);
    this.#built.get(cell)?.fix(cell);
  }

  openOnly(isOpen: (cell: number) => boolean): void {
    for (const cell of this.#known) {
      if (isOpen(cell) === this.#open.has(cell)) continue;
      if (isOpen(cell)) this.open(cell);
      else this.shut(cell);
    }
  }

  /** Whether the cell is or was open. */
  knows(cell: number): boolean {
    return this.#known.has(cell);
  }

  isOpen(cell: number): boolean {
    return this.#open.has(cell);
  }

  /** The programme that a cell stands in. */
  around(cell: number): Connection {
    const known = this.#built.get(cell);
    if (known) return known;
    const cells = this.#connectedTo(cell);
    const relations = new Set(cells.flatMap((each) => this.#relationsOf[each] ?? []));
    const pairs = this.#pairs.filter((pair) => cells.includes(pair.cell) || cells.includes(pair.less));
    const made = new Connection(this.#system, cells, [...relations], pairs);
    for (const each of cells) {
      this.#built.set(each, made);
      if (!this.#open.has(each)) made.fix(each);
    }
    return made;
  }

  #neighbours(cell: number): number[] {
    const related = (this.#relationsOf[cell] ?? []).flatMap(({ terms }) => terms.map(([other]) => other));
    const compared = (this.#differencesOf.get(cell) ?? []).flatMap((pair) => [pair.cell, pair.less]);
    return [...related, ...compared].filter((other) => this.#known.has(other));
  }

  #connectedTo(cell: number): readonly number[] {
    const found = new Set([cell]);
    // A set is walked in the order in which it grows.
    for (const each of found) for (const other of this.#neighbours(each)) found.add(other);
    return [...found];
  }

  #forget(cell: number): void {
    const built = this.#built.get(cell);
    if (!built) return;
    for (const each of built.columnOf.keys()) this.#built.delete(each);
    built.dispose();
  }

  dispose(): void {
    for (const built of new Set(this.#built.values())) built.dispose();
    this.#built.clear();
  }
}

/** Cells that relations connect, and the programme over their changes. To be disposed of. */
export class Connection {
  readonly programme: Programme;
  readonly columnOf: ReadonlyMap<number, number>;
  /** Row of the difference of two cells, by their name. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly #cells: readonly number[];
  /** Relations over columns, those included that limit one cell only. */
  readonly #relations: readonly Row[];
  readonly #lower: readonly number[];
  readonly #upper: readonly number[];

  constructor(system: CellSystem, cells: readonly number[], relations: readonly Row[], pairs: readonly Pair[]) {
    this.#cells = cells;
    const columnOf = new Map(cells.map((cell, column) => [cell, column]));
    this.columnOf = columnOf;
    const within = (terms: Row['terms']): Row['terms'] =>
      terms.flatMap(([cell, factor]): [number, number][] => {
        const column = columnOf.get(cell);
        return column === undefined ? [] : [[column, factor]];
      });
    this.#relations = relations.map(({ terms, ...limits }) => ({ ...limits, terms: within(terms) }));
    const lower = cells.map((cell) => -(system.values[cell] as number));
    const upper = cells.map(() => unlimited);
    for (const { terms, ...limits } of this.#relations) {
      const [only, ...others] = terms;
      if (!only || others.length > 0) continue;
      const [column, factor] = only;
      const ends = [limits.lower / factor, limits.upper / factor];
      lower[column] = Math.max(lower[column] as number, Math.ceil(Math.min(...ends)));
      upper[column] = Math.min(upper[column] as number, Math.floor(Math.max(...ends)));
    }
    [this.#lower, this.#upper] = [lower, upper];
    const rows = this.#relations.filter(({ terms }) => terms.length > 1);
    const differences = pairs.map(({ cell, less }) => ({
      terms: within([
        [cell, 1],
        [less, -1],
      ]),
      lower: -unlimited,
      upper: unlimited,
    }));
    this.rowOf = new Map(pairs.map((pair, index) => [nameOf(pair), rows.length + index]));
    this.programme = new Programme(
      cells.map((_, column) => ({ lower: lower[column] as number, upper: upper[column] as number, cost: 0 })),
      [...rows, ...differences],
      'prices',
    );
  }

  /** The cell may be anything that the relations allow. */
  release(cell: number): void {
    const column = this.columnOf.get(cell) as number;
    this.programme.bound(column, this.#lower[column] as number, this.#upper[column] as number);
  }

  fix(cell: number): void {
    this.programme.bound(this.columnOf.get(cell) as number, 0, 0);
  }

  raiseAtMost(cell: number, by: number): void {
    const column = this.columnOf.get(cell) as number;
    this.programme.bound(column, this.#lower[column] as number, Math.min(by, this.#upper[column] as number));
  }

  /** The answer in whole numbers, if these are exactly possible; relations of other cells stay as they are. */
  moveOf(answer: Answer | null): Map<number, number> | null {
    if (!answer) return null;
    const by = Array.from(answer.values, Math.round);
    const isPossible =
      by.every((each, column) => each >= (this.#lower[column] as number) && each <= (this.#upper[column] as number)) &&
      this.#relations.every(({ terms, lower, upper }) => {
        let sum = 0;
        for (const [column, factor] of terms) sum += factor * (by[column] as number);
        return sum >= lower && sum <= upper;
      });
    if (!isPossible) return null;
    const move = new Map<number, number>();
    this.#cells.forEach((cell, column) => {
      if (by[column] !== 0) move.set(cell, by[column] as number);
    });
    return move;
  }

  dispose(): void {
    this.programme.dispose();
  }
}
