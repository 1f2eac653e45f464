/** An account's key pair: the private half wrapped by its passphrase. What is sealed to it needs only the public half. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import { decodeIdentity, encodeIdentity } from './bech32.ts';
import { type KdfParameters, stretch } from './kdf.ts';
import { newIdentity, recipientOf } from './seal.ts';

/** The part of a slot that a passphrase opens. */
export interface WrappedIdentity {
  readonly kdf: KdfParameters;
  /** 16 bytes, base64. */
  readonly salt: string;
  /** Nonce (12), ciphertext (32), tag (16), base64. */
  readonly wrappedIdentity: string;
}

export interface SlotOwner {
  readonly registerId: string;
  readonly accountId: string;
}

const cipher = 'aes-256-gcm';

async function wrappingKey(passphrase: string, salt: Buffer, kdf: KdfParameters, owner: SlotOwner): Promise<Buffer> {
  const stretched = await stretch(passphrase, salt, kdf);
  const key = Buffer.from(hkdfSync('sha256', stretched, owner.registerId, 'kriter account identity v1', 32));
  stretched.fill(0);
  return key;
}

// Bound to register and account, so that a slot copied to another place does not open there.
const associated = ({ registerId, accountId }: SlotOwner): Buffer =>
  Buffer.from(`kriter slot v1|${registerId}|${accountId}`, 'utf8');

/** Wraps an age identity under a passphrase, with a fresh salt. */
export async function wrapIdentity(
  identity: string,
  passphrase: string,
  kdf: KdfParameters,
  owner: SlotOwner,
): Promise<WrappedIdentity> {
  const salt = randomBytes(16);
  const key = await wrappingKey(passphrase, salt, kdf, owner);
  const secret = decodeIdentity(identity);
  const nonce = randomBytes(12);
  const gcm = createCipheriv(cipher, key, nonce).setAAD(associated(owner));
  const sealed = Buffer.concat([nonce, gcm.update(secret), gcm.final(), gcm.getAuthTag()]);
  key.fill(0);
  secret.fill(0);
  return { kdf, salt: salt.toString('base64'), wrappedIdentity: sealed.toString('base64') };
}

/** The identity under a passphrase, or WRONG_PASSPHRASE. */
export async function unwrapIdentity(wrapped: WrappedIdentity, passphrase: string, owner: SlotOwner): Promise<string> {
  const key = await wrappingKey(passphrase, Buffer.from(wrapped.salt, 'base64'), wrapped.kdf, owner);
  const sealed = Buffer.from(wrapped.wrappedIdentity, 'base64');
  try {
    const gcm = createDecipheriv(cipher, key, sealed.subarray(0, 12), { authTagLength: 16 });
    gcm.setAAD(associated(owner)).setAuthTag(sealed.subarray(-16));
    const secret = Buffer.concat([gcm.update(sealed.subarray(12, -16)), gcm.final()]);
    const identity = encodeIdentity(secret);
    secret.fill(0);
    return identity;
  } catch (cause) {
    throw new AppError('WRONG_PASSPHRASE', {}, { cause });
  } finally {
    key.fill(0);
  }
}

/** A fresh key pair for an account. */
export async function newAccountIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await newIdentity();
  return { identity, recipient: await recipientOf(identity) };
}
