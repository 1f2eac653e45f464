import { useTranslation } from 'react-i18next';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';

interface Named {
  readonly code: string | null;
  readonly number: number | null;
  readonly entity: string;
}

/** How a record is called before it has a code: by its number, else by what it is. */
export function useRecordName(): (record: Named) => string {
  const { t } = useTranslation();
  const { register } = useSession();
  return ({ code, number, entity }) => {
    const kind = t(entityTextKey(register.kind, entity), { count: 1 });
    return code ?? (number === null ? t('records:page.withoutCode', { entity: kind }) : `${kind} ${number}`);
  };
}
