/** A funnel: each row a part of the one above, drawn around one axis. */
import { scaleLinear } from 'd3-scale';
import { namesOf } from './bars.ts';
import { type Drawn, drawnAt, drawnColumn, drawnRows } from './chart-cells.ts';
import { type Chart, type Drawing, lineHeight } from './chart-frame.ts';
import { filled } from './fills.ts';
import { type Shape, shape } from './scene.ts';
import { textWidth, wrapped } from './text-width.ts';
import { hiddenDot, hiddenItem, legend, textBlock } from './words-on-it.ts';

const gap = 12;
/** What stands behind the bars takes at most this part of the width. */
const widestTexts = 0.34;

/** Rows in their order, with the share of the row above behind each. */
export function drawFunnel({ table, words, frame }: Chart): Drawing {
  const { at: column, line } = drawnColumn(table);
  const rows = drawnRows(table).filter((row) => row.line.kind === 'value');
  const values = rows.map(({ at }) => drawnAt(table, at, column));
  const names = namesOf(
    frame,
    rows.map((row) => words.label(row.line.label)),
  );
  const texts = values.map((value, at) =>
    wrapped(behind(value, values[at - 1]), frame.width * widestTexts, frame.fontSize),
  );
  const room = Math.max(0, ...texts.flat().map((text) => textWidth(text, frame.fontSize)));
  const left = names.width + gap;
  const width = Math.max(40, frame.width - left - room - gap);
  const largest = Math.max(1, ...values.map((value) => (typeof value === 'number' ? value : 0)));
  const scale = scaleLinear([0, largest], [0, width]);
  const axis = left + width / 2;
  const thickness = frame.step * 0.72;
  const top = legend(frame, values.includes('hidden') ? [hiddenItem(frame, words.text('hidden'))] : []);

  let y = 0;
  const steps = values.map((value, at) => {
    const lines = names.lines[at] ?? [];
    const most = Math.max(lines.length, texts[at]?.length ?? 0);
    const height = Math.max(frame.step * 1.35, most * lineHeight(frame) + 6);
    const middle = y + height / 2;
    y += height;
    return { value, lines, middle, half: typeof value === 'number' ? scale(value) / 2 : null };
  });
  const shapes = steps.flatMap(({ value, lines, middle, half }, at): Shape[] => {
    const next = steps[at + 1];
    const bridge =
      half !== null && next !== undefined && next.half !== null
        ? [between(axis, [middle + thickness / 2, half], [next.middle - thickness / 2, next.half])]
        : [];
    const bar =
      half === null || half === 0
        ? []
        : [
            shape('rect', {
              x: axis - Math.max(0.5, half),
              y: middle - thickness / 2,
              width: Math.max(1, half * 2),
              height: thickness,
              ...filled(frame, 0),
            }),
          ];
    const mark = value === 'hidden' ? [hiddenDot(frame, axis, middle)] : [];
    const text = textBlock(frame, left + width + gap, middle, texts[at] ?? []);
    return [...bridge, ...bar, ...mark, ...textBlock(frame, 0, middle, lines), ...text];
  });
  return {
    height: top.height + y,
    shapes: [...top.shapes, shape('g', { transform: `translate(0 ${top.height})` }, shapes)],
  };

  function behind(value: Drawn, above: Drawn | undefined): string {
    if (value === 'hidden') return '';
    if (value === 'none') return '–';
    const figure = words.figure(value, line.figure);
    if (typeof above !== 'number' || above === 0) return figure;
    return words.text('ofPrevious', { figure, percent: words.percent((value / above) * 100) });
  }
}

type Edge = readonly [y: number, half: number];

const between = (axis: number, [above, wide]: Edge, [under, narrow]: Edge): Shape =>
  shape('polygon', {
    points: [
      [axis - wide, above],
      [axis + wide, above],
      [axis + narrow, under],
      [axis - narrow, under],
    ]
      .map(([x = 0, y = 0]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`)
      .join(' '),
    fill: '#e6e9ed',
  });
