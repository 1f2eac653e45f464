import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeIdentity, encodeIdentity } from '#electron/security/bech32.ts';
import { unwrapIdentity, wrapIdentity } from '#electron/security/envelope.ts';
import type { RegisterHeader } from '#electron/security/header.ts';
import { signHeader } from '#electron/security/header.ts';
import { kdfParameters, stretch } from '#electron/security/kdf.ts';
import {
  addSlot,
  changePassphrase,
  createRegisterKeys,
  giveVaultKey,
  type KeySet,
  openSlot,
  removeSlot,
  resealFor,
  takeVaultKey,
} from '#electron/security/register-keys.ts';
import { newIdentity, recipientOf, sealKey, unsealKey } from '#electron/security/seal.ts';
import { quickKdf } from '../backup/made-register.ts';

const id = (last: number): string => `0199aaaa-0000-7000-8000-00000000000${last}`;
const officer = { accountId: id(1), login: 'officer', passphrase: 'bakilo-temuna-rofeti-gasipu', withVault: true };
const clerk = { accountId: id(2), login: 'clerk', passphrase: 'dorafi-gubeko-lumita-pesano', withVault: false };

async function registerWith(...accounts: (typeof officer)[]): Promise<{ header: RegisterHeader; keys: KeySet }> {
  const register = { kind: 'victims', institution: 'Zyra', country: 'XKX', training: false } as const;
  const made = await createRegisterKeys({ registerId: randomUUID(), ...register });
  let { header } = made;
  for (const account of accounts) header = await addSlot(header, made.keys, account, quickKdf);
  return { header: signHeader(header, made.keys.dataKey), keys: made.keys };
}
const signed = (header: RegisterHeader, keys: KeySet): RegisterHeader => signHeader(header, keys.dataKey);

test('the text of an identity is the one that age itself writes', async () => {
  for (let round = 0; round < 20; round += 1) {
    const identity = await newIdentity();
    expect(encodeIdentity(decodeIdentity(identity))).toBe(identity);
  }
  const text = encodeIdentity(randomBytes(32));
  expect(() => decodeIdentity(`${text.slice(0, -1)}${text.endsWith('Q') ? 'P' : 'Q'}`)).toThrow();
});

test('a passphrase opens its slot, whatever system composed its letters', async () => {
  const { header, keys } = await registerWith({ ...officer, passphrase: 'Çelësi i fshehtë është ky' });
  const opened = await openSlot(header, 'officer', 'Çelësi i fshehtë është ky'.normalize('NFD'));
  expect(opened).toMatchObject({ accountId: officer.accountId, dataKey: keys.dataKey, vaultKey: keys.vaultKey });
  expect(opened.backupIdentity).toBe(keys.backupIdentity);
});

