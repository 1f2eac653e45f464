/** Other records in which the same person stands, by the code of her row: whether somebody has been before the law before. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { recordsOfPerson } from '../../database/repositories/record-search.ts';
import { findReadable } from '../records/find-readable.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';

/** The newest first, outside the bin; at most fifty. */
export function otherRecords(
  session: RecordSession,
  { recordId, code }: ParsedInput<'person.others'>,
): Output<'person.others'> {
  const { store } = findReadable(session, recordId);
  const fields = personFieldsOf(indexOfSession(session), store.entity);
  if (fields === null || fields.code === null || fields.bearer === store.entity) return { others: [] };
  const metas = recordsOfPerson(session.register.database, store.root, fields.code.id, code);
  const others = metas.filter(({ id }) => id !== recordId);
  return { others: others.map((meta) => ({ recordId: meta.id, code: meta.code, number: meta.number })) };
}
