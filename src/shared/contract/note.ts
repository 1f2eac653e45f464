/** Notes on single fields. They may name a person and are kept like direct identifiers. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { fieldRef, nothing, reason, timestamp, uuid } from './shapes.ts';

const text = z.string().trim().min(1).max(2000);

export const fieldNote = z.strictObject({
  id: uuid,
  at: fieldRef,
  text,
  by: z.string(),
  writtenAt: timestamp,
  /** By who wrote it, and by a supervisor. */
  mayRemove: z.boolean(),
});
export type FieldNote = z.output<typeof fieldNote>;

export const noteProcedures = {
  /** Every note of a record, oldest first; open to whom the identity is. */
  'note.list': procedure({
    input: z.strictObject({ recordId: uuid, reason: reason.nullable() }),
    output: z.strictObject({ notes: z.array(fieldNote) }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'note.add': procedure({
    input: z.strictObject({ recordId: uuid, at: fieldRef, text }),
    output: fieldNote,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'note.remove': procedure({
    input: z.strictObject({ recordId: uuid, id: uuid }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
} as const;
