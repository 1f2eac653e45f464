/**
 * Many records at once (import, training): written in short transactions, so that nobody's draft waits, and
 * invisible to lists, statistics and exports until one short statement shows them all.
 */
import { AppError } from '#shared/contract/errors.ts';
import type { RecordState } from '#shared/contract/shapes.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import type { NewMeta } from '../../database/repositories/record-meta.ts';
import { quote } from '../../database/table-shape.ts';
import { vaultRow } from './identities.ts';
import { compactContent } from './incoming-content.ts';
import { nextCode, nextNumber } from './numbering.ts';
import type { RecordSession } from './record-session.ts';
import { type RootStore, storeOf } from './record-store.ts';
import { draftMeta } from './records.ts';
import type { RecordParts } from './write-revision.ts';

export interface StagedRecord {
  readonly entity: string;
  readonly id: string;
  /** Checked and settled by whoever hands it over. */
  readonly content: RecordContent;
  readonly identity: Values | null;
  /** Nothing is due and no rule speaks: the record gets its number and counts; else it is a draft. */
  readonly isComplete: boolean;
  /** Training only: other states, and when the record was entered. */
  readonly state?: RecordState;
  readonly archived?: boolean;
  readonly binned?: boolean;
  readonly enteredAt?: string;
  /** Another staged or stored record of the same person, whose code this one bears too. */
  readonly samePersonAs?: string;
}

export interface Stage {
  /** Short: at most a few dozen records at a time. */
  add(records: readonly StagedRecord[]): void;
  /** Shows everything that was added. */
  show(records: number): void;
  /** Takes away what was not shown, in short steps; does nothing once it was shown. */
  discard(): Promise<void>;
}

export interface StageParts extends RecordParts {
  readonly session: RecordSession;
  readonly batchId: string;
  readonly file?: string;
  readonly digest?: string;
}

const discardAtOnce = 50;

/** Opens a batch of records that nobody sees yet. */
export function createStage(parts: StageParts): Stage {
  const { session, clock, publish, batchId } = parts;
  const { database, kind } = session.register;
  const store = storeOf(database, kind);
  const now = (): string => clock.now().toISOString();
  let isOpen = false;
  let isShown = false;

  const open = (): void => {
    if (isOpen) return;
    database
      .prepare('INSERT INTO "import_batch" ("id", "at", "account_id", "file", "digest", "records") VALUES (?, ?, ?, ?, ?, 0)')
      .run(batchId, now(), session.account.id, parts.file ?? '', parts.digest ?? '');
    isOpen = true;
  };

  return {
    add(records) {
      database.write(() => {
        open();
        for (const record of records) insertStaged(session, store.of(record.entity), record, batchId, now());
      });
    },
    show(records) {
      database.write(() => {
        for (const { entity, root } of store.roots) {
          database
            .prepare(
              `INSERT INTO "change" ("entity", "record_id", "at")
               SELECT ?, "id", ? FROM ${quote(root.table)} WHERE "import_batch" = ? ORDER BY "seq"`,
            )
            .run(entity, now(), batchId);
        }
        database
          .prepare('UPDATE "import_batch" SET "visible_at" = ?, "records" = ? WHERE "id" = ?')
          .run(now(), records, batchId);
        database.afterCommit(() => {
          isShown = true;
          publish('records.changed', { changeNumber: database.changeNumber() });
        });
      });
    },
    async discard() {
      if (isShown || !isOpen || !database.sql.open) return;
      for (const each of store.roots) {
        while (database.write(() => discardSome(session, each, batchId)) > 0) {
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      database.prepare('DELETE FROM "import_batch" WHERE "id" = ?').run(batchId);
    },
  };
}

/** What a cut of power left of imports that were never shown goes at the next opening. */
export async function discardUnfinished(parts: Omit<StageParts, 'batchId'>): Promise<number> {
  const { database, kind } = parts.session.register;
  const batches = database.prepare('SELECT "id" FROM "import_batch" WHERE "visible_at" IS NULL').all();
  for (const { id } of batches) {
    for (const each of storeOf(database, kind).roots) {
      while (database.write(() => discardSome(parts.session, each, String(id))) > 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    database.prepare('DELETE FROM "import_batch" WHERE "id" = ?').run(id);
  }
  return batches.length;
}

function metaOf(session: RecordSession, store: RootStore, record: StagedRecord, batchId: string, now: string): NewMeta {
  const at = record.enteredAt ?? now;
  const state = record.state ?? (record.isComplete ? 'complete' : 'draft');
  const isCompleted = state !== 'draft';
  return {
    ...draftMeta(session, at),
    id: record.id,
    ...(isCompleted ? numberOf(session, store, record, at) : {}),
    state,
    archived: record.archived ?? false,
    completedRevision: isCompleted ? 1 : null,
    completedBy: isCompleted ? session.account.id : null,
    binnedAt: record.binned ? at : null,
    importBatch: batchId,
  };
}

function numberOf(session: RecordSession, store: RootStore, record: StagedRecord, at: string) {
  const { database } = session.register;
  const day = store.root.registrationDate === null ? null : record.content.values[store.root.registrationDate];
  const year = Number((typeof day === 'string' ? day : at).slice(0, 4));
  const known =
    record.samePersonAs === undefined ? null : (store.reader.load(record.samePersonAs)?.meta.code ?? null);
  return { number: nextNumber(database, store.entity), code: known ?? nextCode(database, store.entity, year) };
}

function insertStaged(session: RecordSession, store: RootStore, record: StagedRecord, batchId: string, now: string): void {
  const { database, id: registerId, keys } = session.register;
  const meta = metaOf(session, store, record, batchId, now);
  store.writer.insert(meta, compactContent(record.content));
  appendHistory(database, {
    recordId: meta.id,
    revision: 1,
    at: now,
    accountId: session.account.id,
    entity: store.entity,
    rowId: null,
    field: null,
    event: 'imported',
    before: null,
    after: null,
    reason: null,
    sealed: null,
  });
  if (record.identity === null || Object.keys(record.identity).length === 0 || !store.vault) return;
  if (keys.vault === null) throw new AppError('VAULT_KEY_NEEDED');
  store.vault.save(meta.id, vaultRow(keys.vault, { registerId, recordId: meta.id, revision: 1 }, record.identity));
}

/** Erases some records of a batch that was never visible; returns how many there were. */
function discardSome({ register: { database } }: RecordSession, store: RootStore, batchId: string): number {
  const { root } = store;
  const rows = database
    .prepare(`SELECT "id", "seq" FROM ${quote(root.table)} WHERE "import_batch" = ? LIMIT ${discardAtOnce}`)
    .all(batchId);
  for (const { id, seq } of rows) {
    for (const group of root.groups) {
      const owned = `SELECT "id" FROM ${quote(group.table)} WHERE "record_id" = ?`;
      for (const { link } of group.fields) {
        if (link !== null) database.prepare(`DELETE FROM ${quote(link)} WHERE "owner_id" IN (${owned})`).run(id);
      }
      database.prepare(`DELETE FROM ${quote(group.table)} WHERE "record_id" = ?`).run(id);
    }
    for (const { link } of root.fields) {
      if (link !== null) database.prepare(`DELETE FROM ${quote(link)} WHERE "owner_id" = ?`).run(id);
    }
    store.vault?.remove(String(id));
    database.prepare('DELETE FROM "history" WHERE "record_id" = ?').run(id);
    database.prepare(`DELETE FROM ${quote(root.textIndex)} WHERE rowid = ?`).run(seq);
    database.prepare(`DELETE FROM ${quote(root.table)} WHERE "seq" = ?`).run(seq);
  }
  return rows.length;
}
