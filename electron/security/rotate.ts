/**
 * Replacing the data key and the backup identity, as revoking an account or a sheet asks.
 * Order, so that a kill at any point leaves a register that opens: header with both key parts, rekey, header with
 * the new part only. Whoever signs in meanwhile finishes it with `finishRotation`.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import { type KeyPart, type RegisterHeader, saveHeader } from './header.ts';
import type { OpenedSlot } from './register-keys.ts';
import { newIdentity, recipientOf, seal, sealKey } from './seal.ts';

export interface NextKeys {
  readonly dataKey: Buffer;
  readonly backupIdentity: string;
}

/** What rotation needs of the open database: the only writer, with every reader closed. */
export interface RekeyTarget {
  readonly sql: {
    pragma(text: string, options?: { simple: boolean }): unknown;
    rekey(key: Buffer): unknown;
  };
}

async function resealPart(header: RegisterHeader, next: NextKeys): Promise<KeyPart> {
  const { registerId, keys } = header;
  const resealed = async (recipient: string) => ({
    dataKey: await sealKey(recipient, registerId, 'data-key', next.dataKey),
    backupIdentity: await seal(recipient, registerId, 'backup-identity', next.backupIdentity),
  });
  return {
    backupRecipient: await recipientOf(next.backupIdentity),
    slots: await Promise.all(keys.slots.map(async (slot) => ({ ...slot, ...(await resealed(slot.recipient)) }))),
    sheets: await Promise.all(
      keys.sheets.map(async (sheet) =>
        sheet.purpose === 'register' ? { ...sheet, ...(await resealed(sheet.recipient)) } : sheet,
      ),
    ),
  };
}

/** First half: a header (slots already without the revoked one) that holds the old keys and the new. */
export async function startRotation(
  folder: string,
  header: RegisterHeader,
  dataKey: Buffer,
): Promise<{ header: RegisterHeader; next: NextKeys }> {
  if (header.next) throw new TypeError('a rotation is already under way');
  const next = { dataKey: randomBytes(32), backupIdentity: await newIdentity() };
  const both = { ...header, next: await resealPart(header, next) };
  return { header: saveHeader(folder, both, dataKey, next.dataKey), next };
}

export interface UnfinishedRotation {
  readonly folder: string;
  readonly header: RegisterHeader;
  readonly database: RekeyTarget;
  /** What the slot or sheet opened. */
  readonly slot: Pick<OpenedSlot, 'dataKey' | 'backupIdentity' | 'next'>;
  /** The key with which the database is open now. */
  readonly dataKey: Buffer;
}

/** Second half, also after a kill: brings the file under the new key if it is not yet, then drops the old keys. */
export function finishRotation(rotation: UnfinishedRotation): NextKeys & { readonly header: RegisterHeader } {
  const { folder, header, database, slot, dataKey } = rotation;
  if (!header.next) return { header, dataKey: slot.dataKey, backupIdentity: slot.backupIdentity };
  // Signed in with both key parts in the header, but this account has no part in the keys to come.
  if (!slot.next) throw new AppError('ACCOUNT_INACTIVE');
  if (!dataKey.equals(slot.next.dataKey)) rekey(database, slot.next.dataKey);
  const finished: RegisterHeader = { ...header, keys: header.next, next: null };
  return { ...slot.next, header: saveHeader(folder, finished, slot.next.dataKey) };
}

/** Both halves: replaces data key and backup identity of an open register. */
export async function rotateKeys(
  folder: string,
  header: RegisterHeader,
  keys: NextKeys,
  database: RekeyTarget,
): Promise<NextKeys & { readonly header: RegisterHeader }> {
  const started = await startRotation(folder, header, keys.dataKey);
  const slot = { ...keys, next: started.next };
  return finishRotation({ folder, header: started.header, database, slot, dataKey: keys.dataKey });
}

/** Encrypts every page anew in one transaction with a rollback journal: a kill leaves the old key or the new one. */
function rekey({ sql }: RekeyTarget, key: Buffer): void {
  try {
    // Rewriting every page through the write-ahead log would double the file; the change needs all readers closed.
    if (sql.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw new AppError('REGISTER_IN_USE');
    const raw = Buffer.concat([Buffer.from('raw:'), key]);
    sql.rekey(raw);
    raw.fill(0);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      throw new AppError('REGISTER_IN_USE', {}, { cause });
    }
    if (code.startsWith('SQLITE_FULL')) throw new AppError('DISK_FULL', {}, { cause });
    throw cause;
  } finally {
    sql.pragma('journal_mode = WAL');
  }
}
