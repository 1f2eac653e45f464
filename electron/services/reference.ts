/** Reference lists of this installation: institutions, municipalities, communities, languages. */
import { sql } from 'drizzle-orm';
import type { Output } from '#shared/contract/contract.ts';
import { deliveredReferenceLists } from '#shared/dictionary/reference-lists/delivered.ts';
import type { ReferenceEntry } from '#shared/dictionary/reference-lists/reference-entry.ts';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FindEntry } from '#shared/records/reference-facts.ts';
import { referenceEntry } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

export interface ReferenceLookup {
  readonly has: (list: string, code: string) => boolean;
  readonly find: FindEntry;
}

/** Puts the lists delivered for a country into a new register: those that its kind of register chooses from. */
export function seedReferences(
  database: RegisterDatabase,
  country: string,
  { referenceLists }: Pick<RegisterDeclaration, 'referenceLists'>,
): void {
  for (const [list, entries] of Object.entries(deliveredReferenceLists(country)))
    if (referenceLists.includes(list)) insertEntries(database, list, entries);
}

/** Adds entries to a list, each with the next number; the caller has made sure that their codes are free. */
export function insertEntries(database: RegisterDatabase, list: string, entries: readonly ReferenceEntry[]): void {
  database.write(() => {
    let number = lastNumber(database, list);
    for (const { names, ...entry } of entries) {
      number += 1;
      const known = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
      database.orm
        .insert(referenceEntry)
        .values({ ...entry, list, number, names: known })
        .run();
    }
  });
}

/** No entry is ever deleted, so the highest number is the last one given out. */
function lastNumber(database: RegisterDatabase, list: string): number {
  const row = database.prepare('SELECT max("number") AS "last" FROM "reference_entry" WHERE "list" = ?').get(list);
  return Number(row?.last ?? 0);
}

/**
 * Registers of an earlier program numbered their entries by the order of the rows, which no copy of a file promises to
 * keep. From the first opening on the numbers that officers have learnt stand in the file.
 */
export function numberEntries(database: RegisterDatabase): void {
  const unnumbered = database
    .prepare('SELECT rowid AS "at", "list" FROM "reference_entry" WHERE "number" IS NULL ORDER BY rowid')
    .all();
  if (unnumbered.length === 0) return;
  database.write(() => {
    const update = database.prepare('UPDATE "reference_entry" SET "number" = ? WHERE rowid = ?');
    for (const { at, list } of unnumbered) update.run(lastNumber(database, String(list)) + 1, at);
  });
}

/**
 * All entries by list, in the order of their numbers: entries are never deleted, so a number that an officer has learnt
 * or that stands on a paper form stays. The window sorts them by name in its own language.
 */
export function readReferences(database: RegisterDatabase): Output<'reference.list'>['lists'] {
  const lists: Record<string, Output<'reference.list'>['lists'][string]> = {};
  const revisions = revisionsOf(database);
  const rows = database.orm.select().from(referenceEntry).orderBy(sql`"number", rowid`).all();
  for (const { list, code, names, number, municipality: _seat, ...facts } of rows) {
    const entries = lists[list] ?? [];
    const revision = revisions.get(`${list} ${code}`) ?? 0;
    entries.push({ ...facts, code, number: number ?? entries.length + 1, names: { ...names }, revision });
    lists[list] = entries;
  }
  return lists;
}

function revisionsOf(database: RegisterDatabase): ReadonlyMap<string, number> {
  const rows = database
    .prepare('SELECT "list", "code", max("number") AS "last" FROM "reference_change" GROUP BY "list", "code"')
    .all();
  return new Map(rows.map(({ list, code, last }) => [`${list} ${code}`, Number(last)]));
}

/** Answers for one check of one record; asks the register once per entry. */
export function referenceLookup(database: RegisterDatabase): ReferenceLookup {
  const statement = database.prepare(
    `SELECT "type", "country", "least_months", "most_months", "life", "active_from", "active_to"
     FROM "reference_entry" WHERE "list" = ? AND "code" = ?`,
  );
  return {
    has: (list, code) => statement.get(list, code) !== undefined,
    find: (list, code) => {
      const row = statement.get(list, code);
      return (
        row && {
          type: row.type as string | null,
          country: row.country as string | null,
          leastMonths: row.least_months as number | null,
          mostMonths: row.most_months as number | null,
          life: row.life === null ? null : row.life === 1,
          activeFrom: row.active_from as string | null,
          activeTo: row.active_to as string | null,
        }
      );
    },
  };
}
