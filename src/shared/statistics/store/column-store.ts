/**
 * Records as columns in memory: one typed array per field, a row per record and a row per group row.
 * Rows are only ever added; a changed record gets new rows and its former ones are marked dead.
 */
import type { CodeColumn, CodesColumn, Column, DateColumn, NumberColumn } from './column.ts';
import type { CountedRecord } from './counted-record.ts';
import type { Declared, Group } from './group.ts';
import { GrowingArray, type NumberArray } from './growing-array.ts';
import {
  appendRecord,
  arraysIn,
  bytesOfColumns,
  type EntryColumns,
  emptyColumns,
  gather,
  type RecordColumns,
} from './record-columns.ts';
import { appendSegment, isConsistent, packSegment, type SegmentDraft, type SegmentHead } from './segment.ts';

/** Dead rows are cleared away once they are this many and more than a quarter of the living. */
const compactFrom = 4_096;
const deadPerLiving = 0.25;

interface Draft {
  readonly by: string;
  readonly seq: number;
}

export class ColumnStore {
  readonly entity: string;
  /** Grows with every change; results computed from one version hold until the next. */
  version = 0;
  readonly #declared: Declared;
  #columns: RecordColumns;
  #alive = new GrowingArray('u8');
  #living = 0;
  /** Worked out when asked for: groups that stand in the record need no link to be kept. */
  readonly #owners = new Map<string, { readonly version: number; readonly rows: NumberArray }>();
  readonly #kinds = new Map<string, ReadonlyMap<string, string>>();
  /** Drafts and who entered them. */
  readonly #drafts = new Map<string, Draft>();

  /** Of the register, ISO 3166-1 alpha-3 or XKX: what is own and what foreign. */
  readonly country: string;

  constructor(declared: Declared, entity: string, country = '') {
    this.#declared = declared;
    this.entity = entity;
    this.country = country;
    this.#columns = emptyColumns(declared, entity);
  }

  /** Of what kind the entries of a reference list are, where the list says so: institutions by INSTTYPE. */
  kindOf(list: string, code: string): string | undefined {
    return this.#kinds.get(list)?.get(code);
  }

  /** Takes over what the register says of the entries of a list; tables change only where it says something else. */
  setKinds(list: string, kinds: ReadonlyMap<string, string>): void {
    const known = this.#kinds.get(list);
    const isSame = known?.size === kinds.size && [...kinds].every(([code, kind]) => known.get(code) === kind);
    if (isSame) return;
    this.#kinds.set(list, kinds);
    this.version++;
  }

