/** Numbers of few different values, as ages and counts are: a byte for each row, counted like the answers of a field. */
import type { DesignQuantity } from '../../contract/table-design.ts';
import { firstCode } from '../store/codebook.ts';
import type { NumberColumn } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import type { Counter } from './cross-count.ts';
import { rowCountOf, rowsAround, type UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';

export interface WholeNumbers {
  /** Below `firstCode` reasons why there is none. */
  readonly numbers: Uint8Array;
  /** The value that a number stands for; NaN of a reason. */
  readonly quantityOf: Float64Array;
}

const mostInByte = 256;

/** Of a field that holds numbers; null where they are no whole ones or lie too far apart. */
export function wholeNumbersIn(
  store: ColumnStore,
  { entity, field }: { readonly entity: string; readonly field: string },
  remember: Remember,
): WholeNumbers | null {
  return remember(`${entity}.${field} in bytes`, () => inBytes(store.number(entity, field), rowCountOf(store, entity)));
}

function inBytes({ lowest, values }: NumberColumn, rows: number): WholeNumbers | null {
  const { array } = values;
  if (!(array instanceof Int16Array)) return null;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    const value = array[row] as number;
    if (value - lowest < firstCode) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const size = firstCode + Math.max(0, most - least + 1);
  if (size > mostInByte) return null;
  const numbers = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = array[row] as number;
    numbers[row] = value - lowest < firstCode ? value - lowest : firstCode + value - least;
  }
  const quantityOf = Float64Array.from({ length: size }, (_, number) =>
    number < firstCode ? Number.NaN : least + number - firstCode,
  );
  return { numbers, quantityOf };
}

/** A dimension whose lines are the numbers of each unit. */
export interface QuantityCounter extends Counter {
  /** By line; NaN where it says why there is none. */
  readonly quantityOf: Float64Array;
}

/** The quantity of a design as a dimension; null where it is not one of few whole numbers. */
export function counterOf(
  store: ColumnStore,
  units: UnitRows,
  quantity: DesignQuantity,
  remember: Remember,
): QuantityCounter | null {
  const whole = quantity.from === 'number' ? wholeNumbersIn(store, quantity, remember) : null;
  if (!whole || quantity.from !== 'number') return null;
  const lines = whole.quantityOf.length;
  return {
    ...whole,
    rows: rowsAround(store, units, quantity.entity),
    isInOrder: units.isInOrder && quantity.entity === units.entity,
    lineOf: Int32Array.from({ length: lines + 1 }, (_, line) => line),
    // All that is counted are its lines: it has no total.
    several: true,
    size: lines - 1,
    answers: lines - 1,
  };
}
