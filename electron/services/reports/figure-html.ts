/** Bars in grey and hatching, drawn from what the table shows. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { tableText } from '#shared/statistics/catalogue/table-text.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { type Html, html } from './html.ts';
import { hiddenMark } from './page.ts';
import { labelText, type Writing } from './writing.ts';

const longestBar = 92;
const barHeight = 3.1;
/** More bars stand closer, so that they share a page with their table. */
const manyBars = 7;
/** More than these say no more than the table, and fill pages of their own. */
const mostBars = 30;

const hatching = html`<svg class="defs" width="0" height="0"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2.4" height="5" fill="#444"/></pattern></defs></svg>`;

/** One bar a row: grey for what is known, hatched for what is not; rows shown as zero are left out. */
export function tableFigure(table: StatisticTable, number: number, writing: Writing): Html {
  const { t, formats } = writing;
  const column = table.columns.findIndex(({ key }) => key === table.drawn);
  const figure = table.columns[column]?.figure;
  const bars = table.rows.flatMap(({ label, kind }, r) => {
    const { count = null, empty } = table.cells[r]?.[column] ?? {};
    return kind === 'total' || count === 0 || empty ? [] : [{ label: labelText(label, writing), kind, count }];
  });
  if (bars.length === 0 || bars.length > mostBars) return html``;
  const largest = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  const title = t('print:figureNumber', { number, title: t(tableText(table, 'figure')) });
  const drawn = bars.map(({ label, kind, count }) => {
    if (count === null) return html`<div class="label">${label}</div><div class="bar">${hiddenMark}</div>`;
    const width = Math.max(0.4, (count / largest) * longestBar).toFixed(2);
    const fill = kind === 'unknown' ? 'url(#hatch)' : '#444';
    return html`<div class="label">${label}</div><div class="bar"><svg width="${width}mm" height="${barHeight}mm"><rect width="100%" height="100%" fill="${fill}" stroke="#444" stroke-width="1"/></svg><span>${figureText(formats, count, figure)}</span></div>`;
  });
  return html`<div class="figure"><h2>${title}</h2>${hatching}<div class="${bars.length > manyBars ? 'bars close' : 'bars'}">${drawn}</div></div>`;
}
