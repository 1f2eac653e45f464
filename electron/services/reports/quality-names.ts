/** Fields, sections, rules and lines of the report on data quality, in the language of a print. */
import type { QualityLine, QualityTable } from '#shared/contract/quality.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import type { Translate } from './texts.ts';

export interface QualityNames {
  readonly field: (id: string) => string;
  readonly fieldNo: (id: string) => string;
  readonly section: (id: string) => string;
  /** What a part of a rule says, with points where a message names the values of a record. */
  readonly rule: (rule: string, part: string) => string;
  readonly line: (by: NonNullable<QualityTable['by']>, line: Pick<QualityLine, 'key' | 'name'>) => string;
}

/** `codeLabel` names the entries of reference lists. */
export function qualityNames(
  index: RegisterIndex,
  entity: string,
  t: Translate,
  codeLabel: (list: string, code: string) => string,
): QualityNames {
  const { kind, quality } = index.register;
  const declared = (id: string) => index.field(index.ownerOf(id) ?? '', id);
  const office = quality[entity]?.office;
  return {
    field: (id) => t(fieldTextKey(kind, declared(id), 'label')),
    fieldNo: (id) => declared(id).no,
    section: (id) => t(sectionTextKey(kind, id)),
    rule: (rule, part) =>
      t(`rules-${kind}:${rule}.${part}`, { count: 2, skipInterpolation: true }).replaceAll(/\{\{\w+\}\}/g, '…'),
    line: (by, { key, name }) => {
      if (key === null) return t(`quality:all.${by}`);
      if (key === '') return t(`quality:notStated.${by}`);
      if (by === 'officer') return name ?? key;
      return by === 'year' || office === undefined ? key : codeLabel(declared(office).list ?? '', key);
    },
  };
}
