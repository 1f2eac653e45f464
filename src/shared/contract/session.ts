/** Signing in and out, passphrases, idle lock. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { language, login, nothing, passphrase, path, registerKind, role, timestamp } from './shapes.ts';

export const sessionInfo = z.strictObject({
  account: z.strictObject({
    id: z.uuid(),
    login,
    displayName: z.string(),
    roles: z.array(role),
    holdsVaultKey: z.boolean(),
  }),
  register: z.strictObject({
    id: z.uuid(),
    path,
    kind: registerKind,
    institution: z.string(),
    office: z.string(),
    country: z.string(),
    language,
    training: z.boolean(),
  }),
  /** The administrator has still to type back the recovery sheet; nothing else is open until then. */
  setupPending: z.boolean(),
  /** Sheets that have not been typed back yet. */
  sheetsPending: z.array(z.enum(['register', 'vault'])),
  /** Seal of the audit chain: number of the last entry and 16 characters. */
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  /** When the last backup was verified, by the clock of this workstation; null if never. */
  lastVerifiedBackup: timestamp.nullable(),
  idleMinutes: z.number(),
  /** Something everybody must be told at sign-in: a recovery sheet was used. */
  notices: z.array(
    z.strictObject({
      code: z.enum(['RECOVERY_SHEET_USED', 'SINGLE_PERSON_OFFICE', 'ERASED_MAY_BE_BACK']),
      at: timestamp,
    }),
  ),
});
export type SessionInfo = z.output<typeof sessionInfo>;

export const judgement = z.strictObject({
  acceptable: z.boolean(),
  /** 0 to 4 of zxcvbn. */
  score: z.number(),
  problems: z.array(z.enum(['TOO_SHORT', 'KNOWN_WORDS', 'GUESSABLE'])),
});

export const sessionProcedures = {
  'session.sign-in': procedure({
    input: z.strictObject({ path, login, passphrase }),
    output: sessionInfo,
    access: 'anyone',
    audit: 'always',
    duringSetup: true,
  }),
  'session.describe': procedure({
    input: nothing,
    output: z.strictObject({ session: sessionInfo.nullable() }),
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
  'session.lock': procedure({
    input: nothing,
    output: nothing,
    access: 'signed-in',
    audit: 'always',
    duringSetup: true,
  }),
  /** The window tells that somebody is at the keyboard; without it the idle lock falls. */
  'session.touch': procedure({
    input: nothing,
    output: nothing,
    access: 'signed-in',
    audit: 'never',
    duringSetup: true,
  }),
  'session.change-passphrase': procedure({
    input: z.strictObject({ current: passphrase, next: passphrase }),
    output: nothing,
    access: 'signed-in',
    audit: 'always',
  }),
  /** A fresh passphrase of at least 64 bits in pronounceable ASCII syllables. */
  'passphrase.suggest': procedure({
    input: nothing,
    output: z.strictObject({ passphrase: z.string() }),
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
  'passphrase.judge': procedure({
    input: z.strictObject({ passphrase: z.string().max(1024), knownWords: z.array(z.string().max(200)).max(20) }),
    output: judgement,
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
} as const;
