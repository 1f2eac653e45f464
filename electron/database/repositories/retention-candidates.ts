/** Records that may be due: a superset found along indexes, with what decides about each of them. */
import type { RetentionDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Values } from '#shared/records/record.ts';
import type { RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { columnsOf, decode } from './field-codec.ts';
import { visibleCondition } from './record-reader.ts';

/** Steps that are work on a record; moving it to the bin or the archive must not make its period begin anew. */
const work = ['created', 'imported', 'changed', 'row-added', 'row-removed', 'identity-changed', 'completed'];

export interface Candidate {
  readonly id: string;
  readonly seq: number;
  readonly number: number | null;
  readonly code: string | null;
  readonly institution: string | null;
  readonly isBinned: boolean;
  readonly createdAt: string;
  readonly savedAt: string;
}

export interface PeriodCandidate extends Candidate {
  /** The declared date that starts the period; null where none is known. */
  readonly startDate: string | null;
  /** When it was last worked on; null where its history does not say. */
  readonly workedAt: string | null;
}

export interface ConsentCandidate extends Candidate {
  readonly values: Values;
}

const metaSql = (institution: string): string =>
  `"seq", "id", "number", "code", ${quote(institution)} AS "institution", "binned_at", "created_at", "saved_at"`;

const candidateOf = (row: Record<string, unknown>): Candidate => ({
  id: String(row.id),
  seq: Number(row.seq),
  number: row.number as number | null,
  code: row.code as string | null,
  institution: row.institution as string | null,
  isBinned: row.binned_at !== null,
  createdAt: String(row.created_at),
  savedAt: String(row.saved_at),
});

/** Records whose period may have begun on or before a day. */
export function periodCandidates(
  database: RegisterDatabase,
  root: RootTables,
  { startsAt, institution }: RetentionDeclaration,
  day: string,
): PeriodCandidate[] {
  const dates = startsAt.map(quote);
  const start = dates.length === 0 ? 'NULL' : `coalesce(${[...dates, 'NULL'].join(', ')})`;
  const unknown = dates.map((date) => `${date} IS NULL AND `).join('');
  const began = [...dates.map((date) => `${date} <= ?`), `(${unknown}"created_at" <= ?)`];
  return database
    .prepare(
      `SELECT ${metaSql(institution)}, ${start} AS "start",
       (SELECT max("at") FROM "history" WHERE "record_id" = r."id" AND "event" IN (SELECT value FROM json_each(?))) AS "worked"
       FROM ${quote(root.table)} r WHERE (${began.join(' OR ')}) AND ${visibleCondition}`,
    )
    .all(JSON.stringify(work), ...dates.map(() => day), `${day}T23:59:59.999Z`)
    .map((row) => ({
      ...candidateOf(row),
      startDate: row.start as string | null,
      workedAt: row.worked as string | null,
    }));
}

/** Every record with the answers that decide whether its vault may be kept. */
export function consentCandidates(
  database: RegisterDatabase,
  root: RootTables,
  { institution, vault }: RetentionDeclaration,
): ConsentCandidate[] {
  const fields = (vault?.reads ?? []).flatMap((id): StoredField[] => {
    const stored = root.fields.find(({ field }) => field.id === id);
    if (!stored) throw new Error(`${root.table} has no field ${id}`);
    return [stored];
  });
  const columns = columnsOf(fields);
  return database
    .prepare(
      `SELECT ${metaSql(institution)}, ${columns.map((column) => `${quote(column)} AS ${quote(`read_${column}`)}`).join(', ')}
       FROM ${quote(root.table)} WHERE ${visibleCondition}`,
    )
    .all()
    .map((row) => ({
      ...candidateOf(row),
      values: decode(
        fields,
        columns.map((column) => row[`read_${column}`]),
        0,
      ),
    }));
}
