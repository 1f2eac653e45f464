/** A statistical summary as files for other programs: every figure with its codes and with its labels. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import { neutralise } from '../../exchange/neutralise.ts';
import { canonicalJson } from '../../statistics/digest.ts';
import { csvOf, figureCell, percentCell, percentKey, tableNameOf } from '../table-files.ts';
import { labelText, percentHead, type Writing, wordOfTable } from '../writing.ts';

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
  return csvOf(lines);
}

function cellLines(table: StatisticTable, writing: Writing): string[][] {
  const { period, view, digest, percent } = table;
  const name = tableNameOf(table);
  const title = neutralise(wordOfTable(table, 'title', writing));
  const columns = table.columns.map((column) => [
    column.key,
    neutralise(labelText(column.label, writing)),
    column.kind,
    column.figure ?? 'count',
  ]);
  const ofPercent = [percentKey, neutralise(percentHead(table, writing)), 'value', 'percent'];
  return table.rows.flatMap((row, r) => {
    const label = neutralise(labelText(row.label, writing));
    const lineOf = (column: readonly string[], figure: string): string[] => [
      name,
      title,
      row.key,
      label,
      row.kind,
      ...column,
      figure,
      period.from,
      period.to,
      view,
      digest,
    ];
    const lines = columns.map((column, c) => lineOf(column, figureCell(table.cells[r]?.[c])));
    return percent === null ? lines : [...lines, lineOf(ofPercent, percentCell(percent[r]))];
  });
}
