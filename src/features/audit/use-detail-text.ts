import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { entityTextKey, fieldTextKey, limitTextKey, listTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';

type Entry = Output<'audit.list'>['entries'][number];
type Value = Entry['detail'][string];

/** What an entry repeats of its call, in words where the program has words for it; ids and counts as they were entered. */
export function useDetailText(): (entry: Entry) => string {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const index = indexOfKind(kind);

  const fieldLabel = (id: string) => {
    const owner = index.ownerOf(id);
    // What is no field is the kind of a filter.
    if (owner === undefined) return t(`audit:details.${id}`, { defaultValue: id });
    return t(fieldTextKey(kind, { entity: owner, id }, 'label'));
  };
  const entityName = (id: string) => t(entityTextKey(kind, id), { count: 2, defaultValue: id });
  const limitText = (limit: string) => {
    const [id = '', value = ''] = limit.split('=');
    return `${t(limitTextKey(kind, id), { defaultValue: id })} ${value}`;
  };
  const word = (name: string, value: string): string => {
    switch (name) {
      case 'entity':
      case 'entities':
        return entityName(value);
      case 'roles':
        return t(`common:roles.${value}`, { defaultValue: value });
      case 'view':
        return t(`statistics:view.${value}`, { defaultValue: value });
      case 'list':
        return t(listTextKey(value), { defaultValue: value });
      case 'facts':
        return t(`code-lists:facts.${value}`, { defaultValue: value });
      case 'fields':
      case 'filters':
        return fieldLabel(value);
      case 'limits':
        return limitText(value);
      default:
        return value;
    }
  };
  const text = (name: string, value: Value): string => {
    if (typeof value === 'boolean') return t(`audit:details.${value ? 'yes' : 'no'}`);
    return [value]
      .flat()
      .map((each) => word(name, String(each)))
      .join(', ');
  };
  return ({ detail }) =>
    Object.entries(detail)
      // A table is named once: the call and the entry say the same.
      .filter(([name, value]) => name !== 'id' || value !== detail.statistic)
      .map(([name, value]) => `${t(`audit:details.${name}`, { defaultValue: name })}: ${text(name, value)}`)
      .join(' · ');
}
