/** Readers and writers of every record type of an open register, made once per open file. */
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import { createRecordReader, type RecordReader, type StoredRecord } from '../../database/repositories/record-reader.ts';
import { createRecordWriter, type RecordWriter } from '../../database/repositories/record-writer.ts';
import { createVaultStore, type VaultStore } from '../../database/repositories/vault.ts';

export interface RootStore {
  readonly entity: string;
  readonly root: RootTables;
  readonly reader: RecordReader;
  readonly writer: RecordWriter;
  /** null where the record type has no direct identifiers. */
  readonly vault: VaultStore | null;
}

export interface RecordStore {
  readonly roots: readonly RootStore[];
  /** INVALID_INPUT for anything that is not a record type of this register. */
  of(entity: string): RootStore;
  /** The record with this id, whatever its type; RECORD_NOT_FOUND otherwise, and while its import is being written. */
  find(id: string): Found;
}

export interface Found {
  readonly store: RootStore;
  readonly record: StoredRecord;
}

function isStaged(database: RegisterDatabase, { importBatch }: StoredMeta): boolean {
  if (importBatch === null) return false;
  const batch = database.prepare('SELECT "visible_at" AS "at" FROM "import_batch" WHERE "id" = ?').get(importBatch);
  return batch !== undefined && batch['at'] === null;
}

const stores = new WeakMap<RegisterDatabase, RecordStore>();

/** The store of an open register. */
export function storeOf(database: RegisterDatabase, kind: RegisterKind): RecordStore {
  const known = stores.get(database);
  if (known) return known;
  const roots = tablesOf(kind).roots.map((root) => ({
    entity: root.entity.id,
    root,
    reader: createRecordReader(database, root),
    writer: createRecordWriter(database, root),
    vault: createVaultStore(database, root),
  }));
  const store: RecordStore = {
    roots,
    of(entity) {
      const found = roots.find((each) => each.entity === entity);
      if (!found) throw new AppError('INVALID_INPUT', { fields: ['entity'] });
      return found;
    },
    find(id) {
      for (const each of roots) {
        const record = each.reader.load(id);
        if (record && !isStaged(database, record.meta)) return { store: each, record };
      }
      throw new AppError('RECORD_NOT_FOUND', { id });
    },
  };
  stores.set(database, store);
  return store;
}
