/** From a number of a designed table back to the records that it counts, or that its mean is over. */
import { AppError } from '../../contract/errors.ts';
import type { DesignedFigure } from '../../contract/figure-filter.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import { parsePeriod } from '../period.ts';
import type { InCell } from '../records-in-cell.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { checkDesign } from './check-design.ts';
import { type Counter, entriesOf } from './cross-count.ts';
import { axisLines, columnsOf } from './design-axes.ts';
import { designableEntities } from './design-fields.ts';
import { quantitiesOf } from './design-quantity.ts';
import { figureHeads, shownHeads } from './figure-heads.ts';
import { filterUnits } from './filter-units.ts';
import { type PlacedDimension, placeDimensions } from './place-dimensions.ts';
import { rowsAround, type UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';
import { recordTypeOf, selectUnits } from './select-units.ts';

type Cell = Pick<DesignedFigure, 'design' | 'period' | 'part'> & Record<'row' | 'column', { readonly key: string }>;

/**
 * What stands in the cell and the records it is of: fewer than units where one record holds several of what is counted.
 * A line that nothing stands in any more has none; INVALID_INPUT where the register does not offer such a table over
 * these records.
 */
export function findInDesign(register: RegisterDeclaration, store: ColumnStore, cell: Cell): InCell {
  const { design } = cell;
  checkDesign(register, design);
  if (recordTypeOf(register, design.unit) !== store.entity)
    throw new AppError('INVALID_INPUT', { fields: ['filters'] });
  const period = parsePeriod(cell.period);
  const entities = designableEntities(register);
  const all = selectUnits(register.kind, entities, store, design.unit, period, (decide) => decide(store));
  const remember: Remember = (_, make) => make();
  const fitting = filterUnits(entities, store, all, design.filters, remember);
  // Filters that follow write into the same room.
  const units: UnitRows = { ...fitting, rows: fitting.rows.slice() };
  const dimensions = placeDimensions({ register, store, units, design, period, threshold: null, remember });
  const found = findCell(register, cell, dimensions);
  const what = { unit: design.unit.by === 'row' ? 'entry' : 'person', isRecord: units.entity === store.entity };
  if (found === null) return { ...what, units: 0, records: [] };
  const stands = new Uint8Array(units.rows.length).fill(1);
  for (const [at, dimension] of dimensions.entries()) keepLine(stands, dimension, found.place[at] as number);
  if (found.isMeasured && 'quantity' in design.measure) {
    const { values } = quantitiesOf(store, units, design.measure.quantity);
    values.forEach((value, unit) => {
      if (Number.isNaN(value)) stands[unit] = 0;
    });
  }
  const records = rowsAround(store, units, store.entity).filter((_, unit) => stands[unit] === 1);
  return { ...what, units: records.length, records: [...new Set(records)].map((row) => store.idOf(row)) };
}

interface FoundCell {
  /** Line of each dimension; that after the last is the total. */
  readonly place: readonly number[];
  /** The figure is over what the units have of a quantity, and not over units alone. */
  readonly isMeasured: boolean;
}

function findCell(
  register: RegisterDeclaration,
  { design, part, row, column }: Cell,
  dimensions: readonly PlacedDimension[],
): FoundCell | null {
  const begin = design.layer ? 1 : 0;
  const middle = begin + design.rows.length;
  const rows = axisLines(dimensions.slice(begin, middle));
  const columns = axisLines(dimensions.slice(middle));
  const shown = columnsOf(design, columns, shownHeads(design, figureHeads(register, design)));
  const layer = dimensions.slice(0, begin).map(({ lines, size }) => {
    return part === null ? size : lines.findIndex(({ key }) => key === part);
  });
  const inRow = rows.find(({ key }) => key === row.key);
  const inColumn = shown.find((each) => each.column.key === column.key);
  if (!inRow || !inColumn || layer.includes(-1)) return null;
  return {
    place: [...layer, ...inRow.place, ...inColumn.place],
    isMeasured: inColumn.of !== 'percent' && inColumn.of.figure !== undefined,
  };
}

/** Leaves standing the units that stand in a line, as they are counted into it. */
function keepLine(stands: Uint8Array, counter: Counter, line: number): void {
  if (line === counter.size) return;
  const { unit, cell } = entriesOf(stands.length, [counter], false);
  const isIn = new Uint8Array(stands.length);
  for (let at = 0; at < cell.length; at++) if (cell[at] === line) isIn[unit[at] as number] = 1;
  for (let at = 0; at < stands.length; at++) if (isIn[at] === 0) stands[at] = 0;
}
