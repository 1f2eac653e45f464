/** What can be done with the keys of a register. Each function returns a new header; `saveHeader` makes it count. */
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { newAccountIdentity, unwrapIdentity, wrapIdentity } from './envelope.ts';
import { type KeyPart, type RegisterHeader, type Slot, verifyHeader } from './header.ts';
import { type KdfParameters, stretch } from './kdf.ts';
import { newIdentity, recipientOf, seal, sealKey, unseal, unsealKey } from './seal.ts';

/** Everything that opens a register. Held by the data worker only. */
export interface KeySet {
  readonly dataKey: Buffer;
  readonly vaultKey: Buffer | null;
  /** Age identity that opens this register's backups. */
  readonly backupIdentity: string;
}

export interface OpenedSlot extends KeySet {
  readonly accountId: string;
  /** The account's own age identity; opens what is sealed to it, such as the next keys during a rotation. */
  readonly identity: string;
  /** Set while a rotation is unfinished: what opens the database if `dataKey` does not. */
  readonly next: { readonly dataKey: Buffer; readonly backupIdentity: string } | null;
}

export interface NewRegister {
  readonly registerId: string;
  readonly kind: RegisterKind;
  readonly institution: string;
  readonly country: string;
  readonly training: boolean;
}

export interface NewSlot {
  readonly accountId: string;
  readonly login: string;
  readonly passphrase: string;
  /** Whether the roles of the account may see identities. */
  readonly withVault: boolean;
}

/** A fresh data key, vault key and backup identity, and an unfinished header without slots. */
export async function createRegisterKeys(
  register: NewRegister,
): Promise<{ header: RegisterHeader; keys: KeySet & { readonly vaultKey: Buffer } }> {
  const backupIdentity = await newIdentity();
  const keys = { dataKey: randomBytes(32), vaultKey: randomBytes(32), backupIdentity };
  const header: RegisterHeader = {
    format: 'kriter-header',
    version: 1,
    generation: 0,
    ...register,
    unfinished: true,
    keys: { backupRecipient: await recipientOf(backupIdentity), slots: [], sheets: [] },
    next: null,
    mac: '',
    nextMac: null,
    digest: '',
  };
  return { header, keys };
}

export const withKeys = (header: RegisterHeader, keys: Partial<KeyPart>): RegisterHeader => {
  if (header.next) throw new TypeError('the keys are being replaced; sign-in finishes that first');
  return { ...header, keys: { ...header.keys, ...keys } };
};

/** The slot of an account; throws where it has none, which its row in the database says first. */
export function slotOf(header: RegisterHeader, accountId: string): Slot {
  const slot = header.keys.slots.find((candidate) => candidate.accountId === accountId);
  if (!slot) throw new AppError('ACCOUNT_INACTIVE');
  return slot;
}

const replaceSlot = (header: RegisterHeader, slot: Slot): RegisterHeader =>
  withKeys(header, { slots: header.keys.slots.map((known) => (known.accountId === slot.accountId ? slot : known)) });

/** Gives an account its key pair and seals the keys to it; the vault key only `withVault`, which needs it in `keys`. */
export async function addSlot(
  header: RegisterHeader,
  keys: KeySet,
  account: NewSlot,
  kdf: KdfParameters,
): Promise<RegisterHeader> {
  if (header.keys.slots.some(({ login }) => login === account.login)) throw new AppError('LOGIN_TAKEN');
  if (account.withVault && !keys.vaultKey) throw new AppError('VAULT_KEY_NEEDED');
  const { registerId } = header;
  const { identity, recipient } = await newAccountIdentity();
  const owner = { registerId, accountId: account.accountId };
  const slot: Slot = {
    accountId: account.accountId,
    login: account.login,
    ...(await wrapIdentity(identity, account.passphrase, kdf, owner)),
    recipient,
    dataKey: await sealKey(recipient, registerId, 'data-key', keys.dataKey),
    backupIdentity: await seal(recipient, registerId, 'backup-identity', keys.backupIdentity),
    vaultKey:
      account.withVault && keys.vaultKey ? await sealKey(recipient, registerId, 'vault-key', keys.vaultKey) : null,
  };
  return withKeys(header, { slots: [...header.keys.slots, slot] });
}

