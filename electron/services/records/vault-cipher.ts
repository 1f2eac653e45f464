/** What lies under the vault key: AES-256-GCM, each blob bound to its place in register and record. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { PersonFields } from '#shared/dictionary/person-fields.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
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

const associated = ({ registerId, recordId, revision, use }: SealPlace): string =>
  [registerId, recordId, String(revision), ...(use ? [use] : [])].join('|');

/** Seals bytes for one place, named by the associated data. Layout: format, nonce, ciphertext, tag. */
export function sealBytes(vaultKey: Buffer, place: string, clear: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', vaultKey, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const sealed = [cipher.update(clear), cipher.final()];
  return Buffer.concat([Buffer.from([format]), nonce, ...sealed, cipher.getAuthTag()]);
}

/** Opens what `sealBytes` sealed for this place; anything else throws. */
export function openBytes(vaultKey: Buffer, place: string, blob: Buffer): Buffer {
  if (blob[0] !== format) throw new Error('unknown format of a sealed blob');
  // A key of bytes would first be tried as a key object, which costs more than opening the blob.
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(vaultKey), blob.subarray(1, 1 + nonceLength));
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(blob.subarray(blob.length - tagLength));
  const clear = [decipher.update(blob.subarray(1 + nonceLength, blob.length - tagLength)), decipher.final()];
  return Buffer.concat(clear);
}

/** Seals plain JSON; a blob opens only at the place it was sealed for. */
export const sealJson = (vaultKey: Buffer, place: SealPlace, value: unknown): Buffer =>
  sealBytes(vaultKey, associated(place), Buffer.from(JSON.stringify(value), 'utf8'));

/** Opens what `sealJson` sealed; anything else throws. */
export const openJson = (vaultKey: Buffer, place: SealPlace, blob: Buffer): unknown =>
  JSON.parse(openBytes(vaultKey, associated(place), blob).toString('utf8'));

/** Seals direct identifiers. */
export const sealValues = (vaultKey: Buffer, place: SealPlace, values: Values): Buffer =>
  sealJson(vaultKey, place, values);

/** Opens what `sealValues` sealed; anything else throws. */
export const openValues = (vaultKey: Buffer, place: SealPlace, blob: Buffer): Values =>
  openJson(vaultKey, place, blob) as Values;

const digest = (vaultKey: Buffer, purpose: 'match' | 'birth', text: string): string => {
  const key = hkdfSync('sha256', vaultKey, Buffer.alloc(0), purpose, 32);
  return createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('hex').slice(0, 32);
};

const textOf = (values: Values, field: FieldDeclaration | null): string => {
  const value = field === null ? null : values[field.id];
  return isKnown(value) && typeof value === 'string' ? value : '';
};

/**
 * Keyed digests of R28: of name and birth date, and of the birth date alone; null where these are not known. `fields`
 * say where they stand; null where the vault names nobody.
 */
export function matchKeys(
  vaultKey: Buffer,
  identity: Values,
  fields: PersonFields | null,
): { match: string | null; birth: string | null } {
  if (fields === null) return { match: null, birth: null };
  const born = textOf(identity, fields.birthDate);
  const name = fold([...fields.given, ...fields.family].map((field) => textOf(identity, field)).join(' '));
  return {
    match: born !== '' && name !== '' ? digest(vaultKey, 'match', `${name}|${born}`) : null,
    // A year alone is shared by too many to mean anything.
    birth: born.length === 10 ? digest(vaultKey, 'birth', born) : null,
  };
}

/** A row of the vault for identifiers sealed at one revision of their record. */
export function vaultRow(vaultKey: Buffer, place: SealPlace, values: Values, fields: PersonFields | null) {
  const { match, birth } = matchKeys(vaultKey, values, fields);
  return { revision: place.revision, sealed: sealValues(vaultKey, place, values), matchKey: match, birthKey: birth };
}
