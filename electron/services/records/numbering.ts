/** Running numbers and pseudonymous codes. A number that was given out is never given out again. */
import { AppError } from '#shared/contract/errors.ts';
import { formatCode, parseCode } from '#shared/records/check-character.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import type { RootStore } from './record-store.ts';

/** The series of running numbers of an entity counts through all years. */
const allYears = 0;

/** The next number of a series, kept in the transaction of the record that gets it. */
export function nextInSeries(database: RegisterDatabase, entity: string, year: number): number {
  const row = database
    .prepare(
      `INSERT INTO "number_series" ("entity", "year", "last") VALUES (?, ?, 1)
       ON CONFLICT ("entity", "year") DO UPDATE SET "last" = "last" + 1 RETURNING "last"`,
    )
    .get(entity, year);
  return Number(row?.last);
}

export const nextNumber = (database: RegisterDatabase, entity: string): number =>
  nextInSeries(database, entity, allYears);

/** A fresh code such as V-2026-0417-K. */
export function nextCode(database: RegisterDatabase, { root: { entity } }: RootStore, year: number): string {
  const letter = entity.codeLetter ?? entity.id.charAt(0).toUpperCase();
  return formatCode(letter, year, nextInSeries(database, entity.id, year));
}

/** The year a record is numbered in: that of its registration, else the present one. */
export function numberingYear(store: RootStore, { content, meta }: StoredRecord): number {
  const day = store.root.registrationDate === null ? null : content.values[store.root.registrationDate];
  return Number((typeof day === 'string' ? day : meta.createdAt).slice(0, 4));
}

const idsWithCode = (database: RegisterDatabase, store: RootStore, code: string, except: string): string[] =>
  database
    .prepare(`SELECT "id" FROM ${quote(store.root.table)} WHERE "code" = ? AND "id" <> ? AND "binned_at" IS NULL`)
    .all(code, except)
    .map(({ id }) => String(id));

/**
 * The code under which an officer says the person is registered already, in its written form. It must stand in
 * this register; whatever else was typed is refused by the name of its field.
 */
export function linkedCode(database: RegisterDatabase, store: RootStore, typed: string, recordId: string): string {
  const field = store.root.metaFields.find(({ meta }) => meta === 'code')?.id ?? 'code';
  const parsed = parseCode(typed);
  const code = parsed ? formatCode(parsed.prefix, parsed.year, parsed.number) : '';
  if (idsWithCode(database, store, code, recordId).length === 0) {
    throw new AppError('INVALID_INPUT', { fields: [`${store.entity}.${field}: UNKNOWN_CODE`] });
  }
  return code;
}
