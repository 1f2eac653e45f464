import { entryRemark } from '#shared/dictionary/reference-lists/entry-remark.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { readReferences } from '../reference.ts';
import type { LabelOf } from './value-text.ts';
import type { Writing } from './writing.ts';

/** Labels of a record's print: an entry that is not in use any more says until when it was, and what replaced it. */
export function entryLabels(database: RegisterDatabase, labelOf: LabelOf, { t, formats }: Writing): LabelOf {
  const remarks = new Map<string, string>();
  for (const [list, entries] of Object.entries(readReferences(database))) {
    for (const entry of entries) {
      const remark = entry.activeTo === null ? null : entryRemark(entry, entries, formats);
      if (remark !== null) remarks.set(`${list} ${entry.code}`, t(remark.key, remark.params));
    }
  }
  return (list, code) => {
    const remark = remarks.get(`${list} ${code}`);
    return remark === undefined ? labelOf(list, code) : `${labelOf(list, code)} (${remark})`;
  };
}