/** Takes an account's slot out. Whoever knew the keys still does: revoking means `rotateKeys` as well. */
export const removeSlot = (header: RegisterHeader, accountId: string): RegisterHeader =>
  withKeys(header, { slots: header.keys.slots.filter((slot) => slot.accountId !== accountId) });

/** Seals the vault key to an account, without anybody's passphrase. */
export async function giveVaultKey(
  header: RegisterHeader,
  accountId: string,
  vaultKey: Buffer | null,
): Promise<RegisterHeader> {
  if (!vaultKey) throw new AppError('VAULT_KEY_NEEDED');
  const slot = slotOf(header, accountId);
  const sealed = await sealKey(slot.recipient, header.registerId, 'vault-key', vaultKey);
  return replaceSlot(header, { ...slot, vaultKey: sealed });
}

/** Takes the sealed vault key out of an account's slot, as a change of roles asks. */
export const takeVaultKey = (header: RegisterHeader, accountId: string): RegisterHeader =>
  replaceSlot(header, { ...slotOf(header, accountId), vaultKey: null });

/** Rewraps an account's identity under another passphrase; nothing else changes. */
export async function changePassphrase(
  header: RegisterHeader,
  accountId: string,
  current: string,
  next: string,
  kdf: KdfParameters,
): Promise<RegisterHeader> {
  const slot = slotOf(header, accountId);
  const owner = { registerId: header.registerId, accountId };
  const identity = await unwrapIdentity(slot, current, owner);
  return replaceSlot(header, { ...slot, ...(await wrapIdentity(identity, next, kdf, owner)) });
}

/**
 * A new key pair for an account whose passphrase is lost. The vault key is sealed to it again only if the one
 * who resets holds it; otherwise somebody who does must give it anew.
 */
export async function resealFor(
  header: RegisterHeader,
  keys: KeySet,
  accountId: string,
  passphrase: string,
  kdf: KdfParameters,
): Promise<RegisterHeader> {
  const old = slotOf(header, accountId);
  const withVault = old.vaultKey !== null && keys.vaultKey !== null;
  return addSlot(removeSlot(header, accountId), keys, { accountId, login: old.login, passphrase, withVault }, kdf);
}

/** Opens the register for an account, or WRONG_PASSPHRASE; the same answer, after the same time, for an unknown login. */
export async function openSlot(header: RegisterHeader, login: string, passphrase: string): Promise<OpenedSlot> {
  const slot = header.keys.slots.find((candidate) => candidate.login === login);
  if (!slot) {
    const model = header.keys.slots[0];
    if (model) await stretch(passphrase, randomBytes(16), model.kdf);
    throw new AppError('WRONG_PASSPHRASE');
  }
  const { registerId } = header;
  const { accountId } = slot;
  const identity = await unwrapIdentity(slot, passphrase, { registerId, accountId });
  const dataKey = await unsealKey(identity, registerId, 'data-key', slot.dataKey);
  verifyHeader(header, dataKey);
  return {
    accountId,
    identity,
    dataKey,
    vaultKey: slot.vaultKey ? await unsealKey(identity, registerId, 'vault-key', slot.vaultKey) : null,
    backupIdentity: await unseal(identity, registerId, 'backup-identity', slot.backupIdentity),
    next: await openNext(header, accountId, identity),
  };
}

async function openNext(header: RegisterHeader, accountId: string, identity: string): Promise<OpenedSlot['next']> {
  const slot = header.next?.slots.find((candidate) => candidate.accountId === accountId);
  if (!slot) return null;
  const { registerId } = header;
  return {
    dataKey: await unsealKey(identity, registerId, 'data-key', slot.dataKey),
    backupIdentity: await unseal(identity, registerId, 'backup-identity', slot.backupIdentity),
  };
}
