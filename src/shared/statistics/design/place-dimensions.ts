/** The dimensions of a design over its units: whose answer stands where, and in which lines. */
import type { DesignDimension, TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { Period } from '../period.ts';
import { firstCode } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { countSingles } from './blocks.ts';
import { calendarKey, calendarTable, firstDay } from './calendar.ts';
import type { Counter } from './cross-count.ts';
import { type DesignableEntities, type DesignableField, designableEntities } from './design-fields.ts';
import { areLearnt, type DesignLine, type LinesAsked, linesOf } from './dimension-lines.ts';
import { filled, type Keys, keysOfField, nameOfKeys } from './keys.ts';
import { linesInBytes } from './lines-in-bytes.ts';
import type { ProtectedDimension } from './protect-cube.ts';
import { gather, type Lists, outerRowsOf, pathTo, rowCountOf, rowsAround, type UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';

/** A dimension ready to be counted and protected. */
export interface PlacedDimension extends Counter, ProtectedDimension {
  readonly dimension: DesignDimension;
  readonly lines: readonly DesignLine[];
}

/** Of more lines the bytes of a row would be too many. */
const mostLinesInBytes = 64;

export interface Placing {
  readonly register: RegisterDeclaration;
  readonly store: ColumnStore;
  readonly units: UnitRows;
  readonly design: TableDesign;
  readonly period: Period;
  /** Public view: fewer units than this never make a line of their own. */
  readonly threshold: number | null;
  readonly remember: Remember;
  /** Keys of the lines of each dimension as they were when the table went out; without it they follow from the records. */
  readonly lines?: readonly (readonly string[])[];
}

/** Layer, rows and columns of a design, in this order. */
export function placeDimensions(placing: Placing): readonly PlacedDimension[] {
  const { layer, rows, columns } = placing.design;
  const around = new Map<string, Int32Array>();
  const rowsOf = (entity: string): Int32Array => {
    const found = around.get(entity) ?? rowsAround(placing.store, placing.units, entity);
    around.set(entity, found);
    return found;
  };
  return [...(layer ? [layer] : []), ...rows, ...columns].map((dimension, at) =>
    placed(placing, dimension, rowsOf, placing.lines?.[at]),
  );
}

function placed(
  { register, store, units, design, period, threshold, remember }: Placing,
  dimension: DesignDimension,
  rowsOf: (entity: string) => Int32Array,
  known: readonly string[] | undefined,
): PlacedDimension {
  const entities = designableEntities(register);
  const field = fieldOf(entities, dimension);
  const { entity } = dimension;
  const { turn, goesWithin } = pathTo(entities, units.entity, entity);
  const bounds = dimension.bounds ?? field.bounds;
  const name = nameOfKeys(dimension, bounds);
  const keys = keysOfField(store, dimension, bounds, remember);
  const numbers = goesWithin
    ? remember(`${name} in ${turn}`, () => {
        const all = 'offsets' in keys.numbers ? filled(keys.numbers, rowCountOf(store, entity)) : keys.numbers;
        return gather(outerRowsOf(store, entity, turn), rowCountOf(store, turn), keys.size, all);
      })
    : keys.numbers;
  const rows = rowsOf(turn);
  const asked: LinesAsked = {
    kind: register.kind,
    dimension,
    field,
    bounds,
    keys,
    kindOf: (list, code) => store.kindOf(list, code),
    country: store.country,
    inPeriod: isDayOf(design, dimension) ? keysOfPeriod(dimension, period) : null,
    mayHaveNone: goesWithin,
    ...(known ? { known } : {}),
  };
  const isInOrder = units.isInOrder && turn === units.entity;
  const seen = areLearnt(asked) ? unitsByKey({ rows, isInOrder }, numbers, keys) : new Float64Array(0);
  const { lines, answers, lineOf } = linesOf(asked, { units: seen, threshold });
  const size = lines.length;
  const inBytes =
    'offsets' in numbers && size <= mostLinesInBytes
      ? () =>
          remember(`${name} in ${turn} in bytes ${lineOf.join(' ')}`, () =>
            linesInBytes({ lineOf, answers, size }, numbers, rowCountOf(store, turn)),
          )
      : null;
  return {
    dimension,
    lines,
    answers,
    lineOf,
    rows,
    isInOrder,
    numbers,
    size,
    ...(inBytes && { inBytes }),
    several: goesWithin || field.type === 'codes',
    isSensitive: field.isSensitive,
  };
}

export function fieldOf(
  entities: DesignableEntities,
  { entity, field }: { readonly entity: string; readonly field: string },
): DesignableField {
  const found = entities.get(entity)?.fields.get(field);
  if (!found) throw new Error(`not declared: ${entity}.${field}`);
  return found;
}

const isDayOf = ({ unit }: TableDesign, { entity, field }: DesignDimension): boolean =>
  unit.by !== 'rule' && unit.day.entity === entity && unit.day.field === field;

/** Every year, half-year or month that the period touches. */
function keysOfPeriod({ by }: DesignDimension, { fromDay, toDay }: Period): readonly string[] | null {
  if (by !== 'year' && by !== 'half' && by !== 'month') return null;
  const table = calendarTable(by);
  const [first, last] = [table[fromDay - firstDay], table[toDay - firstDay]];
  if (first === undefined || last === undefined) return null;
  return Array.from({ length: last - first + 1 }, (_, at) => calendarKey(by, first + at));
}

/** How many units have each key; a unit with one key twice has it once. */
function unitsByKey(
  { rows, isInOrder }: Pick<UnitRows, 'rows' | 'isInOrder'>,
  numbers: Lists | Keys['numbers'],
  keys: Keys,
): Float64Array {
  const size = Math.max(keys.size, firstCode);
  if (!('offsets' in numbers)) {
    const offsetOf = Int32Array.from({ length: size }, (_, number) => number);
    return new Float64Array(countSingles(rows.length, [{ rows, isInOrder, numbers, offsetOf }], size));
  }
  const found = new Float64Array(size);
  const { offsets, values } = numbers;
  const seen = new Int32Array(found.length).fill(-1);
  for (let unit = 0; unit < rows.length; unit++) {
    const row = rows[unit] as number;
    const end = offsets[row + 1] as number;
    for (let at = offsets[row] as number; at < end; at++) {
      const number = values[at] as number;
      if (seen[number] !== unit) found[number] = (found[number] as number) + 1;
      seen[number] = unit;
    }
  }
  return found;
}
