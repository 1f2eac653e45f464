/** What the program knows before anybody has signed in: registers on this workstation, language, drives, dialogs. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { language, nothing, path, registerKind } from './shapes.ts';

export const registerSummary = z.strictObject({
  path,
  /** Null where the header cannot be read. */
  kind: registerKind.nullable(),
  institution: z.string(),
  country: z.string(),
  training: z.boolean(),
  /** The recovery sheet has not been typed back: the wizard goes on, the register is not offered. */
  unfinished: z.boolean(),
  logins: z.array(z.string()),
  /** Set where the register cannot be offered: not found, damaged, newer, foreign, in use. */
  problem: z.string().nullable(),
});

export const workstationProcedures = {
  'workstation.describe': procedure({
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      runtime: z.enum(['electron', 'preview', 'console']),
      language,
      registers: z.array(registerSummary),
      /** Where a new register is proposed. */
      suggestedFolder: path,
      /** Training register of `--demo`: invented records, so its passphrase is no secret. */
      demo: z.strictObject({ path, login: z.string(), passphrase: z.string() }).nullable(),
    }),
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
  'workstation.set-language': procedure({
    input: z.strictObject({ language }),
    output: nothing,
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
  /** Adds a register folder found elsewhere to the list, after looking into its header. */
  'workstation.add-register': procedure({
    input: z.strictObject({ path }),
    output: registerSummary,
    access: 'anyone',
    audit: 'never',
  }),
  /** Takes a register off the list; touches no file. */
  'workstation.forget-register': procedure({
    input: z.strictObject({ path }),
    output: nothing,
    access: 'anyone',
    audit: 'never',
  }),
  /** One more window on the open register, at a page of the program; false where there are enough windows. */
  'workstation.open-window': procedure({
    input: z.strictObject({
      page: z
        .string()
        .max(200)
        .regex(/^\/[\w/-]*$/),
    }),
    output: z.strictObject({ opened: z.boolean() }),
    access: 'signed-in',
    audit: 'never',
  }),
  'workstation.list-drives': procedure({
    input: nothing,
    output: z.strictObject({
      drives: z.array(
        z.strictObject({
          path,
          label: z.string(),
          removable: z.boolean(),
          freeBytes: z.number(),
          totalBytes: z.number(),
        }),
      ),
    }),
    access: 'anyone',
    audit: 'never',
  }),
  'workstation.choose-folder': procedure({
    input: z.strictObject({ purpose: z.enum(['register', 'backup', 'export', 'restore', 'report']) }),
    output: z.strictObject({ path: path.nullable() }),
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
  'workstation.choose-file': procedure({
    input: z.strictObject({ purpose: z.enum(['backup', 'import', 'attachment']) }),
    output: z.strictObject({ path: path.nullable() }),
    access: 'anyone',
    audit: 'never',
  }),
  'workstation.choose-save': procedure({
    input: z.strictObject({
      purpose: z.enum(['pdf', 'xlsx', 'csv', 'json', 'jpeg', 'png']),
      suggestedName: z.string().max(120),
    }),
    output: z.strictObject({ path: path.nullable() }),
    access: 'anyone',
    audit: 'never',
    duringSetup: true,
  }),
} as const;
