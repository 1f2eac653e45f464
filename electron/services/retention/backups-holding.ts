import { basename } from 'node:path';
import { and, asc, gte, lte } from 'drizzle-orm';
import { addMonths, dayNumber, isoDay } from '#shared/records/partial-date.ts';
import { backupLog } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';

export interface HoldingBackup {
  readonly file: string;
  readonly at: string;
  /** Last day on which the institution keeps the file. */
  readonly keptUntil: string;
}

/** The name alone: a drive letter of that day tells nobody where the stick lies. */
const fileName = (path: string): string => basename(path.replaceAll('\\', '/'));

/** Backups made between two moments, which hold a record that was there then; those that ended later are among them. */
export function backupsBetween({ orm }: RegisterDatabase, from: string, to: string, months: number): HoldingBackup[] {
  return orm
    .select()
    .from(backupLog)
    .where(and(gte(backupLog.at, from), lte(backupLog.at, to)))
    .orderBy(asc(backupLog.at))
    .all()
    .map(({ file, at }) => ({
      file: fileName(file),
      at,
      keptUntil: isoDay(addMonths(dayNumber(at.slice(0, 10)) ?? 0, months)),
    }));
}
