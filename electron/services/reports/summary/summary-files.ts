/** A statistical summary as files for other programs: every figure with its codes and with its labels. */
import { stringify } from 'csv-stringify/sync';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import { neutralise } from '../../exchange/neutralise.ts';
import { canonicalJson } from '../../statistics/digest.ts';
import { figureCell, tableNameOf } from '../table-files.ts';
import { labelText, type Writing, wordOfTable } from '../writing.ts';

/** Canonical JSON of what is stated, the digest over it, and the labels of one language beside its codes. */
export function summaryJson(writing: Writing, content: SummaryContent): string {
  const labels = content.tables.map((table) => ({
    table: tableNameOf(table),
    title: wordOfTable(table, 'title', writing),
    definition: wordOfTable(table, 'definition', writing),
    rows: Object.fromEntries(table.rows.map(({ key, label }) => [key, labelText(label, writing)])),
    columns: Object.fromEntries(table.columns.map(({ key, label }) => [key, labelText(label, writing)])),
  }));
  const { language, withdrawn } = writing;
  return `${canonicalJson({ summary: content, language, labels, ...(withdrawn && { withdrawn }) })}\n`;
}

const heads = [
  'table',
  'table_title',
  'row',
  'row_label',
  'row_kind',
  'column',
  'column_label',
  'column_kind',
  'figure',
  'value',
  'period_from',
  'period_to',
  'view',
  'table_digest',
];

/** One line a cell, so that any program can sort, filter and put the tables together anew. */
export function summaryCsv(writing: Writing, content: SummaryContent): string {
  const cells = [heads, ...content.tables.flatMap((table) => cellLines(table, writing))];
  const { withdrawn } = writing;
  const lines = withdrawn ? cells.map((line, at) => [...line, at === 0 ? 'withdrawn' : withdrawn.at]) : cells;
  // The byte order mark makes spreadsheets read the letters of all six languages.
  return `\uFEFF${stringify(lines, { record_delimiter: 'windows', delimiter: ';', quoted_string: true })}`;
}

function cellLines(table: StatisticTable, writing: Writing): string[][] {
  const { period, view, digest } = table;
  const name = tableNameOf(table);
  const title = neutralise(wordOfTable(table, 'title', writing));
  const columns = table.columns.map((column) => [
    column.key,
    neutralise(labelText(column.label, writing)),
    column.kind,
    column.figure ?? 'count',
  ]);
  return table.rows.flatMap((row, r) => {
    const label = neutralise(labelText(row.label, writing));
    return columns.map((column, c) => [
      name,
      title,
      row.key,
      label,
      row.kind,
      ...column,
      figureCell(table.cells[r]?.[c]),
      period.from,
      period.to,
      view,
      digest,
    ]);
  });
}
