/** What a certificate of erasure states; the digest covers these facts in every language alike. */
import { AppError } from '#shared/contract/errors.ts';
import type { ErasureCause, ErasureScope } from '#shared/contract/retention.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { findErasure } from '../../database/repositories/erasures.ts';
import { digestOfFacts } from '../statistics/digest.ts';
import { backupsBetween, type HoldingBackup } from './backups-holding.ts';
import type { ErasedCounts } from './erase-record.ts';

export interface CertificateFacts {
  readonly id: string;
  readonly recordId: string;
  readonly entity: string;
  readonly number: number | null;
  readonly code: string | null;
  readonly institution: string | null;
  readonly scope: ErasureScope;
  readonly cause: ErasureCause;
  readonly dueOn: string | null;
  readonly reason: string;
  readonly lawBasis: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  /** Office of one person: proposed and confirmed by the same account, after the waiting time. */
  readonly isSamePerson: boolean;
  readonly counts: ErasedCounts;
  readonly backups: readonly HoldingBackup[];
  readonly backupMonths: number;
}

export interface Certificate extends CertificateFacts {
  readonly digest: string;
  /** Search index and journal are still to be emptied: a reader was in the way. */
  readonly isSwept: boolean;
}

/** The certificate of an erasure that was carried out. */
export function certificateOf(database: RegisterDatabase, id: string): Certificate {
  const row = findErasure(database, id);
  if (row?.state !== 'erased' || row.decidedAt === null) throw new AppError('RECORD_NOT_FOUND', { id });
  const backupMonths = row.backupMonths ?? 0;
  const facts: CertificateFacts = {
    id: row.id,
    recordId: row.recordId,
    entity: row.entity,
    number: row.number,
    code: row.code,
    institution: row.institution,
    scope: row.scope,
    cause: row.cause,
    dueOn: row.dueOn,
    reason: row.reason,
    lawBasis: row.lawBasis ?? '',
    proposedBy: row.proposedByName,
    proposedAt: row.proposedAt,
    confirmedBy: row.decidedByName ?? '',
    confirmedAt: row.decidedAt,
    isSamePerson: row.proposedBy === row.decidedBy,
    counts: row.counts ?? {},
    // Read anew each time: a backup that was under way during the erasure is entered only when it is finished.
    backups: backupsBetween(database, row.recordCreatedAt, row.decidedAt, backupMonths),
    backupMonths,
  };
  return { ...facts, digest: digestOfFacts(facts), isSwept: row.sweptAt !== null };
}
