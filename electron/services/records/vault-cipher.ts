/** Direct identifiers under the vault key: AES-256-GCM, bound to register, record and revision. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { fold } from '#shared/locale/fold.ts';
import { isKnown, type Values } from '#shared/records/record.ts';

export interface SealPlace {
  readonly registerId: string;
  readonly recordId: string;
  readonly revision: number;
  /** Apart from the present identifiers: old ones kept with the history, those of a draft, the text of a note. */
  readonly use?: 'history' | 'draft' | `note ${string}`;
}

const format = 1;
const nonceLength = 12;
const tagLength = 16;

const associated = ({ registerId, recordId, revision, use }: SealPlace): Buffer =>
  Buffer.from([registerId, recordId, String(revision), ...(use ? [use] : [])].join('|'), 'utf8');

/** Seals direct identifiers. */
export const sealValues = (vaultKey: Buffer, place: SealPlace, values: Values): Buffer =>
  sealJson(vaultKey, place, values);

/** Opens what `sealValues` sealed; anything else throws. */
export const openValues = (vaultKey: Buffer, place: SealPlace, blob: Buffer): Values =>
  openJson(vaultKey, place, blob) as Values;

/** Seals plain JSON; a blob opens only at the place it was sealed for. Layout: format, nonce, ciphertext, tag. */
export function sealJson(vaultKey: Buffer, place: SealPlace, value: unknown): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', vaultKey, nonce);
  cipher.setAAD(associated(place));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([format]), nonce, sealed, cipher.getAuthTag()]);
}

/** Opens what `sealJson` sealed; anything else throws. */
export function openJson(vaultKey: Buffer, place: SealPlace, blob: Buffer): unknown {
  if (blob[0] !== format) throw new Error('unknown format of a sealed identity');
  const decipher = createDecipheriv('aes-256-gcm', vaultKey, blob.subarray(1, 1 + nonceLength));
  decipher.setAAD(associated(place));
  decipher.setAuthTag(blob.subarray(blob.length - tagLength));
  const clear = [decipher.update(blob.subarray(1 + nonceLength, blob.length - tagLength)), decipher.final()];
  return JSON.parse(Buffer.concat(clear).toString('utf8'));
}

const digest = (vaultKey: Buffer, purpose: 'match' | 'birth', text: string): string => {
  const key = hkdfSync('sha256', vaultKey, Buffer.alloc(0), purpose, 32);
  return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('hex').slice(0, 32);
};

const textOf = (values: Values, field: string): string => {
  const value = values[field];
  return isKnown(value) && typeof value === 'string' ? value : '';
};

/** Keyed digests of R28: of name and birth date, and of the birth date alone; null where these are not known. */
export function matchKeys(vaultKey: Buffer, identity: Values): { match: string | null; birth: string | null } {
  const born = textOf(identity, 'date_of_birth');
  const name = fold(`${textOf(identity, 'first_name')} ${textOf(identity, 'last_name')}`);
  return {
    match: born !== '' && name !== '' ? digest(vaultKey, 'match', `${name}|${born}`) : null,
    // A year alone is shared by too many to mean anything.
    birth: born.length === 10 ? digest(vaultKey, 'birth', born) : null,
  };
}
