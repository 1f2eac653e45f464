/** Tables of a register, derived from its dictionary: nobody writes a column of the dictionary by hand. */
import { editedLists } from '#shared/dictionary/reference-lists/edited-lists.ts';
import { groupsWithin, isGiven } from '#shared/dictionary/register-index.ts';
import type { EntityDeclaration, FieldDeclaration, RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { withinKey } from '#shared/records/content.ts';
import { type ColumnShape, quote, type TableShape, type TextIndexShape } from './table-shape.ts';

export interface StoredField {
  readonly field: FieldDeclaration;
  /** Column of the value; null for multiple choice, whose values are rows of a link table. */
  readonly column: string | null;
  /** Column of the marker; null where the field can never carry one. */
  readonly missingColumn: string | null;
  /** Link table of a multiple-choice field. */
  readonly link: string | null;
  /** Its answers come from a list that the installation keeps: who uses an entry is found along an index. */
  readonly isReference: boolean;
}

export interface RecordTables {
  readonly entity: EntityDeclaration;
  readonly table: string;
  readonly fields: readonly StoredField[];
}

export interface GroupTables extends RecordTables {
  /** Table of the group in whose rows these rows stand; null where they stand in the record itself. */
  readonly outer: string | null;
  /** Its rows are persons with a vault: the index of names knows them by a number that is never given again. */
  readonly isPerson: boolean;
}

/** Rows that stand for one person each: the records themselves, or the rows of the group that bears their vault. */
export interface PersonRows extends RecordTables {
  /** Column that names the record of the person. */
  readonly recordColumn: 'id' | 'record_id';
}

export interface RootTables extends RecordTables {
  /** At every depth, an outer group before those within it. */
  readonly groups: readonly GroupTables[];
  readonly vault: {
    readonly entity: EntityDeclaration;
    readonly table: string;
    readonly persons: PersonRows;
  } | null;
  /** Fields held by meta columns of the record. */
  readonly metaFields: readonly FieldDeclaration[];
  readonly textIndex: string;
  /** Date of the registration itself: of its year the record's number is. */
  readonly registrationDate: string | null;
  /** Dates that start the retention period, each with an index of its own. */
  readonly retentionDates: readonly string[];
}

/** The rows of a record type that the index of names goes by; the records themselves where none has a vault. */
export const personRows = (root: RootTables): PersonRows => root.vault?.persons ?? { ...root, recordColumn: 'id' };

/** The part of a dictionary that tables are made of. */
export type Declared = Pick<RegisterDeclaration, 'kind' | 'entities' | 'fields'> &
  Partial<Pick<RegisterDeclaration, 'retention' | 'referenceLists' | 'quality'>>;

export interface RegisterTables {
  readonly declared: Declared;
  readonly roots: readonly RootTables[];
  readonly shapes: readonly TableShape[];
  readonly textIndexes: readonly TextIndexShape[];
}

const metaColumns: readonly ColumnShape[] = [
  // Alias of the rowid: stable under VACUUM, and the key of the full-text index.
  { name: 'seq', type: 'INTEGER', notNull: false },
  { name: 'id', type: 'TEXT', notNull: true },
  { name: 'number', type: 'INTEGER', notNull: false },
  { name: 'code', type: 'TEXT', notNull: false },
  { name: 'state', type: 'TEXT', notNull: true },
  { name: 'archived', type: 'INTEGER', notNull: true },
  { name: 'revision', type: 'INTEGER', notNull: true },
  { name: 'dictionary_version', type: 'TEXT', notNull: true },
  { name: 'entered_by', type: 'TEXT', notNull: true },
  { name: 'created_at', type: 'TEXT', notNull: true },
  { name: 'saved_at', type: 'TEXT', notNull: true },
  { name: 'completed_revision', type: 'INTEGER', notNull: false },
  { name: 'completed_by', type: 'TEXT', notNull: false },
  { name: 'binned_at', type: 'TEXT', notNull: false },
  { name: 'import_batch', type: 'TEXT', notNull: false },
  // Account that took the record over from who entered it.
  { name: 'handed_to', type: 'TEXT', notNull: false },
  // Fields of a newer dictionary that an import carried along, as JSON.
  { name: 'carried', type: 'TEXT', notNull: false },
];

/** Derives tables, link tables, group tables, vault tables and text indexes of one register. */
export function deriveTables(declared: Declared): RegisterTables {
  const roots = declared.entities.filter((entity) => entity.role === 'record').map((entity) => root(declared, entity));
  return {
    declared,
    roots,
    shapes: roots.flatMap((each) => [
      rootShape(each),
      ...linkShapes(each, each.table),
      ...each.groups.flatMap((group) => [groupShape(group, each.table), ...linkShapes(group, group.table)]),
      ...(each.vault ? [vaultShape(each.vault.table, each.table)] : []),
    ]),
    textIndexes: roots.map((each) => textIndex(each.textIndex)),
  };
}

function root(register: Declared, entity: EntityDeclaration): RootTables {
  const groups = groupsWithin(register.entities, entity.id);
  const bearers = [entity, ...groups];
  const vault = register.entities.find(
    ({ role, parent }) => role === 'vault' && bearers.some((bearer) => bearer.id === parent),
  );
  const bearer = groups.find(({ id }) => id === vault?.parent);
  const declared = register.fields.filter((field) => field.entity === entity.id);
  return {
    ...tables(register, entity),
    groups: groups.map((group) => ({
      ...tables(register, group),
      isPerson: group === bearer,
      outer: group.parent === entity.id ? null : group.parent,
    })),
    vault: vault
      ? {
          entity: vault,
          table: vault.id,
          persons: { ...tables(register, bearer ?? entity), recordColumn: bearer ? 'record_id' : 'id' },
        }
      : null,
    metaFields: declared.filter((field) => field.meta !== undefined),
    textIndex: `${entity.id}__text`,
    registrationDate: register.quality?.[entity.id]?.registered ?? null,
    retentionDates: register.retention?.find((each) => each.entity === entity.id)?.startsAt ?? [],
  };
}

function tables(register: Declared, entity: EntityDeclaration): RecordTables {
  const fields = register.fields.filter((field) => field.entity === entity.id && field.meta === undefined);
  const lists = editedLists({ referenceLists: register.referenceLists ?? [] });
  return { entity, table: entity.id, fields: fields.map((field) => stored(field, lists)) };
}

function stored(field: FieldDeclaration, lists: readonly string[]): StoredField {
  const marked = !(field.derived === true && field.missing.length === 0);
  return {
    field,
    column: field.type === 'codes' ? null : field.id,
    missingColumn: marked ? `${field.id}_missing` : null,
    link: field.type === 'codes' ? `${field.entity}__${field.id}` : null,
    isReference: field.list !== undefined && lists.includes(field.list),
  };
}

const isInteger = (field: FieldDeclaration): boolean => field.type === 'int' || field.type === 'decimal';

function fieldColumns(group: RecordTables, taken: readonly ColumnShape[]): ColumnShape[] {
  const columns = group.fields.flatMap(({ field, column, missingColumn }): ColumnShape[] => [
    ...(column === null
      ? []
      : [{ name: column, type: isInteger(field) ? ('INTEGER' as const) : ('TEXT' as const), notNull: false }]),
    ...(missingColumn === null ? [] : [{ name: missingColumn, type: 'TEXT' as const, notNull: false }]),
  ]);
  const clash = columns.find((column) => taken.some((other) => other.name === column.name));
  if (clash) throw new Error(`${group.table}.${clash.name} is a column of the program`);
  return columns;
}

function rootShape(each: RootTables): TableShape {
  const index = (columns: string[], unique = false) => ({
    name: `${each.table}_${columns.join('_')}`,
    columns,
    unique,
  });
  return {
    name: each.table,
    columns: [...metaColumns, ...fieldColumns(each, metaColumns)],
    primaryKey: ['seq'],
    autoIncrement: true,
    withoutRowid: false,
    indexes: [
      index(['id'], true),
      index(['number'], true),
      index(['code']),
      index(['entered_by']),
      index(['import_batch']),
      // What waits for somebody, in the order of entry, and answers a supervisor must know of.
      index(['state']),
      ...each.fields.filter(({ field }) => field.alertsWhen !== undefined).map(({ field }) => index([field.id])),
      // Counts of a list without filters never touch the wide rows.
      index(['binned_at', 'archived', 'state', 'import_batch']),
      // What is due for erasing is found without reading the whole register.
      index(['created_at']),
      ...each.retentionDates.map((date) => index([date])),
      ...referenceColumns(each).map((column) => index([column, 'id'])),
    ],
  };
}

/** The id stands in the index, too: counting who uses an entry never touches the wide rows. */
const referenceColumns = ({ fields }: RecordTables): string[] =>
  fields.flatMap(({ column, isReference }) => (isReference && column !== null ? [column] : []));

function groupShape(group: GroupTables, parent: string): TableShape {
  const own: ColumnShape[] = [
    ...(group.isPerson ? [{ name: 'seq', type: 'INTEGER' as const, notNull: false }] : []),
    { name: 'id', type: 'TEXT', notNull: true },
    { name: 'record_id', type: 'TEXT', notNull: true, references: [parent, 'id'] },
    { name: 'position', type: 'INTEGER', notNull: true },
    ...(group.outer === null
      ? []
      : [{ name: withinKey, type: 'TEXT' as const, notNull: true, references: [group.outer, 'id'] as const }]),
  ];
  return {
    name: group.table,
    columns: [...own, ...fieldColumns(group, own)],
    primaryKey: [group.isPerson ? 'seq' : 'id'],
    autoIncrement: group.isPerson,
    withoutRowid: false,
    indexes: [
      ...(group.isPerson ? [{ name: `${group.table}_id`, columns: ['id'], unique: true }] : []),
      { name: `${group.table}_record_id`, columns: ['record_id', 'position'], unique: false },
      // A row of the outer group is only taken away with those that stand in it.
      ...(group.outer === null ? [] : [{ name: `${group.table}_${withinKey}`, columns: [withinKey], unique: false }]),
      // The same person in other records.
      ...group.fields
        .filter(({ field }) => isGiven(field))
        .map(({ field }) => ({ name: `${group.table}_${field.id}`, columns: [field.id], unique: false })),
      ...referenceColumns(group).map((column) => ({
        name: `${group.table}_${column}_record_id`,
        columns: [column, 'record_id'],
        unique: false,
      })),
    ],
  };
}

/** Rows stand beside each other by owner, so that the codes of a record are one short read. */
function linkShapes(group: RecordTables, owner: string): TableShape[] {
  return group.fields.flatMap(({ link, isReference }) =>
    link === null
      ? []
      : [
          {
            name: link,
            columns: [
              { name: 'owner_id', type: 'TEXT' as const, notNull: true, references: [owner, 'id'] as const },
              { name: 'position', type: 'INTEGER' as const, notNull: true },
              { name: 'code', type: 'TEXT' as const, notNull: true },
            ],
            primaryKey: ['owner_id', 'position'],
            autoIncrement: false,
            withoutRowid: true,
            indexes: isReference ? [{ name: `${link}_code`, columns: ['code', 'owner_id'], unique: false }] : [],
          },
        ],
  );
}

/** `sealed` is encrypted with the vault key; the two keyed digests find likely duplicates (R28) without opening it. */
function vaultShape(table: string, parent: string): TableShape {
  return {
    name: table,
    columns: [
      { name: 'record_id', type: 'TEXT', notNull: true, references: [parent, 'id'] },
      { name: 'revision', type: 'INTEGER', notNull: true },
      { name: 'sealed', type: 'BLOB', notNull: true },
      { name: 'match_key', type: 'TEXT', notNull: false },
      { name: 'birth_key', type: 'TEXT', notNull: false },
    ],
    primaryKey: ['record_id'],
    autoIncrement: false,
    withoutRowid: false,
    indexes: [
      { name: `${table}_match_key`, columns: ['match_key'], unique: false },
      { name: `${table}_birth_key`, columns: ['birth_key'], unique: false },
    ],
  };
}

// Text is folded before it is stored, in the way of the dictionary's languages, so the tokenizer must not fold again.
function textIndex(name: string): TextIndexShape {
  const options = `content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3'`;
  return { name, sql: `CREATE VIRTUAL TABLE ${quote(name)} USING fts5(body, ${options});` };
}
