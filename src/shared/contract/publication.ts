/** What was given to the public: frozen as it was, kept for ever, and looked at before anything new goes out. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { job, language, nothing, path, period, reason, timestamp, uuid } from './shapes.ts';
import { figures, label, view } from './statistics.ts';
import { summaryFormats } from './summary.ts';

/** summary: every standard table of a period; table: all parts of one. */
const kind = z.enum(['summary', 'table']);

/**
 * published: by decision of a supervisor; written: printed or saved in the public view by somebody; begun: the same, but
 * whether the file came about is not known, so it counts as out.
 */
const way = z.enum(['published', 'written', 'begun']);

/** Id and part of a table: T15, T16.main. */
const tableName = z.string().max(120);

const releasedTable = z.strictObject({
  /** Id and part of a table. */
  name: z.string(),
  id: z.string(),
  part: z.string().nullable(),
  digest: z.string(),
});

const publication = z.strictObject({
  id: uuid,
  at: timestamp,
  /** Display name of the account. */
  by: z.string(),
  kind,
  way,
  /** Id of the statistic, where it is one. */
  statistic: z.string().nullable(),
  period: z.strictObject({ from: z.string(), to: z.string(), text: z.string() }),
  threshold: z.number(),
  digest: z.string(),
  tables: z.array(releasedTable),
  /** What was withdrawn stays known: who read it, read it. */
  withdrawn: z.strictObject({ at: timestamp, by: z.string(), reason: z.string() }).nullable(),
});
export type Publication = z.output<typeof publication>;

/** Why a table may not go out: it would show a small group together with earlier ones; too few have changed since; not decided in time. */
export const betrayalReasons = ['difference', 'changed', 'undecided'] as const;

const betrayal = z.strictObject({
  table: z.string(),
  reason: z.enum(betrayalReasons),
  /** With which earlier tables; without publication: with one that would go out beside it. */
  earlier: z.array(
    z.strictObject({
      publication: uuid.nullable(),
      table: z.string(),
      period: z.string(),
      at: timestamp.nullable(),
    }),
  ),
});
export type TableBetrayal = z.output<typeof betrayal>;

const subject = {
  kind,
  /** Which statistic, where it is one table. */
  id: z.string().max(16).nullable().default(null),
  period,
};

/** Value of the finished preview. */
export const publicationPreview = z.strictObject({
  subject: z.strictObject({ kind, id: z.string().nullable(), period: z.string() }),
  tables: z.array(z.string()),
  betrayals: z.array(betrayal),
  /** Tables that would go out with more hidden than by themselves, so that they betray nothing. */
  hidesMore: z.array(z.strictObject({ table: z.string(), figures: z.number() })),
});

const correction = z.strictObject({
  row: label,
  column: label,
  /** What the column holds; undefined: counts. */
  figure: z.enum(figures).optional(),
  /** As it stood on paper; null: hidden, or no figure. */
  published: z.number().nullable(),
  /** As it is compared: of the internal view the true figure of then; null: hidden, or no figure. */
  before: z.number().nullable(),
  now: z.number().nullable(),
  /** By how much it changed, where both are known. */
  effect: z.number().nullable(),
  /** Where there was, or is, nothing of which a figure could be taken. */
  empty: z.strictObject({ before: z.boolean(), now: z.boolean() }),
});

export const correctionSheet = z.strictObject({
  publication,
  view,
  changeNumber: z.number(),
  extractedAt: timestamp,
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  tables: z.array(
    z.strictObject({
      register: z.enum(['victims', 'justice']),
      id: z.string(),
      part: z.string().nullable(),
      name: z.string(),
      /** Of an own table; null: the catalogue has it. */
      title: label.nullable(),
      /** How many figures of the table were compared. */
      figures: z.number(),
      corrections: z.array(correction),
      /** Changed, but to say by how much would show a small group. */
      withheld: z.boolean(),
      /** Counted by another definition today, so that nothing can be compared. */
      redefined: z.boolean(),
    }),
  ),
  /** Persons counted in the period whose identification was revoked: when published and now; null where it may not be said. */
  revoked: z.strictObject({ before: z.number(), now: z.number() }).nullable(),
  digest: z.string(),
});
export type CorrectionSheet = z.output<typeof correctionSheet>;

const readers = ['supervisor', 'analyst', 'officer', 'auditor'] as const;

export const publicationProcedures = {
  /** What would be published, and which of its tables would betray a small group. */
  'publication.preview': procedure({
    input: z.strictObject(subject),
    output: job,
    access: ['supervisor'],
    audit: 'refused',
  }),
  /** Freezes the public view; BETRAYS_GROUP where a table would, with earlier ones, show a small group. */
  'publication.publish': procedure({
    input: z.strictObject({
      ...subject,
      without: z.array(tableName).max(200).default([]),
      hideMore: z.boolean().default(false),
    }),
    output: publication,
    access: ['supervisor'],
    audit: 'always',
  }),
  'publication.list': procedure({
    input: nothing,
    output: z.strictObject({ publications: z.array(publication) }),
    access: [...readers],
    audit: 'refused',
  }),
  /** The same again, in any language and format, from what was frozen. */
  'publication.write': procedure({
    input: z.strictObject({ id: uuid, language, format: z.enum(summaryFormats), file: path }),
    output: z.strictObject({ file: path, digest: z.string(), pages: z.number().nullable() }),
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'always',
  }),
  'publication.withdraw': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: nothing,
    access: ['supervisor'],
    audit: 'always',
  }),
  /** A digest typed from paper: what it belongs to, or that nothing published bears it. */
  'publication.check-digest': procedure({
    input: z.strictObject({ digest: z.string().trim().min(1).max(80) }),
    output: z.strictObject({
      /** As it is printed; null where what was typed is no digest. */
      digest: z.string().nullable(),
      found: z.array(
        z.strictObject({
          publication,
          /** The table that bears it; null: the whole publication. */
          table: z.string().nullable(),
          /** What is kept still gives this digest. */
          isIntact: z.boolean(),
        }),
      ),
    }),
    access: [...readers],
    audit: 'refused',
  }),
  /** Which published figures would be others today. */
  'publication.corrections': procedure({
    input: z.strictObject({ id: uuid, view }),
    output: correctionSheet,
    access: ['supervisor', 'analyst'],
    audit: 'always',
  }),
  'publication.write-corrections': procedure({
    input: z.strictObject({ id: uuid, view, language, format: z.enum(['pdf', 'csv']), file: path }),
    output: z.strictObject({ file: path, digest: z.string(), pages: z.number().nullable() }),
    access: ['supervisor', 'analyst'],
    audit: 'always',
  }),
} as const;
