/** A record that names another one by its number, such as the case to which a case was joined. */
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { quote } from '../../database/table-shape.ts';
import type { RecordSession } from './record-session.ts';

/**
 * What is wrong with naming the record of that number: there is none, or from it, by the same field of each record, one
 * comes back to `own`, the number of the record that names it.
 */
export function wrongRecord(
  { register: { database } }: Pick<RecordSession, 'register'>,
  { entity, id }: FieldDeclaration,
  number: number,
  own: number | null,
): 'NO_RECORD' | 'LOOP' | null {
  const next = database.prepare(`SELECT ${quote(id)} AS "next" FROM ${quote(entity)} WHERE "number" = ?`);
  const seen = new Set<number>();
  for (let at: number | null = number; at !== null; ) {
    if (at === own) return 'LOOP';
    // Records that were joined before this was checked may lead round and round without coming here.
    if (seen.has(at)) return null;
    seen.add(at);
    const row = next.get(at);
    if (row === undefined && at === number) return 'NO_RECORD';
    at = row === undefined || row.next === null ? null : Number(row.next);
  }
  return null;
}
