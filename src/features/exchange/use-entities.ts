import { useTranslation } from 'react-i18next';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useSession } from '../../api/session.ts';

export interface EntityChoice {
  readonly value: string;
  readonly label: string;
}

/** Every kind of row that can be a file of its own, in the order of the dictionary. */
export function useEntities(): readonly EntityChoice[] {
  const { t } = useTranslation();
  const { register } = useSession();
  return indexOfKind(register.kind).register.entities.map(({ id }) => ({
    value: id,
    label: t(entityTextKey(register.kind, id), { count: 100 }),
  }));
}

/** The kind of row that a file name tells; the longest name that fits wins. */
export function guessEntity(file: string, entities: readonly EntityChoice[]): string {
  const name = (file.split(/[\\/]/).at(-1) ?? '').toLowerCase().replaceAll('-', '_');
  const fitting = entities.map(({ value }) => value).filter((value) => name.includes(value));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? entities[0]?.value ?? '';
}
