/** What a reader of several tables of one period knows: which cells count the same persons, or some of them. */

/** A cell of a standard table; `table` is the id, or id and part: T16.main. */
export interface CellAddress {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** By definition the cell counts the persons of all `parts` together. */
export interface LinkedSum {
  readonly whole: CellAddress;
  readonly parts: readonly CellAddress[];
}

/** By definition the larger cell counts every person of the smaller one. */
export interface LinkedOrder {
  readonly smaller: CellAddress;
  readonly larger: CellAddress;
}

export interface Links {
  readonly sums: readonly LinkedSum[];
  readonly orders: readonly LinkedOrder[];
}

export const addressOf = (table: string, row: string, column: string): CellAddress => ({ table, row, column });

/** Name of the table of a part, as addresses use it. */
export const tableName = (id: string, part: string | null): string => (part === null ? id : `${id}.${part}`);

/** What a reader knows by all of them. */
export const joinLinks = (...all: readonly Links[]): Links => ({
  sums: all.flatMap(({ sums }) => sums),
  orders: all.flatMap(({ orders }) => orders),
});
