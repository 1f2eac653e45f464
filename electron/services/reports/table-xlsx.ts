/** Standard tables as sheets of a workbook: codes and labels, numbers as numbers, the sign where a figure is hidden. */
import writeXlsxFile, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { noteOfRounding } from '#shared/statistics/catalogue/table-text.ts';
import { hiddenSign, tableNameOf } from './table-files.ts';
import { noPercentText, remarkTexts, tableLead, unknownTexts } from './table-html.ts';
import { labelText, type Writing, wordOfTable } from './writing.ts';

export type Sheet = Pick<
  WrittenSheet<never>,
  'sheet' | 'columns' | 'data' | 'stickyRowsCount' | 'stickyColumnsCount' | 'orientation'
>;

type Look = {
  readonly wrap?: boolean;
  readonly align?: 'right';
  readonly fontWeight?: 'bold';
  readonly textColor?: string;
};

/** A text is stored as text, whatever it begins with: no program takes it for a formula. */
export const text = (value: string, look: Look = {}): Cell => ({ value, type: String, ...look });
export const headed = (value: string): Cell => text(value, { fontWeight: 'bold' });
export const line = (...values: readonly string[]): Cell[] => values.map((value) => text(value));

const longestName = 31;

/** A name that workbooks accept: at most 31 signs, none of those with a meaning of their own. */
export const sheetNameOf = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, longestName)
    .trim();

/** Decimals as on screen; a change says by its sign which way it goes. */
const formatOf: Readonly<Record<NonNullable<Figure>, string>> = {
  years: '0.0',
  months: '0.0',
  days: '#,##0',
  euro: '#,##0',
  percent: '0.0',
  number: '0.0',
  rate: '0.00',
  mean: '0.0',
  change: '+#,##0;-#,##0;0',
  changePercent: '+0.0;-0.0;0.0',
};
const longestHead = 16;
/** Codes stand whole beside their labels, up to this width. */
const longestCode = 44;

/** One table: its name, codes over labels, figures, and below them what must be known of it. */
export function tableSheetOf(writing: Writing, table: StatisticTable): Sheet {
  const { t } = writing;
  const { rows, columns, cells, percent } = table;
  const codeWidth = Math.min(longestCode, Math.max(16, ...rows.map(({ key }) => key.length + 2)));
  const percentHead = percent === null ? [] : [text(t('tables:percent'), { fontWeight: 'bold', align: 'right' })];
  const notes = [
    `${tableLead(table, writing)} ${t('tables:filter.completed')}`,
    ...marksOf(table, writing),
    ...unknownTexts(table, writing),
    `${t('statistics:facts.digest')}: ${table.digest}`,
  ];
  return {
    sheet: sheetNameOf(tableNameOf(table)),
    columns: [{ width: codeWidth }, { width: 44 }, ...columns.map(() => ({ width: longestHead }))],
    stickyRowsCount: 3,
    stickyColumnsCount: 2,
    data: [
      [headed(tableNameOf(table)), headed(wordOfTable(table, 'title', writing))],
      [text(''), text(''), ...columns.map(({ key }) => text(key, { align: 'right', textColor: '#666666' }))],
      [
        headed(t('summary:files.code')),
        headed(wordOfTable(table, 'rows', writing)),
        ...columns.map(({ label }) =>
          text(labelText(label, writing), { fontWeight: 'bold', align: 'right', wrap: true }),
        ),
        ...percentHead,
      ],
      ...rows.map((row, r) => [
        text(row.key, { textColor: '#666666' }),
        text(labelText(row.label, writing), { wrap: true, ...(row.kind === 'total' ? { fontWeight: 'bold' } : {}) }),
        ...columns.map(({ figure }, c) => figureOf(cells[r]?.[c], figure)),
        ...(percent === null ? [] : [percentOf(percent[r] ?? null)]),
      ]),
      [],
      ...notes.map((note) => line('', note)),
    ],
  };
}

function figureOf(cell: StatisticTable['cells'][number][number] | undefined, figure: Figure): Cell {
  if (cell === undefined || cell.empty) return null;
  if (cell.count === null) return text(hiddenSign, { align: 'right' });
  return { value: cell.count, type: Number, format: figure === undefined ? '#,##0' : formatOf[figure] };
}

/** What the signs of a sheet mean, where it has them, and what has to be known of this very table. */
function marksOf(table: StatisticTable, writing: Writing): string[] {
  const { cells, rounded, sumsExceedTotal } = table;
  const { t } = writing;
  const isAnyHidden = cells.flat().some(({ count, empty }) => count === null && !empty);
  const withoutPercent = noPercentText(table, t);
  return [
    ...(isAnyHidden ? [`${hiddenSign} ${t('tables:hidden')}`] : []),
    ...(rounded ? [t(`rounding:${noteOfRounding(rounded)}`, { base: rounded.base })] : []),
    ...(withoutPercent === null ? [] : [withoutPercent]),
    ...(sumsExceedTotal ? [t('tables:sumsExceedTotal')] : []),
    ...remarkTexts(table, writing),
  ];
}

type Figure = StatisticTable['columns'][number]['figure'];

const percentOf = (value: number | null): Cell =>
  value === null ? text('–', { align: 'right' }) : { value, type: Number, format: '0.0' };

/** Sheets of tables by long codes may be cut to one name, which no workbook may have twice. */
function distinctlyNamed(sheets: readonly Sheet[]): Sheet[] {
  const names = new Set<string>();
  return sheets.map((sheet) => {
    const full = sheet.sheet ?? '';
    let name = full;
    for (let number = 2; names.has(name.toLowerCase()); number++) {
      const end = ` ${number}`;
      name = `${full.slice(0, longestName - end.length)}${end}`;
    }
    names.add(name.toLowerCase());
    return { ...sheet, sheet: name };
  });
}

/** The bytes of a workbook. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsxFile(distinctlyNamed(sheets), { fontFamily: 'Noto Sans', fontSize: 10 }).toBuffer();
}

/** A workbook of all parts of one statistic. */
export const tablesXlsx = (writing: Writing, tables: readonly StatisticTable[]): Promise<Uint8Array> =>
  writeWorkbook(tables.map((table) => tableSheetOf(writing, table)));
