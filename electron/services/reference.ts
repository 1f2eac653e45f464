/** Reference lists of this installation: institutions, municipalities, communities, languages. */
import { sql } from 'drizzle-orm';
import type { Output } from '#shared/contract/contract.ts';
import { deliveredReferenceLists } from '#shared/dictionary/reference-lists/delivered.ts';
import type { InstitutionFacts } from '#shared/records/record.ts';
import { referenceEntry } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

export interface ReferenceLookup {
  readonly has: (list: string, code: string) => boolean;
  readonly institution: (code: string) => InstitutionFacts | undefined;
}

/** Puts the lists delivered for a country into a new register. */
export function seedReferences(database: RegisterDatabase, country: string): void {
  database.write(() => {
    for (const [list, entries] of Object.entries(deliveredReferenceLists(country))) {
      for (const entry of entries) {
        const names = Object.fromEntries(Object.entries(entry.names).filter(([, name]) => name !== undefined));
        database.orm
          .insert(referenceEntry)
          .values({ ...entry, list, names })
          .run();
      }
    }
  });
}

/**
 * All entries by list, numbered in the order in which they were made: entries are never deleted, so a number that an
 * officer has learnt or that stands on a paper form stays. The window sorts them by name in its own language.
 */
export function readReferences(database: RegisterDatabase): Output<'reference.list'>['lists'] {
  const lists: Record<string, Output<'reference.list'>['lists'][string]> = {};
  const rows = database.orm.select().from(referenceEntry).orderBy(sql`rowid`).all();
  for (const { list, code, names, type, country, activeFrom, activeTo } of rows) {
    const entries = lists[list] ?? [];
    entries.push({ code, number: entries.length + 1, names: { ...names }, type, country, activeFrom, activeTo });
    lists[list] = entries;
  }
  return lists;
}

/** Answers for one check of one record; asks the register once per entry. */
export function referenceLookup(database: RegisterDatabase): ReferenceLookup {
  const statement = database.prepare(
    'SELECT "type", "country", "active_from", "active_to" FROM "reference_entry" WHERE "list" = ? AND "code" = ?',
  );
  return {
    has: (list, code) => statement.get(list, code) !== undefined,
    institution: (code) => {
      const row = statement.get('INST', code);
      return row
        ? {
            type: String(row.type ?? ''),
            country: String(row.country ?? ''),
            activeFrom: row.active_from as string | null,
            activeTo: row.active_to as string | null,
          }
        : undefined;
    },
  };
}
