/** Values of a record in words. */
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isMissing } from '#shared/records/record.ts';
import { type Html, html } from './html.ts';
import type { Writing } from './writing.ts';

/** Label of a code of a code list or reference list. */
export type LabelOf = (list: string, code: string) => string;

/** A value as the print shows it; a marker and an empty field never look like a value. */
export function valueHtml(
  field: FieldDeclaration,
  value: FieldValue | undefined,
  labelOf: LabelOf,
  writing: Writing,
): Html {
  const { t, formats } = writing;
  if (value === null || value === undefined || value === '')
    return html`<span class="empty">${t('print:notEntered')}</span>`;
  if (isMissing(value)) return html`<span class="marker">${t(markerTextKey(value.missing))}</span>`;
  // Whole numbers are years, ages and running numbers: 1983 is not 1 983.
  if (typeof value === 'number') return html`${field.type === 'decimal' ? formats.number(value) : String(value)}`;
  if (typeof value !== 'string') {
    const labels = value.map((code) => (field.list === undefined ? code : labelOf(field.list, code)));
    return labels.length === 0 ? html`<span class="empty">${t('print:notEntered')}</span>` : html`${labels.join('; ')}`;
  }
  if (field.type === 'code' && field.list !== undefined) return html`${labelOf(field.list, value)}`;
  if (field.type === 'date' || field.type === 'partial_date') return html`${formats.date(value)}`;
  return html`<span class="pre">${value}</span>`;
}
