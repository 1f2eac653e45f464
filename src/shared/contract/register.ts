/** Making a register, its recovery sheets and its settings. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { sessionInfo } from './session.ts';
import { country, job, language, limits, login, nothing, passphrase, path, registerKind, role } from './shapes.ts';

/** One sheet: 8 lines of 12 digits, the last two of a line its check digits. Shown once, never stored. */
export const sheet = z.strictObject({
  purpose: z.enum(['register', 'vault']),
  sheetId: z.string(),
  /** The same key as the standard age tool reads it: AGE-SECRET-KEY-1... */
  identity: z.string(),
  lines: z.array(z.string()).length(8),
});

export const firstAccount = z.strictObject({
  login,
  displayName: z.string().trim().min(1).max(120),
  passphrase,
});

const publicRounding = z.union([z.literal(0), z.literal(3), z.literal(5), z.literal(10)]);

export const registerProcedures = {
  /**
   * Makes a register in an empty or new folder and signs its administrator in; the register stays
   * unfinished until both sheets have been typed back. Without `supervisor` one person holds both roles.
   */
  'register.create': procedure({
    input: z.strictObject({
      path,
      kind: registerKind,
      institution: z.string().trim().min(2).max(200),
      office: z.string().trim().max(200),
      country,
      language,
      administrator: firstAccount,
      supervisor: firstAccount.nullable(),
      /** Roles of the one account where `supervisor` is null. */
      roles: z.array(role).min(1).optional(),
      training: z.boolean().optional(),
      /** The console makes registers that work before the sheet is rehearsed, and says so. */
      rehearseLater: z.boolean().optional(),
    }),
    output: z.strictObject({ session: sessionInfo, sheets: z.array(sheet).length(2) }),
    access: 'anyone',
    audit: 'always',
  }),
  /**
   * New sheets for an unfinished register whose wizard was left; the ones before lose their power.
   * The vault sheet comes along only where this account holds the vault key; else the one already printed counts.
   */
  'recovery.reissue': procedure({
    input: nothing,
    output: z.strictObject({ sheets: z.array(sheet).min(1).max(2) }),
    access: ['administrator', 'supervisor'],
    audit: 'always',
    duringSetup: true,
  }),
  /** Prints a sheet that is still on the screen as PDF; the lines come back from the window. */
  'recovery.print': procedure({
    input: z.strictObject({ sheet, language, file: path }),
    output: z.strictObject({ file: path }),
    access: ['administrator', 'supervisor'],
    audit: 'always',
    duringSetup: true,
  }),
  /** Compares typed lines with the sheet's recipient; both sheets right ends the set-up. */
  'recovery.rehearse': procedure({
    input: z.strictObject({ purpose: z.enum(['register', 'vault']), lines: z.array(z.string()).length(8) }),
    output: z.strictObject({ finished: z.boolean() }),
    access: ['administrator', 'supervisor'],
    audit: 'always',
    duringSetup: true,
  }),
  /** With the register sheet: a new administrator's slot, shown to everybody at the next sign-in. */
  'recovery.issue-administrator': procedure({
    input: z.strictObject({
      path,
      lines: z.array(z.string()).length(8),
      /** With the second sheet the new account also receives the vault key. */
      vaultLines: z.array(z.string()).length(8).nullable(),
      account: firstAccount,
    }),
    output: nothing,
    access: 'anyone',
    audit: 'always',
  }),
  'settings.get': procedure({
    input: nothing,
    output: z.strictObject({
      institution: z.string(),
      office: z.string(),
      idleMinutes: z.number(),
      publicThreshold: z.union([z.literal(3), z.literal(5), z.literal(10)]),
      /** Base to which public tables round every count; 0: they hide small counts instead. */
      publicRounding,
      otherSexOffered: z.boolean(),
      /** Limits of the rules that this kind of register declares: name and number that counts. */
      limits,
    }),
    access: 'signed-in',
    audit: 'never',
  }),
  'settings.set': procedure({
    input: z.strictObject({
      institution: z.string().trim().min(2).max(200).optional(),
      office: z.string().trim().max(200).optional(),
      idleMinutes: z.number().int().min(1).max(120).optional(),
      publicThreshold: z.union([z.literal(3), z.literal(5), z.literal(10)]).optional(),
      /** Not smaller than the threshold. */
      publicRounding: publicRounding.optional(),
      otherSexOffered: z.boolean().optional(),
      /** Those to be changed; each within the bounds that the register declares. */
      limits: limits.optional(),
    }),
    output: nothing,
    access: ['administrator'],
    audit: 'always',
  }),
  /** Integrity, schema, audit chain, counts, and three tables recounted in plain SQL. */
  'register.check': procedure({
    input: z.strictObject({ seal: z.string().max(60).nullable() }),
    output: job,
    access: ['administrator', 'supervisor', 'auditor'],
    audit: 'always',
  }),
  /** Fills an empty register with invented records and marks it as training for ever. */
  'training.generate': procedure({
    input: z.strictObject({ records: z.number().int().min(1).max(2_000_000), seed: z.number().int() }),
    output: job,
    access: ['administrator', 'supervisor'],
    audit: 'always',
  }),
} as const;
