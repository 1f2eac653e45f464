/** Rows and columns of a designed table: the lines of its dimensions with their totals, and the figures that stand in them. */
import type { Label, PlainLabel, StatisticTable } from '../../contract/statistics.ts';
import type { TableDesign } from '../../contract/table-design.ts';
import type { LineKind } from '../catalogue/standard-statistic.ts';
import { word } from './design-labels.ts';
import type { FigureHead } from './figure-heads.ts';
import type { PlacedDimension } from './place-dimensions.ts';

type Column = StatisticTable['columns'][number];

export interface AxisLine {
  readonly key: string;
  readonly label: Label;
  readonly kind: LineKind;
  /** Index of the line in each dimension of the axis. */
  readonly place: readonly number[];
}

const totalLabel = (dimensions: readonly PlacedDimension[]): PlainLabel =>
  dimensions.some(({ several }) => several) ? word('lines.each') : { text: 'tables:lines.total' };

/** Lines of one dimension and their total; of two, each line of the first with those of the second within it. */
export function axisLines(dimensions: readonly PlacedDimension[]): readonly AxisLine[] {
  const [outer, inner] = dimensions;
  const place = dimensions.map(({ size }) => size);
  const total: AxisLine = { key: 'total', label: totalLabel(dimensions), kind: 'total', place };
  if (!outer) return [total];
  if (!inner) return [...outer.lines.map((line, at) => ({ ...line, place: [at] })), total];
  const innerLines = (key: string, label: PlainLabel, kind: LineKind, at: number): AxisLine[] =>
    inner.lines.map((line, place) => ({
      key: `${key}|${line.key}`,
      label: { all: [label, line.label], join: 'within' as const },
      kind: kind === 'value' ? line.kind : kind,
      place: [at, place],
    }));
  return [
    ...outer.lines.flatMap(({ key, label, kind }, at): AxisLine[] => [
      { key: `${key}|total`, label, kind: 'subtotal', place: [at, inner.size] },
      ...innerLines(key, label, kind, at),
    ]),
    ...innerLines('total', totalLabel([outer]), 'subtotal', outer.size),
    total,
  ];
}

export interface ShownColumn<F extends FigureHead> {
  readonly column: Column;
  /** Index of the line in each dimension of the columns. */
  readonly place: readonly number[];
  readonly of: F | 'percent';
}

/** Each line of the columns for each figure; where there are no columns, the number of units stands before a figure. */
export function columnsOf<F extends FigureHead>(
  { columns: chosen, measure }: TableDesign,
  lines: readonly AxisLine[],
  figures: readonly F[],
): readonly ShownColumn<F>[] {
  if (measure.of === 'percent') {
    return lines.map(({ key, label, kind, place }) => ({
      column: { key, label, kind, figure: 'percent' as const },
      place,
      of: 'percent' as const,
    }));
  }
  const isAlone = figures.length === 1;
  return lines.flatMap(({ key, label, kind, place }) =>
    figures.map((of) => ({
      column: {
        key: isAlone || of.key === '' ? key : `${key}.${of.key}`,
        label: isAlone || of.label === null ? label : chosen.length === 0 ? of.label : within(label, of.label),
        kind: of.figure !== undefined && chosen.length === 0 ? ('value' as const) : kind,
        ...(of.figure ? { figure: of.figure } : {}),
      },
      place,
      of,
    })),
  );
}

const within = (label: Label, more: PlainLabel): Label => ({
  all: [...('all' in label ? label.all : [label]), more],
  join: 'within',
});
