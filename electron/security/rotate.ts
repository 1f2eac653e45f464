/**
 * Replacing the data key and the backup identity, as revoking an account or a sheet asks.
 * Order, so that a kill at any point leaves a register that opens: header with both key parts, rekey, header with
 * the new part only. Whoever signs in meanwhile finishes it with `finishRotation`.
 */
import { randomBytes } from 'node:crypto';
import { type KeyPart, type RegisterHeader, saveHeader } from './header.ts';
import type { KeySet } from './register-keys.ts';
import { newIdentity, recipientOf, seal, sealKey } from './seal.ts';

export interface NextKeys {
  readonly dataKey: Buffer;
  readonly backupIdentity: string;
}

/** Rotation needs one thing of the open database; tests kill around it. */
export interface RekeyTarget {
  /** Whether the file opens with this key. */
  opensWith(key: Buffer): boolean;
  /** Encrypts the closed file anew; a kill inside leaves it readable by the old key or by the new one. */
  rekey(from: Buffer, to: Buffer): void;
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
  current: KeySet,
): Promise<{ header: RegisterHeader; next: NextKeys }> {
  if (header.next) throw new TypeError('a rotation is already under way');
  const next = { dataKey: randomBytes(32), backupIdentity: await newIdentity() };
  const both = { ...header, next: await resealPart(header, next) };
  return { header: saveHeader(folder, both, current.dataKey, next.dataKey), next };
}

/** Second half, also after a kill: brings the file under the new key wherever it stands, then drops the old keys. */
export function finishRotation(
  folder: string,
  header: RegisterHeader,
  currentKey: Buffer,
  next: NextKeys,
  target: RekeyTarget,
): RegisterHeader {
  if (!header.next) throw new TypeError('no rotation is under way');
  if (!target.opensWith(next.dataKey)) target.rekey(currentKey, next.dataKey);
  const finished: RegisterHeader = { ...header, keys: header.next, next: null };
  return saveHeader(folder, finished, next.dataKey);
}
