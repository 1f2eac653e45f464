/** A released table of a design over its units: who stands in which cell, by the lines that it had when it went out. */
import type { TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import { type Counting, onDay } from '../counting.ts';
import type { CountedTable } from '../disclosure/differencing/counted-table.ts';
import { parsePeriod } from '../period.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { isOfCalendar } from './calendar.ts';
import { entriesOf } from './cross-count.ts';
import { fullSizes, stridesOf } from './cube.ts';
import { designableEntities } from './design-fields.ts';
import { rulesOf } from './design-rules.ts';
import { filterUnits } from './filter-units.ts';
import { type PlacedDimension, placeDimensions } from './place-dimensions.ts';
import type { UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';
import { entityOfUnit, selectUnits } from './select-units.ts';

/** One of the tables of a design, as it went out. */
export interface DesignedTable {
  readonly design: TableDesign;
  readonly period: string;
  /** Line of the layer; null: all of them, or there is no layer. */
  readonly part: string | null;
  /** Keys of the lines of the layer, of the rows and of the columns. */
  readonly layer: readonly string[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** The table over the units of today. */
export function tableOfDesign(register: RegisterDeclaration, store: ColumnStore, table: DesignedTable): CountedTable {
  const { design, rows, columns } = table;
  const period = parsePeriod(table.period);
  const entity = entityOfUnit(register.kind, design.unit);
  return {
    units: entity,
    period,
    stages: [countingOf(register, design)],
    tellsTime: tellsTime(design),
    rows,
    columns,
    leavesOf: (unitRows) => {
      const cells = cellsByRow(register, store, table, { entity, rows: unitRows, isInOrder: false });
      return (unit) => cells.get(unitRows[unit] as number) ?? [];
    },
    cellsOf: (cell) => [cell],
  };
}

const tellsTime = ({ layer, rows, columns, filters }: TableDesign): boolean =>
  [...(layer ? [layer] : []), ...rows, ...columns].some(({ by }) => isOfCalendar(by)) ||
  filters.some(({ kind }) => kind === 'period');

const dated = new Map<string, Counting>();

/** The same for every design that counts the same rows, so that they are known to count together. */
function countingOf(register: RegisterDeclaration, { unit }: TableDesign): Counting {
  const key = `${register.kind} ${JSON.stringify(unit)}`;
  const known = dated.get(key) ?? makeCounting(register, key, unit);
  dated.set(key, known);
  return known;
}

function makeCounting(register: RegisterDeclaration, key: string, unit: TableDesign['unit']): Counting {
  if (unit.by === 'row') return { key, decisions: onDay(unit.entity, unit.day.field, [], unit.day.entity) };
  const rule = rulesOf(register.kind).find((each) => unit.by === 'rule' && each.rule === unit.rule);
  if (rule) return { key, decisions: rule.decide };
  const entities = designableEntities(register);
  return {
    key,
    during: (store, period) => [
      ...selectUnits(register.kind, entities, store, unit, period, (decide) => decide(store)).rows,
    ],
  };
}

/** One table of a store that is seldom asked twice: nothing is kept. */
const remember: Remember = (_, make) => make();

/** For each row that fits the filters the cells that it adds to. */
function cellsByRow(
  register: RegisterDeclaration,
  store: ColumnStore,
  table: DesignedTable,
  all: UnitRows,
): ReadonlyMap<number, readonly number[]> {
  const { design } = table;
  const fitting = filterUnits(designableEntities(register), store, all, design.filters, remember);
  // Filters that follow write into the same room.
  const units = { ...fitting, rows: fitting.rows.slice() };
  const period = parsePeriod(table.period);
  const dimensions = placeDimensions({
    register,
    store,
    units,
    design,
    period,
    threshold: null,
    remember,
    lines: [
      ...(design.layer ? [table.layer] : []),
      ...linesOfAxis(design.rows.length, table.rows),
      ...linesOfAxis(design.columns.length, table.columns),
    ],
  });
  const cellOf = cellsOfTable(table, dimensions);
  const found = new Map<number, number[]>();
  const { unit, cell } = entriesOf(units.rows.length, dimensions, true);
  for (let at = 0; at < unit.length; at++) {
    const stands = cellOf(cell[at] as number);
    if (stands < 0) continue;
    const row = units.rows[unit[at] as number] as number;
    const known = found.get(row);
    if (known) known.push(stands);
    else found.set(row, [stands]);
  }
  return found;
}

const total = 'total';

/** Keys of the lines of each dimension of an axis, out of those of its rows or columns. */
function linesOfAxis(dimensions: number, keys: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: dimensions }, (_, at) => [
    ...new Set(
      keys.flatMap((key) => (dimensions === 1 ? key : (key.split('|')[at] ?? total))).filter((key) => key !== total),
    ),
  ]);
}

/** The cell of the table for each cell of the cube; -1 where it stands in another table. */
function cellsOfTable({ design, part, rows, columns }: DesignedTable, dimensions: readonly PlacedDimension[]) {
  const sizes = fullSizes(dimensions);
  const strides = stridesOf(sizes);
  const begin = design.layer ? 1 : 0;
  const middle = begin + design.rows.length;
  const [rowAt, columnAt] = [rows, columns].map((keys) => new Map(keys.map((key, at) => [key, at])));
  const known = new Map<number, number>();
  const find = (cell: number): number => {
    const keys = dimensions.map(({ lines }, at) => {
      const line = Math.floor(cell / (strides[at] as number)) % (sizes[at] as number);
      return lines[line]?.key ?? total;
    });
    if (begin === 1 && keys[0] !== (part ?? total)) return -1;
    const row = rowAt?.get(axisKey(keys.slice(begin, middle)));
    const column = columnAt?.get(axisKey(keys.slice(middle)));
    return row === undefined || column === undefined ? -1 : row * columns.length + column;
  };
  return (cell: number): number => {
    const at = known.get(cell) ?? find(cell);
    known.set(cell, at);
    return at;
  };
}

const axisKey = (keys: readonly string[]): string => (keys.every((key) => key === total) ? total : keys.join('|'));
