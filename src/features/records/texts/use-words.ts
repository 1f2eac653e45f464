import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { entityTextKey, fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { useSession } from '../../../api/session.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import type { CodeOption } from '../fields/code-options.ts';
import { makeOptions } from './make-options.ts';
import { type ReferenceLists, useReferenceLists } from './reference-lists.ts';

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
    const parts = { index, formats, translate: t, country: register.country, lists };
    const options = (list: string) => {
      const known = made.get(list) ?? makeOptions(list, parts);
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

/** Dates of an example as this language writes them. */
function inHabit(example: string, formats: Formats): string {
  const dates = example.split('; ').map((text) => {
    const date = formats.parsePartialDate(text);
    return date === null ? text : formats.date(date);
  });
  return dates.join('; ');
}
