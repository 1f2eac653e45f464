/** Workbooks: cells, names of sheets, heights of wrapped lines, and paper that a sheet fits in its width. */

import writeXlsxFile, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { textWidth, wrapped } from '#shared/statistics/charts/text-width.ts';

export type Sheet = Pick<
  WrittenSheet<never>,
  'sheet' | 'columns' | 'data' | 'stickyRowsCount' | 'stickyColumnsCount' | 'orientation'
>;

export interface Look {
  readonly wrap?: boolean;
  readonly align?: 'right';
  readonly alignVertical?: 'top';
  readonly fontWeight?: 'bold';
  readonly textColor?: string;
  readonly bottomBorderStyle?: 'thin';
  readonly columnSpan?: number;
  readonly height?: number;
}

/** A text is stored as text, whatever it begins with: no program takes it for a formula. */
export const text = (value: string, look: Look = {}): Cell => ({ value, type: String, ...look });
export const headed = (value: string): Cell => text(value, { fontWeight: 'bold' });
export const line = (...values: readonly string[]): Cell[] => values.map((value) => text(value));

const fontSize = 10;
/** Widths of columns count figures of the font; a cell keeps a little at both sides. */
const figureWidth = textWidth('0', fontSize);
const cellPadding = 6;
const lineOfText = 14;

// Bold letters are wider than those that were measured.
const bolder = 1.09;

/** Width of a column that does not break the longest word of its head. */
export const widthOfWords = (head: string): number => {
  const longest = Math.max(0, ...head.split(/\s+/).map((word) => textWidth(word, fontSize)));
  return Math.ceil((longest * bolder + cellPadding) / figureWidth);
};

/** Points that a text needs in columns so wide together: programs do not find out themselves where cells are joined. */
export function heightOf(value: string, width: number): number {
  const lines = wrapped(value, (width * figureWidth - cellPadding) / bolder, fontSize);
  return lines.length * lineOfText + 2;
}

/** A sentence in lines, over as many columns as are given by their widths. */
export const paragraph = (value: string, widths: readonly number[], look: Look = {}): Cell =>
  text(value, {
    wrap: true,
    alignVertical: 'top',
    columnSpan: widths.length,
    height: heightOf(
      value,
      widths.reduce((sum, width) => sum + width, 0),
    ),
    ...look,
  });

const longestName = 31;

/** A name that workbooks accept: at most 31 signs, none of those with a meaning of their own. */
export const sheetNameOf = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, longestName)
    .trim();

/** Names of the sheets of tables: code, number of the part where there are several, and as much of the title as fits. */
export function sheetNamesOf(tables: readonly { readonly id: string; readonly title: string }[]): string[] {
  const parts = Map.groupBy(tables, ({ id }) => id);
  return tables.map((table) => {
    const ofOne = parts.get(table.id) ?? [];
    const code = ofOne.length === 1 ? table.id : `${table.id}.${ofOne.indexOf(table) + 1}`;
    const full = `${code} ${table.title}`;
    if (full.length <= longestName) return sheetNameOf(full);
    const cut = full.slice(0, longestName + 1);
    return sheetNameOf(cut.slice(0, Math.max(code.length, cut.lastIndexOf(' '))));
  });
}

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

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

/** Printed, a sheet is as wide as the A4 paper and as long as it is; without this its columns fall on several pages. */
const fitsPaper: Feature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** The bytes of a workbook. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const onPaper = distinctlyNamed(sheets).map((sheet) => ({ ...sheet, orientation: 'landscape' as const }));
  return writeXlsxFile(onPaper, { fontFamily: 'Noto Sans', fontSize, features: [fitsPaper] }).toBuffer();
}
