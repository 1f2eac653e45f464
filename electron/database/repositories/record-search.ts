/** Finds the newest few records while something is being typed: by code, by number, by words. Counts nothing. */

import { isGiven } from '#shared/dictionary/register-index.ts';
import { fold } from '#shared/locale/fold.ts';
import { formatCode, parseCode } from '#shared/records/check-character.ts';
import { personRows, type RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { metaColumnNames, readMeta, type StoredMeta } from './record-meta.ts';
import { visibleCondition } from './record-reader.ts';

/** Records by the keys of their rows, in that order; those in the bin or not visible yet are left out. */
export function metasBySeq(database: RegisterDatabase, root: RootTables, seqs: readonly number[]): StoredMeta[] {
  const columns = ['seq', ...metaColumnNames].map(quote).join(', ');
  const rows = database
    .prepareRaw(
      `SELECT ${columns} FROM ${quote(root.table)}
       WHERE "seq" IN (SELECT value FROM json_each(?)) AND +"binned_at" IS NULL AND ${visibleCondition}`,
    )
    .all(JSON.stringify(seqs));
  const found = new Map(rows.map(readMeta).map((meta) => [meta.seq, meta]));
  return seqs.flatMap((seq) => found.get(seq) ?? []);
}

/** A person as the index of names knows her: her record, and her row where the record is about several. */
export interface StoredPerson {
  readonly seq: number;
  readonly row: string | null;
  readonly meta: StoredMeta;
  /** The code she is known by: that of the record, or of her row. */
  readonly code: string | null;
}

/** Persons by the keys of their rows, in that order; those of records in the bin or not visible yet are left out. */
export function personsBySeq(database: RegisterDatabase, root: RootTables, seqs: readonly number[]): StoredPerson[] {
  const { table, recordColumn, fields } = personRows(root);
  if (recordColumn === 'id')
    return metasBySeq(database, root, seqs).map((meta) => ({ seq: meta.seq, row: null, meta, code: meta.code }));
  const code = fields.find(({ field }) => isGiven(field))?.column ?? null;
  const rows = database
    .prepare(
      `SELECT o."seq", o."id", ${code === null ? 'NULL' : `o.${quote(code)}`} AS "code", r."seq" AS "record" FROM ${quote(table)} o JOIN ${quote(root.table)} r
       ON r."id" = o."record_id" WHERE o."seq" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(seqs));
  const records = rows.map(({ record }) => Number(record));
  const metas = new Map(metasBySeq(database, root, [...new Set(records)]).map((meta) => [meta.seq, meta]));
  const found = new Map(rows.map((row) => [Number(row.seq), row]));
  return seqs.flatMap((seq) => {
    const row = found.get(seq);
    const meta = metas.get(Number(row?.record));
    return row && meta ? [{ seq, row: String(row.id), meta, code: row.code as string | null }] : [];
  });
}

const mostRecords = 50;

/** Records with a row under that code of a person, the newest first; outside the bin. */
export function recordsOfPerson(
  database: RegisterDatabase,
  root: RootTables,
  codeField: string,
  code: string,
): StoredMeta[] {
  const rows = database
    .prepare(
      `SELECT DISTINCT r."seq" FROM ${quote(personRows(root).table)} o JOIN ${quote(root.table)} r ON r."id" = o."record_id"
       WHERE o.${quote(codeField)} = ? ORDER BY r."seq" DESC LIMIT ${mostRecords}`,
    )
    .all(code);
  return metasBySeq(
    database,
    root,
    rows.map(({ seq }) => Number(seq)),
  );
}

/** Keys of the persons of a record. */
export const personsOfRecord = (
  database: RegisterDatabase,
  root: RootTables,
  recordId: string,
): ReadonlySet<number> => {
  const { table, recordColumn } = personRows(root);
  const rows = database.prepare(`SELECT "seq" FROM ${quote(table)} WHERE ${quote(recordColumn)} = ?`).all(recordId);
  return new Set(rows.map(({ seq }) => Number(seq)));
};

/** The written form of a code, or of its beginning, however it was typed; null where it can be none. */
function codeBeginning(typed: string): string | null {
  const whole = parseCode(typed);
  if (whole) return formatCode(whole.prefix, whole.year, whole.number);
  const parts = /^([A-Z])(\d{0,4})(\d{0,9}[0-9A-Z]?)$/.exec(typed.toUpperCase().replace(/[\s\-–]/g, ''));
  if (!parts) return null;
  const [, prefix = '', year = '', rest = ''] = parts;
  if (year.length < 4) return year === '' ? null : `${prefix}-${year}`;
  return rest === '' ? `${prefix}-${year}-` : `${prefix}-${year}-${rest}`;
}

/** Rows whose code begins so or whose number is this one, the newest first. */
export function findByCode(database: RegisterDatabase, root: RootTables, typed: string, limit: number): number[] {
  const table = quote(root.table);
  const found: number[] = [];
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  if (number !== null) {
    const row = database.prepare(`SELECT "seq" FROM ${table} WHERE "number" = ?`).get(number);
    if (row) found.push(Number(row.seq));
  }
  const beginning = codeBeginning(typed);
  if (beginning !== null) {
    // Digits and capital letters stand before the tilde.
    const rows = database
      .prepare(`SELECT "seq" FROM ${table} WHERE "code" >= ? AND "code" < ? ORDER BY "code" DESC LIMIT ?`)
      .all(beginning, `${beginning}~`, limit);
    found.push(...rows.map(({ seq }) => Number(seq)));
  }
  return [...new Set(found)];
}

const shortestWord = 2;

/** Rows in whose texts every typed word stands at the beginning of a word, the newest first. */
export function findByText(database: RegisterDatabase, root: RootTables, typed: string, limit: number): number[] {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.every((word) => word.length < shortestWord)) return [];
  const match = words.map((word) => `"${word}"*`).join(' AND ');
  return database
    .prepare(`SELECT rowid AS "seq" FROM ${quote(root.textIndex)} WHERE "body" MATCH ? ORDER BY rowid DESC LIMIT ?`)
    .all(match, limit)
    .map(({ seq }) => Number(seq));
}
