/**
 * A reader with an optimiser tries to compute back what is hidden. He has the tables as published, every rule by which they
 * were made, and patience: for each hidden cell he asks for the smallest and the greatest whole number that any set of
 * tables could have there with everything else as printed. Shares no code with the protection.
 */
import loadHighs from 'highs';
import type { Links } from '#shared/statistics/catalogue/linked-cells.ts';
import type { Axis } from '#shared/statistics/catalogue/standard-statistic.ts';

const highs = await loadHighs();

export interface PublishedTable {
  readonly name: string;
  readonly rows: Axis;
  readonly columns: Axis;
  /** null: hidden; between bounds: rounded by a known rule. */
  readonly shown: readonly (readonly (number | Bounds | null)[])[];
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

interface Relation {
  readonly terms: ReadonlyMap<number, number>;
  readonly lower: number;
  readonly upper: number;
}

/** Nobody counts as many persons: an answer that large says that there is no upper bound. */
const endless = 1_000_000;

export class Attacker {
  readonly #number = new Map<string, number>();
  readonly #shown: Bounds[] = [];
  readonly #relations: Relation[] = [];
  readonly #known = new Map<number, Bounds>();
  readonly #seen = new Map<number, Bounds>();

  /** `truth` tells which of the links he may take for granted: those that hold in the register he looks at. */
  constructor(
    tables: readonly PublishedTable[],
    links: Links,
    truth: (table: string, row: string, column: string) => number,
  ) {
    for (const { name, rows, columns, shown } of tables) {
      rows.lines.forEach((row, r) => {
        columns.lines.forEach((column, c) => {
          this.#number.set(`${name}|${row.key}|${column.key}`, this.#shown.length);
          const known = shown[r]?.[c] ?? { least: 0, most: endless };
          this.#shown.push(typeof known === 'number' ? { least: known, most: known } : known);
        });
      });
    }
    for (const table of tables) this.#readTable(table);
    const at = ({ table, row, column }: Links['sums'][number]['whole']) =>
      this.#number.get(`${table}|${row}|${column}`);
    const count = ({ table, row, column }: Links['sums'][number]['whole']) => truth(table, row, column);
    for (const { whole, parts } of links.sums) {
      const cells = [whole, ...parts].map(at);
      if (cells.includes(undefined) || count(whole) !== parts.reduce((sum, part) => sum + count(part), 0)) continue;
      const [first, ...others] = cells as [number, ...number[]];
      this.#relate(first, others, 0, 0);
    }
    for (const { smaller, larger } of links.orders) {
      const [low, high] = [at(smaller), at(larger)];
      if (low === undefined || high === undefined || count(smaller) > count(larger)) continue;
      this.#relate(high, [low], -highs.infinity, 0);
    }
  }

  /** What he knows from one table: what its lines add up to, and that nobody stands on no line. */
  #readTable({ name, rows, columns }: PublishedTable): void {
    const along = (axis: Axis, other: Axis, key: (line: string, across: string) => string): void => {
      const cell = (line: string, across: string): number => this.#number.get(key(line, across)) as number;
      for (const { key: across } of other.lines) {
        for (const line of axis.lines) {
          if (line.of)
            this.#relate(
              cell(line.key, across),
              line.of.map((part) => cell(part, across)),
              0,
              0,
            );
          else if (axis.several && (line.kind === 'total' || line.kind === 'subtotal')) {
            // Everybody, or everybody of whom an answer is known: each stands in some line, and none in more than all.
            const parts = axis.lines.filter(
              (part) => !part.of && part !== line && (line.kind === 'total' || part.kind === 'value'),
            );
            const [all, each] = [cell(line.key, across), parts.map((part) => cell(part.key, across))];
            for (const part of each) this.#relate(all, [part], -highs.infinity, 0);
            this.#relate(all, each, 0, highs.infinity);
          }
        }
      }
    };
    along(rows, columns, (line, across) => `${name}|${line}|${across}`);
    along(columns, rows, (line, across) => `${name}|${across}|${line}`);
  }

  /** lower <= sum of the parts less the whole <= upper. */
  #relate(whole: number, parts: readonly number[], lower: number, upper: number): void {
    const terms = new Map<number, number>([[whole, -1]]);
    for (const part of parts) terms.set(part, (terms.get(part) ?? 0) + 1);
    this.#relations.push({ terms, lower, upper });
  }

  /**
   * What a cell can be, in whole numbers. Tables found on the way tell of all cells at once: he stops asking where they are
   * `enough` to give up.
   */
  boundsOf(table: string, row: string, column: string, enough: (seen: Bounds) => boolean = () => false): Bounds {
    const cell = this.#number.get(`${table}|${row}|${column}`);
    if (cell === undefined) throw new Error('no such cell');
    const seen = this.#seen.get(cell);
    if (seen && enough(seen)) return seen;
    const bounds = this.#known.get(cell) ?? { least: this.#extreme(cell, 1), most: this.#extreme(cell, -1) };
    this.#known.set(cell, bounds);
    return bounds;
  }

  /** A table that is possible in whole numbers widens what every cell of it is known to be open to. */
  #see(table: Float64Array): void {
    table.forEach((value, cell) => {
      const count = Math.round(value);
      const { least, most } = this.#seen.get(cell) ?? { least: count, most: count };
      this.#seen.set(cell, { least: Math.min(least, count), most: Math.max(most, count) });
    });
  }

  #extreme(cell: number, sign: 1 | -1): number {
    const model = this.#build();
    const ask = (): Float64Array => {
      model.run();
      const status = model.getModelStatus();
      if (status !== highs.constants.modelStatus.optimal) throw new Error(`the attacker got stuck: status ${status}`);
      return model.getSolution().colValue;
    };
    model.changeColCost(cell, sign);
    // An extreme over fractions that falls on whole numbers is the extreme over whole numbers, too.
    let found = ask();
    if (found.some((value) => Math.abs(value - Math.round(value)) > 1e-6)) {
      model.changeColsIntegrality(
        { kind: 'range', from: 0, to: found.length - 1 },
        new Int32Array(found.length).fill(highs.constants.variableType.integer),
      );
      found = ask();
      model.clearIntegrality();
    }
    model.changeColCost(cell, 0);
    this.#see(found);
    return Math.round(found[cell] as number);
  }

  #model: ReturnType<typeof highs.createModel> | null = null;

  #build(): ReturnType<typeof highs.createModel> {
    if (this.#model) return this.#model;
    const starts = [0];
    const [indices, values]: number[][] = [[], []] as [number[], number[]];
    for (const { terms } of this.#relations) {
      for (const [cell, factor] of terms) {
        indices?.push(cell);
        values?.push(factor);
      }
      starts.push(indices?.length ?? 0);
    }
    const size = this.#shown.length;
    this.#model = highs.createModel({
      numCols: size,
      numRows: this.#relations.length,
      colCost: new Float64Array(size),
      colLower: this.#shown.map(({ least }) => least),
      colUpper: this.#shown.map(({ most }) => most),
      rowLower: this.#relations.map(({ lower }) => lower),
      rowUpper: this.#relations.map(({ upper }) => upper),
      matrix: {
        format: 'csr',
        numRows: this.#relations.length,
        numCols: size,
        starts,
        indices: indices ?? [],
        values: values ?? [],
      },
    });
    this.#model.options.set({ output_flag: false });
    return this.#model;
  }

  close(): void {
    this.#model?.dispose();
    this.#model = null;
  }
}
