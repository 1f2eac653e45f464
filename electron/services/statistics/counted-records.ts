/** Records as statistics see them, read from the register file. */
import { eq } from 'drizzle-orm';
import { kindListOf } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { findingCode } from '#shared/statistics/quality/finding-code.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import type { CountedRecord, EntryFacts } from '#shared/statistics/store/counted-record.ts';
import { referenceEntry, registerInfo } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { changesAfter } from '../../database/repositories/changes.ts';
import { findingsOfMany, type StoredFinding } from '../../database/repositories/findings.ts';
import { createRecordReader, type StoredRecord } from '../../database/repositories/record-reader.ts';
import { countedContent } from '../records/counted-content.ts';
import { localDay } from '../records/rule-context.ts';

/** A column store that follows the register: filled once, then brought up to date by the changes since. */
export interface LiveStore {
  readonly store: ColumnStore;
  /** Takes in every change so far and returns the number of the newest one. */
  catchUp(): number;
}

/** Stores of a register by record type, each opened at the first question about it. */
export type LiveStores = (entity: string) => LiveStore;

export function createLiveStores(
  database: RegisterDatabase,
  kind: RegisterKind,
  choice: ContentChoice = 'counted',
): LiveStores {
  const open = new Map<string, LiveStore>();
  return (entity) => {
    const live = open.get(entity) ?? createLiveStore(database, kind, entity, choice);
    open.set(entity, live);
    return live;
  };
}

const batchSize = 400;

/** counted: what tables count; stored: the present content also of records returned for correction, for recounts. */
export type ContentChoice = 'counted' | 'stored';

/** Opens the store of one record type; the first `catchUp` reads the whole register. */
export function createLiveStore(
  database: RegisterDatabase,
  kind: RegisterKind,
  entity: string,
  choice: ContentChoice = 'counted',
): LiveStore {
  const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error(`${entity} is no record type of ${kind}`);
  const reader = createRecordReader(database, root);
  const country = database.orm.select({ country: registerInfo.country }).from(registerInfo).get()?.country;
  const store = new ColumnStore(registerOf(kind), entity, country);
  const kindLists = Object.keys(registerOf(kind).keptLists ?? {}).filter(
    (list) => kindListOf(registerOf(kind), list) !== null,
  );
  let last: number | null = null;

  const take = (records: readonly StoredRecord[]): void => {
    const findings = findingsOfMany(
      database,
      records.map(({ meta }) => meta.id),
    );
    for (const record of records) {
      const entry = entryOf(record, findings.get(record.meta.id) ?? []);
      store.apply({ ...countedRecord(database, entity, record, choice), entry });
    }
  };

  const replay = (since: number): void => {
    const changed = database
      .prepare(`SELECT DISTINCT "id" FROM (${changesAfter(root)})`)
      .all(entity, since, since)
      .map((row) => String(row.id));
    for (let from = 0; from < changed.length; from += batchSize) {
      const ids = changed.slice(from, from + batchSize);
      const found = new Map(reader.loadMany(ids).map((record) => [record.meta.id, record]));
      for (const id of ids) {
        const record = found.get(id);
        if (record && record.meta.binnedAt === null && isVisible(database, record)) take([record]);
        else store.remove(id);
      }
    }
  };

  const readAll = (): void => {
    let batch: StoredRecord[] = [];
    for (const record of reader.iterate({ batch: batchSize })) {
      batch.push(record);
      if (batch.length < batchSize) continue;
      take(batch);
      batch = [];
    }
    take(batch);
  };

  return {
    store,
    // One transaction, so that records and change number belong together.
    catchUp: () =>
      database.read(() => {
        const now = database.changeNumber();
        for (const list of kindLists) store.setKinds(list, kindsOf(database, list));
        if (last === null) readAll();
        else if (now !== last) replay(last);
        last = now;
        return now;
      }),
  };
}

/** Of what kind each entry of a reference list is. */
function kindsOf(database: RegisterDatabase, list: string): ReadonlyMap<string, string> {
  const { code, type } = referenceEntry;
  const entries = database.orm.select({ code, type }).from(referenceEntry).where(eq(referenceEntry.list, list)).all();
  return new Map(entries.flatMap((entry) => (entry.type === null ? [] : [[entry.code, entry.type] as const])));
}

/** Rows of an import that is still being written are nobody's records yet. */
function isVisible(database: RegisterDatabase, { meta }: StoredRecord): boolean {
  if (meta.importBatch === null) return true;
  const batch = database.prepare('SELECT "visible_at" FROM "import_batch" WHERE "id" = ?').get(meta.importBatch);
  return typeof batch?.visible_at === 'string';
}

/** What counts of a record: nothing of one that was never completed, else its last completed content. */
function countedRecord(
  database: RegisterDatabase,
  entity: string,
  record: StoredRecord,
  choice: ContentChoice,
): Omit<CountedRecord, 'entry'> {
  const { id, completedRevision } = record.meta;
  if (completedRevision === null) return { id, content: null, isDraft: true };
  const content = choice === 'stored' ? record.content : countedContent(database, entity, record);
  return { id, content, isDraft: false };
}

const entryOf = ({ meta }: StoredRecord, findings: readonly StoredFinding[]): EntryFacts => ({
  enteredBy: meta.enteredBy,
  enteredOn: localDay(new Date(meta.createdAt)),
  findings: findings.map(findingCode),
});
