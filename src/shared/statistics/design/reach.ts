/** From the units of a design to the rows that its fields stand in: around them, in them, or within them. */
import type { ColumnStore } from '../store/column-store.ts';
import type { NumberArray } from '../store/growing-array.ts';
import { type DesignableEntities, outwardsFrom } from './design-fields.ts';

/** Whose rows the units are, in the order in which they are counted. */
export interface UnitRows {
  readonly entity: string;
  readonly rows: Int32Array;
  /** Each row is higher than the one before. */
  readonly isInOrder: boolean;
}

/** Several per unit: those of row r stand from offsets[r] to offsets[r + 1]. */
export interface Lists {
  readonly offsets: NumberArray;
  readonly values: NumberArray;
}

export interface Path {
  /** The entity around the unit, or the unit itself, that the way in begins at. */
  readonly turn: string;
  /** False where the field stands in `turn` itself: one answer a unit. */
  readonly goesWithin: boolean;
}

/** The way from rows of one entity to those of another one of the same record type. */
export function pathTo(entities: DesignableEntities, from: string, to: string): Path {
  const around = outwardsFrom(entities, from);
  const turn = outwardsFrom(entities, to).find((entity) => around.includes(entity));
  if (turn === undefined) throw new Error(`${to} and ${from} belong to different records`);
  return { turn, goesWithin: turn !== to };
}

/** For each unit its row in an entity around it. */
export function rowsAround(
  store: ColumnStore,
  { entity, rows }: Pick<UnitRows, 'entity' | 'rows'>,
  to: string,
): Int32Array {
  let [at, found] = [entity, rows];
  while (at !== to) {
    const outer = store.outerRows(at);
    const next = new Int32Array(found.length);
    for (let unit = 0; unit < next.length; unit++) next[unit] = outer.rows[found[unit] as number] as number;
    [at, found] = [outer.entity, next];
  }
  return found;
}

/** How many rows an entity has in the store, dead ones included. */
export function rowCountOf(store: ColumnStore, entity: string): number {
  if (entity === store.entity) return store.rowCount;
  const { start, count } = store.groupRows(entity);
  const last = store.rowCount - 1;
  return last < 0 ? 0 : start.at(last) + count.at(last);
}

/** For each row of an entity the row of `to` that it stands in. */
export function outerRowsOf(store: ColumnStore, entity: string, to: string): Int32Array {
  const all = new Int32Array(rowCountOf(store, entity));
  for (let row = 0; row < all.length; row++) all[row] = row;
  return rowsAround(store, { entity, rows: all }, to);
}

/** Sorts the values that rows within have into lists by the row around them, each value once in a list. */
export function gather(outer: NumberArray, rows: number, size: number, valuesOf: Lists | NumberArray): Lists {
  const isList = 'offsets' in valuesOf;
  const counts = new Uint32Array(rows + 1);
  const many = outer.length;
  for (let row = 0; row < many; row++) {
    const more = isList ? (valuesOf.offsets[row + 1] as number) - (valuesOf.offsets[row] as number) : 1;
    const at = (outer[row] as number) + 1;
    counts[at] = (counts[at] as number) + more;
  }
  for (let row = 0; row < rows; row++) counts[row + 1] = (counts[row + 1] as number) + (counts[row] as number);
  const sorted = new Uint16Array(counts[rows] as number);
  const next = counts.slice();
  const put = (around: number, value: number): void => {
    const at = next[around] as number;
    sorted[at] = value;
    next[around] = at + 1;
  };
  for (let row = 0; row < many; row++) {
    const around = outer[row] as number;
    if (!isList) put(around, valuesOf[row] as number);
    else {
      const end = valuesOf.offsets[row + 1] as number;
      for (let at = valuesOf.offsets[row] as number; at < end; at++) put(around, valuesOf.values[at] as number);
    }
  }
  return eachOnce({ offsets: counts, values: sorted }, rows, size);
}

/** The lists with every value once, in the order of its first place. */
export function eachOnce({ offsets, values }: Lists, rows: number, size: number): Lists {
  const seen = new Int32Array(size).fill(-1);
  const kept = new Uint32Array(rows + 1);
  const found = new Uint16Array(offsets[rows] as number);
  let many = 0;
  for (let row = 0; row < rows; row++) {
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      const value = values[at] as number;
      if (seen[value] === row) continue;
      seen[value] = row;
      found[many++] = value;
    }
    kept[row + 1] = many;
  }
  return { offsets: kept, values: found.subarray(0, many) };
}
