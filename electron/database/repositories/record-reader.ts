/** Reads whole records, one or a hundred thousand, with a fixed number of statements per batch. */
import type { FieldValue, GroupRow, RecordContent } from '#shared/records/record.ts';
import type { GroupTables, RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { columnsOf, decode } from './field-codec.ts';
import { metaColumnNames, metaValues, readMeta, type StoredMeta } from './record-meta.ts';

export interface StoredRecord {
  readonly meta: StoredMeta;
  /** Fields held by the record itself (number, code, state, archive flag) are among the values. */
  readonly content: RecordContent;
}

export interface IterateOptions {
  /** Records with an id after this one. */
  readonly after?: string;
  /** Groups cost about half of the time; leave them out where nobody looks at them. */
  readonly groups?: boolean;
  readonly batch?: number;
}

type MutableValues = Record<string, FieldValue>;

/** Which rows belong to the records at hand: a condition on a column that holds their id, and its parameters. */
interface Scope {
  readonly condition: (column: string) => string;
  readonly params: readonly string[];
}

const listed = (ids: readonly string[]): Scope => ({
  condition: (column) => `${column} IN (SELECT value FROM json_each(?))`,
  params: [JSON.stringify(ids)],
});

/** Neighbours by id are neighbours in every table: one walk along an index instead of a search per record. */
const between = (first: string, last: string): Scope => ({
  condition: (column) => `${column} BETWEEN ? AND ?`,
  params: [first, last],
});

/** Not in the bin, and not part of an import that is still being written. */
export const visibleCondition =
  '(+"import_batch" IS NULL OR +"import_batch" NOT IN (SELECT "id" FROM "import_batch" WHERE "visible_at" IS NULL))';

const rootColumns = (root: RootTables): string =>
  ['seq', ...metaColumnNames, ...columnsOf(root.fields)].map(quote).join(', ');

export interface RecordReader {
  load(id: string): StoredRecord | null;
  /** In the order of the ids; ids without a record are left out. */
  loadMany(ids: readonly string[], options?: { groups?: boolean }): StoredRecord[];
  /** A few fields of the records at these places of a list, in that order; records that are gone are left out. */
  loadRows(seqs: readonly number[], fields: readonly string[]): StoredRecord[];
  /** Visible records outside the bin, in the order of their ids (which carry the time they were made). */
  iterate(options?: IterateOptions): Generator<StoredRecord>;
}

/** Reads records of one root entity. */
export function createRecordReader(database: RegisterDatabase, root: RootTables): RecordReader {
  const selectFrom = (tables: RootTables): string => `SELECT ${rootColumns(tables)} FROM ${quote(root.table)}`;
  const select = selectFrom(root);

  const loadMany: RecordReader['loadMany'] = (ids, options = {}) => {
    const scope = listed(ids);
    const rows = database.prepareRaw(`${select} WHERE ${scope.condition('"id"')}`).all(...scope.params);
    const records = complete(database, root, rows, scope, options.groups !== false);
    const found = new Map(records.map((each) => [each.meta.id, each]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  return {
    load: (id) => loadMany([id])[0] ?? null,
    loadMany,
    loadRows(seqs, fields) {
      const some = { ...root, fields: root.fields.filter(({ field }) => fields.includes(field.id)) };
      const rows = database
        .prepareRaw(`${selectFrom(some)} WHERE "seq" IN (SELECT value FROM json_each(?))`)
        .all(JSON.stringify(seqs));
      const records = complete(database, some, rows, listed(rows.map((row) => String(row[1]))), false);
      const found = new Map(records.map((each) => [each.meta.seq, each]));
      return seqs.flatMap((seq) => found.get(seq) ?? []);
    },
    *iterate({ after = '', groups = true, batch = 400 } = {}) {
      // The plus signs keep the planner from an index that nearly every record fits, and from sorting all of them.
      const next = database.prepareRaw(
        `${select} WHERE "id" > ? AND +"binned_at" IS NULL AND ${visibleCondition} ORDER BY "id" LIMIT ?`,
      );
      let last = after;
      while (true) {
        const rows = next.all(last, batch);
        const [first, end] = [rows[0], rows.at(-1)];
        if (first === undefined || end === undefined) return;
        last = String(end[1]);
        yield* complete(database, root, rows, between(String(first[1]), last), groups);
        if (rows.length < batch) return;
      }
    },
  };
}

function complete(
  database: RegisterDatabase,
  root: RootTables,
  rows: readonly (readonly unknown[])[],
  scope: Scope,
  withGroups: boolean,
): StoredRecord[] {
  const offset = metaColumnNames.length + 1;
  const records = rows.map((row) => {
    const meta = readMeta(row);
    const values: MutableValues = { ...metaValues(root, meta), ...decode(root.fields, row, offset) };
    return { meta, content: { values, groups: {} as Record<string, GroupRow[]> } };
  });
  const owners = new Map(records.map(({ meta, content }) => [meta.id, content.values]));
  addCodes(database, root, owners, scope);
  for (const group of withGroups ? root.groups : []) {
    const byRecord = readGroup(database, group, scope);
    for (const { meta, content } of records) {
      const found = byRecord.get(meta.id);
      if (found) content.groups[group.entity.id] = found;
    }
  }
  return records;
}

function readGroup(database: RegisterDatabase, group: GroupTables, scope: Scope): Map<string, GroupRow[]> {
  const columns = ['id', 'record_id', ...columnsOf(group.fields)].map(quote).join(', ');
  const rows = database
    .prepareRaw(
      `SELECT ${columns} FROM ${quote(group.table)} WHERE ${scope.condition('"record_id"')} ORDER BY "record_id", "position"`,
    )
    .all(...scope.params);
  const byRecord = new Map<string, GroupRow[]>();
  const owners = new Map<string, MutableValues>();
  for (const row of rows) {
    const values = decode(group.fields, row, 2);
    const id = String(row[0]);
    const record = String(row[1]);
    owners.set(id, values);
    const siblings = byRecord.get(record);
    if (siblings) siblings.push({ id, values });
    else byRecord.set(record, [{ id, values }]);
  }
  if (owners.size > 0) addCodes(database, group, owners, listed([...owners.keys()]));
  return byRecord;
}

/** Adds the codes of multiple-choice fields, in the order entered. */
function addCodes(
  database: RegisterDatabase,
  tables: GroupTables,
  owners: ReadonlyMap<string, MutableValues>,
  scope: Scope,
): void {
  for (const { field, link } of tables.fields) {
    if (link === null) continue;
    const rows = database
      .prepareRaw(
        `SELECT "owner_id", "code" FROM ${quote(link)} WHERE ${scope.condition('"owner_id"')} ORDER BY "owner_id", "position"`,
      )
      .all(...scope.params);
    for (const row of rows) {
      const values = owners.get(String(row[0]));
      if (!values) continue;
      const before = values[field.id];
      values[field.id] = Array.isArray(before) ? [...before, String(row[1])] : [String(row[1])];
    }
  }
}
