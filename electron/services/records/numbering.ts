/** Running numbers and pseudonymous codes. A number that was given out is never given out again. */
import { AppError } from '#shared/contract/errors.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { formatCode, parseCode } from '#shared/records/check-character.ts';
import type { RecordContent } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
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

/** The last running number that was given in a series; 0 before the first. */
export const lastNumber = (database: RegisterDatabase, entity: string, year = allYears): number =>
  Number(
    database.prepare('SELECT "last" FROM "number_series" WHERE "entity" = ? AND "year" = ?').get(entity, year)?.last ??
      0,
  );

const letterOf = ({ id, codeLetter }: EntityDeclaration): string => codeLetter ?? id.charAt(0).toUpperCase();

/** A fresh code such as V-2026-0417-K. */
export function nextCode(database: RegisterDatabase, entity: EntityDeclaration, year: number): string {
  return formatCode(letterOf(entity), year, nextInSeries(database, entity.id, year));
}

/** The written form of a code that this register has given out, however it was typed; null for anything else. */
export function givenCode(database: RegisterDatabase, entity: EntityDeclaration, typed: string): string | null {
  const code = parseCode(typed);
  if (code === null || code.prefix !== letterOf(entity) || code.number < 1) return null;
  return code.number <= lastNumber(database, entity.id, code.year)
    ? formatCode(code.prefix, code.year, code.number)
    : null;
}

/** The year a record is numbered in: that of its registration, else the present one. */
export function numberingYear(
  store: RootStore,
  { content, meta }: { readonly content: RecordContent; readonly meta: Pick<StoredMeta, 'createdAt'> },
): number {
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
