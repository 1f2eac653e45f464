/**
 * Everything that is stored of a record, and how each of it is erased. Whoever adds a table that holds something of a
 * record enters it here, or in `keptTables` with the reason; tests/retention/erasers.test.ts fails until that is done.
 */
import type { ErasedKind, ErasureScope } from '#shared/contract/retention.ts';
import type { RecordTables, RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { dropColumnSegment, loadColumnSegment } from '../../database/repositories/column-segments.ts';
import { forgetNames } from '../../database/repositories/name-segments.ts';
import { segmentOf, segmentRows } from '../../database/repositories/segments.ts';
import { quote } from '../../database/table-shape.ts';

export interface ErasureTarget {
  readonly database: RegisterDatabase;
  readonly id: string;
  /** Key of the row inside the file, by which the search index knows the record. */
  readonly seq: number;
}

export interface Eraser {
  readonly kind: ErasedKind;
  /** Table that it empties of the record. */
  readonly table: string;
  readonly scopes: readonly ErasureScope[];
  /** Rows, or sealed values, that it would erase. */
  count(target: ErasureTarget): number;
  erase(target: ErasureTarget): void;
}

/** Tables that keep the identifier of an erased record, and nothing else of it. */
export const keptTables = {
  erasure: 'the certificate: identifier, number and code, who decided and how many rows were erased',
  change: 'one row without content tells tables and lists that the record is gone',
} as const satisfies Readonly<Record<string, string>>;

const everything: readonly ErasureScope[] = ['record'];
const vaultToo: readonly ErasureScope[] = ['record', 'vault'];

type Key = 'id' | 'seq';

/** Deletes the rows of one table that fit a condition with one parameter. */
function rowsOf(kind: ErasedKind, table: string, where: string, scopes = everything, key: Key = 'id'): Eraser {
  return {
    kind,
    table,
    scopes,
    count: (target) =>
      Number(
        target.database.prepare(`SELECT count(*) AS "n" FROM ${quote(table)} WHERE ${where}`).get(target[key])?.n ?? 0,
      ),
    erase: ({ database, ...target }) =>
      void database.prepare(`DELETE FROM ${quote(table)} WHERE ${where}`).run(target[key]),
  };
}

/** Rows of a table that names its record in `record_id`. */
const byRecord = (kind: ErasedKind, table: string, scopes?: readonly ErasureScope[]): Eraser =>
  rowsOf(kind, table, '"record_id" = ?', scopes);

/** Identities of before stay sealed in the history; the entries themselves tell only that something changed. */
const oldIdentities: Eraser = {
  kind: 'oldIdentities',
  table: 'history',
  scopes: vaultToo,
  count: ({ database, id }) =>
    Number(
      database.prepare('SELECT count(*) AS "n" FROM "history" WHERE "record_id" = ? AND "sealed" IS NOT NULL').get(id)
        ?.n ?? 0,
    ),
  erase: ({ database, id }) =>
    void database
      .prepare('UPDATE "history" SET "sealed" = NULL WHERE "record_id" = ? AND "sealed" IS NOT NULL')
      .run(id),
};

/** What somebody typed of an identity and did not save; the rest of the typing stays with the record. */
const draftIdentities: Eraser = {
  kind: 'identity',
  table: 'draft',
  scopes: ['vault'],
  count: ({ database, id }) =>
    Number(
      database.prepare('SELECT count(*) AS "n" FROM "draft" WHERE "record_id" = ? AND "sealed" IS NOT NULL').get(id)
        ?.n ?? 0,
    ),
  erase: ({ database, id }) =>
    void database.prepare('UPDATE "draft" SET "sealed" = NULL WHERE "record_id" = ?').run(id),
};

/** Their number says nothing to anybody: attachments are counted as whole files. */
const attachmentParts: Eraser = {
  ...rowsOf(
    'attachments',
    'attachment_part',
    '"attachment_id" IN (SELECT "id" FROM "attachment" WHERE "record_id" = ?)',
    vaultToo,
  ),
  count: () => 0,
};

/** A segment of the saved columns mixes the values of many records: it goes whole, and is made anew from what is left. */
const columns = ({ entity }: RootTables): Eraser => ({
  kind: 'columns',
  table: 'column_segment',
  scopes: everything,
  count: ({ database, seq }) => (loadColumnSegment(database, entity.id, segmentOf(seq)) === null ? 0 : 1),
  erase: ({ database, seq }) => dropColumnSegment(database, entity.id, segmentOf(seq)),
});

const linksOf = ({ table, fields }: RecordTables, isRoot: boolean): Eraser[] =>
  fields.flatMap(({ link }) => {
    if (link === null) return [];
    const owners = isRoot ? '= ?' : `IN (SELECT "id" FROM ${quote(table)} WHERE "record_id" = ?)`;
    return [rowsOf('choices', link, `"owner_id" ${owners}`)];
  });

/** The index keeps no row to count by its text; its list of documents says whether the record is in it. */
const searchIndex = ({ textIndex }: RootTables): Eraser => ({
  ...rowsOf('searchIndex', textIndex, 'rowid = ?', everything, 'seq'),
  count: ({ database, seq }) =>
    Number(
      database.prepare(`SELECT count(*) AS "n" FROM ${quote(`${textIndex}_docsize`)} WHERE "id" = ?`).get(seq)?.n ?? 0,
    ),
});

/** A sealed segment mixes the names of many records: it goes whole, and is made anew from the vaults that are left. */
const names = (root: RootTables, { table, persons }: NonNullable<RootTables['vault']>): Eraser => ({
  kind: 'names',
  table: 'name_segment',
  scopes: vaultToo,
  count: ({ database, id }) =>
    Number(
      database
        .prepare(
          `SELECT count(*) AS "n" FROM "name_segment" WHERE "entity" = ? AND "segment" IN
             (SELECT "seq" / ${segmentRows} FROM ${quote(persons.table)} WHERE ${quote(persons.recordColumn)} = ?)
           AND EXISTS (SELECT 1 FROM ${quote(table)} WHERE "record_id" = ?)`,
        )
        .get(root.entity.id, id, id)?.n ?? 0,
    ),
  erase: ({ database, id }) => forgetNames(database, [root], [id]),
});

/** Every eraser of a record type, in the order in which they run: rows before the rows that they hang on. */
export function erasersOf(root: RootTables): readonly Eraser[] {
  return [
    // Names are found by the rows that bear them.
    ...(root.vault ? [names(root, root.vault), byRecord('identity', root.vault.table, vaultToo)] : []),
    ...root.groups.flatMap((group) => linksOf(group, false)),
    ...root.groups.toReversed().map((group) => byRecord('groups', group.table)),
    ...linksOf(root, true),
    oldIdentities,
    byRecord('history', 'history'),
    byRecord('confirmations', 'rule_confirmation'),
    byRecord('findings', 'record_finding'),
    byRecord('merges', 'merged_record'),
    byRecord('drafts', 'draft'),
    draftIdentities,
    byRecord('notes', 'field_note', vaultToo),
    attachmentParts,
    byRecord('attachments', 'attachment', vaultToo),
    byRecord('changes', 'change'),
    columns(root),
    searchIndex(root),
    rowsOf('record', root.table, '"id" = ?'),
  ];
}