test('a wrong passphrase and an unknown login get the same answer', async () => {
  const { header } = await registerWith(officer);
  await expect(openSlot(header, 'officer', 'bakilo-temuna-rofeti-gasipo')).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  });
  await expect(openSlot(header, 'nobody', officer.passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('an account that may not see identities gets no vault key, and nothing in its slot yields one', async () => {
  const { header } = await registerWith(officer, clerk);
  const opened = await openSlot(header, 'clerk', clerk.passphrase);
  expect(opened.vaultKey).toBeNull();
  const vaults = header.keys.slots.map(({ vaultKey }) => vaultKey).filter((sealed) => sealed !== null);
  expect(vaults).toHaveLength(1);
  for (const sealed of vaults) {
    await expect(unsealKey(opened.identity, header.registerId, 'vault-key', sealed)).rejects.toThrow();
    await expect(unsealKey(opened.backupIdentity, header.registerId, 'vault-key', sealed)).rejects.toThrow();
  }
});

test('only somebody who holds the vault key gives it, without the passphrase of the one who gets it', async () => {
  const { header, keys } = await registerWith(officer, clerk);
  await expect(giveVaultKey(header, clerk.accountId, null)).rejects.toMatchObject({ code: 'VAULT_KEY_NEEDED' });
  const given = signed(await giveVaultKey(header, clerk.accountId, keys.vaultKey), keys);
  expect((await openSlot(given, 'clerk', clerk.passphrase)).vaultKey).toEqual(keys.vaultKey);
  const taken = signed(takeVaultKey(given, clerk.accountId), keys);
  expect((await openSlot(taken, 'clerk', clerk.passphrase)).vaultKey).toBeNull();
});

test('a changed passphrase opens and the old one does not; the data key stays', async () => {
  const { header, keys } = await registerWith(officer);
  const next = 'lumita-gubeko-dorafi-pesano';
  await expect(changePassphrase(header, officer.accountId, 'not mine at all', next, quickKdf)).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  });
  const changed = signed(await changePassphrase(header, officer.accountId, officer.passphrase, next, quickKdf), keys);
  expect((await openSlot(changed, 'officer', next)).dataKey).toEqual(keys.dataKey);
  await expect(openSlot(changed, 'officer', officer.passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('who resets a passphrase without the vault key cannot hand it on', async () => {
  const { header, keys } = await registerWith(officer);
  const byClerk = await resealFor(
    header,
    { ...keys, vaultKey: null },
    officer.accountId,
    'gasipu-bakilo-temuna',
    quickKdf,
  );
  expect((await openSlot(signed(byClerk, keys), 'officer', 'gasipu-bakilo-temuna')).vaultKey).toBeNull();
  const byHolder = await resealFor(header, keys, officer.accountId, 'gasipu-bakilo-temuna', quickKdf);
  expect((await openSlot(signed(byHolder, keys), 'officer', 'gasipu-bakilo-temuna')).vaultKey).toEqual(keys.vaultKey);
});

test('a slot that was taken out opens nothing', async () => {
  const { header, keys } = await registerWith(officer, clerk);
  const without = signed(removeSlot(header, clerk.accountId), keys);
  await expect(openSlot(without, 'clerk', clerk.passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
});

test('a wrapped identity opens in no other register and for no other account', async () => {
  const identity = await newIdentity();
  const owner = { registerId: randomUUID(), accountId: id(1) };
  const wrapped = await wrapIdentity(identity, 'a passphrase', quickKdf, owner);
  expect(await unwrapIdentity(wrapped, 'a passphrase', owner)).toBe(identity);
  const others = [
    { ...owner, accountId: id(2) },
    { ...owner, registerId: randomUUID() },
  ];
  for (const other of others) {
    await expect(unwrapIdentity(wrapped, 'a passphrase', other)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  }
});

test('a sealed key is accepted only under its own name and register', async () => {
  const identity = await newIdentity();
  const key = randomBytes(32);
  const registerId = randomUUID();
  const sealed = await sealKey(await recipientOf(identity), registerId, 'data-key', key);
  expect(await unsealKey(identity, registerId, 'data-key', sealed)).toEqual(key);
  await expect(unsealKey(identity, registerId, 'vault-key', sealed)).rejects.toThrow();
  await expect(unsealKey(identity, randomUUID(), 'data-key', sealed)).rejects.toThrow();
});

test('parameters under 64 MiB are refused, so that no header can make guessing cheap', async () => {
  await expect(stretch('x', Buffer.alloc(16), { ...quickKdf, memory: 65_535 })).rejects.toThrow();
  expect(kdfParameters.safeParse({ ...quickKdf, memory: 8 }).success).toBe(false);
});

test('stretching is Argon2id version 1.3 as the encoded form of other programs names it', async () => {
  const key = await stretch('correct horse', Buffer.from('kriter-test-salt'), quickKdf);
  const { hashSync, verifySync } = await import('@node-rs/argon2');
  const encoded = `$argon2id$v=19$m=65536,t=1,p=1$${Buffer.from('kriter-test-salt').toString('base64').replace(/=+$/, '')}$${key
    .toString('base64')
    .replace(/=+$/, '')}`;
  expect(verifySync(encoded, 'correct horse')).toBe(true);
  expect(hashSync('x', { memoryCost: 65_536 })).toMatch(/^\$argon2id\$v=19\$/);
});

test('sealing survives any 32 bytes', async () => {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (bytes) => {
      const sealed = await sealKey(recipient, id(3), 'vault-key', Buffer.from(bytes));
      expect(await unsealKey(identity, id(3), 'vault-key', sealed)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 20 },
  );
});
