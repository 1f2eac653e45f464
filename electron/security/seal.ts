/** Small secrets sealed to an age recipient, as age files whose one line says what they are and of which register. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

export type SecretName = 'data-key' | 'vault-key' | 'backup-identity';

/** An age file in base64; anybody with the identity reads `kriter <name> <register> <secret>` with the standard tool. */
export async function seal(recipient: string, registerId: string, name: SecretName, secret: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const file = await encrypter.encrypt(`kriter ${name} ${registerId} ${secret}\n`);
  return Buffer.from(file).toString('base64');
}

/** Opens what `seal` made; throws where identity, register or name do not fit. */
export async function unseal(identity: string, registerId: string, name: SecretName, sealed: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const line = await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text');
  const [program, foundName, foundRegister, secret] = line.trimEnd().split(' ');
  if (program !== 'kriter' || foundName !== name || foundRegister !== registerId || !secret) {
    throw new Error(`the sealed secret is not the ${name} of this register`);
  }
  return secret;
}

export const sealKey = (recipient: string, registerId: string, name: SecretName, key: Buffer): Promise<string> =>
  seal(recipient, registerId, name, key.toString('hex'));

/** A 32-byte key sealed by `sealKey`. */
export async function unsealKey(
  identity: string,
  registerId: string,
  name: SecretName,
  sealed: string,
): Promise<Buffer> {
  const key = Buffer.from(await unseal(identity, registerId, name, sealed), 'hex');
  if (key.length !== 32) throw new Error(`the ${name} has not 32 bytes`);
  return key;
}

export const newIdentity = (): Promise<string> => generateX25519Identity();
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);