  /** Takes in one record as it now is; nothing of what it was before remains countable. */
  apply(record: CountedRecord): void {
    this.version++;
    this.remove(record.id);
    if (record.content === null) {
      if (record.isDraft) this.#drafts.set(record.id, { by: record.entry.enteredBy, seq: record.seq ?? 0 });
      return;
    }
    appendRecord(this.#columns, record, record.content);
    this.#alive.push(1);
    this.#living++;
    const dead = this.rowCount - this.#living;
    if (dead > compactFrom && dead > this.#living * deadPerLiving) this.#compact();
  }

  /** Forgets a record: binned, erased, or about to be replaced. */
  remove(id: string): void {
    this.version++;
    this.#drafts.delete(id);
    const row = this.#livingRow(id);
    if (row === undefined) return;
    this.#alive.set(row, 0);
    this.#living--;
  }

  /** Key in the register file of a record that is held, a draft included. */
  seqOf(id: string): number | undefined {
    const row = this.#livingRow(id);
    return row === undefined ? this.#drafts.get(id)?.seq : this.#columns.seqs.at(row);
  }

  /** Number of root rows, dead ones included: the bound of loops over rows. */
  get rowCount(): number {
    return this.#columns.root.length;
  }

  get recordCount(): number {
    return this.#living;
  }

  get draftCount(): number {
    return this.#drafts.size;
  }

  /** Drafts that one account entered. */
  draftsOf(account: string): number {
    return [...this.#drafts.values()].filter(({ by }) => by === account).length;
  }

  get entry(): EntryColumns {
    return this.#columns.entry;
  }

  isAlive(row: number): boolean {
    return this.#alive.at(row) === 1;
  }

  idOf(row: number): string {
    return this.#columns.ids.at(row);
  }

  /** First group row and number of group rows of a root row. */
  groupRows(entity: string): { readonly start: GrowingArray; readonly count: GrowingArray } {
    return this.#group(entity);
  }

  /** For each row of a group the row that it stands in: of the group around it, or of the record. */
  outerRows(entity: string): { readonly entity: string; readonly rows: NumberArray } {
    const { outer, rows, start, count } = this.#group(entity);
    if (outer) return { entity: outer.entity, rows: outer.row.array };
    const known = this.#owners.get(entity);
    if (known?.version === this.version) return { entity: this.entity, rows: known.rows };
    const owners = new Uint32Array(rows.length);
    for (let row = 0; row < this.rowCount; row++) {
      owners.fill(row, start.at(row), start.at(row) + count.at(row));
    }
    this.#owners.set(entity, { version: this.version, rows: owners });
    return { entity: this.entity, rows: owners };
  }

  code(entity: string, field: string): CodeColumn {
    return expect(this.#column(entity, field), 'code');
  }

  codes(entity: string, field: string): CodesColumn {
    return expect(this.#column(entity, field), 'codes');
  }

  date(entity: string, field: string): DateColumn {
    return expect(this.#column(entity, field), 'date');
  }

  number(entity: string, field: string): NumberColumn {
    return expect(this.#column(entity, field), 'number');
  }

  /** The column of a field, whatever its type. */
  column(entity: string, field: string): Column {
    return this.#column(entity, field);
  }

  /** All columns, for whoever asks what they are and not what they hold; replaced when dead rows are cleared away. */
  get columns(): RecordColumns {
    return this.#columns;
  }

  /** Memory held for the records. */
  bytes(): number {
    let sum = this.#alive.bytes + bytesOfColumns(this.#columns);
    for (const { rows } of this.#owners.values()) sum += rows.byteLength;
    return sum + this.#drafts.size * bytesOfDraft;
  }

  /** The records with a key from `first` up to `end` as a segment; null where they fit none. */
  segment(first: number, end: number): ReturnType<typeof packSegment> {
    const { seqs } = this.#columns;
    const isIn = (seq: number): boolean => seq >= first && seq < end;
    const rows: number[] = [];
    for (let row = 0; row < this.rowCount; row++) if (isIn(seqs.at(row)) && this.isAlive(row)) rows.push(row);
    const drafts = [...this.#drafts].flatMap(([id, { by, seq }]): SegmentDraft[] => (isIn(seq) ? [[id, seq, by]] : []));
    return packSegment(gather(this.#columns, this.#declared, this.entity, Uint32Array.from(rows)), drafts);
  }

  /**
   * Takes in a segment, none of whose records is held already; false where it is not one of such columns. Into an empty
   * store as one of so many alike, so that room is made for all of them.
   */
  takeSegment(head: SegmentHead, content: Uint8Array, ofAlike = 1): boolean {
    if (!isConsistent(this.#columns, head, content.byteLength)) return false;
    this.version++;
    const times = this.rowCount === 0 ? ofAlike : 1;
    if (times > 1) this.#alive.reserve(Math.ceil(head.records * times));
    appendSegment(this.#columns, head, content, times);
    this.#alive.appendBytes(new Uint8Array(head.records).fill(1));
    this.#living += head.records;
    for (const [id, seq, by] of head.drafts) this.#drafts.set(id, { by, seq });
    return true;
  }

  /** Gives back memory that stands empty, once everything has been taken in. */
  trim(): void {
    for (const array of arraysIn(this.#columns)) array.trim();
    this.#alive.trim();
  }

  #livingRow(id: string): number | undefined {
    const row = this.#columns.ids.find(id);
    return row === undefined || !this.isAlive(row) ? undefined : row;
  }

  #group(entity: string): Group {
    const group = this.#columns.groups.get(entity);
    if (!group) throw new Error(`${entity} is not a group of ${this.entity}`);
    return group;
  }

  #column(entity: string, field: string): Column {
    const rows = entity === this.entity ? this.#columns.root : this.#group(entity).rows;
    const column = rows.columns.get(field);
    if (!column) throw new Error(`${entity}.${field} is not held in columns`);
    return column;
  }

  /** Copies the living rows into fresh arrays. */
  #compact(): void {
    const rows = new Uint32Array(this.#living);
    let at = 0;
    for (let row = 0; row < this.rowCount; row++) if (this.isAlive(row)) rows[at++] = row;
    this.#columns = gather(this.#columns, this.#declared, this.entity, rows);
    this.#alive = new GrowingArray('u8');
    this.#alive.appendBytes(new Uint8Array(rows.length).fill(1));
    this.#owners.clear();
  }
}

/** A draft takes an entry of a table with two texts. */
const bytesOfDraft = 240;

function expect<T extends Column['type']>(column: Column, type: T): Extract<Column, { type: T }> {
  if (column.type !== type) throw new Error(`a column of type ${column.type} was asked for as ${type}`);
  return column as Extract<Column, { type: T }>;
}
