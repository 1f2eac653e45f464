/** Fills that stay apart on a photocopy: solid, hatched, dotted; colour only helps. */
import type { ChartFrame } from './chart-frame.ts';
import { type Shape, shape } from './scene.ts';

/** How a part is filled: the place of its column, or what is not known. */
export type Fill = number | 'unknown';

const grey = '#8d98a3';

/** As many parts as can be told apart; more are not stacked. */
export const mostFills = 7;

const tile = 6;
const line = (
  frame: ChartFrame,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  stroke = frame.strong,
) => shape('line', { x1, y1, x2, y2, stroke, 'stroke-width': width });
const ground = shape('rect', { width: tile, height: tile, fill: '#fff' });

function pattern(frame: ChartFrame, name: string, turned: number, ...marks: readonly Shape[]): Shape {
  return shape(
    'pattern',
    {
      id: `${frame.id}-${name}`,
      width: tile,
      height: tile,
      patternUnits: 'userSpaceOnUse',
      patternTransform: turned === 0 ? undefined : `rotate(${turned})`,
    },
    [ground, ...marks],
  );
}

/** Patterns of a drawing; the solid fills need none. */
export function patterns(frame: ChartFrame): Shape {
  return shape('defs', {}, [
    pattern(frame, 'unknown', 45, line(frame, 1, 0, 1, tile, 1.6, grey)),
    pattern(frame, 'hatch', 45, line(frame, 1.5, 0, 1.5, tile, 3)),
    pattern(frame, 'dots', 0, shape('circle', { cx: 3, cy: 3, r: 1.4, fill: frame.strong })),
    pattern(frame, 'cross', 45, line(frame, 1, 0, 1, tile, 1.2), line(frame, 0, 1, tile, 1, 1.2)),
    pattern(frame, 'level', 0, line(frame, 0, 1.5, tile, 1.5, 1.6)),
    pattern(frame, 'upright', 0, line(frame, 1.5, 0, 1.5, tile, 1)),
  ]);
}

/** Attributes of a filled part. */
export function filled(frame: ChartFrame, fill: Fill): Record<string, string | number> {
  const named = (name: string) => ({ fill: `url(#${frame.id}-${name})`, stroke: frame.strong, 'stroke-width': 0.8 });
  if (fill === 'unknown') return { ...named('unknown'), stroke: grey };
  const solid = (opacity: number) => ({
    fill: frame.strong,
    'fill-opacity': opacity,
    stroke: frame.strong,
    'stroke-width': 0.8,
  });
  const fills = [
    solid(1),
    named('hatch'),
    solid(0.35),
    named('dots'),
    named('cross'),
    named('level'),
    named('upright'),
  ];
  return fills[fill % fills.length] ?? solid(1);
}
