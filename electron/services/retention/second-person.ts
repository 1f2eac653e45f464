/** Who may confirm a proposal: another account than the proposer, or the same one in an office of one, after waiting. */
import { waitingDays } from '#shared/contract/retention.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { ErasureRow } from '../../database/repositories/erasures.ts';
import type { SignedInAccount } from '../open-register.ts';
import { isSinglePersonOffice } from '../records/permissions.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whether this account holds both halves of the decision and nobody else holds either. */
export function isOfficeOfOne(
  database: RegisterDatabase,
  { id, roles }: Pick<SignedInAccount, 'id' | 'roles'>,
): boolean {
  if (!roles.includes('supervisor') || !roles.includes('administrator')) return false;
  const others = database
    .prepare(
      `SELECT count(*) AS "n" FROM "account" a WHERE a."active" = 1 AND a."id" <> ?
       AND EXISTS (SELECT 1 FROM json_each(a."roles") WHERE value = 'administrator')`,
    )
    .get(id);
  return Number(others?.n) === 0 && isSinglePersonOffice(database);
}

export interface Confirmation {
  readonly may: 'yes' | 'wait' | 'second-person' | 'no';
  /** From when on the same person may confirm; null where there is, or has to be, a second one. */
  readonly from: string | null;
}

/** What this account may do about a proposal now. */
export function confirmationOf(
  database: RegisterDatabase,
  account: Pick<SignedInAccount, 'id' | 'roles'>,
  { proposedBy, proposedAt, officeOfOne }: Pick<ErasureRow, 'proposedBy' | 'proposedAt' | 'officeOfOne'>,
  now: Date,
): Confirmation {
  if (!account.roles.includes('administrator')) return { may: 'no', from: null };
  if (account.id !== proposedBy) return { may: 'yes', from: null };
  // An office that had two people when it was proposed cannot become one to be rid of the second.
  if (!officeOfOne || !isOfficeOfOne(database, account)) return { may: 'second-person', from: null };
  const from = new Date(new Date(proposedAt).getTime() + waitingDays * dayMs);
  return { may: now >= from ? 'yes' : 'wait', from: from.toISOString() };
}
