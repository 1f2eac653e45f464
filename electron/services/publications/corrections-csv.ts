/** A correction sheet for spreadsheets: one line a figure that changed. */
import { stringify } from 'csv-stringify/sync';
import type { CorrectionSheet } from '#shared/contract/publication.ts';
import { tableText } from '#shared/statistics/catalogue/table-text.ts';
import { neutralise } from '../exchange/neutralise.ts';
import { labelText, type Writing } from '../reports/writing.ts';

const heads = ['table', 'table_title', 'row_label', 'column_label', 'published', 'today', 'effect', 'note'];

/** CSV of a correction sheet; what is hidden holds the mark of the print. */
export function correctionsCsv(writing: Writing, sheet: CorrectionSheet): string {
  const { t } = writing;
  const { publication, revoked } = sheet;
  const lines: (string | number)[][] = [
    ['publication', publication.period.text, publication.at, sheet.view, publication.digest, sheet.digest],
    heads,
    ...sheet.tables.flatMap((table) => {
      const title = [table.name, neutralise(t(tableText(table, 'title')))];
      if (table.withheld || table.redefined) {
        const note = t(`publications:sheet.${table.withheld ? 'withheld' : 'redefined'}`);
        return [[...title, '', '', '', '', '', neutralise(note)]];
      }
      return table.corrections.map(({ row, column, before, now, effect }) => [
        ...title,
        neutralise(labelText(row, writing)),
        neutralise(labelText(column, writing)),
        before ?? '●',
        now ?? '●',
        effect ?? '',
        '',
      ]);
    }),
  ];
  if (revoked !== null) {
    const label = neutralise(t('publications:sheet.revoked'));
    lines.push(['', label, '', '', revoked.before, revoked.now, revoked.now - revoked.before, '']);
  }
  // The byte order mark makes spreadsheets read the letters of all six languages.
  return `\uFEFF${stringify(
    lines.map((line) => line.map(String)),
    { record_delimiter: 'windows', delimiter: ';', quoted_string: true },
  )}`;
}
