import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryList, editedLists } from '#shared/dictionary/reference-lists/edited-lists.ts';
import { type KeptListDeclaration, keptListOf } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { fieldTextKey, listTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';

export interface NamedList {
  readonly id: string;
  readonly name: string;
  /** Numbers and names of the fields that choose from it. */
  readonly fields: readonly string[];
  /** What it says of its entries beside names and days of use. */
  readonly declared: KeptListDeclaration;
}

/** The lists of the register by name: of the installation the one that most fields choose from first, the others by alphabet. */
export function useListNames(): { readonly kept: readonly NamedList[]; readonly fixed: readonly NamedList[] } {
  const { t } = useTranslation();
  const formats = useFormats();
  const { kind } = useSession().register;
  return useMemo(() => {
    const { register } = indexOfKind(kind);
    const named = (id: string): NamedList => ({
      id,
      name: t(listTextKey(id)),
      declared: keptListOf(register, id),
      fields: register.fields
        .filter(({ list }) => list === id)
        .map((field) => `${field.no} ${t(fieldTextKey(kind, field, 'label'))}`),
    });
    const fixed = [countryList, ...register.codeLists.map(({ id }) => id)].map(named);
    return {
      kept: editedLists(register)
        .map(named)
        .sort((a, b) => b.fields.length - a.fields.length),
      fixed: fixed.sort((a, b) => formats.compare(a.name, b.name)),
    };
  }, [kind, t, formats]);
}
