/**
 * Records that belong together: one person registered more than once keeps one code, and one registration that was
 * entered twice becomes one record. A supervisor decides; nothing is joined by itself, and both can be undone.
 */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { recordMeta } from './record.ts';
import { nothing, reason, recordContent, timestamp, uuid, values } from './shapes.ts';

export const mergeKinds = ['person', 'record'] as const;
export type MergeKind = (typeof mergeKinds)[number];

const side = z.strictObject({
  meta: recordMeta,
  content: recordContent,
  /** null where the record type has no direct identifiers. */
  identity: values.nullable(),
  notes: z.number(),
  attachments: z.number(),
});

/** One registration of a person, as it would be numbered. */
const registration = z.strictObject({
  id: uuid,
  revision: z.number().int(),
  /** 1 is the first. */
  episode: z.number().int().min(1).max(1000),
  relation: z.string().max(64),
});

export const mergeProcedures = {
  /** Both records side by side, with their identities. */
  'merge.prepare': procedure({
    input: z.strictObject({ id: uuid, other: uuid }),
    output: z.strictObject({
      id: side,
      other: side,
      /** null where a person has no registrations under one code in this record type, or the records share one already. */
      registrations: z
        .array(
          z.strictObject({
            ...registration.shape,
            code: z.string().nullable(),
            number: z.number().nullable(),
            /** Day of registration; null while it is not known. */
            registered: z.string().nullable(),
            state: recordMeta.shape.state,
            /** null, or how it stands in the record today. */
            stored: z.strictObject({ episode: z.number().nullable(), relation: z.string().nullable() }),
          }),
        )
        .nullable(),
    }),
    access: ['supervisor'],
    audit: 'always',
  }),
  /** One person: every registration under either code keeps `code`, numbered and related as given. */
  'merge.persons': procedure({
    input: z.strictObject({
      code: z.string().max(64),
      registrations: z.array(registration).min(2).max(1000),
      reason,
    }),
    output: z.strictObject({ id: uuid, changed: z.number() }),
    access: ['supervisor'],
    audit: 'always',
  }),
  /** One registration entered twice: the chosen answers, rows, notes and attachments stand in one record, the other goes to the bin. */
  'merge.records': procedure({
    input: z.strictObject({
      kept: z.strictObject({ id: uuid, revision: z.number().int() }),
      gone: z.strictObject({ id: uuid, revision: z.number().int() }),
      /** Fields and identifiers taken from the record that goes. */
      fields: z.array(z.string().max(64)).max(500),
      identity: z.array(z.string().max(64)).max(100),
      /** Rows of both that stay. */
      rows: z.array(uuid).max(5000),
      reason,
    }),
    output: z.strictObject({ id: uuid, meta: recordMeta }),
    access: ['supervisor'],
    audit: 'always',
  }),
  /** What was joined with this record and not undone, newest first. */
  'merge.list': procedure({
    input: z.strictObject({ recordId: uuid }),
    output: z.strictObject({
      merges: z.array(
        z.strictObject({
          id: uuid,
          kind: z.enum(mergeKinds),
          at: timestamp,
          by: z.string(),
          /** Whether this record took the other in, or went into it. */
          role: z.enum(['kept', 'gone', 'linked']),
          others: z.array(
            z.strictObject({
              id: uuid,
              code: z.string().nullable(),
              number: z.number().nullable(),
              entity: z.string(),
            }),
          ),
        }),
      ),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Takes a merge back: what was changed since stays, everything else is as it was before. */
  'merge.undo': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: nothing,
    access: ['supervisor'],
    audit: 'always',
  }),
} as const;
