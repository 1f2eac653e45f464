/** After the rows are gone: the terms that the search index still holds, and the earlier pages in the journal. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { erasure } from '../../database/about-record-tables.ts';
import { emptyLog } from '../../database/empty-log.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { quote } from '../../database/table-shape.ts';

const isUnswept = and(eq(erasure.state, 'erased'), isNull(erasure.sweptAt));

/**
 * Leaves nothing of erased records in search index and journal. Each step may be cut off and done again; false where a
 * reader or a full disk is in the way, and then the next erasure or the next sign-in goes on.
 */
export function sweepErased(database: RegisterDatabase, kind: RegisterKind, now: Date): boolean {
  const waiting = database.orm.select().from(erasure).where(isUnswept).orderBy(desc(erasure.decidedAt)).limit(1).get();
  if (!waiting) return true;
  try {
    // A deleted entry only hides its words; merging all segments into one leaves them out.
    for (const { textIndex } of tablesOf(kind).roots) {
      database.write(() =>
        database.prepare(`INSERT INTO ${quote(textIndex)} (${quote(textIndex)}) VALUES ('optimize')`).run(),
      );
    }
    if (!emptyLog(database)) return false;
    database.orm.update(erasure).set({ sweptAt: now.toISOString() }).where(isUnswept).run();
    return true;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'DISK_FULL') return false;
    throw cause;
  }
}
