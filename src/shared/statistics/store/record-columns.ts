/** The columns of one record type: its own rows, those of its groups, and what is known of each record beside them. */
import { outerRowOf } from '../../records/content.ts';
import type { GroupRow, RecordContent, Values } from '../../records/record.ts';
import {
  appendValue,
  arraysOf,
  type CodeColumn,
  type CodesColumn,
  type Column,
  copyRows,
  createOpenCodes,
  createOpenColumn,
  type DateColumn,
} from './column.ts';
import type { CountedRecord } from './counted-record.ts';
import { type Declared, type Group, groupsOfRoot, type Rows, rowsOfEntity } from './group.ts';
import { GrowingArray } from './growing-array.ts';
import { IdColumn } from './id-column.ts';

/** What is known of the entry of each record: who and when, and what the rules say. */
export interface EntryColumns {
  readonly by: CodeColumn;
  readonly on: DateColumn;
  readonly findings: CodesColumn;
}

export interface RecordColumns {
  readonly root: Rows;
  /** An outer group before those within it. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly entry: EntryColumns;
  readonly ids: IdColumn;
  /** Key of each record in the register file. */
  readonly seqs: GrowingArray;
}

/** No rows yet. */
export const emptyColumns = (declared: Declared, entity: string): RecordColumns => ({
  root: rowsOfEntity(declared, entity),
  groups: groupsOfRoot(declared, entity),
  entry: {
    by: createOpenColumn('u16'),
    on: { type: 'date', earliest: new GrowingArray('i32'), latest: new GrowingArray('i32') },
    findings: createOpenCodes('u16'),
  },
  ids: new IdColumn(),
  seqs: new GrowingArray('u32'),
});

/** Adds the rows of one more record. */
export function appendRecord(columns: RecordColumns, record: CountedRecord, content: RecordContent): void {
  const { root, entry, ids, seqs } = columns;
  ids.push(record.id);
  seqs.push(record.seq ?? 0);
  root.append(content.values);
  appendValue(entry.by, record.entry.enteredBy);
  appendValue(entry.on, record.entry.enteredOn);
  appendValue(entry.findings, record.entry.findings);
  appendGroups(columns, content);
}

function appendGroups({ groups }: RecordColumns, content: RecordContent): void {
  const places = new Map<string, number>();
  for (const [entity, { rows, start, count, outer, isOuter, counted }] of groups) {
    const first = rows.length;
    start.push(first);
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
    count.push(rows.length - first);
  }
}

/** Fresh columns of some root rows, in this order, in arrays of exactly their size and with no code but theirs. */
export function gather(from: RecordColumns, declared: Declared, entity: string, rows: Uint32Array): RecordColumns {
  const to = emptyColumns(declared, entity);
  to.root.copyRows(from.root, rows);
  copyRows(to.entry.by, from.entry.by, rows);
  copyRows(to.entry.on, from.entry.on, rows);
  copyRows(to.entry.findings, from.entry.findings, rows);
  to.seqs.reserve(rows.length);
  to.ids.words.reserve(rows.length * 4);
  for (const row of rows) {
    to.seqs.push(from.seqs.at(row));
    to.ids.copy(from.ids, row);
  }
  for (const [id, group] of from.groups) {
    const target = to.groups.get(id);
    if (target) gatherGroup({ from, to, group, target }, rows);
  }
  return to;
}

interface Gathered {
  readonly from: RecordColumns;
  readonly to: RecordColumns;
  readonly group: Group;
  readonly target: Group;
}

/** The rows of a group that belong to the root rows; the rows around them have been gathered before, in one piece each. */
function gatherGroup({ from, to, group, target }: Gathered, rows: Uint32Array): void {
  target.start.reserve(rows.length);
  target.count.reserve(rows.length);
  let total = 0;
  for (const row of rows) {
    target.start.push(total);
    target.count.push(group.count.at(row));
    total += group.count.at(row);
  }
  const chosen = new Uint32Array(total);
  let at = 0;
  for (const row of rows) {
    const first = group.start.at(row);
    for (let each = first; each < first + group.count.at(row); each++) chosen[at++] = each;
  }
  target.rows.copyRows(group.rows, chosen);
  if (group.outer === null || target.outer === null) return;
  const [before, now] = [from.groups.get(group.outer.entity), to.groups.get(group.outer.entity)];
  target.outer.row.reserve(total);
  rows.forEach((row, place) => {
    const moved = (now?.start.at(place) ?? 0) - (before?.start.at(row) ?? 0);
    const first = group.start.at(row);
    for (let each = first; each < first + group.count.at(row); each++) {
      target.outer?.row.push((group.outer?.row.at(each) ?? 0) + moved);
    }
  });
}

/** Every column, with the arrays that say where the rows of groups stand. */
export function* arraysIn({ root, groups, entry, ids, seqs }: RecordColumns): Generator<GrowingArray> {
  for (const column of [...root.columns.values(), ...Object.values(entry)]) yield* arraysOf(column);
  for (const { rows, start, count, outer } of groups.values()) {
    yield* [start, count, ...(outer ? [outer.row] : [])];
    for (const column of rows.columns.values()) yield* arraysOf(column);
  }
  yield* [seqs, ids.words];
}

/** Memory held by arrays, codes and the way from an id to its row. */
export function bytesOfColumns(columns: RecordColumns): number {
  const { root, groups, entry, ids } = columns;
  const all: Column[] = [...root.columns.values(), ...Object.values(entry)];
  for (const { rows } of groups.values()) all.push(...rows.columns.values());
  let sum = ids.bytes - ids.words.bytes;
  for (const array of arraysIn(columns)) sum += array.bytes;
  for (const column of all) if ('codebook' in column) sum += column.codebook.bytes;
  return sum;
}
