/** Counts a design: units chosen, put into all lines of all dimensions at once, and measured. */
import { AppError } from '../../contract/errors.ts';
import type { TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { CountedDecisions } from '../counted-decisions.ts';
import type { Period } from '../period.ts';
import { firstCode } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { countCells } from './cross-count.ts';
import { cellsOf, fullSizes, withTotals } from './cube.ts';
import { designableEntities } from './design-fields.ts';
import { type Imputed, quantitiesOf } from './design-quantity.ts';
import { distinctOf, type Figures, figuresOf, figuresOfWhole } from './figures.ts';
import { filterUnits } from './filter-units.ts';
import { type PlacedDimension, placeDimensions } from './place-dimensions.ts';
import { rowsAround, type UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';
import { personsOf, selectUnits } from './select-units.ts';
import { counterOf } from './whole-numbers.ts';

export interface CubeQuestion {
  readonly design: TableDesign;
  readonly period: Period;
  /** Fewer units than this never make a line of their own; null: every one does. */
  readonly threshold: number | null;
  /** More cells than this are TABLE_TOO_LARGE. */
  readonly most: number;
}

/** Layer, rows and columns with all their totals. */
export interface CountedCube {
  /** What was counted; it holds until the next count. */
  readonly units: UnitRows;
  readonly dimensions: readonly PlacedDimension[];
  /** Units of each cell; of a distinct count what they belong to. */
  readonly counts: Float64Array;
  /** Of a sum, a mean, a median or quartiles, and how far they rest on dates known in part. */
  readonly figures: Figures | null;
  readonly imputed: Imputed | null;
}

/** Of a million records one such thing takes from one to eight megabytes. */
const mostRemembered = 40;

/** Counts designs over the store of one record type; remembers units of a period and classes of its rows until a record changes. */
export function createCubeCounter(
  register: RegisterDeclaration,
  store: ColumnStore,
): (question: CubeQuestion) => CountedCube {
  const known = new Map<unknown, unknown>();
  let version = -1;
  const remember = <T>(name: unknown, make: () => T): T => {
    if (version !== store.version || known.size > mostRemembered) known.clear();
    version = store.version;
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
  const decided = (decide: (of: ColumnStore) => CountedDecisions) => remember(decide, () => decide(store));
  const entities = designableEntities(register);

  return ({ design, period, threshold, most }) => {
    // Whoever puts a table together asks for the same units again and again.
    const selected = remember(`${JSON.stringify(design.unit)} ${period.from} ${period.to}`, () =>
      selectUnits(register.kind, entities, store, design.unit, period, decided),
    );
    const units = filterUnits(entities, store, selected, design.filters, remember);
    const dimensions = placeDimensions({ register, store, units, design, period, threshold, remember });
    const cells = cellsOf(fullSizes(dimensions));
    if (cells > most) throw new AppError('TABLE_TOO_LARGE', { cells, most });
    return measured({ register, store, units, dimensions, remember }, design);
  };
}

interface Counted {
  readonly register: RegisterDeclaration;
  readonly store: ColumnStore;
  readonly units: UnitRows;
  readonly dimensions: readonly PlacedDimension[];
  readonly remember: Remember;
}

function measured(counted: Counted, { measure }: TableDesign): CountedCube {
  const { register, store, units, dimensions, remember } = counted;
  if (measure.of === 'distinct') {
    const counts = distinctOf(dimensions, marksOf(register, store, units, measure.what));
    return { units, dimensions, counts, figures: null, imputed: null };
  }
  const counts = withTotals(countCells(units.rows.length, dimensions), dimensions);
  if (!('quantity' in measure)) return { units, dimensions, counts, figures: null, imputed: null };
  const whole = counterOf(store, units, measure.quantity, remember);
  const figures = whole && figuresOfWhole(measure.of, dimensions, whole);
  if (figures) return { units, dimensions, counts, figures, imputed: null };
  const { values, imputed } = quantitiesOf(store, units, measure.quantity);
  return { units, dimensions, counts, figures: figuresOf(measure.of, dimensions, values), imputed };
}

/** What units are told apart by: the record they stand in, or the person. */
function marksOf(
  register: RegisterDeclaration,
  store: ColumnStore,
  units: UnitRows,
  what: 'record' | 'person',
): Int32Array {
  if (what === 'record') return rowsAround(store, units, store.entity);
  const person = designableEntities(register).get(units.entity)?.person;
  if (!person) throw new AppError('INVALID_INPUT', { fields: ['measure'] });
  return personsOf(store, units, person).map((mark) => (mark < firstCode ? -1 : mark));
}
