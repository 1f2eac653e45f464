/** The record an account worked on before: what entry may copy from it, and a record begun and left without a word. */
import type { Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { quote } from '../../database/table-shape.ts';
import { findReadable } from './find-readable.ts';
import { requireRevision } from './permissions.ts';
import { plainContent } from './record-answer.ts';
import type { RecordSession } from './record-session.ts';
import { storeOf } from './record-store.ts';

/** Records looked at before giving up: the last one of this type is nearly always the first. */
const mostLookedAt = 50;

/** Content of the record of this type that the account saved last; null where there is none. */
export function previousRecord(session: RecordSession, entity: string, except: string): Output<'record.previous'> {
  const { database, kind } = session.register;
  const store = storeOf(database, kind).of(entity);
  const ids = database
    .prepare(
      `SELECT "record_id" AS "id", max("id") AS "newest" FROM
         (SELECT "id", "record_id" FROM "history" WHERE "account_id" = ? AND "record_id" <> ?
          AND "event" IN ('changed', 'row-added', 'completed') ORDER BY "id" DESC LIMIT 2000)
       GROUP BY "record_id" ORDER BY "newest" DESC LIMIT ${mostLookedAt}`,
    )
    .all(session.account.id, except)
    .map(({ id }) => String(id));
  const record = store.reader.loadMany(ids).find(({ meta }) => meta.binnedAt === null);
  if (!record) return { previous: null };
  return { previous: { id: record.meta.id, code: record.meta.code, content: plainContent(record.content) } };
}

/** Takes away a record that its own author began and left empty: it was never more than an open form. */
export function abandonRecord(session: RecordSession, id: string): string {
  const { database } = session.register;
  const { store, record } = findReadable(session, id);
  const { meta } = record;
  requireRevision(meta, 1);
  const isUntouched =
    meta.enteredBy === session.account.id &&
    meta.state === 'draft' &&
    meta.number === null &&
    meta.importBatch === null;
  const isEmpty = Object.keys(record.content.groups).length === 0 && store.vault?.load(id) == null;
  if (!isUntouched || !isEmpty || isWorkedOn(session, id)) throw new AppError('RECORD_LOCKED', { state: meta.state });
  database.prepare(`DELETE FROM ${quote(store.root.textIndex)} WHERE rowid = ?`).run(meta.seq);
  database.prepare('DELETE FROM "history" WHERE "record_id" = ?').run(id);
  database.prepare(`DELETE FROM ${quote(store.root.table)} WHERE "id" = ?`).run(id);
  return store.entity;
}

/** What makes no revision: typing kept in another window, a note, an attachment. The form that is left knows of none. */
function isWorkedOn({ register: { database } }: RecordSession, id: string): boolean {
  return ['draft', 'field_note', 'attachment'].some(
    (table) => database.prepare(`SELECT 1 FROM "${table}" WHERE "record_id" = ? LIMIT 1`).get(id) !== undefined,
  );
}
