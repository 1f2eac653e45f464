/** Words of a drawing: lines of text, the mark of a hidden figure, the legend. */
import { type ChartFrame, type Drawing, lineHeight } from './chart-frame.ts';
import { type Fill, filled } from './fills.ts';
import { type Shape, shape } from './scene.ts';
import { textWidth, wrapped } from './text-width.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** One line of text; `y` is the middle of it. */
export const textLine = (frame: ChartFrame, x: number, y: number, text: string, anchor: Anchor = 'start'): Shape =>
  shape(
    'text',
    {
      x,
      y: y + frame.fontSize * 0.36,
      'font-size': frame.fontSize,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      fill: 'currentColor',
    },
    [text],
  );

/** Lines of text around a middle. */
export const textBlock = (
  frame: ChartFrame,
  x: number,
  middle: number,
  lines: readonly string[],
  anchor: Anchor = 'start',
): Shape[] =>
  lines.map((text, at) => textLine(frame, x, middle + (at - (lines.length - 1) / 2) * lineHeight(frame), text, anchor));

/** Stands for a figure that is hidden: a dot, never a bar. */
export const hiddenDot = (frame: ChartFrame, x: number, y: number): Shape =>
  shape('circle', { cx: x, cy: y, r: frame.fontSize * 0.28, fill: frame.mark });

export interface LegendItem {
  readonly text: string;
  /** Draws the sample around a point in the middle of its left edge. */
  readonly sample: (x: number, y: number) => Shape;
}

const sampleWidth = 14;
const sampleGap = 6;
const itemGap = 18;

/** The box of a sample, in the look of what it stands for. */
export const sampleBox = (x: number, y: number, look: Readonly<Record<string, string | number>>): Shape =>
  shape('rect', { x, y: y - 5, width: sampleWidth, height: 10, ...look });

/** A sample of a fill. */
export const fillSample =
  (frame: ChartFrame, fill: Fill): LegendItem['sample'] =>
  (x, y) =>
    sampleBox(x, y, filled(frame, fill));

/** Samples with their names, in as many lines as they need. */
export function legend(frame: ChartFrame, items: readonly LegendItem[]): Drawing {
  const height = Math.max(lineHeight(frame), 14) + 2;
  let [x, row] = [0, 0];
  const shapes = items.flatMap(({ text, sample }) => {
    const wide = sampleWidth + sampleGap + textWidth(text, frame.fontSize);
    if (x > 0 && x + wide > frame.width) {
      x = 0;
      row += 1;
    }
    const left = x;
    const middle = row * height + height / 2;
    x += wide + itemGap;
    return [sample(left, middle), textLine(frame, left + sampleWidth + sampleGap, middle, text)];
  });
  return { height: items.length === 0 ? 0 : (row + 1) * height + 6, shapes };
}

/** The dot of hidden figures, where the drawing has one. */
export const hiddenItem = (frame: ChartFrame, text: string): LegendItem => ({
  text,
  sample: (x, y) => hiddenDot(frame, x + sampleWidth / 2, y),
});

/** A sentence under the drawing, in as many lines as it needs. */
export function footnote(frame: ChartFrame, text: string): Drawing {
  const lines = wrapped(text, frame.width, frame.fontSize);
  const over = lineHeight(frame) / 2;
  return {
    height: over + lines.length * lineHeight(frame),
    shapes: lines.map((each, at) => textLine(frame, 0, over + (at + 0.5) * lineHeight(frame), each)),
  };
}
