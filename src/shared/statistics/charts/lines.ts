/** Lines over years: one for the whole or one a column, with the change from year to year. */
import { scaleLinear, scalePoint } from 'd3-scale';
import { line as lineThrough } from 'd3-shape';
import type { StatisticTable } from '../../contract/statistics.ts';
import {
  type Column,
  countedColumns,
  type Drawn,
  drawnAt,
  drawnColumn,
  drawnRows,
  type Placed,
} from './chart-cells.ts';
import { type Chart, type ChartFrame, type Drawing, lineHeight } from './chart-frame.ts';
import { mostFills } from './fills.ts';
import { type Shape, shape } from './scene.ts';
import { textWidth } from './text-width.ts';
import { hiddenDot, hiddenItem, type LegendItem, legend, textLine } from './words-on-it.ts';

/** The plot is as high as so many bars. */
const plotSteps = 7;
const dashes = [undefined, '7 3', '2 3', '10 3 2 3', '5 5', '1 4', '12 4'];

/** The parts of a whole that is to be drawn, else the one column that is. */
export function lineColumns(table: StatisticTable): readonly Placed<Column>[] {
  const drawn = drawnColumn(table);
  const parts = countedColumns(table);
  return drawn.line.kind === 'total' && parts.length >= 2 && parts.length <= mostFills ? parts : [drawn];
}

/** One line for each of its columns, over the rows. */
export function drawLines({ table, words, frame }: Chart): Drawing {
  const series = lineColumns(table);
  const isSeveral = series.length > 1;
  // What is not known stands at no time.
  const rows = drawnRows(table).filter(({ line }) => line.kind === 'value');
  const plotHeight = frame.step * plotSteps;
  const values = series.map(({ at }) => rows.map((row) => drawnAt(table, row.at, at)));
  const isAnyHidden = values.flat().includes('hidden');
  const items: LegendItem[] = isSeveral
    ? series.map(({ line }, at) => ({ text: words.label(line.label), sample: sampleOf(frame, at) }))
    : [];
  if (isAnyHidden) items.push(hiddenItem(frame, words.text('hidden')));
  const top = legend(frame, items);

  const figure = series[0]?.line.figure;
  const numbers = values.flat().filter((value) => typeof value === 'number');
  const y = scaleLinear([Math.min(0, ...numbers), Math.max(1, ...numbers)], [plotHeight, 0]).nice(4);
  const ticks = y.ticks(4).filter((tick) => figure !== undefined || Number.isInteger(tick));
  const tickTexts = ticks.map((tick) => words.figure(tick, figure));
  const left = Math.max(0, ...tickTexts.map((text) => textWidth(text, frame.fontSize))) + 8;
  const names = rows.map(({ line }) => words.label(line.label));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, frame.fontSize)));
  const edge = Math.max(24, widest / 2 + 4);
  const x = scalePoint(
    rows.map((_, at) => at),
    [left + edge, Math.max(left + edge, frame.width - edge)],
  );
  const across = (at: number): number => x(at) ?? left;
  const apart = rows.length < 2 ? frame.width : across(1) - across(0);
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, apart)));
  const head = lineHeight(frame) * (isSeveral ? 1 : 2.2);

  const grid = ticks.flatMap((tick, at): Shape[] => [
    shape('line', { x1: left, x2: frame.width, y1: y(tick), y2: y(tick), stroke: '#d5dae0', 'stroke-width': 1 }),
    textLine(frame, left - 8, y(tick), tickTexts[at] ?? '', 'end'),
  ]);
  const years = names.flatMap((name, at) =>
    at % every === 0 ? [textLine(frame, across(at), plotHeight + lineHeight(frame), name, 'middle')] : [],
  );
  const drawn = values.flatMap((points, at) => [
    ...strokes(frame, points, at, across, y),
    ...points.flatMap((value, point) => (value === 'hidden' ? [hiddenDot(frame, across(point), plotHeight - 6)] : [])),
  ]);
  const written = isSeveral ? [] : figuresOf({ table, words, frame }, values[0] ?? [], across, y, every, figure);
  return {
    height: top.height + head + plotHeight + lineHeight(frame) * 1.8,
    shapes: [
      ...top.shapes,
      shape('g', { transform: `translate(0 ${top.height + head})` }, [...grid, ...years, ...drawn, ...written]),
    ],
  };
}

