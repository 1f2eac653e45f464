/** What was typed and not saved: kept while somebody types, offered again afterwards. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { nothing, recordContent, recordState, timestamp, uuid, values } from './shapes.ts';

/** Texts that are no value yet, by field and row. */
const unread = z.record(z.string().max(200), z.string().max(20_000));
export type Unread = z.output<typeof unread>;

/** Direct identifiers as typed, and those of their texts that are no value yet. */
export const keptIdentity = z.strictObject({
  values,
  /** What was stored when the typing began; drafts of earlier versions of the program lack it. */
  base: values.optional(),
  unread,
});

/** Part of `record.open`: what this account typed into the record and did not save. */
export const keptDraft = z.strictObject({
  at: timestamp,
  /** Window that kept it; whoever goes on with it keeps it under the same name. */
  window: uuid,
  /** Revision the typing began from; not that of the record where somebody saved it since. */
  revision: z.number(),
  /** null: nothing but direct identifiers waits; those come with `identity.open`. */
  content: recordContent.nullable(),
  /** Content of the record at `revision`; null where that is what the record still holds. */
  base: recordContent.nullable(),
  unread,
  hasIdentity: z.boolean(),
});
export type KeptDraft = z.output<typeof keptDraft>;

/**
 * Part of a save: the window whose draft it takes in, and the texts that stay no value. Whatever the window had kept is
 * older than what it saves, so nothing but these texts is to be offered again.
 */
export const savedDraft = z.strictObject({ window: uuid, unread });
export type SavedDraft = z.output<typeof savedDraft>;

export const draftProcedures = {
  /** On the disk when it is answered. Nothing is checked but its shape: what cannot be saved is kept all the same. */
  'draft.keep': procedure({
    input: z.strictObject({
      id: uuid,
      window: uuid,
      revision: z.number().int(),
      content: recordContent.nullable(),
      unread,
      /** null: nothing of the vault waits; as-kept: what waits there has not been opened yet and stays. */
      identity: z.union([keptIdentity, z.literal('as-kept')]).nullable(),
    }),
    output: z.strictObject({ at: timestamp }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  'draft.discard': procedure({
    input: z.strictObject({ id: uuid, window: uuid }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** The window leaves the record: what it kept may be offered again. */
  'draft.release': procedure({
    input: z.strictObject({ id: uuid, window: uuid }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** What this account has not saved, newest first. */
  'draft.list': procedure({
    input: nothing,
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({
          id: uuid,
          entity: z.string(),
          number: z.number().nullable(),
          code: z.string().nullable(),
          state: recordState,
          at: timestamp,
          /** Answers that differ from the record; rows of the vault are not counted one by one. */
          changes: z.number(),
          hasIdentity: z.boolean(),
        }),
      ),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
} as const;
