/** Records as statistics see them, read from the register file. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { findingCode } from '#shared/statistics/quality/finding-code.ts';
import type { CountedRecord, EntryFacts } from '#shared/statistics/store/counted-record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { findingsOfMany, type StoredFinding } from '../../database/repositories/findings.ts';
import { createRecordReader, type StoredRecord } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { countedContent } from '../records/counted-content.ts';
import { localDay } from '../records/rule-context.ts';

/** counted: what tables count; stored: the present content also of records returned for correction, for recounts. */
export type ContentChoice = 'counted' | 'stored';

export interface CountedReader {
  /** Every visible record outside the bin. */
  all(): Generator<CountedRecord>;
  /** Those of them with a key from `first` up to `end`. */
  between(first: number, end: number): Generator<CountedRecord>;
  /** Those of them with these ids. */
  listed(ids: readonly string[]): Generator<CountedRecord>;
}

const batchSize = 400;

/** Reads records of one type as they count. */
export function createCountedReader(
  database: RegisterDatabase,
  kind: RegisterKind,
  entity: string,
  choice: ContentChoice,
): CountedReader {
  const root = tablesOf(kind).roots.find((each) => each.entity.id === entity);
  if (!root) throw new Error(`${entity} is no record type of ${kind}`);
  const reader = createRecordReader(database, root);

  function* counted(records: readonly StoredRecord[]): Generator<CountedRecord> {
    const findings = findingsOfMany(
      database,
      records.map(({ meta }) => meta.id),
    );
    for (const record of records) {
      const entry = entryOf(record, findings.get(record.meta.id) ?? []);
      yield { ...countedRecord(database, entity, record, choice), entry };
    }
  }

  function* listed(ids: readonly string[]): Generator<CountedRecord> {
    for (let from = 0; from < ids.length; from += batchSize) {
      const found = reader.loadMany(ids.slice(from, from + batchSize));
      yield* counted(found.filter((record) => record.meta.binnedAt === null && isVisible(database, record)));
    }
  }

  return {
    listed,
    *all() {
      let batch: StoredRecord[] = [];
      for (const record of reader.iterate({ batch: batchSize })) {
        batch.push(record);
        if (batch.length < batchSize) continue;
        yield* counted(batch);
        batch = [];
      }
      yield* counted(batch);
    },
    *between(first, end) {
      const rows = database
        .prepare(`SELECT "id" FROM ${quote(root.table)} WHERE "seq" >= ? AND "seq" < ? ORDER BY "seq"`)
        .all(first, end);
      yield* listed(rows.map(({ id }) => String(id)));
    },
  };
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
  const { id, seq, completedRevision } = record.meta;
  if (completedRevision === null) return { id, seq, content: null, isDraft: true };
  const content = choice === 'stored' ? record.content : countedContent(database, entity, record);
  return { id, seq, content, isDraft: false };
}

const entryOf = ({ meta }: StoredRecord, findings: readonly StoredFinding[]): EntryFacts => ({
  enteredBy: meta.enteredBy,
  enteredOn: localDay(new Date(meta.createdAt)),
  findings: findings.map(findingCode),
});
