/** Rows of one group in columns: those of each record stand together, each knows the row that it stands in. */
import { groupsWithin } from '../../dictionary/register-index.ts';
import type { CountedGroup, RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { Values } from '../../records/record.ts';
import { appendValue, type Column, copyRows, createColumn, createCountedColumn } from './column.ts';
import { GrowingArray } from './growing-array.ts';

export type Declared = Pick<RegisterDeclaration, 'entities' | 'fields' | 'codeLists' | 'counted'>;

export class Rows {
  readonly columns = new Map<string, Column>();
  length = 0;

  append(values: Values): void {
    this.length++;
    for (const [field, column] of this.columns) appendValue(column, values[field]);
  }

  /** Adds some of other rows with the same columns. */
  copyRows(from: Rows, rows: Uint32Array): void {
    this.length += rows.length;
    for (const [field, column] of from.columns) {
      const target = this.columns.get(field);
      if (target) copyRows(target, column, rows);
    }
  }
}

/** The rows of root row r stand from start[r], count[r] of them. */
export interface Group {
  readonly rows: Rows;
  readonly start: GrowingArray;
  readonly count: GrowingArray;
  /** The group that these rows stand in, and for each row its row there; null where they stand in the record itself. */
  readonly outer: { readonly entity: string; readonly row: GrowingArray } | null;
  /** Other rows stand in these. */
  readonly isOuter: boolean;
  /** How the rows of a record are worked out; undefined where they are stored. */
  readonly counted: CountedGroup | undefined;
}

/** Empty columns of an entity of the register. */
export function rowsOfEntity({ fields, codeLists }: Declared, entity: string): Rows {
  const rows = new Rows();
  for (const field of fields) {
    if (field.entity !== entity) continue;
    const codes = codeLists.find(({ id }) => id === field.list)?.codes.map(({ code }) => code);
    const column = createColumn(field, codes);
    if (column) rows.columns.set(field.id, column);
  }
  return rows;
}

/** Empty groups of a record type at every depth, an outer one before those within it; counted rows last. */
export function groupsOfRoot(declared: Declared, root: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  const add = (id: string, parent: string, rows: Rows, counted?: CountedGroup): void => {
    const isOuter = [...declared.entities, ...(declared.counted ?? [])].some((each) => each.parent === id);
    const outer = parent === root ? null : { entity: parent, row: new GrowingArray('u32') };
    groups.set(id, { rows, start: new GrowingArray('u32'), count: new GrowingArray('u32'), outer, isOuter, counted });
  };
  for (const { id, parent } of groupsWithin(declared.entities, root)) {
    add(id, parent ?? root, rowsOfEntity(declared, id));
  }
  for (const each of declared.counted ?? []) {
    if (each.parent === root || groups.has(each.parent)) add(each.id, each.parent, countedRows(declared, each), each);
  }
  return groups;
}

function countedRows({ codeLists }: Declared, { fields }: CountedGroup): Rows {
  const rows = new Rows();
  const codesOf = (list: string) => codeLists.find(({ id }) => id === list)?.codes.map(({ code }) => code) ?? [];
  for (const field of fields) rows.columns.set(field.id, createCountedColumn(field, codesOf));
  return rows;
}
