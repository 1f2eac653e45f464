/** The chart of a table as prints draw it: greys and patterns that survive a photocopier. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { ChartFrame } from '#shared/statistics/charts/chart-frame.ts';
import { drawChart } from '#shared/statistics/charts/draw-chart.ts';
import { svgText } from '#shared/statistics/charts/scene.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { Html, html } from './html.ts';
import { labelText, type Writing, wordOfTable } from './writing.ts';

const pixelsOfMillimetre = 96 / 25.4;
/** 8 points. */
const fontSize = 10.67;
/** More bars stand closer, so that they share a page with their table. */
const manyBars = 7;
const veryManyBars = 12;
const stepOf = (rows: number, heading: 'h2' | 'h3'): number =>
  rows > veryManyBars ? 15 : heading === 'h3' ? 16 : rows > manyBars ? 17 : 22;

/** The figure under its title; nothing where the table has no rows to draw. */
export function tableFigure(
  table: StatisticTable,
  number: number,
  paper: number,
  writing: Writing,
  heading: 'h2' | 'h3' = 'h2',
): Html {
  const { t, formats } = writing;
  const title = wordOfTable(table, 'figure', writing);
  const frame: ChartFrame = {
    width: Math.floor(paper * pixelsOfMillimetre),
    fontSize,
    step: stepOf(table.rows.length, heading),
    strong: '#444',
    mark: '#111',
    id: `chart${number}`,
  };
  const drawing = drawChart({
    table,
    words: {
      title,
      label: (label) => labelText(label, writing),
      figure: (value, figure) => figureText(formats, value, figure),
      percent: formats.percent,
      text: (key, params) => t(`charts:${key}`, params),
    },
    frame,
  });
  if (drawing === null) return html``;
  const named = t('print:figureNumber', { number, title });
  return html`<div class="figure">${heading === 'h2' ? html`<h2>${named}</h2>` : html`<h3>${named}</h3>`}${new Html(svgText(drawing))}</div>`;
}
