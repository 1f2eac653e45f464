/** Rows of decisions to erase. */
import { and, asc, count, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import { erasure } from '../about-record-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';

export type ErasureRow = typeof erasure.$inferSelect;
type NewErasure = typeof erasure.$inferInsert;

export const insertErasure = ({ orm }: RegisterDatabase, row: NewErasure): void =>
  void orm.insert(erasure).values(row).run();

export const updateErasure = ({ orm }: RegisterDatabase, id: string, changed: Partial<NewErasure>): void =>
  void orm.update(erasure).set(changed).where(eq(erasure.id, id)).run();

export const findErasure = ({ orm }: RegisterDatabase, id: string): ErasureRow | null =>
  orm.select().from(erasure).where(eq(erasure.id, id)).get() ?? null;

/** Proposals that wait for the second person, oldest first. */
export const openProposals = ({ orm }: RegisterDatabase): ErasureRow[] =>
  orm
    .select()
    .from(erasure)
    .where(eq(erasure.state, 'proposed'))
    .orderBy(asc(erasure.proposedAt), asc(erasure.id))
    .all();

/** Records that an open proposal names. */
export const openProposalIds = (database: RegisterDatabase): ReadonlySet<string> =>
  new Set(openProposals(database).map(({ recordId }) => recordId));

const settled = inArray(erasure.state, ['erased', 'withdrawn'] as const);

/** Carried out or taken back, newest first, in keyset pages. */
export function finishedErasures(
  { orm }: RegisterDatabase,
  after: string | null,
  limit: number,
): { readonly rows: readonly ErasureRow[]; readonly next: string | null; readonly total: number } {
  const key = after === null ? null : readKey(after);
  const earlier = key
    ? or(lt(erasure.decidedAt, key.at), and(eq(erasure.decidedAt, key.at), lt(erasure.id, key.id)))
    : undefined;
  const rows = orm
    .select()
    .from(erasure)
    .where(and(settled, earlier))
    .orderBy(desc(erasure.decidedAt), desc(erasure.id))
    .limit(limit + 1)
    .all();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const total = orm.select({ n: count() }).from(erasure).where(settled).get()?.n ?? 0;
  return { rows: rows.slice(0, limit), next: last ? JSON.stringify([last.decidedAt, last.id]) : null, total };
}

function readKey(after: string): { readonly at: string; readonly id: string } {
  try {
    const [at, id] = JSON.parse(after) as [unknown, unknown];
    if (typeof at === 'string' && typeof id === 'string') return { at, id };
  } catch {
    // Not a key of ours: refused below like every other one.
  }
  throw new AppError('INVALID_INPUT', { fields: ['after'] });
}

/** Erasures that a restore brought along and that nobody has carried out again since. */
export function erasuresCarriedOver({ orm }: RegisterDatabase): (ErasureRow & { readonly carriedAt: string })[] {
  const rows = orm
    .select()
    .from(erasure)
    .where(and(eq(erasure.state, 'erased'), isNotNull(erasure.carriedAt)))
    .all();
  return rows.flatMap((row) => (row.carriedAt === null ? [] : [{ ...row, carriedAt: row.carriedAt }]));
}

/** The record is erased again: it is not due a second time, even if a new identity is entered lawfully later. */
export const forgetCarriedOver = ({ orm }: RegisterDatabase, recordId: string): void =>
  void orm.update(erasure).set({ carriedAt: null }).where(eq(erasure.recordId, recordId)).run();

export const allErasures = ({ orm }: RegisterDatabase): ErasureRow[] => orm.select().from(erasure).all();
