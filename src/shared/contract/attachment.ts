/** Files that belong to a record: sealed with the vault key, shown inside the program, part by part. */
import { z } from 'zod';
import { attachmentKinds, attachmentPartLength, attachmentParts, largestAttachment } from '../records/attachment.ts';
import { procedure } from './procedure.ts';
import { job, nothing, path, reason, timestamp, uuid } from './shapes.ts';

const bytes = z.number().int().min(1).max(largestAttachment);
const mostParts = attachmentParts(largestAttachment);
const longestName = 255;
const longestDescription = 500;

/** What only the vault key tells. */
const attachmentFacts = z.strictObject({
  /** As the file was called; the kind is told by its content. */
  name: z.string().max(longestName),
  description: z.string().max(longestDescription),
  kind: z.enum(attachmentKinds),
});

const attachment = z.strictObject({
  id: uuid,
  /** null where they do not open: one damaged attachment must not hide the others. */
  facts: attachmentFacts.nullable(),
  bytes,
  by: z.string(),
  at: timestamp,
  /** Who took it away and when; only supervisors are told of what was removed. */
  removed: z.strictObject({ by: z.string(), at: timestamp }).nullable(),
});

/** Value of job.finished of `attachment.add`. */
export const attachmentAdded = z.strictObject({ id: uuid, bytes });

export const attachmentProcedures = {
  /** How many there are is no secret of the person. */
  'attachment.count': procedure({
    input: z.strictObject({ recordId: uuid }),
    output: z.strictObject({ count: z.number().int() }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Names of files name persons: listing them needs what opening the identity needs. */
  'attachment.list': procedure({
    input: z.strictObject({ recordId: uuid, reason: reason.nullable() }),
    output: z.strictObject({
      attachments: z.array(attachment),
      /** What this session may do with the attachments of this record now. */
      allowed: z.strictObject({ change: z.boolean(), restore: z.boolean(), saveCopy: z.boolean() }),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** The entry is written with the statement that makes the attachment visible, or with what the job failed of. */
  'attachment.add': procedure({
    input: z.strictObject({ recordId: uuid, file: path, description: z.string().trim().max(longestDescription) }),
    output: job,
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Asked before the parts are read: one entry for one look, however many parts there are. */
  'attachment.open': procedure({
    input: z.strictObject({ id: uuid, reason: reason.nullable() }),
    output: attachmentFacts.extend({ bytes, parts: z.number().int().min(1).max(mostParts) }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** One part of an attachment that was opened in this session, in base64. */
  'attachment.read': procedure({
    input: z.strictObject({ id: uuid, part: z.number().int().min(0).max(mostParts) }),
    output: z.strictObject({ content: z.string().max(Math.ceil(attachmentPartLength / 3) * 4) }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Writes the file, no longer encrypted, to a place that somebody chose. */
  'attachment.save-copy': procedure({
    input: z.strictObject({ id: uuid, file: path }),
    output: z.strictObject({ file: path }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'attachment.remove': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'attachment.restore': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: nothing,
    access: ['supervisor'],
    audit: 'always',
  }),
} as const;
