/**
 * Records as columns in memory: one typed array per field, a row per record and a row per group row.
 * Rows are only ever added; a changed record gets new rows and its former ones are marked dead.
 */
import { outerRowOf } from '../../records/content.ts';
import type { GroupRow, RecordContent, Values } from '../../records/record.ts';
import {
  appendValue,
  arraysOf,
  type CodeColumn,
  type CodesColumn,
  type Column,
  copyValue,
  createOpenCodes,
  createOpenColumn,
  type DateColumn,
  type NumberColumn,
} from './column.ts';
import type { CountedRecord } from './counted-record.ts';
import { type Declared, type Group, groupsOfRoot, Rows, rowsOfEntity } from './group.ts';
import { GrowingArray, type NumberArray } from './growing-array.ts';

/** What is known of the entry of each record: who and when, and what the rules say. */
export interface EntryColumns {
  readonly by: CodeColumn;
  readonly on: DateColumn;
  readonly findings: CodesColumn;
}

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
  /** Worked out when asked for: groups that stand in the record need no link to be kept. */
  readonly #owners = new Map<string, { readonly version: number; readonly rows: NumberArray }>();
  readonly #kinds = new Map<string, ReadonlyMap<string, string>>();
  /** Drafts and who entered them. */
  readonly #drafts = new Map<string, string>();

  /** Of the register, ISO 3166-1 alpha-3 or XKX: what is own and what foreign. */
  readonly country: string;

  constructor(declared: Declared, entity: string, country = '') {
    this.#declared = declared;
    this.entity = entity;
    this.country = country;
    this.#reset();
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
      if (record.isDraft) this.#drafts.set(record.id, record.entry.enteredBy);
      return;
    }
    this.#rowOf.set(record.id, this.#root.length);
    this.#ids.push(record.id);
    this.#alive.push(1);
    this.#root.append(record.content.values);
    appendValue(this.#entry.by, record.entry.enteredBy);
    appendValue(this.#entry.on, record.entry.enteredOn);
    appendValue(this.#entry.findings, record.entry.findings);
    this.#takeGroups(record.content);
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

  /** For each row of a group the row that it stands in: of the group around it, or of the record. */
  outerRows(entity: string): { readonly entity: string; readonly rows: NumberArray } {
    const { outer, rows, start, count } = this.#group(entity);
    if (outer) return { entity: outer.entity, rows: outer.row.array };
    const known = this.#owners.get(entity);
    if (known?.version === this.version) return { entity: this.entity, rows: known.rows };
    const owners = new Uint32Array(rows.length);
    for (let row = 0; row < this.#root.length; row++) {
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

  /** Memory held by the arrays. */
  bytes(): number {
    let sum = this.#alive.bytes + bytesOf(Object.values(this.#entry));
    for (const { rows, start, count, outer } of this.#groups.values())
      sum += start.bytes + count.bytes + (outer?.row.bytes ?? 0) + bytesOf(rows.columns.values());
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

  #takeGroups(content: RecordContent): void {
    const places = new Map<string, number>();
    for (const [entity, { rows, start, count, outer, isOuter, counted }] of this.#groups) {
      start.push(rows.length);
      const take = (values: Values, standsIn: string | undefined): boolean => {
        const place = outer && places.get(standsIn ?? '');
        if (place === undefined) return false;
        if (outer && place !== null) outer.row.push(place);
        rows.append(values);
        return true;
      };
      if (counted) {
        const around: readonly (GroupRow | undefined)[] = outer ? (content.groups[outer.entity] ?? []) : [undefined];
        for (const row of around) for (const values of counted.rowsOf(content, row)) take(values, row?.id);
      } else {
        for (const row of content.groups[entity] ?? []) {
          if (take(row.values, outer ? outerRowOf(row) : undefined) && isOuter) places.set(row.id, rows.length - 1);
        }
      }
      count.push(rows.length - start.at(this.#root.length - 1));
    }
  }

  #reset(): void {
    this.#root = rowsOfEntity(this.#declared, this.entity);
    this.#alive = new GrowingArray('u8');
    this.#entry = entryColumns();
    this.#ids = [];
    this.#groups = groupsOfRoot(this.#declared, this.entity);
  }

  /** Copies the living rows into fresh arrays. */
  #compact(): void {
    const [root, groups, alive, ids, entry] = [this.#root, this.#groups, this.#alive, this.#ids, this.#entry];
    this.#reset();
    for (let row = 0; row < root.length; row++) {
      if (alive.at(row) === 0) continue;
      const id = ids[row] as string;
      this.#rowOf.set(id, this.#root.length);
      this.#ids.push(id);
      this.#alive.push(1);
      this.#root.copy(root, row);
      copyValue(this.#entry.by, entry.by, row);
      copyValue(this.#entry.on, entry.on, row);
      copyValue(this.#entry.findings, entry.findings, row);
      for (const [entity, from] of groups) this.#copyGroup(entity, from, row, groups);
    }
  }

  /** The rows of a group that belong to one record; the rows around them have been copied before, in one piece. */
  #copyGroup(entity: string, from: Group, row: number, groups: ReadonlyMap<string, Group>): void {
    const to = this.#group(entity);
    const first = from.start.at(row);
    const outer = from.outer && {
      row: from.outer.row,
      before: groups.get(from.outer.entity)?.start.at(row) as number,
      now: this.#group(from.outer.entity).start.at(this.#root.length - 1),
    };
    to.start.push(to.rows.length);
    to.count.push(from.count.at(row));
    for (let at = first; at < first + from.count.at(row); at++) {
      to.rows.copy(from.rows, at);
      if (outer) to.outer?.row.push(outer.row.at(at) - outer.before + outer.now);
    }
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
