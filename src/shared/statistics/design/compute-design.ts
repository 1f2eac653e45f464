/** A designed table from the column store: counted, protected, assembled. */
import type { StatisticTable } from '../../contract/statistics.ts';
import type { TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import { drawnFrom, type TableBody } from '../assemble-table.ts';
import { rounded } from '../measures.ts';
import { type Period, parsePeriod } from '../period.ts';
import type { RoundedGroups } from '../rounded-groups.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { type CountedCube, createCubeCounter } from './count-cube.ts';
import { designableEntities } from './design-fields.ts';
import { designWords } from './design-labels.ts';
import type { Imputed } from './design-quantity.ts';
import { type CubeTable, type FigureCube, tablesOf } from './design-table.ts';
import { type FigureHead, figureHeads, shownHeads } from './figure-heads.ts';
import { type HiddenCube, hideFigures, protectCube } from './protect-cube.ts';
import { roundCube } from './round-cube.ts';

export interface DesignQuestion {
  readonly design: TableDesign;
  readonly period: string;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  /** Base to which the public view rounds every count instead of hiding some; 0 or absent where it hides. */
  readonly rounding?: number;
  /** Under which it is known; null: it is called by what it shows. */
  readonly name: string | null;
}

/** More cells than anybody reads; in the public view also more than can be protected while somebody waits. */
const mostCells = { internal: 60_000, public: 2_500 } as const;

const isTooLargeFor = (view: StatisticTable['view'], { length }: { readonly length: number }): boolean =>
  length > mostCells[view];

/** What the standard tables of the same period and setting round groups of units to. */
export type KnownGroups = (question: Pick<DesignQuestion, 'period' | 'threshold'> & { base: number }) => RoundedGroups;

/** Answers designs over the store of one record type; what it worked out holds until a record changes. */
export function createDesigner(
  register: RegisterDeclaration,
  store: ColumnStore,
  knownGroups: KnownGroups = () => new Map(),
): (question: DesignQuestion) => TableBody[] {
  const count = createCubeCounter(register, store);
  return (question) => {
    const { design, view, threshold, rounding: base = 0 } = question;
    const period = parsePeriod(question.period);
    const counted = count({ design, period, threshold: view === 'public' ? threshold : null, most: mostCells[view] });
    const known = base > 0 && view === 'public' ? knownGroups({ period: question.period, threshold, base }) : new Map();
    return tablesFrom(register, store, question, period, protectCounted(register, question, counted, known));
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
  const { rounded: asMultiples, ...cube } = protectedCube;
  return tablesOf({ design, view, ...cube }).map(({ counted, layer, ...cellsAndLines }) => ({
    ...cellsAndLines,
    register: register.kind,
    id: 'design',
    part: layer?.key ?? null,
    // What is published opens nothing: its numbers may be hidden or rounded.
    entity: view === 'internal' ? store.entity : null,
    definitionVersion: '1',
    period: { from, to, text },
    view,
    threshold,
    ...(asMultiples ? { rounded: asMultiples } : {}),
    unit: 'design',
    serves: [],
    ...(view === 'internal' && isTooLargeFor('public', protectedCube.counts.values)
      ? { remarks: [{ text: 'tables:remarks.withoutMarks' }] }
      : {}),
    countsOneThing: true,
    population: {
      counted,
      ...drawnFrom(view, { records: store.recordCount, draftsLeftOut: store.draftCount }),
      unknown: [],
    },
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
      imputed: cube.imputedShare(view),
    },
  }));
}

interface ProtectedCube extends Pick<CubeTable, 'dimensions' | 'counts' | 'figures'> {
  /** Where the counts are rounded. */
  readonly rounded: TableBody['rounded'];
  readonly imputedShare: (view: StatisticTable['view']) => number | null;
}

/**
 * What the public view hides of a counted cube, or shows instead of its counts; nothing is said of one that would be too
 * large for it.
 */
function protectCounted(
  register: RegisterDeclaration,
  { design, view, threshold, rounding: base = 0 }: DesignQuestion,
  cube: CountedCube,
  known: RoundedGroups,
): ProtectedCube {
  const { dimensions, counts: exact, figures, imputed } = cube;
  const isPublic = !isTooLargeFor('public', exact);
  const adds = design.measure.of !== 'distinct';
  const hidden =
    isPublic && base === 0 ? protectCube(dimensions, exact, adds, threshold) : Array.from(exact, () => null);
  const multiples = base > 0 && view === 'public' ? roundCube(cube, adds, { base, known }) : null;
  const heads = figureHeads(register, design);
  const counts: FigureCube = { ...heads.counts, values: multiples?.counts ?? exact, hidden };
  const said = multiples ? { base, addsUp: multiples.addsUp } : undefined;
  if (!figures) return { dimensions, counts, figures: [counts], rounded: said, imputedShare: () => null };
  const isAmount = heads.measured.some(({ figure }) => figure === 'euro');
  const hiddenFigures = isPublic ? hideFigures(dimensions, figures, hidden, isAmount, threshold) : hidden;
  const cubeOf = (head: FigureHead): FigureCube => {
    const at = heads.measured.indexOf(head);
    return at < 0 ? counts : { ...head, values: figures.values[at] ?? new Float64Array(), hidden: hiddenFigures };
  };
  return {
    dimensions,
    counts,
    figures: shownHeads(design, heads).map(cubeOf),
    rounded: said,
    imputedShare: (view) => imputedShare(imputed, hiddenFigures, view === 'public' ? threshold : 0),
  };
}

/** Percent of the values that rest on a date known in part; it must not tell of a few either. */
function imputedShare(imputed: Imputed | null, hidden: HiddenCube, threshold: number): number | null {
  if (imputed === null) return null;
  const { known, parts } = imputed;
  const isFew = (many: number): boolean => many > 0 && many < threshold;
  if (known === 0 || isFew(parts) || isFew(known - parts) || (threshold > 0 && hidden.at(-1))) return null;
  return rounded((parts / known) * 100, 'percent');
}
