/** The quantity that a design measures: a number of each unit, or the days between two of its dates. */
import type { DesignQuantity } from '../../contract/table-design.ts';
import { firstCode } from '../store/codebook.ts';
import { isDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { rowsAround, type UnitRows } from './reach.ts';
import { Scratch } from './scratch.ts';

export interface Quantities {
  /** NaN where a unit has none; they hold until quantities are worked out again. */
  readonly values: Float64Array;
  /** Of how many of them a date known in part is the ground; null where there are no dates. */
  readonly imputed: Imputed | null;
}

export interface Imputed {
  readonly known: number;
  readonly parts: number;
}

const scratch = new Scratch((length) => new Float64Array(length));

export function quantitiesOf(store: ColumnStore, units: UnitRows, quantity: DesignQuantity): Quantities {
  if (quantity.from === 'dates') return daysBetween(store, units, quantity);
  const { lowest, values } = store.number(quantity.entity, quantity.field);
  const rows = rowsAround(store, units, quantity.entity);
  const array = values.array;
  const found = scratch.take(rows.length);
  for (let unit = 0; unit < found.length; unit++) {
    const value = array[rows[unit] as number] as number;
    found[unit] = value - lowest >= firstCode ? value : Number.NaN;
  }
  return { values: found, imputed: null };
}

/** From middle to middle of the days that each date may mean; none where the second lies wholly before the first. */
function daysBetween(
  store: ColumnStore,
  units: UnitRows,
  { start, end }: Extract<DesignQuantity, { from: 'dates' }>,
): Quantities {
  const [from, to] = [store.date(start.entity, start.field), store.date(end.entity, end.field)];
  const [rowsFrom, rowsTo] = [rowsAround(store, units, start.entity), rowsAround(store, units, end.entity)];
  const [fromFirst, fromLast] = [from.earliest.array, from.latest.array];
  const [toFirst, toLast] = [to.earliest.array, to.latest.array];
  const values = scratch.take(units.rows.length);
  let [known, parts] = [0, 0];
  for (let unit = 0; unit < values.length; unit++) {
    const a = rowsFrom[unit] as number;
    const b = rowsTo[unit] as number;
    const firstA = fromFirst[a] as number;
    const firstB = toFirst[b] as number;
    const lastA = fromLast[a] as number;
    const lastB = toLast[b] as number;
    if (!isDay(firstA) || !isDay(firstB) || lastB < firstA) {
      values[unit] = Number.NaN;
      continue;
    }
    // Two middles may stand the wrong way round where the intervals overlap: then no time has passed that one knows of.
    values[unit] = Math.max(0, (firstB + lastB - firstA - lastA) / 2);
    known++;
    if (firstA !== lastA || firstB !== lastB) parts++;
  }
  return { values, imputed: { known, parts } };
}
