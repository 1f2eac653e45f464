/** The options of every list of a register, as a field offers them in one language. */
import { choicesOf } from '#shared/dictionary/derive-choices.ts';
import { lettersOfCountry, nearestFirst } from '#shared/dictionary/reference-lists/country.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { entryRemark } from '#shared/dictionary/reference-lists/entry-remark.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { codeDefinitionKey, codeTextKey } from '#shared/dictionary/text-keys.ts';
import type { Formats } from '#shared/locale/formats.ts';
import type { CodeOption } from '../fields/code-options.ts';
import type { ReferenceLists } from './reference-lists.ts';

interface OptionParts {
  readonly index: RegisterIndex;
  readonly formats: Formats;
  readonly translate: (key: string, params: Readonly<Record<string, string>>) => string;
  /** Country of the register. */
  readonly country: string;
  readonly lists: ReferenceLists;
}

const described = (label: string, formats: Formats) => ({ label, folded: formats.fold(label) });

/** Options of one list, in the order in which they are offered. */
export function makeOptions(list: string, parts: OptionParts): readonly CodeOption[] {
  const { index, formats, translate, country, lists } = parts;
  const declared = index.codeList(list);
  if (declared !== undefined) {
    return choicesOf(declared).map(({ declared: { code }, number, isOffered }) => ({
      ...described(translate(codeTextKey(list, code), {}), formats),
      code,
      number,
      hint: null,
      definition: translate(codeDefinitionKey(list, code), { defaultValue: '' }) || null,
      offered: isOffered,
    }));
  }
  if (list === 'COUNTRY') {
    return nearestFirst(formats.countryCodes(), country).map((code) => ({
      ...described(formats.country(code), formats),
      code,
      number: null,
      hint: lettersOfCountry(code),
      definition: null,
      offered: true,
    }));
  }
  const isForeign = (entry: { country: string | null }) => entry.country !== null && entry.country !== country;
  const entries = lists[list] ?? [];
  const remarkOn = (entry: (typeof entries)[number]): string | null => {
    const remark = entryRemark(entry, entries, formats);
    return remark && translate(remark.key, remark.params);
  };
  return entries
    .map((entry) => ({
      isForeign: isForeign(entry),
      ...described(entryName(entry, formats.language), formats),
      code: entry.code,
      number: entry.number,
      hint: null,
      definition: null,
      offered: true,
      entry: {
        activeFrom: entry.activeFrom,
        activeTo: entry.activeTo,
        successor: entry.successor,
        remark: remarkOn(entry),
      },
    }))
    .sort((a, b) => Number(a.isForeign) - Number(b.isForeign) || formats.compare(a.label, b.label));
}
