/** What every record carries beside its content. */
import type { RecordState } from '#shared/contract/shapes.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { RootTables } from '../derive-tables.ts';

export interface StoredMeta {
  /** Key of the row inside the file; ascending with the order of entry. */
  readonly seq: number;
  readonly id: string;
  readonly number: number | null;
  readonly code: string | null;
  readonly state: RecordState;
  readonly archived: boolean;
  readonly revision: number;
  readonly dictionaryVersion: string;
  readonly enteredBy: string;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly completedRevision: number | null;
  readonly completedBy: string | null;
  readonly binnedAt: string | null;
  readonly importBatch: string | null;
  /** Account that took the record over; null while it is with who entered it. */
  readonly handedTo: string | null;
}

export type NewMeta = Omit<StoredMeta, 'seq'>;

/** Columns in the order of `metaCells` and `readMeta`, after `seq`. */
export const metaColumnNames = [
  'id',
  'number',
  'code',
  'state',
  'archived',
  'revision',
  'dictionary_version',
  'entered_by',
  'created_at',
  'saved_at',
  'completed_revision',
  'completed_by',
  'binned_at',
  'import_batch',
  'handed_to',
] as const;

export const metaCells = (meta: NewMeta): (string | number | null)[] => [
  meta.id,
  meta.number,
  meta.code,
  meta.state,
  meta.archived ? 1 : 0,
  meta.revision,
  meta.dictionaryVersion,
  meta.enteredBy,
  meta.createdAt,
  meta.savedAt,
  meta.completedRevision,
  meta.completedBy,
  meta.binnedAt,
  meta.importBatch,
  meta.handedTo,
];

/** Reads `seq` and the meta columns from the start of a row. */
export function readMeta(row: readonly unknown[]): StoredMeta {
  const text = (at: number): string | null => row[at] as string | null;
  const number = (at: number): number | null => row[at] as number | null;
  return {
    seq: Number(row[0]),
    id: String(row[1]),
    number: number(2),
    code: text(3),
    state: row[4] as RecordState,
    archived: row[5] === 1,
    revision: Number(row[6]),
    dictionaryVersion: String(row[7]),
    enteredBy: String(row[8]),
    createdAt: String(row[9]),
    savedAt: String(row[10]),
    completedRevision: number(11),
    completedBy: text(12),
    binnedAt: text(13),
    importBatch: text(14),
    handedTo: text(15),
  };
}

/** Values of the fields that the record itself holds: number, code, state, archive flag. */
export function metaValues(root: RootTables, meta: NewMeta): Record<string, FieldValue> {
  const held = { number: meta.number, code: meta.code, state: meta.state, archived: meta.archived ? 'yes' : 'no' };
  const values: Record<string, FieldValue> = {};
  for (const field of root.metaFields) {
    const value = field.meta === undefined ? null : held[field.meta];
    if (value !== null) values[field.id] = value;
  }
  return values;
}
