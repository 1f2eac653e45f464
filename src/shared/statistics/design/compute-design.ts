/** A designed table from the column store: counted, protected, assembled. */
import type { PlainLabel, StatisticTable } from '../../contract/statistics.ts';
import type { DesignMeasure, TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { TableBody } from '../assemble-table.ts';
import { type FigureUnit, rounded } from '../measures.ts';
import { type Period, parsePeriod } from '../period.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type CountedCube, createCubeCounter } from './count-cube.ts';
import { designableEntities } from './design-fields.ts';
import { designWords, word } from './design-labels.ts';
import type { Quantities } from './design-quantity.ts';
import { type CubeTable, type FigureCube, tablesOf } from './design-table.ts';
import type { FigureKind } from './figures.ts';
import { fieldOf } from './place-dimensions.ts';
import { type HiddenCube, hideFigures, protectCube } from './protect-cube.ts';

export interface DesignQuestion {
  readonly design: TableDesign;
  readonly period: string;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  /** Under which it is known; null: it is called by what it shows. */
  readonly name: string | null;
}

/** More cells than anybody reads; in the public view also more than can be protected while somebody waits. */
const mostCells = { internal: 60_000, public: 2_500 } as const;

const isTooLargeFor = (view: StatisticTable['view'], { length }: { readonly length: number }): boolean =>
  length > mostCells[view];

/** Answers designs over the store of one record type; what it worked out holds until a record changes. */
export function createDesigner(
  register: RegisterDeclaration,
  store: ColumnStore,
): (question: DesignQuestion) => TableBody[] {
  const count = createCubeCounter(register, store);
  return (question) => {
    const { design, view, threshold } = question;
    const period = parsePeriod(question.period);
    const counted = count({ design, period, threshold: view === 'public' ? threshold : null, most: mostCells[view] });
    return tablesFrom(register, store, question, period, protectCounted(register, design, counted, threshold));
  };
}

function tablesFrom(
  register: RegisterDeclaration,
  store: ColumnStore,
  { design, view, threshold, name }: DesignQuestion,
  { from, to, text }: Period,
  protectedCube: ProtectedCube,
): TableBody[] {
  const words = designWords(register.kind, designableEntities(register));
  return tablesOf({ design, view, ...protectedCube }).map(({ counted, layer, ...cellsAndLines }) => ({
    ...cellsAndLines,
    register: register.kind,
    id: 'design',
    part: layer?.key ?? null,
    entity: null,
    definitionVersion: '1',
    period: { from, to, text },
    view,
    threshold,
    unit: 'design',
    serves: [],
    ...(view === 'internal' && isTooLargeFor('public', protectedCube.counts.values)
      ? { remarks: [{ text: 'tables:remarks.withoutMarks' }] }
      : {}),
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
      imputed: protectedCube.imputedShare(view),
    },
  }));
}

interface ProtectedCube extends Pick<CubeTable, 'dimensions' | 'counts' | 'figures'> {
  readonly imputedShare: (view: StatisticTable['view']) => number | null;
}

/** What the public view hides of a counted cube; nothing is said of one that would be too large for it. */
function protectCounted(
  register: RegisterDeclaration,
  { measure, columns }: TableDesign,
  { dimensions, counts: values, figures, quantities }: CountedCube,
  threshold: number,
): ProtectedCube {
  const isPublic = !isTooLargeFor('public', values);
  const hidden = isPublic
    ? protectCube(dimensions, values, measure.of !== 'distinct', threshold)
    : Array.from(values, () => null);
  const counts: FigureCube = { key: '', label: null, figure: undefined, values, hidden };
  if (!('quantity' in measure) || !figures || !quantities) {
    return { dimensions, counts, figures: [counts], imputedShare: () => null };
  }
  const unit = figureUnitOf(register, measure);
  const hiddenFigures = isPublic ? hideFigures(dimensions, figures, hidden, unit === 'euro', threshold) : hidden;
  const labels = figureLabels[measure.of];
  const cubes = figures.values.map((each, at): FigureCube => {
    const [key = '', label = null] = labels[at] ?? [];
    return { key, label, figure: unit, values: each, hidden: hiddenFigures };
  });
  return {
    dimensions,
    counts,
    // Where nothing stands across, there is room to say of how many units.
    figures: columns.length === 0 ? [{ ...counts, label: word('lines.units') }, ...cubes] : cubes,
    imputedShare: (view) => imputedShare(quantities, hiddenFigures, view === 'public' ? threshold : 0),
  };
}

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
