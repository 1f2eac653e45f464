/** Backups, import and export: whatever crosses the border of the register as a file. */
import { z } from 'zod';
import { attachmentAdded } from './attachment.ts';
import { procedure } from './procedure.ts';
import { publicationPreview } from './publication.ts';
import { job, language, login, nothing, passphrase, path, reason, registerKind, timestamp, uuid } from './shapes.ts';
import { summaryWritten } from './summary.ts';

/** What opens a backup: an account with its passphrase, or the lines of the register's recovery sheet. */
export const backupKey = z.union([
  z.strictObject({ login, passphrase }),
  z.strictObject({ lines: z.array(z.string()).length(8) }),
]);

export const backupContents = z.strictObject({
  registerId: uuid,
  kind: registerKind,
  institution: z.string(),
  country: z.string(),
  training: z.boolean(),
  createdAt: timestamp,
  programVersion: z.string(),
  dictionaryVersion: z.string(),
  /** Records by entity, without the bin. */
  counts: z.record(z.string(), z.number()),
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  bytes: z.number(),
});
export type BackupContents = z.output<typeof backupContents>;

/** Value of job.finished per job, by the procedure that started it. */
export const jobResults = {
  'backup.create': z.strictObject({ file: path, contents: backupContents, seconds: z.number() }),
  'backup.verify': z.strictObject({ file: path, contents: backupContents }),
  'backup.inspect': z.strictObject({ file: path, contents: backupContents, replaces: backupContents.nullable() }),
  'backup.restore': z.strictObject({
    path,
    contents: backupContents,
    safetyCopy: path.nullable(),
    /** Records erased after the backup that are in the register again; null: what was erased since is not known. */
    erasedBack: z.number().nullable(),
  }),
  'exchange.import': z.strictObject({
    committed: z.boolean(),
    files: z.array(
      z.strictObject({ file: path, entity: z.string(), encoding: z.string(), delimiter: z.string(), rows: z.number() }),
    ),
    records: z.number(),
    rows: z.number(),
    /** At most 1,000 are listed; `problemCount` counts all. */
    problems: z.array(
      z.strictObject({
        file: path,
        line: z.number(),
        column: z.string().nullable(),
        code: z.enum([
          'UNKNOWN_COLUMN',
          'MISSING_COLUMN',
          'UNKNOWN_CODE',
          'NOT_A_NUMBER',
          'NOT_A_DATE',
          'OUT_OF_RANGE',
          'TOO_LONG',
          'NO_RECORD',
          'LOOP',
          'MARKER_NOT_ALLOWED',
          'NO_PARENT',
          'DUPLICATE_KEY',
          'REQUIRED',
          'RULE',
          'BAD_QUOTING',
          'BAD_ENCODING',
          'WRONG_FIELD_COUNT',
          'NOT_APPLICABLE',
          'DERIVED_FIELD',
        ]),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    problemCount: z.number(),
    warningCount: z.number(),
  }),
  'exchange.export': z.strictObject({
    files: z.array(path),
    records: z.number(),
    encrypted: z.boolean(),
    /** Shown once: the passphrase of an encrypted export. */ passphrase: z.string().nullable(),
  }),
  'register.check': z.strictObject({
    sound: z.boolean(),
    findings: z.array(
      z.strictObject({
        check: z.enum([
          'integrity',
          'schema',
          'foreign-keys',
          'audit-chain',
          'seal',
          'header',
          'counts',
          'recount',
          'vault',
        ]),
        sound: z.boolean(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
    ),
    counts: z.record(z.string(), z.number()),
    seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  }),
  'training.generate': z.strictObject({ records: z.number(), seed: z.number() }),
  'attachment.add': attachmentAdded,
  /** Records whose answers moved to the successor, and records that still hold the retired entry. */
  'reference.carry-over': z.strictObject({ records: z.number(), left: z.number() }),
  /** Records judged, and those of which something else was found than before. */
  'quality.judge': z.strictObject({ records: z.number(), changed: z.number() }),
  'summary.write': summaryWritten,
  'publication.preview': publicationPreview,
} as const;
export type JobName = keyof typeof jobResults;
export type JobResult<N extends JobName> = z.output<(typeof jobResults)[N]>;

export const importFile = z.strictObject({
  entity: z.string().max(64),
  file: path,
  encoding: z.enum(['auto', 'utf-8', 'windows-1250', 'windows-1251', 'windows-1252']),
  delimiter: z.enum(['auto', ',', ';', 'tab']),
});

export const exchangeProcedures = {
  /** Writes under a temporary name, flushes, reads back, verifies, renames; only then it counts. */
  'backup.create': procedure({
    input: z.strictObject({ folder: path }),
    output: job,
    access: ['administrator'],
    audit: 'always',
  }),
  'backup.verify': procedure({
    input: z.strictObject({ file: path, key: backupKey.nullable() }),
    output: job,
    access: 'anyone',
    audit: 'always',
  }),
  'backup.list': procedure({
    input: nothing,
    output: z.strictObject({
      backups: z.array(z.strictObject({ at: timestamp, file: path, bytes: z.number(), verified: z.boolean() })),
    }),
    access: ['administrator', 'supervisor', 'auditor'],
    audit: 'never',
  }),
  /** What a backup holds and what it would replace in the target folder; changes nothing. */
  'backup.inspect': procedure({
    input: z.strictObject({ file: path, key: backupKey, target: path.nullable() }),
    output: job,
    access: 'anyone',
    audit: 'always',
  }),
  /** Restores into `target`; a register already there is kept beside it as a safety copy. */
  'backup.restore': procedure({
    input: z.strictObject({ file: path, key: backupKey, target: path }),
    output: job,
    access: 'anyone',
    audit: 'always',
  }),
  /** Header and explanation lines of an import file; written to `file` where one is given, else only returned. */
  'exchange.template': procedure({
    input: z.strictObject({ kind: registerKind, entity: z.string().max(64), language, file: path.nullable() }),
    output: z.strictObject({ file: path.nullable(), text: z.string() }),
    access: 'anyone',
    audit: 'never',
  }),
  /** Dry run unless `commit`; all or nothing. */
  'exchange.import': procedure({
    input: z.strictObject({ files: z.array(importFile).min(1).max(40), commit: z.boolean() }),
    output: job,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'exchange.export': procedure({
    input: z.strictObject({
      folder: path,
      labels: language.nullable(),
      /** Full codes, municipalities and birth years need a supervisor's reason; without it the export is pseudonymised. */
      identifiedReason: reason.nullable(),
      clear: z.boolean(),
    }),
    output: job,
    access: ['supervisor', 'analyst'],
    audit: 'always',
  }),
  'job.cancel': procedure({
    input: z.strictObject({ jobId: uuid }),
    output: nothing,
    access: 'anyone',
    audit: 'never',
  }),
} as const;
