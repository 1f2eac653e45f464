import { z } from 'zod';
import { procedure } from './procedure.ts';
import { login, nothing, passphrase, role, timestamp, uuid } from './shapes.ts';

export const account = z.strictObject({
  id: uuid,
  login,
  displayName: z.string(),
  roles: z.array(role),
  active: z.boolean(),
  holdsVaultKey: z.boolean(),
  /** The roles call for the vault key but nobody who holds it has given it yet. */
  waitsForVaultKey: z.boolean(),
  createdAt: timestamp,
  lastSignIn: timestamp.nullable(),
});

export const accountProcedures = {
  'account.list': procedure({
    input: nothing,
    output: z.strictObject({ accounts: z.array(account) }),
    access: ['administrator', 'supervisor'],
    audit: 'never',
  }),
  'account.add': procedure({
    input: z.strictObject({
      login,
      displayName: z.string().trim().min(1).max(120),
      roles: z.array(role).min(1),
      passphrase,
    }),
    output: account,
    access: ['administrator'],
    audit: 'always',
  }),
  'account.set-roles': procedure({
    input: z.strictObject({ id: uuid, roles: z.array(role).min(1) }),
    output: account,
    access: ['administrator'],
    audit: 'always',
  }),
  /** Somebody who holds the vault key gives it to another account whose roles call for it. */
  'account.give-vault-key': procedure({
    input: z.strictObject({ id: uuid }),
    output: account,
    access: ['supervisor', 'officer'],
    audit: 'always',
  }),
  'account.reset-passphrase': procedure({
    input: z.strictObject({ id: uuid, passphrase }),
    output: account,
    access: ['administrator'],
    audit: 'always',
  }),
  /** Closes the account for good: its slot goes, the data key and the backup identity are replaced. */
  'account.revoke': procedure({
    input: z.strictObject({ id: uuid }),
    output: nothing,
    access: ['administrator'],
    audit: 'always',
  }),
} as const;
