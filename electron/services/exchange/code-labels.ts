import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { Language } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { readReferences } from '../reference.ts';
import { createTexts } from '../reports/texts.ts';

/** Labels of codes in one language: from the catalogue, the country names, or this installation's reference lists. */
export function codeLabels(
  database: RegisterDatabase,
  index: RegisterIndex,
  language: Language,
): (list: string, code: string) => string {
  const t = createTexts(language);
  const formats = createFormats(language);
  const names = new Map<string, string>();
  for (const [list, entries] of Object.entries(readReferences(database))) {
    for (const entry of entries) names.set(`${list} ${entry.code}`, entryName(entry, language));
  }
  return (list, code) => {
    if (list === 'COUNTRY') return formats.country(code);
    return index.codeList(list) ? t(codeTextKey(list, code)) : (names.get(`${list} ${code}`) ?? code);
  };
}
