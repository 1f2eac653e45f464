/** Reference lists of this installation: read by everybody, kept by administrators and supervisors. */
import { z } from 'zod';
import { type EntryFacts, longestTerm } from '../dictionary/reference-lists/entry-facts.ts';
import { entryCode, longestEntryCode } from '../dictionary/reference-lists/entry-names.ts';
import { isDate } from '../records/partial-date.ts';
import { procedure } from './procedure.ts';
import { country, job, language, nothing, reason, recordState, timestamp, uuid } from './shapes.ts';

const list = z.string().max(16);
const code = z.string().max(longestEntryCode);
const day = z.string().refine(isDate);
const name = z.string().trim().min(1).max(200);
/** At least in the working language of the register; the data knows which that is. */
const names = z.partialRecord(language, name);

const months = z.number().int().min(0).max(longestTerm);
const declaredFacts = {
  country: country.nullable(),
  leastMonths: months.nullable(),
  mostMonths: months.nullable(),
  life: z.boolean().nullable(),
} as const satisfies Record<keyof EntryFacts, z.ZodType>;

/** What may be corrected later; the code, the number and the list never change. */
const facts = {
  names,
  /** Code of the list that holds the kinds of such entries; only where the list declares one. */
  type: z.string().max(64).nullable(),
  /** Those that the list does not declare are not kept. */
  ...declaredFacts,
  activeFrom: day.nullable(),
  /** Said after a warning: there is an entry with a name like one of these, and it is another body. */
  despiteAlike: z.boolean(),
};

/** Change of the entry that was looked at; 0 for one that was never changed. */
const revision = z.number().int().min(0);
const entry = { list, code, revision };

const kept = ['administrator', 'supervisor'] as const;
export const entryChanges = ['added', 'corrected', 'retired', 'reinstated', 'carried-over'] as const;

const changedFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Where a record stands when its answers are to move: the first three move, the last two never. */
export const standings = ['drafts', 'complete', 'returned', 'locked', 'binned', 'proposed'] as const;

/** How many records would move to the successor, which they are, and which stay as they are. */
export const carryOverPreview = z.strictObject({
  /** Successor to which the answers would move. */
  to: z.string(),
  drafts: z.number(),
  complete: z.number(),
  /** Returned for correction. */
  returned: z.number(),
  /** Verified, archived or closed: moved only where that was said expressly. */
  locked: z.number(),
  /** In the bin, and proposed for erasing: both stay. */
  binned: z.number(),
  proposed: z.number(),
  /** Typing that somebody has not saved, in records that would move. */
  unsaved: z.number(),
  /** The first of them, in the order of where they stand; told by code and number, never by a name. */
  records: z.array(
    z.strictObject({
      id: uuid,
      entity: z.string(),
      code: z.string().nullable(),
      number: z.number().nullable(),
      state: recordState,
      standing: z.enum(standings),
    }),
  ),
});
export type CarryOverPreview = z.output<typeof carryOverPreview>;

export const referenceProcedures = {
  /** Institutions, municipalities, articles of law ... of this register, with names per language. */
  'reference.list': procedure({
    input: nothing,
    output: z.strictObject({
      lists: z.record(
        z.string(),
        z.array(
          z.strictObject({
            code: z.string(),
            /** By which it is chosen on the keyboard and on paper; given once and never again. */
            number: z.number(),
            names: z.record(z.string(), z.string()),
            type: z.string().nullable(),
            country: z.string().nullable(),
            leastMonths: z.number().nullable(),
            mostMonths: z.number().nullable(),
            life: z.boolean().nullable(),
            /** First and last day on which it may be chosen. */
            activeFrom: z.string().nullable(),
            activeTo: z.string().nullable(),
            /** Code of the entry that took its place when it was retired. */
            successor: z.string().nullable(),
            revision,
          }),
        ),
      ),
    }),
    access: 'signed-in',
    audit: 'never',
  }),
  /** In how many records each entry of a list stands, drafts and the bin included; entries in none are left out. */
  'reference.uses': procedure({
    input: z.strictObject({ list }),
    output: z.strictObject({ uses: z.record(z.string(), z.number()) }),
    access: kept,
    audit: 'refused',
  }),
  /** What became of an entry, newest first. */
  'reference.history': procedure({
    input: z.strictObject({ list, code }),
    output: z.strictObject({
      changes: z.array(
        z.strictObject({
          number: z.number(),
          at: timestamp,
          by: z.string(),
          change: z.enum(entryChanges),
          before: changedFacts,
          after: changedFacts,
          reason: z.string().nullable(),
        }),
      ),
    }),
    access: kept,
    audit: 'refused',
  }),
  'reference.add': procedure({
    input: z.strictObject({ list, code: code.regex(entryCode), ...facts }),
    output: z.strictObject({ number: z.number() }),
    access: kept,
    audit: 'always',
  }),
  /** Corrects spelling, and what was entered wrongly; another body gets an entry of its own. */
  'reference.correct': procedure({
    input: z.strictObject({ ...entry, ...facts }),
    output: nothing,
    access: kept,
    audit: 'always',
  }),
  /** Chosen no more after the last day; records keep it. Nothing is ever deleted. */
  'reference.retire': procedure({
    input: z.strictObject({ ...entry, lastDay: day, successor: code.nullable(), reason: reason.nullable() }),
    output: nothing,
    access: kept,
    audit: 'always',
  }),
  'reference.reinstate': procedure({
    input: z.strictObject(entry),
    output: nothing,
    access: kept,
    audit: 'always',
  }),
  'reference.preview': procedure({
    input: z.strictObject({ list, code, limit: z.number().int().min(1).max(1000) }),
    output: carryOverPreview,
    access: ['supervisor'],
    audit: 'always',
  }),
  /** Moves the answers of records from a retired entry to its successor; all or nothing. */
  'reference.carry-over': procedure({
    input: z.strictObject({
      list,
      code,
      /** The successor that the preview named. */
      to: code,
      /** Also verified, archived and closed records. */
      withLocked: z.boolean(),
      reason,
    }),
    output: job,
    access: ['supervisor'],
    audit: 'always',
  }),
} as const;
