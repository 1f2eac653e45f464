/**
 * Records as columns in memory: one typed array per field, a row per record and a row per group row.
 * Rows are only ever added; a changed record gets new rows and its former ones are marked dead.
 */
import { groupsWithin } from '../../dictionary/register-index.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { Values } from '../../records/record.ts';
import {
  appendValue,
  arraysOf,
  type CodeColumn,
  type CodesColumn,
  type Column,
  copyValue,
  createColumn,
  createOpenCodes,
  createOpenColumn,
  type DateColumn,
  type NumberColumn,
} from './column.ts';
import type { CountedRecord } from './counted-record.ts';
import { GrowingArray } from './growing-array.ts';

class Rows {
  readonly columns = new Map<string, Column>();
  length = 0;
}

/** What is known of the entry of each record: who and when, and what the rules say. */
export interface EntryColumns {
  readonly by: CodeColumn;
  readonly on: DateColumn;
  readonly findings: CodesColumn;
}

/** Group rows of root row r stand from start[r], count[r] of them. */
interface Group {
  readonly rows: Rows;
  readonly start: GrowingArray;
  readonly count: GrowingArray;
}

type Declared = Pick<RegisterDeclaration, 'entities' | 'fields' | 'codeLists'>;

/** Dead rows are cleared away once they are this many and more than the living. */
const compactFrom = 4_096;

export class ColumnStore {
  readonly entity: string;
  /** Grows with every change; results computed from one version hold until the next. */
  version = 0;
  readonly #declared: Declared;
  #root = new Rows();
  #groups = new Map<string, Group>();
  #alive = new GrowingArray('u8');
  #ids: string[] = [];
  readonly #rowOf = new Map<string, number>();
  #entry = entryColumns();
  /** Drafts and who entered them. */
  readonly #drafts = new Map<string, string>();

  constructor(declared: Declared, entity: string) {
    this.#declared = declared;
    this.entity = entity;
    this.#reset();
  }

