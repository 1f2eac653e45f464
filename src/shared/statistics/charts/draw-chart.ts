/** The chart of a standard table, the same for screen and print. */
import type { ChartKind, StatisticTable } from '../../contract/statistics.ts';
import { canBeDivided, drawBars, drawStacked } from './bars.ts';
import { barRows, drawnAt, drawnColumn } from './chart-cells.ts';
import type { Chart, Drawing } from './chart-frame.ts';
import { patterns } from './fills.ts';
import { drawFlow } from './flow.ts';
import { drawFunnel } from './funnel.ts';
import { drawLines } from './lines.ts';
import { type Shape, shape } from './scene.ts';

const kinds: Readonly<Record<ChartKind, (chart: Chart) => Drawing>> = {
  bars: drawBars,
  stacked: drawStacked,
  lines: drawLines,
  funnel: drawFunnel,
  flow: drawFlow,
};

/** How a table is drawn; bars that cannot be divided are drawn whole. */
const kindOf = (table: StatisticTable): ChartKind =>
  table.chart === 'stacked' && !canBeDivided(table) ? 'bars' : table.chart;

/** More bars than these say no more than the table, and fill pages of their own. */
const mostBars = 30;

/** Not where no row has anything that a figure could be taken of. */
function isWorthDrawing(table: StatisticTable, kind: ChartKind): boolean {
  const { at } = drawnColumn(table);
  const rows = barRows(table, [at]);
  if (kind !== 'bars' && kind !== 'stacked') return rows.length > 0;
  return rows.length <= mostBars && rows.some((row) => drawnAt(table, row.at, at) !== 'none');
}

/** A picture with title and description; null where the table has no row to draw, or too many. */
export function drawChart(chart: Chart): Shape | null {
  const { table, words, frame } = chart;
  const kind = kindOf(table);
  if (!isWorthDrawing(table, kind)) return null;
  const { height, shapes } = kinds[kind](chart);
  const [title, description] = [`${frame.id}-title`, `${frame.id}-desc`];
  const size = { width: frame.width, height: Math.ceil(height) };
  return shape(
    'svg',
    {
      role: 'img',
      'aria-labelledby': `${title} ${description}`,
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
    },
    [
      shape('title', { id: title }, [words.title]),
      shape('desc', { id: description }, [`${words.text(`kinds.${kind}`)} ${words.text('tableSaysSame')}`]),
      patterns(frame),
      ...shapes,
    ],
  );
}