type Place = (value: number) => number;

function strokes(frame: ChartFrame, points: readonly Drawn[], at: number, across: Place, y: Place): Shape[] {
  const path = lineThrough<Drawn>()
    .defined((value) => typeof value === 'number')
    .x((_, point) => across(point))
    .y((value) => y(Number(value)))
    .digits(2)(points);
  const marks = points.flatMap((value, point) =>
    typeof value === 'number' ? [marker(frame, at, across(point), y(value))] : [],
  );
  if (path === null) return marks;
  return [
    shape('path', {
      d: path,
      fill: 'none',
      stroke: frame.strong,
      'stroke-width': 2,
      'stroke-dasharray': dashes[at % dashes.length],
    }),
    ...marks,
  ];
}

/** Points of each line have a form of their own, so that lines stay apart where they cross. */
function marker(frame: ChartFrame, at: number, x: number, y: number): Shape {
  const look = { fill: at % 2 === 0 ? frame.strong : '#fff', stroke: frame.strong, 'stroke-width': 1.4 };
  const corner = (dx: number, dy: number) => `${x + dx},${y + dy}`;
  switch (at % 3) {
    case 0:
      return shape('circle', { cx: x, cy: y, r: 3.4, ...look });
    case 1:
      return shape('rect', { x: x - 3.2, y: y - 3.2, width: 6.4, height: 6.4, ...look });
    default:
      return shape('polygon', { points: [corner(0, -4), corner(4, 3.4), corner(-4, 3.4)].join(' '), ...look });
  }
}

const sampleOf =
  (frame: ChartFrame, at: number): LegendItem['sample'] =>
  (x, y) =>
    shape('g', {}, [
      shape('line', {
        x1: x,
        x2: x + 14,
        y1: y,
        y2: y,
        stroke: frame.strong,
        'stroke-width': 2,
        'stroke-dasharray': dashes[at % dashes.length],
      }),
      marker(frame, at, x + 7, y),
    ]);

/** The figure over each point and, where the table has one, the change in percent over it. */
function figuresOf(
  { table, words, frame }: Chart,
  points: readonly Drawn[],
  across: Place,
  y: Place,
  every: number,
  figure: Column['figure'],
): Shape[] {
  const rows = drawnRows(table);
  const change = changeColumn(table);
  return points.flatMap((value, point) => {
    const row = rows[point];
    if (typeof value !== 'number' || row === undefined || point % every !== 0) return [];
    const over = y(value) - 6 - lineHeight(frame) / 2;
    const texts = onGround(frame, across(point), over, words.figure(value, figure));
    const changed = change === null ? 'none' : drawnAt(table, row.at, change.at);
    if (typeof changed === 'number') {
      const sign = changed > 0 ? '+' : '';
      const text = `${sign}${words.percent(changed).replace('-', '−')}`;
      texts.push(...onGround(frame, across(point), over - lineHeight(frame), text));
    }
    return texts;
  });
}

/** A text that a steep line would cross stands on a ground of its own. */
function onGround(frame: ChartFrame, x: number, y: number, text: string): Shape[] {
  const width = textWidth(text, frame.fontSize) + 2;
  const height = lineHeight(frame);
  return [
    shape('rect', { x: x - width / 2, y: y - height / 2, width, height, fill: '#fff', 'fill-opacity': 0.8 }),
    textLine(frame, x, y, text, 'middle'),
  ];
}

/** The column that holds the change in percent. */
function changeColumn(table: Chart['table']): Placed<Column> | null {
  const at = table.columns.findIndex(({ figure }) => figure === 'changePercent');
  const line = table.columns[at];
  return line === undefined ? null : { line, at };
}