  /** Takes in one record as it now is; nothing of what it was before remains countable. */
  apply(record: CountedRecord): void {
    this.version++;
    this.remove(record.id);
    if (record.content === null) {
      if (record.isDraft) this.#drafts.set(record.id, record.entry.enteredBy);
      return;
    }
    const row = this.#root.length++;
    this.#rowOf.set(record.id, row);
    this.#ids.push(record.id);
    this.#alive.push(1);
    appendRow(this.#root, record.content.values);
    appendValue(this.#entry.by, record.entry.enteredBy);
    appendValue(this.#entry.on, record.entry.enteredOn);
    appendValue(this.#entry.findings, record.entry.findings);
    for (const [entity, group] of this.#groups) {
      const rows = record.content.groups[entity] ?? [];
      group.start.push(group.rows.length);
      group.count.push(rows.length);
      for (const each of rows) {
        group.rows.length++;
        appendRow(group.rows, each.values);
      }
    }
    const dead = this.#root.length - this.#rowOf.size;
    if (dead > compactFrom && dead > this.#rowOf.size) this.#compact();
  }

  /** Forgets a record: binned, erased, or about to be replaced. */
  remove(id: string): void {
    this.version++;
    this.#drafts.delete(id);
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    this.#alive.set(row, 0);
    this.#rowOf.delete(id);
  }

  /** Number of root rows, dead ones included: the bound of loops over rows. */
  get rowCount(): number {
    return this.#root.length;
  }

  get recordCount(): number {
    return this.#rowOf.size;
  }

  get draftCount(): number {
    return this.#drafts.size;
  }

  /** Drafts that one account entered. */
  draftsOf(account: string): number {
    return [...this.#drafts.values()].filter((by) => by === account).length;
  }

  get entry(): EntryColumns {
    return this.#entry;
  }

  isAlive(row: number): boolean {
    return this.#alive.at(row) === 1;
  }

  idOf(row: number): string {
    return this.#ids[row] as string;
  }

  /** First group row and number of group rows of a root row. */
  groupRows(entity: string): { readonly start: GrowingArray; readonly count: GrowingArray } {
    return this.#group(entity);
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

  /** Memory held by the arrays. */
  bytes(): number {
    let sum = this.#alive.bytes + bytesOf(Object.values(this.#entry));
    for (const { rows, start, count } of this.#groups.values())
      sum += start.bytes + count.bytes + bytesOf(rows.columns.values());
    return sum + bytesOf(this.#root.columns.values());
  }

  #group(entity: string): Group {
    const group = this.#groups.get(entity);
    if (!group) throw new Error(`${entity} is not a group of ${this.entity}`);
    return group;
  }

  #column(entity: string, field: string): Column {
    const rows = entity === this.entity ? this.#root : this.#group(entity).rows;
    const column = rows.columns.get(field);
    if (!column) throw new Error(`${entity}.${field} is not held in columns`);
    return column;
  }

  #reset(): void {
    const { entities, fields, codeLists } = this.#declared;
    const codes = new Map(codeLists.map((list) => [list.id, list.codes.map(({ code }) => code)]));
    const rowsOf = (entity: string): Rows => {
      const rows = new Rows();
      for (const field of fields) {
        if (field.entity !== entity) continue;
        const column = createColumn(field, field.list === undefined ? undefined : codes.get(field.list));
        if (column) rows.columns.set(field.id, column);
      }
      return rows;
    };
    this.#root = rowsOf(this.entity);
    this.#alive = new GrowingArray('u8');
    this.#entry = entryColumns();
    this.#ids = [];
    this.#groups = new Map();
    for (const { id } of groupsWithin(entities, this.entity)) {
      this.#groups.set(id, { rows: rowsOf(id), start: new GrowingArray('u32'), count: new GrowingArray('u32') });
    }
  }

  /** Copies the living rows into fresh arrays. */
  #compact(): void {
    const [root, groups, alive, ids, entry] = [this.#root, this.#groups, this.#alive, this.#ids, this.#entry];
    this.#reset();
    for (let row = 0; row < root.length; row++) {
      if (alive.at(row) === 0) continue;
      const id = ids[row] as string;
      this.#rowOf.set(id, this.#root.length++);
      this.#ids.push(id);
      this.#alive.push(1);
      copyRow(this.#root, root, row);
      copyValue(this.#entry.by, entry.by, row);
      copyValue(this.#entry.on, entry.on, row);
      copyValue(this.#entry.findings, entry.findings, row);
      for (const [entity, from] of groups) {
        const to = this.#group(entity);
        const first = from.start.at(row);
        to.start.push(to.rows.length);
        to.count.push(from.count.at(row));
        for (let at = first; at < first + from.count.at(row); at++) {
          to.rows.length++;
          copyRow(to.rows, from.rows, at);
        }
      }
    }
  }
}

function appendRow(rows: Rows, values: Values): void {
  for (const [field, column] of rows.columns) appendValue(column, values[field]);
}

function copyRow(to: Rows, from: Rows, row: number): void {
  for (const [field, column] of from.columns) {
    const target = to.columns.get(field);
    if (target) copyValue(target, column, row);
  }
}

const entryColumns = (): EntryColumns => ({
  by: createOpenColumn('u16'),
  on: { type: 'date', earliest: new GrowingArray('i32'), latest: new GrowingArray('i32') },
  findings: createOpenCodes('u16'),
});

const bytesOf = (columns: Iterable<Column>): number =>
  [...columns].flatMap(arraysOf).reduce((sum, array) => sum + array.bytes, 0);

function expect<T extends Column['type']>(column: Column, type: T): Extract<Column, { type: T }> {
  if (column.type !== type) throw new Error(`a column of type ${column.type} was asked for as ${type}`);
  return column as Extract<Column, { type: T }>;
}
