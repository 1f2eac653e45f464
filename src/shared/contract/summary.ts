/** What a statistical summary states, in no language: every print of it is made from this, and a frozen one keeps it. */
import { z } from 'zod';
import { registerKinds } from '../dictionary/vocabulary.ts';
import { procedure } from './procedure.ts';
import { job, language, path, period, timestamp } from './shapes.ts';
import { label, statisticTable, view } from './statistics.ts';

/** A table that does not go out, since with others it would show a small group; one of a design bears its title. */
const withheldTable = z.strictObject({ id: z.string(), part: z.string().nullable(), title: label.nullable() });
export type WithheldTable = z.output<typeof withheldTable>;

export const summaryContent = z.strictObject({
  /** Grows when the shape does. */
  format: z.literal(1),
  register: z.strictObject({
    kind: z.enum(registerKinds),
    institution: z.string(),
    office: z.string(),
    country: z.string(),
    training: z.boolean(),
  }),
  programVersion: z.string(),
  dictionaryVersion: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string(), text: z.string() }),
  view,
  threshold: z.number(),
  /** In the order in which they are printed. */
  tables: z.array(statisticTable),
  /** Names of own tables of the report that could not be counted; absent where there are none. */
  leftOut: z.array(z.string()).optional(),
  /** Absent where nothing was held back. */
  withheld: z.array(withheldTable).optional(),
  changeNumber: z.number(),
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  extractedAt: timestamp,
  /** The same moment as the clock of the office showed it (YYYY-MM-DDTHH:MM): a later print elsewhere reads the same. */
  extractedLocally: z.string(),
  /** First 16 hex digits of SHA-256 over the canonical JSON of everything above. */
  digest: z.string(),
});
export type SummaryContent = z.output<typeof summaryContent>;

export const summaryFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];

const summaryFormat = z.enum(summaryFormats);

/** Value of job.finished of summary.write. */
export const summaryWritten = z.strictObject({
  files: z.array(z.strictObject({ file: path, language, format: summaryFormat, pages: z.number().nullable() })),
  digest: z.string(),
  /** Held back from the public view. */
  withheld: z.array(withheldTable),
});

export const summaryProcedures = {
  /**
   * All standard tables of a period as files of a folder, one for each language and format; the internal view as for the
   * tables. BETRAYS_GROUP, as the outcome of the job, where standard tables would, with earlier ones, show a small group and
   * are not named in `without`; own tables that would are left out.
   */
  'summary.write': procedure({
    input: z.strictObject({
      period,
      view,
      languages: z.array(language).min(1).max(6),
      formats: z.array(summaryFormat).min(1).max(4),
      folder: path,
      /** Id and part of tables of the public view: T15, T16.main. */
      without: z.array(z.string().max(120)).max(200).default([]),
    }),
    output: job,
    access: ['supervisor', 'analyst', 'officer'],
    audit: 'always',
  }),
} as const;
