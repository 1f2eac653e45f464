/** A flow from the rows to the columns: the wider a band, the more persons took that way. */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { countedColumns, drawnAt, drawnRows } from './chart-cells.ts';
import { type Chart, type ChartFrame, type Drawing, lineHeight } from './chart-frame.ts';
import { filled } from './fills.ts';
import { type Shape, shape } from './scene.ts';
import { textWidth, wrapped } from './text-width.ts';
import { hiddenItem, legend, textBlock } from './words-on-it.ts';

interface Node {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isSource: boolean;
  readonly isUnknown: boolean;
}

interface Way {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

const nodeWidth = 12;
const gap = 8;
const widestNames = 0.27;
/** Room for the bands of a place, beside the distance to the next. */
const thinnest = 5;

/** Bands for every way that is shown; hidden ways have none. */
export function drawFlow({ table, words, frame }: Chart): Drawing {
  const [rows, columns] = [drawnRows(table), countedColumns(table)];
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({ row, column, drawn: drawnAt(table, row.at, column.at) })),
  );
  const ways = cells.flatMap(({ row, column, drawn }): Way[] =>
    typeof drawn === 'number' && drawn > 0
      ? [{ source: `from ${row.line.key}`, target: `to ${column.line.key}`, value: drawn }]
      : [],
  );
  const top = legend(
    frame,
    cells.some(({ drawn }) => drawn === 'hidden') ? [hiddenItem(frame, words.text('hiddenWays'))] : [],
  );
  const node = (id: string, label: string, kind: string, at: { row: number } | { column: number }): Node => {
    const own = cells.filter(({ row, column }) => ('row' in at ? row.at === at.row : column.at === at.column));
    const shown = own.reduce((sum, { drawn }) => (typeof drawn === 'number' ? sum + drawn : sum), 0);
    // Where a way is hidden, what is shown is not the whole of the place.
    const figure = own.some(({ drawn }) => drawn === 'hidden') ? '' : ` (${words.figure(shown, undefined)})`;
    return {
      id,
      lines: wrapped(`${label}${figure}`, frame.width * widestNames, frame.fontSize),
      isSource: 'row' in at,
      isUnknown: kind === 'unknown',
    };
  };
  const used = new Set(ways.flatMap(({ source, target }) => [source, target]));
  const nodes = [
    ...rows.map(({ line, at }) => node(`from ${line.key}`, words.label(line.label), line.kind, { row: at })),
    ...columns.map(({ line, at }) => node(`to ${line.key}`, words.label(line.label), line.kind, { column: at })),
  ].filter(({ id }) => used.has(id));
  const bands = layOut(frame, nodes, ways);
  return {
    height: top.height + bands.height,
    shapes: [...top.shapes, shape('g', { transform: `translate(0 ${top.height})` }, bands.shapes)],
  };
}

function layOut(frame: ChartFrame, nodes: readonly Node[], ways: readonly Way[]): Drawing {
  const side = (isSource: boolean) => nodes.filter((node) => node.isSource === isSource);
  const widthOf = (isSource: boolean) =>
    Math.max(0, ...side(isSource).flatMap(({ lines }) => lines.map((line) => textWidth(line, frame.fontSize)))) + gap;
  // Names stand beside their node: the distance between two nodes holds the longest of them.
  const padding = Math.max(...nodes.map(({ lines }) => lines.length)) * lineHeight(frame) + 2;
  const most = Math.max(side(true).length, side(false).length);
  const height = Math.max(140, most * (padding + thinnest));
  const graph = sankey<Node, object>()
    .nodeId(({ id }) => id)
    .nodeWidth(nodeWidth)
    .nodePadding(padding)
    .nodeSort(null)
    .extent([
      [widthOf(true), padding / 2],
      [frame.width - widthOf(false), height - padding / 2],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: ways.map((way) => ({ ...way })) });
  const path = sankeyLinkHorizontal<Node, object>();
  const bands = graph.links.map((link) =>
    shape('path', {
      d: roundedPath(path(link) ?? ''),
      fill: 'none',
      stroke: frame.strong,
      'stroke-opacity': 0.28,
      'stroke-width': Math.max(1, link.width ?? 0),
    }),
  );
  const boxes = graph.nodes.flatMap((node): Shape[] => {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, lines, isSource, isUnknown } = node;
    const box = shape('rect', {
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(1, y1 - y0),
      ...filled(frame, isUnknown ? 'unknown' : 0),
    });
    const middle = (y0 + y1) / 2;
    return [
      box,
      ...(isSource ? textBlock(frame, x0 - gap, middle, lines, 'end') : textBlock(frame, x1 + gap, middle, lines)),
    ];
  });
  return { height, shapes: [...bands, ...boxes] };
}

const roundedPath = (path: string): string =>
  path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
