/** Sealed direct identifiers, one blob per record, and the keyed digests by which likely duplicates are found. */
import type { RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { visibleCondition } from './record-reader.ts';

export interface VaultRow {
  /** Revision of the record at which the blob was sealed. */
  readonly revision: number;
  readonly sealed: Buffer;
  readonly matchKey: string | null;
  readonly birthKey: string | null;
}

export interface VaultStore {
  load(recordId: string): VaultRow | null;
  save(recordId: string, row: VaultRow): void;
  remove(recordId: string): void;
  has(recordIds: readonly string[]): ReadonlySet<string>;
  /** Other visible records with a digest of this one, newest first; at most fifty by each. */
  alike(recordId: string): { readonly byName: readonly string[]; readonly byBirth: readonly string[] };
}

/** Vault of one root entity; null where the entity has none. */
export function createVaultStore(database: RegisterDatabase, root: RootTables): VaultStore | null {
  if (root.vault === null) return null;
  const table = quote(root.vault.table);
  const others = (column: 'match_key' | 'birth_key') =>
    `SELECT * FROM (SELECT '${column}' AS "by", v."record_id" AS "id"
       FROM ${table} o JOIN ${table} v ON v."${column}" = o."${column}" AND v."record_id" <> o."record_id"
       JOIN ${quote(root.table)} r ON r."id" = v."record_id"
       WHERE o."record_id" = ? AND r."binned_at" IS NULL AND ${visibleCondition} ORDER BY r."seq" DESC LIMIT 50)`;
  const present = `SELECT "record_id" AS "id" FROM ${table} WHERE "record_id"`;
  const alike = `${others('match_key')} UNION ALL ${others('birth_key')}`;
  return {
    load(recordId) {
      const row = database.prepare(`SELECT * FROM ${table} WHERE "record_id" = ?`).get(recordId);
      return row
        ? {
            revision: Number(row.revision),
            sealed: row.sealed as Buffer,
            matchKey: row.match_key as string | null,
            birthKey: row.birth_key as string | null,
          }
        : null;
    },
    save(recordId, row) {
      database
        .prepare(
          `INSERT INTO ${table} ("record_id", "revision", "sealed", "match_key", "birth_key") VALUES (?, ?, ?, ?, ?)
           ON CONFLICT ("record_id") DO UPDATE SET "revision" = excluded."revision", "sealed" = excluded."sealed",
           "match_key" = excluded."match_key", "birth_key" = excluded."birth_key"`,
        )
        .run(recordId, row.revision, row.sealed, row.matchKey, row.birthKey);
    },
    remove(recordId) {
      database.prepare(`DELETE FROM ${table} WHERE "record_id" = ?`).run(recordId);
    },
    has(recordIds) {
      const [first] = recordIds;
      const rows =
        recordIds.length === 1
          ? database.prepare(`${present} = ?`).all(first)
          : database.prepare(`${present} IN (SELECT value FROM json_each(?))`).all(JSON.stringify(recordIds));
      return new Set(rows.map(({ id }) => String(id)));
    },
    alike(recordId) {
      const rows = database.prepare(alike).all(recordId, recordId);
      const by = (column: string) => rows.filter((row) => row['by'] === column).map(({ id }) => String(id));
      return { byName: by('match_key'), byBirth: by('birth_key') };
    },
  };
}
