/** The chart of a standard table, the same for screen and print. */
import type { ChartKind, StatisticTable, TableChart } from '../../contract/statistics.ts';
import { canBeDivided, drawBars, drawStacked } from './bars.ts';
import { barRows, countedColumns, type Drawn, drawnAt, drawnColumn, drawnRows, rowsAside } from './chart-cells.ts';
import type { Chart, Drawing } from './chart-frame.ts';
import { patterns } from './fills.ts';
import { drawFlow } from './flow.ts';
import { drawFunnel } from './funnel.ts';
import { drawLines, lineColumns } from './lines.ts';
import { type Shape, shape } from './scene.ts';
import { footnote } from './words-on-it.ts';

const kinds: Readonly<Record<ChartKind, (chart: Chart) => Drawing>> = {
  bars: drawBars,
  stacked: drawStacked,
  lines: drawLines,
  funnel: drawFunnel,
  flow: drawFlow,
};

/** How a table is drawn; bars that cannot be divided are drawn whole. */
const kindOf = (table: StatisticTable): TableChart =>
  table.chart === 'stacked' && !canBeDivided(table) ? 'bars' : table.chart;

/** More bars than these say no more than the table, and fill pages of their own. */
const mostBars = 30;

/** Not where marks of hidden figures, zeros or a single figure would be all that stands in the picture: one bar has no scale. */
function isWorthDrawing(table: StatisticTable, kind: ChartKind): boolean {
  const drawn = drawnColumn(table);
  const rows = drawnRows(table);
  const isAnyShown = (columns: readonly { readonly at: number }[], atLeast = 1): boolean =>
    columns.some(({ at }) => rows.filter((row) => isAboveZero(drawnAt(table, row.at, at))).length >= atLeast);
  switch (kind) {
    case 'bars':
      return barRows(table, [drawn.at]).length <= mostBars && isAnyShown([drawn], 2);
    case 'stacked':
      return barRows(table, [drawn.at]).length <= mostBars && isAnyShown(countedColumns(table));
    case 'lines':
      return isAnyShown(lineColumns(table), 2);
    case 'funnel':
      return isAnyShown([drawn], 2);
    case 'flow':
      return isAnyShown(countedColumns(table));
  }
}

const isAboveZero = (drawn: Drawn): boolean => typeof drawn === 'number' && drawn > 0;

/** Says which rows of the table the picture leaves out. */
function withThoseAside({ table, words, frame }: Chart, drawing: Drawing): Drawing {
  const aside = rowsAside(table).map(({ label }) => words.label(label));
  if (aside.length === 0) return drawing;
  const { height, shapes } = footnote(frame, words.text('notDrawn', { list: aside.join('; ') }));
  return {
    height: drawing.height + height,
    shapes: [...drawing.shapes, shape('g', { transform: `translate(0 ${drawing.height})` }, shapes)],
  };
}

/** A picture with title and description; null where none is wanted, it would say nothing, or it has too many bars. */
export function drawChart(chart: Chart): Shape | null {
  const { table, words, frame } = chart;
  const kind = kindOf(table);
  if (kind === 'none' || !isWorthDrawing(table, kind)) return null;
  const { height, shapes } = withThoseAside(chart, kinds[kind](chart));
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
