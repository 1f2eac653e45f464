/** Standard tables as files for other programs. */
import { stringify } from 'csv-stringify/sync';
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import { noteOfRounding } from '#shared/statistics/catalogue/table-text.ts';
import { neutralise } from '../exchange/neutralise.ts';
import { labelText, type PrintRegister, percentHead, type Writing, wordOfTable } from './writing.ts';

/** JSON of a report: the tables as the contract has them, and where they come from. */
export function tablesJson(register: PrintRegister, tables: readonly StatisticTable[]): string {
  const { kind, institution, office, training, programVersion, dictionaryVersion } = register;
  const source = { kind, institution, office, training, programVersion, dictionaryVersion };
  return `${JSON.stringify({ source, tables }, null, 2)}\n`;
}

/** CSV of a report: one line a cell row, keys and labels side by side; a hidden cell holds the mark of the print. */
export const tablesCsv = (writing: Writing, tables: readonly StatisticTable[]): string =>
  csvOf(tables.flatMap((table, index) => [...(index === 0 ? [] : [[]]), ...tableLines(table, writing)]));

/**
 * Lines as RFC 4180 has them: for other programs. Between semicolons a spreadsheet of our countries would take the
 * figure 9.4 for a day in April; it has XLSX. The byte order mark tells the letters of all six languages.
 */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${stringify([...lines], { record_delimiter: 'windows', quoted_string: true })}`;

function tableLines(table: StatisticTable, writing: Writing): string[][] {
  const text = (label: Label): string => neutralise(labelText(label, writing));
  const { rows, columns, cells, percent, period, view, rounded, digest } = table;
  const withPercent = (each: string): string[] => (percent === null ? [] : [each]);
  return [
    [
      tableNameOf(table),
      neutralise(wordOfTable(table, 'title', writing)),
      `${period.from}..${period.to}`,
      view,
      digest,
      ...(rounded ? [neutralise(writing.t(`rounding:${noteOfRounding(rounded)}`, { base: rounded.base }))] : []),
    ],
    ['', '', ...columns.map(({ key }) => key), ...withPercent(percentKey)],
    ['', '', ...columns.map(({ label }) => text(label)), ...withPercent(percentHead(table, writing))],
    ...rows.map(({ key, label }, r) => [
      key,
      text(label),
      ...columns.map((_, c) => figureCell(cells[r]?.[c])),
      ...withPercent(percentCell(percent?.[r])),
    ]),
  ];
}

/** Id and part as one name. */
export const tableNameOf = ({ id, part }: Pick<StatisticTable, 'id' | 'part'>): string =>
  part === null ? id : `${id} ${part}`;

/** What does not tell whether it is small: the sign of every hidden figure in files. */
export const hiddenSign = '●';

/** A figure as files have it: with a point before decimals, the sign where it is hidden, nothing where there is none. */
export function figureCell(cell: StatisticTable['cells'][number][number] | undefined): string {
  if (cell?.empty) return '';
  return cell === undefined || cell.count === null ? hiddenSign : String(cell.count);
}

/** Stands where files name the column of the percentages by a key. */
export const percentKey = 'percent';

/** A percentage as files have it; nothing where there is none, whether hidden or not. */
export const percentCell = (percent: number | null | undefined): string => (percent == null ? '' : String(percent));
