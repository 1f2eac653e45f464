/** Narrow tables have their figure at their side: rows are read without a way across the page, and two units share one. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { columnWidths, headLines, leastPaper } from '../column-widths.ts';
import { headsOf } from '../table-html.ts';
import { labelText, type Writing } from '../writing.ts';

/** Millimetres of the table, and between it and its figure. */
export const besideWidth = 94;
export const besideGap = 6;

/** Longer lists need the whole page, and their figure the whole width. */
const mostRows = 26;
/** Heads that would stand higher have more room on the whole page. */
const mostHeadLines = 3;

/** Whether the table fits beside a figure that can be drawn small. */
export function standsBeside(table: StatisticTable, writing: Writing): boolean {
  const { rows, chart } = table;
  if ((chart !== 'bars' && chart !== 'lines') || rows.length > mostRows) return false;
  const [names, heads] = [rows.map(({ label }) => labelText(label, writing)), headsOf(table, writing)];
  if (leastPaper(names, heads) > besideWidth) return false;
  return headLines(heads, columnWidths(heads, besideWidth, { names })) <= mostHeadLines;
}
