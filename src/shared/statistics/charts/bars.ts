/** Horizontal bars: one a row, whole or divided into the columns. */
import { scaleLinear } from 'd3-scale';
import type { StatisticTable } from '../../contract/statistics.ts';
import {
  barRows,
  type Column,
  countedColumns,
  type Drawn,
  drawnAt,
  drawnColumn,
  type Line,
  type Placed,
} from './chart-cells.ts';
import { type Chart, type ChartFrame, type Drawing, lineHeight } from './chart-frame.ts';
import { type Fill, filled, mostFills } from './fills.ts';
import { type Shape, shape } from './scene.ts';
import { textWidth, wrapped } from './text-width.ts';
import {
  fillSample,
  hiddenDot,
  hiddenItem,
  type LegendItem,
  legend,
  sampleBox,
  textBlock,
  textLine,
} from './words-on-it.ts';

interface Part {
  readonly value: number;
  readonly fill: Fill | 'rest';
}

interface Bar {
  readonly label: string;
  readonly parts: readonly Part[];
  /** What is written behind the bar; null where only the mark stands. */
  readonly figure: string | null;
  /** A figure of the bar is hidden: the mark stands behind it. */
  readonly isHidden: boolean;
}

/** One bar a row, of the column that stands for the whole. */
export function drawBars({ table, words, frame }: Chart): Drawing {
  const { at: column, line } = drawnColumn(table);
  const bars = barRows(table, [column]).map((row): Bar => {
    const drawn = drawnAt(table, row.at, column);
    return {
      label: words.label(row.line.label),
      parts: typeof drawn === 'number' ? [{ value: drawn, fill: row.line.kind === 'unknown' ? 'unknown' : 0 }] : [],
      figure: typeof drawn === 'number' ? words.figure(drawn, line.figure) : drawn === 'none' ? '–' : null,
      isHidden: drawn === 'hidden',
    };
  });
  const items = bars.some(({ isHidden }) => isHidden) ? [hiddenItem(frame, words.text('hidden'))] : [];
  return below(legend(frame, items), barsAcross(frame, bars));
}

/** Whether the columns are few enough, and parts of one whole. */
export function canBeDivided(table: StatisticTable): boolean {
  const { length } = countedColumns(table);
  return length >= 2 && length <= mostFills && !table.sumsExceedTotal;
}

/** Bars divided by the columns, with the whole behind them. */
export function drawStacked(chart: Chart): Drawing {
  const { table, words, frame } = chart;
  const columns = countedColumns(table);
  const fills = columns.map(({ line }, at): Fill => (line.kind === 'unknown' ? 'unknown' : at));
  const whole = table.columns.findIndex(({ kind }) => kind === 'total');
  const rows = barRows(
    table,
    columns.map(({ at }) => at),
  );
  const bars = rows.map((row) => dividedBar(chart, row, columns, fills, whole));
  const items: LegendItem[] = columns.map(({ line }, at) => ({
    text: words.label(line.label),
    sample: fillSample(frame, fills[at] ?? 0),
  }));
  if (bars.some(({ parts }) => parts.some(({ fill }) => fill === 'rest')))
    items.push({ text: words.text('hiddenParts'), sample: (x, y) => sampleBox(x, y, outline) });
  if (bars.some(({ isHidden }) => isHidden)) items.push(hiddenItem(frame, words.text('hidden')));
  return below(legend(frame, items), barsAcross(frame, bars));
}

function dividedBar(
  { table, words }: Chart,
  row: Placed<Line>,
  columns: readonly Placed<Column>[],
  fills: readonly Fill[],
  whole: number,
): Bar {
  const drawn = columns.map(({ at }) => drawnAt(table, row.at, at));
  const parts = drawn.flatMap((value, at): Part[] =>
    typeof value === 'number' && value > 0 ? [{ value, fill: fills[at] ?? 0 }] : [],
  );
  const shown = parts.reduce((sum, { value }) => sum + value, 0);
  const hidden = drawn.some((value) => value === 'hidden');
  const total: Drawn = whole < 0 ? (hidden ? 'hidden' : shown) : drawnAt(table, row.at, whole);
  // What the whole is larger by belongs to hidden parts: their outline, without saying which.
  if (typeof total === 'number' && total > shown) parts.push({ value: total - shown, fill: 'rest' });
  return {
    label: words.label(row.line.label),
    parts,
    figure: typeof total === 'number' ? words.figure(total, undefined) : null,
    isHidden: hidden || total === 'hidden',
  };
}

const below = (top: Drawing, under: Drawing): Drawing => ({
  height: top.height + under.height,
  shapes: [...top.shapes, shape('g', { transform: `translate(0 ${top.height})` }, under.shapes)],
});

const gap = 10;
/** A bar that stands for something is never shorter. */
const shortest = 1;

/** Names take at most this part of the width, in as many lines as they need; more of a small drawing. */
const widestNames = 0.4;
const widestNamesOfSmall = 0.5;
const small = 320;

/** Names of rows in lines, and the width that they need. */
export function namesOf(frame: ChartFrame, names: readonly string[]) {
  const most = frame.width * (frame.width < small ? widestNamesOfSmall : widestNames);
  const lines = names.map((name) => wrapped(name, most, frame.fontSize));
  return { lines, width: Math.max(0, ...lines.flat().map((line) => textWidth(line, frame.fontSize))) };
}

function barsAcross(frame: ChartFrame, bars: readonly Bar[]): Drawing {
  const names = namesOf(
    frame,
    bars.map(({ label }) => label),
  );
  const behind = Math.max(0, ...bars.map(({ figure }) => textWidth(figure ?? '', frame.fontSize)));
  const markRoom = bars.some(({ isHidden }) => isHidden) ? frame.fontSize + gap / 2 : 0;
  const left = names.width + gap;
  const longest = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const room = Math.max(20, frame.width - left - behind - markRoom - gap);
  const scale = scaleLinear([0, longest], [0, room]);
  const thickness = frame.step * 0.62;
  let top = 0;
  const shapes = bars.flatMap(({ parts, figure, isHidden }, at) => {
    const lines = names.lines[at] ?? [];
    const height = lines.length < 2 ? frame.step : Math.max(frame.step, lines.length * lineHeight(frame) + 6);
    const middle = top + height / 2;
    top += height;
    let x = left;
    const drawn = parts.flatMap(({ value, fill }): Shape[] => {
      if (value <= 0) return [];
      const width = Math.max(shortest, scale(value));
      const look = fill === 'rest' ? outline : filled(frame, fill);
      const box = shape('rect', { x, y: middle - thickness / 2, width, height: thickness, ...look });
      x += width;
      return [box];
    });
    x += gap / 2;
    if (figure !== null) {
      drawn.push(textLine(frame, x, middle, figure));
      x += textWidth(figure, frame.fontSize) + gap / 2;
    }
    if (isHidden) drawn.push(hiddenDot(frame, x + frame.fontSize * 0.3, middle));
    return [...textBlock(frame, 0, middle, lines), ...drawn];
  });
  return { height: top, shapes };
}

const outline = { fill: 'none', stroke: '#8d98a3', 'stroke-width': 0.8, 'stroke-dasharray': '3 2' };
