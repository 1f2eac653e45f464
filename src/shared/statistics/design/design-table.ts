/** The tables of a counted design in the shape of the contract: one for all, and one for each line of the layer. */
import type { PlainLabel, StatisticTable } from '../../contract/statistics.ts';
import type { TableDesign } from '../../contract/table-design.ts';
import { rounded } from '../measures.ts';
import { fullSizes, stridesOf } from './cube.ts';
import { axisLines, columnsOf } from './design-axes.ts';
import { usualChart } from './design-charts.ts';
import type { FigureHead } from './figure-heads.ts';
import type { PlacedDimension } from './place-dimensions.ts';
import type { HiddenCube } from './protect-cube.ts';

/** A figure in every cell of the cube, with what the public view hides of it. */
export interface FigureCube extends FigureHead {
  /** NaN where there is none. */
  readonly values: Float64Array;
  readonly hidden: HiddenCube;
}

export interface CubeTable {
  readonly design: TableDesign;
  readonly view: StatisticTable['view'];
  /** Layer, rows, columns. */
  readonly dimensions: readonly PlacedDimension[];
  /** Units in every cell. */
  readonly counts: FigureCube;
  readonly figures: readonly FigureCube[];
}

type Cell = StatisticTable['cells'][number][number];
type Column = StatisticTable['columns'][number];

/** The part of a table that its cells decide. */
export type TableCells = Pick<
  StatisticTable,
  'rows' | 'columns' | 'cells' | 'percent' | 'drawn' | 'sumsExceedTotal' | 'chart'
> & {
  /** Units of the whole table; null where hidden. */
  readonly counted: number | null;
  readonly layer: { readonly key: string; readonly label: PlainLabel } | null;
};

/** The table for all lines of the layer, then one for each of them. */
export function tablesOf(cube: CubeTable): readonly TableCells[] {
  const { design, dimensions } = cube;
  const layer = design.layer ? dimensions[0] : undefined;
  if (!layer) return [tableOf(cube, [])];
  return [tableOf(cube, [layer.size]), ...layer.lines.map((_, line) => tableOf(cube, [line]))];
}

function tableOf(cube: CubeTable, layerPlace: readonly number[]): TableCells {
  const { design, dimensions, figures, counts } = cube;
  const strides = stridesOf(fullSizes(dimensions));
  const begin = layerPlace.length;
  const ofRows = dimensions.slice(begin, begin + design.rows.length);
  const ofColumns = dimensions.slice(begin + design.rows.length);
  const [rows, columns] = [axisLines(ofRows), axisLines(ofColumns)];
  const cellAt = (row: readonly number[], column: readonly number[]): number =>
    [...layerPlace, ...row, ...column].reduce((sum, line, at) => sum + line * (strides[at] as number), 0);
  const all = (of: readonly PlacedDimension[]): number[] => of.map(({ size }) => size);
  const show = (figure: FigureCube, cell: number): Cell => shownCell(figure, cell, cube.view);
  const base = (row: readonly number[], column: readonly number[]): number => {
    const of = design.measure.of === 'percent' ? design.measure.base : 'total';
    return cellAt(of === 'row' ? row : all(ofRows), of === 'column' ? column : all(ofColumns));
  };
  const shownColumns = columnsOf(design, columns, figures);
  const cells = rows.map((row) =>
    shownColumns.map(({ of, place }) => {
      const cell = cellAt(row.place, place);
      if (of !== 'percent') return show(of, cell);
      return percentCell(show(counts, cell), show(counts, base(row.place, place)));
    }),
  );
  const total = cellAt(all(ofRows), all(ofColumns));
  const counted = show(counts, total).count;
  const shareOf = (count: number | null): number | null =>
    count === null || !counted ? null : rounded((count / counted) * 100, 'percent');
  const [layer] = layerPlace;
  const line = layer === undefined ? undefined : dimensions[0]?.lines[layer];
  return {
    rows: rows.map(({ key, label, kind }) => ({ key, label, kind })),
    columns: shownColumns.map(({ column }) => column),
    cells,
    percent:
      design.measure.of === 'count'
        ? rows.map(({ place }) => shareOf(show(counts, cellAt(place, all(ofColumns))).count))
        : null,
    chart: design.chart ?? usualChart(design),
    drawn: drawnKey(shownColumns.map(({ column }) => column)),
    sumsExceedTotal: design.measure.of === 'distinct' || [...ofRows, ...ofColumns].some(({ several }) => several),
    counted,
    layer: line ? { key: line.key, label: line.label } : null,
  };
}

function shownCell({ values, hidden, figure }: FigureCube, cell: number, view: StatisticTable['view']): Cell {
  const reason = hidden[cell] ?? null;
  if (reason && view === 'public') return { count: null };
  const value = values[cell] as number;
  if (Number.isNaN(value)) return { count: null, empty: true };
  const count = figure ? rounded(value, figure) : value;
  return reason ? { count, hiddenInPublic: reason } : { count };
}

/** A share of what is shown; never of what is hidden. */
function percentCell(part: Cell, whole: Cell): Cell {
  if (part.count === null || whole.count === null) return { count: null };
  if (whole.count === 0) return { count: null, empty: true };
  const count = rounded((part.count / whole.count) * 100, 'percent');
  const reason = part.hiddenInPublic ?? whole.hiddenInPublic;
  return reason ? { count, hiddenInPublic: reason } : { count };
}

/** The whole where it is shown, else the first figure. */
function drawnKey(columns: readonly Column[]): string {
  const figure = columns.find((column) => column.figure !== undefined && column.figure !== 'percent');
  const found = figure ? (columns.find(({ kind, figure: of }) => kind === 'total' && of) ?? figure) : undefined;
  const key = (found ?? columns.find(({ kind }) => kind === 'total') ?? columns[0])?.key;
  if (key === undefined) throw new Error('a table has at least one column');
  return key;
}
