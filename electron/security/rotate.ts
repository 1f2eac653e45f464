/**
 * Replacing the data key and the backup identity, as revoking an account or a sheet asks.
 * Order, so that a kill at any point leaves a register that opens: header with both key parts, rekey, header with
 * the new part only. Whoever signs in meanwhile finishes it with `finishRotation`.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { databaseFile, type KeyPart, type RegisterHeader, saveHeader } from './header.ts';
import type { OpenedSlot } from './register-keys.ts';
import { newIdentity, recipientOf, seal, sealKey } from './seal.ts';

export interface NextKeys {
  readonly dataKey: Buffer;
  readonly backupIdentity: string;
}

/** Encrypts the closed or open file anew and returns an open database under the new key; all or nothing. */
export type Rekey<D> = (database: D, file: string, from: Buffer, to: Buffer) => D;

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

export interface UnfinishedRotation<D> {
  readonly folder: string;
  readonly header: RegisterHeader;
  readonly database: D;
  /** What the slot or sheet opened. */
  readonly slot: Pick<OpenedSlot, 'dataKey' | 'backupIdentity' | 'next'>;
  /** The key with which the database is open now. */
  readonly dataKey: Buffer;
}

export interface Rotated<D> extends NextKeys {
  readonly header: RegisterHeader;
  /** The open register; another object than before where its file was encrypted anew. */
  readonly database: D;
}

/** Second half, also after a kill: brings the file under the new key if it is not yet, then drops the old keys. */
export function finishRotation<D>(rotation: UnfinishedRotation<D>, rekey: Rekey<D>): Rotated<D> {
  const { folder, header, database, slot, dataKey } = rotation;
  if (!header.next) return { header, database, dataKey: slot.dataKey, backupIdentity: slot.backupIdentity };
  // Signed in with both key parts in the header, but this account has no part in the keys to come.
  if (!slot.next) throw new AppError('ACCOUNT_INACTIVE');
  const isDone = dataKey.equals(slot.next.dataKey);
  const file = join(folder, databaseFile);
  const renewed = isDone ? database : rekey(database, file, dataKey, slot.next.dataKey);
  const finished: RegisterHeader = { ...header, keys: header.next, next: null };
  return { ...slot.next, database: renewed, header: saveHeader(folder, finished, slot.next.dataKey) };
}

/**
 * Both halves: replaces data key and backup identity of an open register. Where that fails before the file was
 * replaced, the header on disk goes on without the next keys, but also without the slots that were taken out.
 */
export async function rotateKeys<D extends { readonly sql: { readonly open: boolean } }>(
  folder: string,
  header: RegisterHeader,
  keys: NextKeys,
  database: D,
  rekey: Rekey<D>,
): Promise<Rotated<D>> {
  const started = await startRotation(folder, header, keys.dataKey);
  const slot = { ...keys, next: started.next };
  try {
    return finishRotation({ folder, header: started.header, database, slot, dataKey: keys.dataKey }, rekey);
  } catch (cause) {
    if (database.sql.open) saveHeader(folder, { ...started.header, next: null }, keys.dataKey);
    throw cause;
  }
}
