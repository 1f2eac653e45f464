/** What became of the entries of reference lists: written with each change, never changed itself. */
import { and, desc, eq } from 'drizzle-orm';
import { account, referenceChange } from '../fixed-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';

type Row = typeof referenceChange.$inferSelect;
export type ChangeOfEntry = Omit<Row, 'number'>;

/** Keeps one change; its number is the revision of the entry from then on. */
export function appendChange(database: RegisterDatabase, change: ChangeOfEntry): void {
  database.orm.insert(referenceChange).values(change).run();
}

/** The changes of an entry, newest first, with the names of those who made them. */
export function changesOf(database: RegisterDatabase, list: string, code: string): (Row & { readonly by: string })[] {
  return database.orm
    .select({ row: referenceChange, by: account.displayName })
    .from(referenceChange)
    .leftJoin(account, eq(account.id, referenceChange.accountId))
    .where(and(eq(referenceChange.list, list), eq(referenceChange.code, code)))
    .orderBy(desc(referenceChange.number))
    .all()
    .map(({ row, by }) => ({ ...row, by: by ?? '' }));
}
