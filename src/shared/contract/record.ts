/** Records of any root entity of the register, by what the dictionary declares. */
import { z } from 'zod';
import { keptDraft, savedDraft } from './draft.ts';
import { listQuery } from './list-query.ts';
import { procedure } from './procedure.ts';
import {
  fieldRef,
  fieldValue,
  finding,
  language,
  limits,
  nothing,
  path,
  reason,
  recordContent,
  recordState,
  timestamp,
  uuid,
  values,
} from './shapes.ts';

const entity = z.string().max(64);

const person = z.strictObject({ id: uuid, displayName: z.string() });

export const recordMeta = z.strictObject({
  id: uuid,
  entity,
  /** Running number, set when the record is numbered; never used again. */
  number: z.number().nullable(),
  /** Pseudonymous code with check character (victim_code, prevented_code ...). */
  code: z.string().nullable(),
  state: recordState,
  archived: z.boolean(),
  binned: z.boolean(),
  /** When, by whom and why it was put in the bin; null outside it. Name and reason are null for invented records. */
  bin: z.strictObject({ at: timestamp, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  revision: z.number(),
  dictionaryVersion: z.string(),
  enteredBy: person,
  /** Who took the record over from them. */
  handedTo: person.nullable(),
  createdAt: timestamp,
  savedAt: timestamp,
  /** Revision at which the record was last completed; what tables count. */
  completedRevision: z.number().nullable(),
  hasIdentity: z.boolean(),
});
export type RecordMeta = z.output<typeof recordMeta>;

const saveInput = z.strictObject({ id: uuid, revision: z.number().int(), content: recordContent });
const confirmations = z.array(z.strictObject({ rule: z.string().max(8), reason })).max(100);

export const opened = z.strictObject({
  meta: recordMeta,
  content: recordContent,
  /** What this session may do with this record now. */
  allowed: z.strictObject({
    edit: z.boolean(),
    complete: z.boolean(),
    verify: z.boolean(),
    returnForCorrection: z.boolean(),
    archive: z.boolean(),
    bin: z.boolean(),
    restore: z.boolean(),
    /** Propose to erase for good. */
    erase: z.boolean(),
    withhold: z.boolean(),
    /** Identity: open at once, only with a written reason, or not at all. */
    identity: z.enum(['open', 'with-reason', 'no']),
    editIdentity: z.boolean(),
  }),
  /** Context that rules need in the window; the rules themselves are shared code. */
  context: z.strictObject({
    today: z.string(),
    ownCountry: z.string(),
    limits,
    otherRegistrations: z.array(z.strictObject({ recordId: uuid, content: recordContent })),
    likelyDuplicates: z.array(uuid),
  }),
  /** What this account typed into the record before and did not save. */
  kept: keptDraft.nullable(),
  /** Fields that carry notes; their texts come with `note.list`. */
  notes: z.array(z.strictObject({ at: fieldRef, count: z.number() })),
});

export const saved = z.strictObject({ meta: recordMeta, content: recordContent });

export const recordProcedures = {
  /** Rows of a list from any place on, with the number of all that fit. */
  'record.list': procedure({
    input: listQuery.extend({
      /** Fields whose values are wanted; everything else of the record stays where it is. */
      columns: z.array(z.string().max(64)).max(100),
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(500),
      /** The list as it stood at that answer, so that its parts fit together; null: as it stands now. */
      version: z.number().int().nullable(),
      /** A record whose place in the list is wanted as well. */
      locate: uuid.nullable(),
    }),
    output: z.strictObject({
      /** `cells`: values of the columns asked for, in their order; null where nothing was entered. */
      rows: z.array(z.strictObject({ meta: recordMeta, cells: z.array(fieldValue) })),
      total: z.number(),
      /** Another one than was asked for: that list is gone, this is the present one. */
      version: z.number(),
      /** Place of the record asked for, from 0; null where it does not fit. */
      located: z.number().nullable(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /**
   * The records before and after one, in the list as it was last shown: what was saved since then does not change
   * the way through it. `position` from 0; null where the record is not in the list.
   */
  'record.neighbours': procedure({
    input: z.strictObject({ query: listQuery, id: uuid }),
    output: z.strictObject({
      previous: uuid.nullable(),
      next: uuid.nullable(),
      position: z.number().nullable(),
      total: z.number(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** Accounts that entered records, whom a list can be narrowed to. */
  'record.authors': procedure({
    input: nothing,
    output: z.strictObject({ authors: z.array(z.strictObject({ id: uuid, displayName: z.string() })) }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  /** How many records the rail shows beside each entity. */
  'record.count': procedure({
    input: nothing,
    output: z.strictObject({ counts: z.record(z.string(), z.number()) }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  'record.create': procedure({
    input: z.strictObject({ entity }),
    output: opened,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'record.open': procedure({
    input: z.strictObject({ id: uuid }),
    output: opened,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** What entry may copy from: the record of this type that the account saved last. */
  'record.previous': procedure({
    input: z.strictObject({ entity, except: uuid }),
    output: z.strictObject({
      previous: z.strictObject({ id: uuid, code: z.string().nullable(), content: recordContent }).nullable(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** Answers were typed a second time from the paper: how many, how many differed, how many were corrected. */
  'record.second-pass': procedure({
    input: z.strictObject({
      id: uuid,
      compared: z.number().int().min(0).max(5000),
      differed: z.number().int().min(0).max(5000),
      corrected: z.number().int().min(0).max(5000),
    }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** A record that its author began and left empty is taken away again. */
  'record.abandon': procedure({
    input: z.strictObject({ id: uuid }),
    output: nothing,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** A draft needs nothing; a completed record stays completed only if every hard rule still holds. */
  'record.save': procedure({
    input: saveInput.extend({ reason: reason.nullable(), draft: savedDraft.optional() }),
    output: saved,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'record.number': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int() }),
    output: saved,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'record.complete': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int(), confirmations }),
    output: saved,
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  'record.verify': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int(), confirmations }),
    output: saved,
    access: ['supervisor'],
    audit: 'always',
  }),
  'record.return': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int(), reason }),
    output: saved,
    access: ['supervisor'],
    audit: 'always',
  }),
  'record.archive': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int(), archived: z.boolean() }),
    output: saved,
    access: ['supervisor'],
    audit: 'always',
  }),
  'record.bin': procedure({
    input: z.strictObject({ id: uuid, revision: z.number().int(), reason }),
    output: nothing,
    access: ['supervisor'],
    audit: 'always',
  }),
  'record.restore': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: saved,
    access: ['supervisor'],
    audit: 'always',
  }),
  /** Every change of every field, newest first; values of vault fields are never in it. */
  'record.history': procedure({
    input: z.strictObject({ id: uuid }),
    output: z.strictObject({
      changes: z.array(
        z.strictObject({
          revision: z.number(),
          at: timestamp,
          by: z.string(),
          entity: z.string(),
          row: z.string().nullable(),
          /** null: the event concerns the whole record or row (see `event`). */
          field: z.string().nullable(),
          event: z.enum([
            'changed',
            'row-added',
            'row-removed',
            'created',
            'numbered',
            'completed',
            'verified',
            'returned',
            'archived',
            'unarchived',
            'binned',
            'restored',
            'confirmed',
            'imported',
            'identity-changed',
            'handed-over',
            'merged',
            'merged-into',
            'person-linked',
            'merge-undone',
            'double-entered',
            'note-added',
            'note-removed',
            'attachment-added',
            'attachment-removed',
            'attachment-restored',
            'identity-erased',
            'carried-over',
          ]),
          before: values.nullable(),
          after: values.nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** Findings of the rules over what is stored, for completion and for the print. */
  'record.check': procedure({
    input: z.strictObject({ id: uuid }),
    output: z.strictObject({ findings: z.array(finding) }),
    access: ['officer', 'supervisor'],
    audit: 'refused',
  }),
  'record.print': procedure({
    input: z.strictObject({ id: uuid, language, file: path, withIdentity: z.boolean() }),
    output: z.strictObject({ file: path, pages: z.number() }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
} as const;
