/** Tables of figures of the report on data quality, with small bars in greys that survive a photocopier. */
import type { Answers } from '#shared/contract/quality.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { shareOf } from '#shared/statistics/quality/share.ts';
import { columnWidths } from './column-widths.ts';
import { type Html, html } from './html.ts';
import { paperWidth } from './page.ts';

export interface PrintColumn {
  readonly head: string;
  /** Holds a bar beside its figure. */
  readonly isShare?: boolean;
}

interface PrintRow {
  readonly name: string;
  readonly detail?: string;
  readonly isTotal?: boolean;
  readonly cells: readonly (string | Html)[];
}

interface PrintTable {
  readonly rowHead: string;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly PrintRow[];
}

/** Millimetres of a column with a bar, and of the bar. */
const shareColumn = 27;
const bar = { width: 13, height: 2.2 };

/** A table whose first column takes what the figures leave. */
export function figureTable({ rowHead, columns, rows }: PrintTable): Html {
  const shares = columns.filter(({ isShare }) => isShare).length;
  const plain = columns.filter(({ isShare }) => !isShare).map(({ head }) => head);
  const widths = plain.length === 0 ? [] : columnWidths(plain, paperWidth(true) - shares * shareColumn);
  let at = 0;
  const cols = columns.map(({ isShare }) => html`<col class="w${isShare ? shareColumn : (widths[at++] ?? 12)}">`);
  const heads = columns.map(({ head }) => html`<th class="n">${head}</th>`);
  const body = rows.map(({ name, detail, isTotal, cells }) => {
    const first = html`<td>${name}${detail ? html` <span class="definition">${detail}</span>` : null}</td>`;
    const figures = cells.map((cell) => html`<td class="n">${cell}</td>`);
    return html`<tr class="${isTotal ? 'total' : ''}">${first}${figures}</tr>`;
  });
  return html`<table class="figures small dense"><colgroup><col>${cols}</colgroup><thead><tr><th>${rowHead}</th>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Percent filled and a bar that says the same: dark what is filled, grey other answers, white nothing at all. */
export function shareCell(answers: Answers, formats: Formats): Html {
  const share = shareOf(answers);
  if (share === null) return html`–`;
  const part = (count: number): number => Math.round((count / answers.applies.count) * bar.width * 100) / 100;
  const filled = part(answers.filled.count);
  const marked = part(answers.gap.count - answers.not_entered.count);
  const { width, height } = bar;
  return html`<svg class="sharebar" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/><rect width="${filled}" height="${height}" fill="#444"/><rect x="${filled}" width="${marked}" height="${height}" fill="#bbb"/><rect x="0.1" y="0.1" width="${width - 0.2}" height="${height - 0.2}" fill="none" stroke="#444" stroke-width="0.2"/></svg> ${formats.number(share, 1)}`;
}
