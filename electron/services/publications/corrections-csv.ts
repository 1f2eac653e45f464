/** A correction sheet for other programs: one line a figure that changed. */
import type { CorrectionSheet } from '#shared/contract/publication.ts';
import { neutralise } from '../exchange/neutralise.ts';
import { csvOf, hiddenSign } from '../reports/table-files.ts';
import { labelText, type Writing } from '../reports/writing.ts';
import { calledIn } from './corrections-html.ts';

const headsOf = ({ view }: CorrectionSheet): string[] => [
  ...['table', 'table_title', 'row_label', 'column_label', 'published'],
  ...(view === 'internal' ? ['counted_then'] : []),
  ...['today', 'effect', 'note'],
];

/** CSV of a correction sheet; what is hidden holds the mark of the print. */
export function correctionsCsv(writing: Writing, sheet: CorrectionSheet): string {
  const { t } = writing;
  const { publication, revoked, view } = sheet;
  const isInternal = view === 'internal';
  const shown = (value: number | null, isEmpty: boolean): string | number => value ?? (isEmpty ? '' : hiddenSign);
  const lines: (string | number)[][] = [
    ['publication', publication.period.text, publication.at, sheet.view, publication.digest, sheet.digest],
    headsOf(sheet),
    ...sheet.tables.flatMap((table) => {
      const title = [table.name, neutralise(calledIn(table, writing))];
      if (table.withheld || table.redefined) {
        const note = t(`publications:sheet.${table.withheld ? 'withheld' : 'redefined'}`);
        return [[...title, '', '', '', ...(isInternal ? [''] : []), '', '', neutralise(note)]];
      }
      return table.corrections.map(({ row, column, published, before, now, effect, empty }) => [
        ...title,
        neutralise(labelText(row, writing)),
        neutralise(labelText(column, writing)),
        shown(published, empty.before),
        ...(isInternal ? [shown(before, true)] : []),
        shown(now, isInternal || empty.now),
        effect ?? '',
        '',
      ]);
    }),
  ];
  if (revoked !== null) {
    const label = neutralise(t('publications:sheet.revoked'));
    const then = isInternal ? [revoked.before] : [];
    lines.push([
      '',
      label,
      '',
      '',
      isInternal ? '' : revoked.before,
      ...then,
      revoked.now,
      revoked.now - revoked.before,
      '',
    ]);
  }
  return csvOf(lines.map((line) => line.map(String)));
}
