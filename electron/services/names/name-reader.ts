/** Names of records as the index takes them in, read from the vault. */
import type { PersonFields } from '#shared/dictionary/person-fields.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { markOf, type NameEntry, plainNumber, writtenWords } from '#shared/names/name-entry.ts';
import { type DayInterval, dayInterval } from '#shared/records/partial-date.ts';
import { isKnown, type Values } from '#shared/records/record.ts';
import type { RootTables } from '../../database/derive-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { segmentRows } from '../../database/repositories/name-segments.ts';
import { visibleCondition } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { openValues } from '../records/vault-cipher.ts';

export interface NameReader {
  /** Visible records of a segment outside the bin that name somebody, in the order of their `seq`. */
  segment(segment: number): NameEntry[];
  /** The same for some records, by their ids. */
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

/** Reads the names of one record type. */
export function createNameReader({ database, registerId, vaultKey, root, fields }: ReaderParts): NameReader {
  const columnOf = (field: FieldDeclaration | null): string => {
    const column = root.fields.find(({ field: { id } }) => id === field?.id)?.column;
    return column === undefined || column === null ? 'NULL' : `r.${quote(column)}`;
  };
  const link = root.fields.find(({ field: { id } }) => id === fields.citizenship?.id)?.link ?? null;
  const select = `SELECT r."seq", r."id", r."entered_by", r."handed_to", ${columnOf(fields.sex)} AS "sex",
    ${columnOf(fields.birthYear)} AS "year", ${columnOf(fields.citizenship)} AS "country", v."revision", v."sealed"
    FROM ${quote(root.table)} r JOIN ${quote(fields.vault)} v ON v."record_id" = r."id"
    WHERE +r."binned_at" IS NULL AND ${visibleCondition}`;

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
      const recordId = String(row.id);
      const place = { registerId, recordId, revision: Number(row.revision) };
      const values = openValues(vaultKey, place, row.sealed as Buffer);
      const entry: NameEntry = {
        seq: Number(row.seq),
        mark: markOf(recordId),
        given: writtenWords(nameOf(values, fields.given)),
        family: writtenWords(nameOf(values, fields.family)),
        birth: birthOf(values, fields, row.year),
        sex: typeof row.sex === 'string' ? row.sex : null,
        citizenships: countries.get(recordId) ?? (typeof row.country === 'string' ? [row.country] : []),
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
          .prepare(`${select} AND r."seq" >= ? AND r."seq" < ? ORDER BY r."seq"`)
          .all(segment * segmentRows, (segment + 1) * segmentRows),
      ),
    records: (ids) =>
      entries(database.prepare(`${select} AND r."id" IN (SELECT value FROM json_each(?))`).all(JSON.stringify(ids))),
  };
}
