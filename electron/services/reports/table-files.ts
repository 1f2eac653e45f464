/** Standard tables as files for other programs. */
import { stringify } from 'csv-stringify/sync';
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import { noteOfRounding, tableText } from '#shared/statistics/catalogue/table-text.ts';
import { neutralise } from '../exchange/neutralise.ts';
import { labelText, type PrintRegister, type Writing } from './writing.ts';

/** JSON of a report: the tables as the contract has them, and where they come from. */
export function tablesJson(register: PrintRegister, tables: readonly StatisticTable[]): string {
  const { kind, institution, office, training, programVersion, dictionaryVersion } = register;
  const source = { kind, institution, office, training, programVersion, dictionaryVersion };
  return `${JSON.stringify({ source, tables }, null, 2)}\n`;
}

/** CSV of a report: one line a cell row, keys and labels side by side; a hidden cell holds the mark of the print. */
export function tablesCsv(writing: Writing, tables: readonly StatisticTable[]): string {
  const lines = tables.flatMap((table, index) => [...(index === 0 ? [] : [[]]), ...tableLines(table, writing)]);
  // The byte order mark makes spreadsheets read the letters of all six languages.
  return `\uFEFF${stringify(lines, { record_delimiter: 'windows', delimiter: ';', quoted_string: true })}`;
}

function tableLines(table: StatisticTable, writing: Writing): string[][] {
  const text = (label: Label): string => neutralise(labelText(label, writing));
  const { id, part, rows, columns, cells, period, view, rounded, digest } = table;
  return [
    [
      tableNameOf(id, part),
      neutralise(writing.t(tableText(table, 'title'))),
      `${period.from}..${period.to}`,
      view,
      digest,
      ...(rounded ? [neutralise(writing.t(`rounding:${noteOfRounding(rounded)}`, { base: rounded.base }))] : []),
    ],
    ['', '', ...columns.map(({ key }) => key)],
    ['', '', ...columns.map(({ label }) => text(label))],
    ...rows.map(({ key, label }, r) => [key, text(label), ...columns.map((_, c) => cellText(cells[r]?.[c]))]),
  ];
}

const tableNameOf = (id: string, part: string | null): string => (part === null ? id : `${id} ${part}`);

function cellText(cell: StatisticTable['cells'][number][number] | undefined): string {
  if (cell?.empty) return '';
  return cell?.count === null || cell === undefined ? '●' : String(cell.count);
}
