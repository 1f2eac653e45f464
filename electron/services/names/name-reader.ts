/** Names of records as the index takes them in, read from the vault. */
import type { PersonFields } from '#shared/dictionary/person-fields.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { markOf, type NameEntry, plainNumber, writtenWords } from '#shared/names/name-entry.ts';
import { identityOfRow } from '#shared/records/identity.ts';
import { type DayInterval, dayInterval } from '#shared/records/partial-date.ts';
import { isKnown, type Values } from '#shared/records/record.ts';
import { personRows, type RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { visibleCondition } from '../../database/repositories/record-reader.ts';
import { segmentRows } from '../../database/repositories/segments.ts';
import { quote } from '../../database/table-shape.ts';
import { openValues } from '../records/vault-cipher.ts';

export interface NameReader {
  /** Persons of a segment, of visible records outside the bin, that have a name, in the order of their `seq`. */
  segment(segment: number): NameEntry[];
  /** Every such person of some records, by the ids of the records. */
  records(ids: readonly string[]): NameEntry[];
}

interface ReaderParts {
  readonly database: RegisterDatabase;
  readonly registerId: string;
  readonly vaultKey: Buffer;
  readonly root: RootTables;
  readonly fields: PersonFields;
}

const textOf = (values: Values, field: FieldDeclaration | null): string => {
  const value = field === null ? null : values[field.id];
  return isKnown(value) && typeof value === 'string' ? value : '';
};

/** What one name says, from several fields where a register parts it. */
export const nameOf = (values: Values, fields: readonly FieldDeclaration[]): string =>
  fields
    .map((field) => textOf(values, field))
    .filter((part) => part !== '')
    .join(' ');

/** The days on which somebody may be born: by the birth date, else by the year. */
export function birthOf(values: Values, { birthDate }: PersonFields, year: unknown): DayInterval | null {
  const typed = dayInterval(textOf(values, birthDate));
  return typed ?? (typeof year === 'number' ? (dayInterval(String(year)) ?? null) : null);
}

/** Opens vaults; the persons of one record follow each other, and their vault is opened once. */
function opener(registerId: string, vaultKey: Buffer) {
  let last: { readonly sealed: Buffer; readonly values: Values } | null = null;
  return (vault: { recordId: string; revision: number; sealed: Buffer }): Values => {
    const { recordId, revision, sealed } = vault;
    if (last?.sealed.equals(sealed)) return last.values;
    last = { sealed, values: openValues(vaultKey, { registerId, recordId, revision }, sealed) };
    return last.values;
  };
}

/** Reads the names of one record type. */
export function createNameReader({ database, registerId, vaultKey, root, fields }: ReaderParts): NameReader {
  const persons = personRows(root);
  const isRow = persons.recordColumn === 'record_id';
  const person = isRow ? 'o' : 'r';
  const storedOf = (field: FieldDeclaration | null) => persons.fields.find(({ field: { id } }) => id === field?.id);
  const columnOf = (field: FieldDeclaration | null): string => {
    const column = storedOf(field)?.column;
    return column === undefined || column === null ? 'NULL' : `${person}.${quote(column)}`;
  };
  const link = storedOf(fields.citizenship)?.link ?? null;
  const from = isRow
    ? `${quote(persons.table)} o JOIN ${quote(root.table)} r ON r."id" = o."record_id"`
    : `${quote(root.table)} r`;
  const select = `SELECT ${person}."seq", ${person}."id", r."id" AS "record", r."entered_by", r."handed_to",
    ${columnOf(fields.sex)} AS "sex", ${columnOf(fields.birthYear)} AS "year",
    ${columnOf(fields.citizenship)} AS "country", v."revision", v."sealed"
    FROM ${from} JOIN ${quote(fields.vault)} v ON v."record_id" = r."id"
    WHERE +r."binned_at" IS NULL AND ${visibleCondition}`;
  const identity = opener(registerId, vaultKey);

  const countriesOf = (ids: readonly string[]): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    if (link === null) return found;
    const rows = database
      .prepare(
        `SELECT "owner_id" AS "id", "code" FROM ${quote(link)}
         WHERE "owner_id" IN (SELECT value FROM json_each(?)) ORDER BY "owner_id", "position"`,
      )
      .all(JSON.stringify(ids));
    for (const { id, code } of rows) {
      const known = found.get(String(id));
      if (known) known.push(String(code));
      else found.set(String(id), [String(code)]);
    }
    return found;
  };

  const entries = (rows: readonly Record<string, unknown>[]): NameEntry[] => {
    const countries = countriesOf(rows.map(({ id }) => String(id)));
    return rows.flatMap((row): NameEntry[] => {
      const [id, recordId] = [String(row.id), String(row.record)];
      const whole = identity({ recordId, revision: Number(row.revision), sealed: row.sealed as Buffer });
      const values = identityOfRow(whole, isRow ? id : undefined);
      const entry: NameEntry = {
        seq: Number(row.seq),
        mark: markOf(recordId),
        given: writtenWords(nameOf(values, fields.given)),
        family: writtenWords(nameOf(values, fields.family)),
        birth: birthOf(values, fields, row.year),
        sex: typeof row.sex === 'string' ? row.sex : null,
        citizenships: countries.get(id) ?? (typeof row.country === 'string' ? [row.country] : []),
        number: plainNumber(textOf(values, fields.personalNumber)),
        owners: [row.entered_by, row.handed_to].flatMap((account) => (account === null ? [] : [String(account)])),
      };
      const namesNobody = entry.given.length === 0 && entry.family.length === 0 && entry.number === null;
      return namesNobody ? [] : [entry];
    });
  };

  return {
    segment: (segment) =>
      entries(
        database
          .prepare(`${select} AND ${person}."seq" >= ? AND ${person}."seq" < ? ORDER BY ${person}."seq"`)
          .all(segment * segmentRows, (segment + 1) * segmentRows),
      ),
    records: (ids) =>
      entries(database.prepare(`${select} AND r."id" IN (SELECT value FROM json_each(?))`).all(JSON.stringify(ids))),
  };
}
