/**
 * How an account and its passphrase open a backup on a bare machine: per account one stanza of our own type in the
 * age header wraps the backup identity. Other age programs skip it. docs/formats.md describes it.
 */
import { Decrypter, type Recipient, Stanza } from 'age-encryption';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { unwrapIdentity } from '../../security/envelope.ts';
import { type RegisterHeader, type Slot, slotSchema } from '../../security/header.ts';
import { unseal } from '../../security/seal.ts';
import { sameLogin } from '../logins.ts';

const stanzaType = 'kriter-account';

const bodySchema = z.strictObject({
  version: z.literal(1),
  registerId: z.uuid(),
  ...slotSchema.pick({
    accountId: true,
    login: true,
    kdf: true,
    salt: true,
    wrappedIdentity: true,
    backupIdentity: true,
  }).shape,
});

/** The frame of an age file takes visible ASCII only: other letters and blanks of a login stand as %XX of UTF-8. */
const writtenLogin = (login: string): string => encodeURIComponent(login.normalize('NFC'));

const isStanzaOf = ({ args: [type, written = ''] }: Stanza, login: string): boolean => {
  if (type !== stanzaType) return false;
  try {
    return sameLogin(decodeURIComponent(written), login);
  } catch {
    return false;
  }
};

/** Adds the stanza of one account; it carries the backup identity, not the file key. */
export function accountRecipient({ registerId }: RegisterHeader, slot: Slot): Recipient {
  const { accountId, login, kdf, salt, wrappedIdentity, backupIdentity } = slot;
  const body = { version: 1, registerId, accountId, login, kdf, salt, wrappedIdentity, backupIdentity };
  return {
    wrapFileKey: () => [new Stanza([stanzaType, writtenLogin(login)], Buffer.from(JSON.stringify(body), 'utf8'))],
  };
}

export interface OpenedStanza {
  readonly accountId: string;
  /** The account's own age identity. */
  readonly identity: string;
  readonly backupIdentity: string;
}

/** Looks into the age header of a backup without opening it. */
export async function readStanzas(file: ReadableStream<Uint8Array>): Promise<Stanza[]> {
  const found: { stanzas?: Stanza[] } = {};
  const decrypter = new Decrypter();
  decrypter.addIdentity({
    unwrapFileKey(stanzas: Stanza[]) {
      found.stanzas = stanzas;
      return null;
    },
  });
  // It always fails, for no key is given; what counts is whether the header could be read before.
  await decrypter.decrypt(file).catch(() => undefined);
  if (!found.stanzas) throw new AppError('BACKUP_DAMAGED');
  return found.stanzas;
}

/** The backup identity by an account's passphrase; BACKUP_WRONG_KEY for another passphrase or an unknown login. */
export async function openStanza(stanzas: readonly Stanza[], login: string, passphrase: string): Promise<OpenedStanza> {
  const ours = stanzas.find((stanza) => isStanzaOf(stanza, login));
  if (!ours) throw new AppError('BACKUP_WRONG_KEY');
  const body = bodySchema.safeParse(parseJson(ours.body));
  if (!body.success) throw new AppError('BACKUP_DAMAGED', {}, { cause: body.error });
  const { registerId, accountId, backupIdentity } = body.data;
  try {
    const identity = await unwrapIdentity(body.data, passphrase, { registerId, accountId });
    return {
      accountId,
      identity,
      backupIdentity: await unseal(identity, registerId, 'backup-identity', backupIdentity),
    };
  } catch (cause) {
    if (cause instanceof AppError && cause.code !== 'WRONG_PASSPHRASE') throw cause;
    throw new AppError('BACKUP_WRONG_KEY', {}, { cause });
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
