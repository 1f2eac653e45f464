/** What a closed copy of a register holds, read on a connection of its own. */

import { AppError } from '#shared/contract/errors.ts';
import type { BackupContents } from '#shared/contract/exchange.ts';
import { loadRegister, registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { openDatabase } from '../../database/open-database.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { readSeal } from '../audit.ts';

/** Rows of an import that has not become visible are no records yet. */
const countSql = (entity: string): string =>
  `SELECT count(*) AS "number" FROM "${entity}" WHERE "binned_at" IS NULL AND
   ("import_batch" IS NULL OR "import_batch" NOT IN (SELECT "id" FROM "import_batch" WHERE "visible_at" IS NULL))`;

/** Records by entity, without the bin. */
export function countRecords(database: RegisterDatabase, kind: RegisterKind): Record<string, number> {
  const roots = registerOf(kind).entities.filter(({ role }) => role === 'record');
  return Object.fromEntries(roots.map(({ id }) => [id, Number(database.prepare(countSql(id)).get()?.number)]));
}

export type Facts = Pick<BackupContents, 'counts' | 'seal'>;

/** Counts and seal of a file; `thorough` also reads and checks every page. */
export async function readFacts(file: string, dataKey: Buffer, kind: RegisterKind, thorough: boolean): Promise<Facts> {
  await loadRegister(kind);
  const database = openDatabase({ file, key: dataKey, mode: 'read' });
  try {
    if (thorough && database.sql.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new AppError('REGISTER_DAMAGED');
    }
    return { counts: countRecords(database, kind), seal: readSeal(database) };
  } finally {
    database.close();
  }
}

/** BACKUP_DAMAGED unless the register is sound and holds what the manifest says. */
export async function requireFacts(
  file: string,
  dataKey: Buffer,
  expected: Facts & { readonly kind: RegisterKind },
): Promise<void> {
  let found: Facts;
  try {
    found = await readFacts(file, dataKey, expected.kind, true);
  } catch (cause) {
    throw new AppError('BACKUP_DAMAGED', {}, { cause });
  }
  const sameCounts =
    Object.keys(found.counts).length === Object.keys(expected.counts).length &&
    Object.entries(found.counts).every(([entity, count]) => expected.counts[entity] === count);
  const sameSeal = found.seal.entry === expected.seal.entry && found.seal.mark === expected.seal.mark;
  if (!sameCounts || !sameSeal) throw new AppError('BACKUP_DAMAGED');
}
