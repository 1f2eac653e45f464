import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityLine, QualityTable } from '#shared/contract/quality.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useLanguage } from '../../i18n/use-formats.ts';

/** Fields, sections, rules and lines of the report in the language of the screen. */
export interface QualityWords {
  readonly field: (id: string) => string;
  /** Number in the data dictionary. */
  readonly fieldNo: (id: string) => string;
  readonly section: (id: string) => string;
  /** What a part of a rule says, with points where a message names the values of a record. */
  readonly rule: (rule: string, part: string) => string;
  readonly line: (by: QualityTable['by'], line: Pick<QualityLine, 'key' | 'name'>) => string;
}

export function useQualityWords(): QualityWords {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind } = useSession().register;
  const offices = useProcedure('reference.list', {}).data?.lists.INST;
  const names = useMemo(
    () => new Map(offices?.map((entry) => [entry.code, entryName(entry, language)])),
    [offices, language],
  );
  const index = indexOfKind(kind);
  const declared = (id: string) => index.field(index.ownerOf(id) ?? '', id);
  return {
    field: (id) => t(fieldTextKey(kind, declared(id), 'label')),
    fieldNo: (id) => declared(id).no,
    section: (id) => t(sectionTextKey(kind, id)),
    rule: (rule, part) =>
      t(`rules-${kind}:${rule}.${part}`, { count: 2, skipInterpolation: true, defaultValue: '' }).replaceAll(
        /\{\{\w+\}\}/g,
        '…',
      ),
    line: (by, { key, name }) => {
      if (by === null) return '';
      if (key === null) return t(`quality:all.${by}`);
      if (key === '') return t(`quality:notStated.${by}`);
      if (by === 'officer') return name ?? key;
      return by === 'year' ? key : (names.get(key) ?? key);
    },
  };
}
