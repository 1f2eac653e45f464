/** A designed table from the column store: units chosen, counted by all dimensions at once, protected, assembled. */
import { AppError } from '../../contract/errors.ts';
import type { PlainLabel, StatisticTable } from '../../contract/statistics.ts';
import type { DesignMeasure, TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { TableBody } from '../assemble-table.ts';
import type { CountedDecisions } from '../counted-decisions.ts';
import { type FigureUnit, rounded } from '../measures.ts';
import { parsePeriod } from '../period.ts';
import { firstCode } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { countCells } from './cross-count.ts';
import { cellsOf, fullSizes, withTotals } from './cube.ts';
import { designableEntities } from './design-fields.ts';
import { designWords, word } from './design-labels.ts';
import { type Quantities, quantitiesOf } from './design-quantity.ts';
import { type CubeTable, type FigureCube, tablesOf } from './design-table.ts';
import { distinctOf, type FigureKind, figuresOf } from './figures.ts';
import { filterUnits } from './filter-units.ts';
import { fieldOf, type PlacedDimension, placeDimensions, type Remember } from './place-dimensions.ts';
import { type HiddenCube, hideFigures, protectCube } from './protect-cube.ts';
import { rowsAround, type UnitRows } from './reach.ts';
import { personsOf, selectUnits } from './select-units.ts';

export interface DesignQuestion {
  readonly design: TableDesign;
  readonly period: string;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  /** Under which it is known; null: it is called by what it shows. */
  readonly name: string | null;
}

/** More cells than anybody reads; in the public view also more than can be protected while somebody waits. */
export const mostCells = { internal: 60_000, public: 2_500 } as const;
const mostRemembered = 60;

/** Answers designs over the store of one record type; what it worked out holds until a record changes. */
export function createDesigner(
  register: RegisterDeclaration,
  store: ColumnStore,
): (question: DesignQuestion) => TableBody[] {
  const known = new Map<unknown, unknown>();
  let version = -1;
  const remember = <T>(name: unknown, make: () => T): T => {
    if (version !== store.version || known.size > mostRemembered) known.clear();
    version = store.version;
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
  return (question) => compute(register, store, question, remember);
}

function compute(
  register: RegisterDeclaration,
  store: ColumnStore,
  { design, period: text, view, threshold, name }: DesignQuestion,
  remember: Remember & (<T>(name: unknown, make: () => T) => T),
): TableBody[] {
  const period = parsePeriod(text);
  const entities = designableEntities(register);
  const decided = (decide: (of: ColumnStore) => CountedDecisions) => remember(decide, () => decide(store));
  const selected = selectUnits(register.kind, entities, store, design.unit, period, decided);
  const units = filterUnits(entities, store, selected, design.filters);
  const folding = view === 'public' ? threshold : null;
  const dimensions = placeDimensions({ register, store, units, design, period, threshold: folding, remember });
  const cells = cellsOf(fullSizes(dimensions));
  if (cells > mostCells[view]) throw new AppError('TABLE_TOO_LARGE', { cells, most: mostCells[view] });

  const measured = measureAll(register, store, units, dimensions, design, threshold);
  const words = designWords(register.kind, entities);
  const cube: CubeTable = { design, view, dimensions, ...measured };
  return tablesOf(cube).map(({ counted, layer, ...cellsAndLines }) => ({
    ...cellsAndLines,
    register: register.kind,
    id: 'design',
    part: layer?.key ?? null,
    definitionVersion: '1',
    period: { from: period.from, to: period.to, text },
    view,
    threshold,
    unit: 'design',
    serves: [],
    countsOneThing: true,
    population: { counted, records: store.recordCount, draftsLeftOut: store.draftCount, unknown: [] },
    designed: {
      title: words.title(design, name),
      rows: words.axis(design.rows),
      columns: words.axis(design.columns),
      unit: words.unit(design.unit),
      measure: words.measure(design.measure),
      filters: design.filters.map(words.filter),
      layer:
        design.layer && layer
          ? { key: layer.key, dimension: words.field(design.layer.entity, design.layer.field), line: layer.label }
          : null,
      imputed: measured.imputedShare(view),
    },
  }));
}

interface MeasuredCube extends Pick<CubeTable, 'counts' | 'figures'> {
  readonly imputedShare: (view: StatisticTable['view']) => number | null;
}

function measureAll(
  register: RegisterDeclaration,
  store: ColumnStore,
  units: UnitRows,
  dimensions: readonly PlacedDimension[],
  { measure, columns }: TableDesign,
  threshold: number,
): MeasuredCube {
  const many = units.rows.length;
  if (measure.of === 'distinct') {
    const values = distinctOf(dimensions, marksOf(register, store, units, measure.what));
    const counts = countCube(values, protectCube(dimensions, values, false, threshold));
    return { counts, figures: [counts], imputedShare: () => null };
  }
  const values = withTotals(countCells(many, dimensions), dimensions);
  const counts = countCube(values, protectCube(dimensions, values, true, threshold));
  if (!('quantity' in measure)) return { counts, figures: [counts], imputedShare: () => null };

  const quantities = quantitiesOf(store, units, measure.quantity);
  const figures = figuresOf(measure.of, dimensions, quantities.values);
  const unit = figureUnitOf(register, measure);
  const hidden = hideFigures(dimensions, figures, counts.hidden, unit === 'euro', threshold);
  const labels = figureLabels[measure.of];
  const cubes = figures.values.map((each, at): FigureCube => {
    const [key = '', label = null] = labels[at] ?? [];
    return { key, label, figure: unit, values: each, hidden };
  });
  return {
    counts,
    // Where nothing stands across, there is room to say of how many units.
    figures: columns.length === 0 ? [{ ...counts, label: word('lines.units') }, ...cubes] : cubes,
    imputedShare: (view) => imputedShare(quantities, hidden, view === 'public' ? threshold : 0),
  };
}

const countCube = (values: Float64Array, hidden: HiddenCube): FigureCube => ({
  key: '',
  label: null,
  figure: undefined,
  values,
  hidden,
});

const named = (key: string): readonly [string, PlainLabel] => [key, word(`measures.${key}`)];
const figureLabels: Readonly<Record<FigureKind, readonly (readonly [string, PlainLabel])[]>> = {
  sum: [named('sum')],
  mean: [named('mean')],
  median: [named('median')],
  quartiles: ['lowerQuartile', 'median', 'upperQuartile'].map(named),
};

function figureUnitOf(
  register: RegisterDeclaration,
  { quantity }: Extract<DesignMeasure, { quantity: unknown }>,
): FigureUnit {
  if (quantity.from === 'dates') return 'days';
  return fieldOf(designableEntities(register), quantity).isAmount ? 'euro' : 'number';
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

/** Percent of the values that rest on a date known in part; it must not tell of a few either. */
function imputedShare({ values, imputed }: Quantities, hidden: HiddenCube, threshold: number): number | null {
  if (imputed === null) return null;
  let [known, parts] = [0, 0];
  for (let unit = 0; unit < values.length; unit++) {
    if (Number.isNaN(values[unit])) continue;
    known++;
    parts += imputed[unit] as number;
  }
  const isFew = (many: number): boolean => many > 0 && many < threshold;
  if (known === 0 || isFew(parts) || isFew(known - parts) || (threshold > 0 && hidden.at(-1))) return null;
  return rounded((parts / known) * 100, 'percent');
}
