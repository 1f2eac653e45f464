/** Standard tables as sheets of a workbook: codes and labels, numbers as numbers, the sign where a figure is hidden. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { noteOfRounding } from '#shared/statistics/catalogue/table-text.ts';
import { hiddenSign } from './table-files.ts';
import { headsOf, noPercentText, remarkTexts, tableLead, unknownTexts } from './table-html.ts';
import {
  headed,
  heightOf,
  type Look,
  paragraph,
  type Sheet,
  sheetNamesOf,
  text,
  widthOfWords,
  writeWorkbook,
} from './workbook.ts';
import { labelText, type Writing, wordOfTable } from './writing.ts';

type Cell = ReturnType<typeof text>;

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
const [narrowest, widest] = [12, 26];
const labelWidth = 44;
/** Codes stand whole beside their labels, up to this width. */
const longestCode = 44;

const lengthOfCode = (code: string): number => code.length + 2;

const grey = '#666666';
const bold = { fontWeight: 'bold' } as const;
const head = { ...bold, bottomBorderStyle: 'thin' } as const;

/** One table each: its code and title, codes over labels, figures, and below them what must be known of it. */
export function tableSheetsOf(writing: Writing, tables: readonly StatisticTable[]): Sheet[] {
  const names = namesOfSheets(writing, tables);
  return tables.map((table, at) => ({ sheet: names[at] ?? table.id, ...tableSheetOf(writing, table) }));
}

/** Names of the sheets, as the contents of a workbook list them. */
export const namesOfSheets = (writing: Writing, tables: readonly StatisticTable[]): string[] =>
  sheetNamesOf(tables.map((table) => ({ id: table.id, title: wordOfTable(table, 'title', writing) })));

function tableSheetOf(writing: Writing, table: StatisticTable): Sheet {
  const { t } = writing;
  const { rows, columns, cells, percent } = table;
  const codeWidth = Math.min(longestCode, Math.max(16, ...[table.id, ...rows.map(({ key }) => key)].map(lengthOfCode)));
  const heads = headsOf(table, writing);
  const widthOf = (each: string, at: number): number =>
    Math.min(widest, Math.max(narrowest, widthOfWords(each), lengthOfCode(columns[at]?.key ?? '')));
  const headWidths = heads.map(widthOf);
  const widths = [labelWidth, ...headWidths];
  const headHeight = Math.max(...heads.map((each, at) => heightOf(each, headWidths[at] ?? narrowest)));
  const notes = [
    `${tableLead(table, writing)} ${t('tables:filter.completed')}`,
    ...marksOf(table, writing),
    ...unknownTexts(table, writing),
    `${t('statistics:facts.digest')}: ${table.digest}`,
  ];
  return {
    columns: [{ width: codeWidth }, ...widths.map((width) => ({ width }))],
    stickyRowsCount: 3,
    stickyColumnsCount: 2,
    data: [
      [headed(table.id), headed(wordOfTable(table, 'title', writing))],
      [text(''), text(''), ...columns.map(({ key }) => text(key, { align: 'right', textColor: grey }))],
      [
        text(t('summary:files.code'), { ...head, height: headHeight }),
        text(wordOfTable(table, 'rows', writing), head),
        ...heads.map((each) => text(each, { ...head, align: 'right', wrap: true })),
      ],
      ...rows.map((row, r) => {
        const label = labelText(row.label, writing);
        const look: Look = row.kind === 'total' ? bold : {};
        return [
          text(row.key, { textColor: grey }),
          text(label, { wrap: true, height: heightOf(label, labelWidth), ...look }),
          ...columns.map(({ figure }, c) => figureOf(cells[r]?.[c], figure, look)),
          ...(percent === null ? [] : [percentOf(percent[r] ?? null, look)]),
        ];
      }),
      [],
      ...notes.map((note) => [text(''), paragraph(note, widths)]),
    ],
  };
}

function figureOf(cell: StatisticTable['cells'][number][number] | undefined, figure: Figure, look: Look): Cell {
  if (cell === undefined || cell.empty) return null;
  if (cell.count === null) return text(hiddenSign, { ...look, align: 'right' });
  return { ...look, value: cell.count, type: Number, format: figure === undefined ? '#,##0' : formatOf[figure] };
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

const percentOf = (value: number | null, look: Look): Cell =>
  value === null ? text('–', { ...look, align: 'right' }) : { ...look, value, type: Number, format: '0.0' };

/** A workbook of all parts of one statistic. */
export const tablesXlsx = (writing: Writing, tables: readonly StatisticTable[]): Promise<Uint8Array> =>
  writeWorkbook(tableSheetsOf(writing, tables));
