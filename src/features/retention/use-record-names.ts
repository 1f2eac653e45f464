import { useTranslation } from 'react-i18next';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../i18n/use-formats.ts';

interface Named {
  readonly entity: string;
  readonly code: string | null;
}

/** How records and their institutions are called in these lists: by code, never by a person's name. */
export function useRecordNames() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind } = useSession().register;
  const references = useProcedure('reference.list', {});
  const institutions = references.data?.lists.INST ?? [];
  const entity = (id: string) => t(entityTextKey(kind, id), { count: 1 });
  return {
    entity,
    record: ({ entity: id, code }: Named) => code ?? t('retention:withoutCode', { entity: entity(id) }),
    institutions,
    institution: (code: string | null) => {
      const found = institutions.find((each) => each.code === code);
      return found === undefined ? (code ?? '–') : entryName(found, language);
    },
  };
}
