import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersOfCountry, regionalCountries } from '#shared/dictionary/reference-lists/country.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import {
  codeDefinitionKey,
  codeTextKey,
  entityTextKey,
  fieldTextKey,
  sectionTextKey,
} from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { useSession } from '../../../api/session.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { CodeOption } from '../fields/code-options.ts';
import { nameOf, type ReferenceLists, useReferenceLists } from './reference-lists.ts';

/** The dictionary in the language of the screen. */
export interface Words {
  readonly formats: Formats;
  readonly lists: ReferenceLists;
  readonly label: (field: Pick<FieldDeclaration, 'entity' | 'id'>) => string;
  readonly definition: (field: FieldDeclaration) => string;
  readonly example: (field: FieldDeclaration) => string;
  readonly section: (id: string) => string;
  readonly entity: (id: string, count: number) => string;
  readonly options: (list: string) => readonly CodeOption[];
  /** Label of a code of a field; the code itself where no list knows it. */
  readonly code: (list: string, code: string) => string;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const { register } = useSession();
  const formats = useFormats();
  const lists = useReferenceLists();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t keeps its identity when a catalogue arrives; the language tells.
  return useMemo(() => {
    const { kind } = register;
    const index = indexOf(registerOf(kind));
    const made = new Map<string, readonly CodeOption[]>();
    const make = (list: string): readonly CodeOption[] => {
      const declared = index.codeList(list);
      if (declared !== undefined) {
        return declared.codes.map((code, at) => ({
          ...described(t(codeTextKey(list, code.code)), formats),
          code: code.code,
          number: at + 1,
          hint: null,
          definition: t(codeDefinitionKey(list, code.code), { defaultValue: '' }) || null,
          offered: code.derivedOnly !== true && code.retiredIn === undefined,
        }));
      }
      if (list === 'COUNTRY') return countries(formats, register.country);
      const isForeign = (country: string | null) => country !== null && country !== register.country;
      return (lists[list] ?? [])
        .map((entry) => ({
          isForeign: isForeign(entry.country),
          ...described(nameOf(entry, formats.language), formats),
          code: entry.code,
          number: entry.number,
          hint: null,
          definition: null,
          offered: true,
        }))
        .sort((a, b) => Number(a.isForeign) - Number(b.isForeign) || formats.compare(a.label, b.label));
    };
    const options = (list: string) => {
      const known = made.get(list) ?? make(list);
      made.set(list, known);
      return known;
    };
    const text = (field: FieldDeclaration, part: 'definition' | 'example') =>
      t(fieldTextKey(kind, field, part), { defaultValue: '' });
    const example = (field: FieldDeclaration) =>
      field.type === 'date' || field.type === 'partial_date'
        ? inHabit(text(field, 'example'), formats)
        : text(field, 'example');
    return {
      formats,
      lists,
      label: (field) => t(fieldTextKey(kind, field, 'label')),
      definition: (field) => text(field, 'definition'),
      example,
      section: (id) => t(sectionTextKey(kind, id)),
      entity: (id, count) => t(entityTextKey(kind, id), { count }),
      options,
      code: (list, code) => options(list).find((option) => option.code === code)?.label ?? code,
    } satisfies Words;
  }, [t, i18n.language, register, formats, lists]);
}

const described = (label: string, formats: Formats) => ({ label, folded: formats.fold(label) });

/** Dates of an example as this language writes them. */
function inHabit(example: string, formats: Formats): string {
  const dates = example.split('; ').map((text) => {
    const date = formats.parsePartialDate(text);
    return date === null ? text : formats.date(date);
  });
  return dates.join('; ');
}

/** The own country first, then those of the region, then the alphabet. */
function countries(formats: Formats, own: string): readonly CodeOption[] {
  const codes = formats.countryCodes();
  const rank = (code: string) => (code === own ? 0 : regionalCountries.includes(code) ? 1 : 2);
  return codes
    .toSorted((a, b) => rank(a) - rank(b))
    .map((code) => ({
      ...described(formats.country(code), formats),
      code,
      number: null,
      hint: lettersOfCountry(code),
      definition: null,
      offered: true,
    }));
}
