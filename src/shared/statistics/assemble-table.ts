/** The table that is shown: counts, what is hidden, percentages and population in the shape of the contract. */
import type { StatisticTable } from '../contract/statistics.ts';
import {
  type CellRef,
  type Line,
  type StandardStatistic,
  type StatisticPart,
  shownKey,
} from './catalogue/standard-statistic.ts';
import type { CountedTable, MeasuredTable } from './count-table.ts';
import type { HiddenMeasures } from './disclosure/hide-measures.ts';
import type { HiddenCells } from './disclosure/protect-tables.ts';
import type { RoundedTable } from './disclosure/round-tables.ts';
import { type Measure, rounded } from './measures.ts';
import type { Period } from './period.ts';

/** A table before it is stamped with change number, seal, time and digest. */
export type TableBody = Omit<StatisticTable, 'changeNumber' | 'seal' | 'extractedAt' | 'training' | 'digest'>;

export interface TableParts {
  readonly statistic: StandardStatistic;
  readonly part: StatisticPart;
  readonly period: Period;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  readonly counts: CountedTable;
  readonly hidden: HiddenCells;
  /** What the public view shows instead of the counts, where they are rounded. */
  readonly rounded?: RoundedTable | undefined;
  readonly measured: MeasuredTable;
  readonly hiddenMeasures: HiddenMeasures;
  /** Records the population was drawn from, and drafts left out. */
  readonly records: number;
  readonly draftsLeftOut: number;
}

/** Puts a table together; in the public view nothing in it tells more than the cells shown. */
export function assembleTable(parts: TableParts): TableBody {
  const { statistic, part, period, view, counts, hidden } = parts;
  const rounded = view === 'public' ? parts.rounded : undefined;
  const shown =
    rounded?.counts ??
    counts.map((row, r) => row.map((count, c) => (view === 'public' && hidden[r]?.[c] ? null : count)));
  const shownAt = ([row, column]: CellRef): number | null =>
    shown[indexOf(part.rows.lines, row)]?.[indexOf(part.columns.lines, column)] ?? null;
  return {
    register: statistic.register,
    id: statistic.id,
    part: part.part,
    entity: statistic.entity,
    definitionVersion: statistic.definitionVersion,
    period: { from: period.from, to: period.to, text: period.text },
    view,
    threshold: parts.threshold,
    ...(rounded ? { rounded: { base: rounded.base, addsUp: rounded.addsUp } } : {}),
    unit: part.unit ?? statistic.unit,
    serves: [...(statistic.serves ?? [])],
    rows: part.rows.lines.map((line) => shownLine(line, period)),
    columns: [
      ...part.columns.lines.map((line) => shownLine(line, period)),
      ...(part.measures ?? []).map(({ key, label, figure }) => ({ key, label, kind: 'value' as const, figure })),
    ],
    chart: part.chart ?? 'bars',
    drawn: drawnColumn(part, period),
    cells: shown.map((row, r) => [
      ...row.map((count, c) => {
        if (isMeaningless(part, r, c)) return noFigure;
        const reason = view === 'internal' ? hidden[r]?.[c] : null;
        return reason ? { count, hiddenInPublic: reason } : { count };
      }),
      ...measureCells(parts, shown, r),
    ]),
    percent: percentages(part, shown),
    ...(part.percentOf === null ? {} : { percentOf: part.percentOf }),
    sumsExceedTotal: part.rows.several === true || part.columns.several === true,
    countsOneThing: part.counted !== null,
    population: {
      counted: part.counted && shownAt(part.counted),
      ...drawnFrom(view, parts),
      unknown: part.unknown.map(({ dimension, cell }) => ({ dimension, count: shownAt(cell) })),
    },
  };
}

const isMeaningless = ({ meaningless, rows, columns }: StatisticPart, row: number, column: number): boolean =>
  meaningless !== undefined && meaningless[0] === rows.lines[row]?.key && meaningless[1] === columns.lines[column]?.key;

/** How many records a population was drawn from, and how many drafts were left out, as far as the view says it. */
export const drawnFrom = (
  view: StatisticTable['view'],
  { records, draftsLeftOut }: Pick<StatisticTable['population'], 'records' | 'draftsLeftOut'>,
): Pick<StatisticTable['population'], 'records' | 'draftsLeftOut'> =>
  view === 'public' ? { records: null, draftsLeftOut: null } : { records, draftsLeftOut };

/** The whole, or where there is none the column that has shares, or the first. */
function drawnColumn({ drawn, columns, percentOf }: StatisticPart, period: Period): string {
  const whole = columns.lines.find(({ kind }) => kind === 'total') ?? columns.lines[0];
  const key = drawn ?? (whole?.kind === 'total' ? whole.key : percentOf) ?? whole?.key;
  if (key === undefined) throw new Error(`${columns.dimension} has no lines`);
  const line = columns.lines.find((each) => each.key === key);
  return line ? shownLine(line, period).key : key;
}

