/** The printed summary. */
import type { SummaryContent } from '#shared/contract/summary.ts';
import { printDocument } from '../page.ts';
import { tableSheet } from '../table-html.ts';
import type { Writing } from '../writing.ts';

/** HTML of the whole summary. */
export function summaryHtml(writing: Writing, { register, period, tables }: SummaryContent): string {
  const { t, language, formats } = writing;
  const days = t('print:period', { from: formats.date(period.from), to: formats.date(period.to) });
  return printDocument({
    t,
    language,
    title: `${t(`print:registers.${register.kind}`)} · ${t('print:summary', { period: days })}`,
    training: register.training,
    sheets: tables.map((table, index) => tableSheet(table, index + 1, writing)),
  });
}
