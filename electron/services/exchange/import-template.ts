/** An empty import file: the columns of one entity, and two lines that explain them and are passed over on import. */
import { stringify } from 'csv-stringify/sync';
import { importColumnsOf } from '#shared/dictionary/derive-import.ts';
import { offeredCodes } from '#shared/dictionary/derive-schema.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { fieldTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { createTexts, type Translate } from '../reports/texts.ts';

/** A line whose first cell begins with this sign explains and holds no record. */
export const commentSign = '#';

/** Codes named in the template; longer lists are in the printed dictionary. */
const longestList = 40;

/** CSV with a byte order mark, so that spreadsheets read its letters. */
export function importTemplate(index: RegisterIndex, entity: string, language: Language): string {
  const t = createTexts(language);
  const columns = importColumnsOf(index, entity);
  const labels = columns.map(({ field, role }) =>
    field ? `${field.no} ${t(fieldTextKey(index.register.kind, field, 'label'))}` : t(`exchange:template.${role}`),
  );
  const forms = columns.map(({ field }) => (field ? describe(index, field, t) : ''));
  const asComment = ([first = '', ...rest]: readonly string[]): string[] => [`${commentSign} ${first}`, ...rest];
  const lines = [columns.map(({ name }) => name), asComment(labels), asComment(forms)];
  return `\uFEFF${stringify(lines, { record_delimiter: 'windows', quoted_match: /[\r\n]/ })}`;
}

/** What a cell may hold: the form of the value, its codes, its markers. */
function describe(index: RegisterIndex, field: FieldDeclaration, t: Translate): string {
  const codes = offeredCodes(index, field).map(({ code }) => code);
  const listed =
    codes.length > 0 && codes.length <= longestList ? `: ${codes.join(' ')}` : field.list ? `: ${field.list}` : '';
  const markers = field.missing.map((marker) => `?${marker}`).join(' ');
  return [`${t(`exchange:template.types.${field.type}`)}${listed}`, markers].filter((part) => part !== '').join(' | ');
}