type Shown = readonly (readonly (number | null)[])[];
type Cell = StatisticTable['cells'][number][number];

/** A figure that the public view does not show. */
const hiddenCell: Cell = { count: null };
/** There is nothing that the figure could be taken over. */
const noFigure: Cell = { count: null, empty: true };

/** The measures of one row. */
function measureCells(parts: TableParts, shown: Shown, row: number): Cell[] {
  const { part, view, measured, hiddenMeasures, hidden } = parts;
  const measures = part.measures ?? [];
  const cells: Cell[] = measures.map((measure, m) => {
    if (measure.of === 'shareOfPrevious') return shareOfPrevious(part, measure, shown, row);
    if (measure.of === 'shareOfColumns') return shareOfColumns(part, measure, shown[row] ?? [], hidden[row] ?? []);
    const reason = hiddenMeasures[row]?.[m] ?? null;
    if (reason && view === 'public') return hiddenCell;
    const value = measured[row]?.[m]?.value ?? null;
    if (value === null) return noFigure;
    return reason ? { count: value, hiddenInPublic: reason } : { count: value };
  });
  const cellOf = (key: string): Cell => cells[measures.findIndex((each) => each.key === key)] ?? noFigure;
  return measures.map((measure, m) => {
    if (measure.of !== 'ratio') return cells[m] ?? noFigure;
    const [of, whole] = [cellOf(measure.part), cellOf(measure.whole)];
    if ([of, whole].some(({ count, empty }) => count === null && !empty)) return hiddenCell;
    if (of.count === null || !whole.count) return noFigure;
    const count = rounded((of.count / whole.count) * 100, measure.figure);
    const reason = of.hiddenInPublic ?? whole.hiddenInPublic;
    return reason ? { count, hiddenInPublic: reason } : { count };
  });
}

/** From what is shown: the count of a row in that of the row above. */
function shareOfPrevious(
  part: StatisticPart,
  { column, figure }: Extract<Measure, { of: 'shareOfPrevious' }>,
  shown: Shown,
  row: number,
): Cell {
  if (row === 0) return noFigure;
  const at = indexOf(part.columns.lines, column);
  const [count, above] = [shown[row]?.[at] ?? null, shown[row - 1]?.[at] ?? null];
  if (count === null || above === null) return hiddenCell;
  return above === 0 ? noFigure : { count: rounded((count / above) * 100, figure) };
}

/** From what is shown: one column of a row in several of them. */
function shareOfColumns(
  part: StatisticPart,
  { column, among, figure }: Extract<Measure, { of: 'shareOfColumns' }>,
  row: readonly (number | null)[],
  hidden: HiddenCells[number],
): Cell {
  const places = [column, ...among].map((key) => indexOf(part.columns.lines, key));
  const [count, ...counts] = places.map((at) => row[at] ?? null);
  if (count === undefined || count === null || counts.includes(null)) return hiddenCell;
  const whole = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  if (whole === 0) return noFigure;
  const share = rounded((count / whole) * 100, figure);
  const reason = places.map((at) => hidden[at]).find((each) => each);
  return reason ? { count: share, hiddenInPublic: reason } : { count: share };
}

function shownLine(line: Line, period: Period): StatisticTable['rows'][number] {
  const { label, kind, aside, yearsBefore } = line;
  const key = shownKey(line, period);
  if (yearsBefore === undefined) return { key, label, kind, ...(aside && { aside }) };
  return { key, label: { text: 'tables:lines.year', params: { year: key } }, kind };
}

function indexOf(lines: readonly Line[], key: string): number {
  const index = lines.findIndex((line) => line.key === key);
  if (index < 0) throw new Error(`no line ${key}`);
  return index;
}

/** Percent of the total of one column, row by row, from what is shown; one decimal. */
function percentages(part: StatisticPart, shown: readonly (readonly (number | null)[])[]): (number | null)[] | null {
  if (part.percentOf === null) return null;
  const column = indexOf(part.columns.lines, part.percentOf);
  const base = indexOf(part.rows.lines, part.percentBase ?? 'total');
  const total = shown[base]?.[column] ?? null;
  const isWithin = (kind: Line['kind'] | undefined) =>
    part.rows.lines[base]?.kind !== 'subtotal' || kind === 'value' || kind === 'subtotal';
  return shown.map((row, r) => {
    const count = isWithin(part.rows.lines[r]?.kind) ? (row[column] ?? null) : null;
    return count === null || !total ? null : Math.round((count / total) * 1000) / 10;
  });
}
