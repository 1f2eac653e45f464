/** Reads whole records, one or a hundred thousand, with a fixed number of statements per batch: two and two per group. */
import { withinKey } from '#shared/records/content.ts';
import type { FieldValue, GroupRow, RecordContent } from '#shared/records/record.ts';
import type { GroupTables, RecordTables, RootTables } from '../derive-tables.ts';
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
  readonly name: 'one' | 'listed' | 'between';
  readonly condition: (column: string) => string;
}

const one: Scope = { name: 'one', condition: (column) => `${column} = ?` };
const listed: Scope = { name: 'listed', condition: (column) => `${column} IN (SELECT value FROM json_each(?))` };
/** Neighbours by id are neighbours in every table: one walk along an index instead of a search per record. */
const between: Scope = { name: 'between', condition: (column) => `${column} BETWEEN ? AND ?` };

/** Not in the bin, and not part of an import that is still being written. */
export const visibleCondition =
  '(+"import_batch" IS NULL OR +"import_batch" NOT IN (SELECT "id" FROM "import_batch" WHERE "visible_at" IS NULL))';

const rootColumns = (root: RootTables): string =>
  ['seq', ...metaColumnNames, ...columnsOf(root.fields)].map(quote).join(', ');

const revisionAt = 1 + metaColumnNames.indexOf('revision');

export interface RecordReader {
  load(id: string): StoredRecord | null;
  /** In the order of the ids; ids without a record are left out. */
  loadMany(ids: readonly string[], options?: { groups?: boolean }): StoredRecord[];
  /** A few fields of these records, without groups, in the order of the ids; ids without a record are left out. */
  loadFields(ids: readonly string[], fields: readonly string[]): StoredRecord[];
  /** A few fields of the records at these places of a list, in that order; records that are gone are left out. */
  loadRows(seqs: readonly number[], fields: readonly string[]): StoredRecord[];
  /** Visible records outside the bin, in the order of their ids (which carry the time they were made). */
  iterate(options?: IterateOptions): Generator<StoredRecord>;
}

/** Reads records of one root entity. */
export function createRecordReader(database: RegisterDatabase, root: RootTables): RecordReader {
  const selectFrom = (tables: RootTables): string => `SELECT ${rootColumns(tables)} FROM ${quote(root.table)}`;
  const select = selectFrom(root);
  const selectMeta = selectFrom({ ...root, fields: [] });
  const parts = { one: partsIn(database, root, one), listed: partsIn(database, root, listed) };
  const partsBetween = partsIn(database, root, between);

  const loadMany: RecordReader['loadMany'] = (ids, options = {}) => {
    const [first] = ids;
    if (first === undefined) return [];
    const scope = ids.length === 1 ? one : listed;
    const params = [ids.length === 1 ? first : JSON.stringify(ids)];
    const rows = database.prepareRaw(`${select} WHERE ${scope.condition('"id"')}`).all(...params);
    const records = complete(root, rows, parts[scope === one ? 'one' : 'listed'], params, options.groups !== false);
    const found = new Map(records.map((each) => [each.meta.id, each]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  const loadSome = (key: 'id' | 'seq', keys: readonly (string | number)[], fields: readonly string[]) => {
    const some = { ...root, fields: root.fields.filter(({ field }) => fields.includes(field.id)) };
    const rows = database
      .prepareRaw(`${selectFrom(some)} WHERE "${key}" IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(keys));
    const ids = rows.map((row) => String(row[1]));
    return complete(some, rows, partsIn(database, { ...some, groups: [] }, listed), [JSON.stringify(ids)], false);
  };

  /** What was read last, as it is stored for good: a revision never changes its content. */
  let last: StoredRecord | null = null;
  const load: RecordReader['load'] = (id) => {
    const known = last?.meta.id === id ? last : null;
    if (known !== null) {
      const meta = database.prepareRaw(`${selectMeta} WHERE "id" = ?`).get(id);
      if (meta === undefined) return null;
      if (meta[revisionAt] === known.meta.revision) return { meta: readMeta(meta), content: known.content };
    }
    const record = loadMany([id])[0] ?? null;
    if (database.isAsStored) last = record;
    return record;
  };

  return {
    load,
    loadMany,
    loadFields(ids, fields) {
      const found = new Map(loadSome('id', ids, fields).map((each) => [each.meta.id, each]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    loadRows(seqs, fields) {
      const found = new Map(loadSome('seq', seqs, fields).map((each) => [each.meta.seq, each]));
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
        yield* complete(root, rows, partsBetween, [String(first[1]), last], groups);
        if (rows.length < batch) return;
      }
    },
  };
}

/** The statements that read what hangs on records of one scope; texts are put together once, not with every record. */
interface Parts {
  readonly codes: CodeReader | null;
  readonly groups: readonly {
    readonly tables: GroupTables;
    readonly rows: (params: readonly string[]) => readonly (readonly unknown[])[];
    readonly codes: CodeReader | null;
  }[];
}

/** Rows of owner, place of the field among the multiple choices, code and its place in the order entered. */
interface CodeReader {
  readonly fields: readonly string[];
  readonly read: (params: readonly string[]) => readonly (readonly unknown[])[];
}

/** What stands before the cells of a row: its id, its record, and the row that it stands within. */
const rowColumns = ({ outer }: GroupTables): string[] => ['id', 'record_id', ...(outer === null ? [] : [withinKey])];

function partsIn(database: RegisterDatabase, root: RootTables, scope: Scope): Parts {
  return {
    codes: codeReader(database, root, scope.condition('"owner_id"')),
    groups: root.groups.map((tables) => {
      const columns = [...rowColumns(tables), ...columnsOf(tables.fields)].map(quote).join(', ');
      const ofRecords = scope.condition('"record_id"');
      const sql = `SELECT ${columns} FROM ${quote(tables.table)} WHERE ${ofRecords} ORDER BY "record_id", "position"`;
      const owners = `"owner_id" IN (SELECT "id" FROM ${quote(tables.table)} WHERE ${ofRecords})`;
      return {
        tables,
        rows: (params) => database.prepareRaw(sql).all(...params),
        codes: codeReader(database, tables, owners),
      };
    }),
  };
}

/** One statement for every multiple choice of a table: each of its own would cost more than it reads. */
function codeReader(database: RegisterDatabase, { fields }: RecordTables, condition: string): CodeReader | null {
  const linked = fields.flatMap(({ field, link }) => (link === null ? [] : [{ id: field.id, link }]));
  if (linked.length === 0) return null;
  const sql = linked
    .map(
      ({ link }, at) =>
        `SELECT "owner_id", ${at} AS "field", "code", "position" FROM ${quote(link)} WHERE ${condition}`,
    )
    .join(' UNION ALL ');
  return {
    fields: linked.map(({ id }) => id),
    read: (params) => database.prepareRaw(sql).all(...linked.flatMap(() => params)),
  };
}

function complete(
  root: RootTables,
  rows: readonly (readonly unknown[])[],
  parts: Parts,
  params: readonly string[],
  withGroups: boolean,
): StoredRecord[] {
  const offset = metaColumnNames.length + 1;
  const records = rows.map((row) => {
    const meta = readMeta(row);
    const values: MutableValues = { ...metaValues(root, meta), ...decode(root.fields, row, offset) };
    return { meta, content: { values, groups: {} as Record<string, GroupRow[]> } };
  });
  if (records.length === 0) return [];
  const owners = new Map(records.map(({ meta, content }) => [meta.id, content.values]));
  addCodes(parts.codes, owners, params);
  for (const group of withGroups ? parts.groups : []) {
    const byRecord = rowsByRecord(group, params);
    for (const { meta, content } of records) {
      const found = byRecord.get(meta.id);
      if (found) content.groups[group.tables.entity.id] = found;
    }
  }
  return records;
}

function rowsByRecord(group: Parts['groups'][number], params: readonly string[]): Map<string, GroupRow[]> {
  const byRecord = new Map<string, GroupRow[]>();
  const owners = new Map<string, MutableValues>();
  for (const row of group.rows(params)) {
    const values = decode(group.tables.fields, row, rowColumns(group.tables).length);
    if (group.tables.outer !== null) values[withinKey] = String(row[2]);
    const id = String(row[0]);
    const record = String(row[1]);
    owners.set(id, values);
    const siblings = byRecord.get(record);
    if (siblings) siblings.push({ id, values });
    else byRecord.set(record, [{ id, values }]);
  }
  if (owners.size > 0) addCodes(group.codes, owners, params);
  return byRecord;
}

/** Adds the codes of multiple-choice fields, in the order entered. */
function addCodes(
  reader: CodeReader | null,
  owners: ReadonlyMap<string, MutableValues>,
  params: readonly string[],
): void {
  for (const row of reader?.read(params) ?? []) {
    const values = owners.get(String(row[0]));
    const field = reader?.fields[Number(row[1])];
    if (!values || field === undefined) continue;
    const codes = values[field];
    const chosen: string[] = Array.isArray(codes) ? (codes as string[]) : [];
    chosen[Number(row[3])] = String(row[2]);
    values[field] = chosen;
  }
}
