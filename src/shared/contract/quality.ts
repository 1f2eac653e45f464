/** Data quality (table T44): how complete, how timely and how consistent the completed records are. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { breakdown } from './quality-filter.ts';
import { job, language, nothing, path, period, timestamp, uuid } from './shapes.ts';

const id = z.string().max(64);

/** `count` in the unit of the field (records, or rows of a group); `records`: how many records these stand in. */
const tally = z.strictObject({ count: z.number(), records: z.number() });

export const answers = z.strictObject({
  applies: tally,
  filled: tally,
  gap: tally,
  unknown: tally,
  not_asked: tally,
  refused: tally,
  withheld: tally,
  not_entered: tally,
});
export type Answers = z.output<typeof answers>;

export const delay = z.strictObject({
  /** Date that the days count from; they end where the entry began, or at another date of the record. */
  field: z.string(),
  to: z.string().nullable(),
  /** Records with a delay; of them over the limit; of them with a date known in part. */
  measured: z.number(),
  late: z.number(),
  imputed: z.number(),
  /** Entered before the date, and date applies but is not known: both stand outside the delay. */
  before: z.number(),
  unknown: z.number(),
  /** Days; null where no record has a delay. */
  median: z.number().nullable(),
  lowerQuartile: z.number().nullable(),
  upperQuartile: z.number().nullable(),
});
export type Delay = z.output<typeof delay>;

const line = z.strictObject({
  /** Code of the office, id of the account, year; '' where the record does not say; null for all lines together. */
  key: z.string().nullable(),
  /** Name of the officer, where the breakdown is by officer. */
  name: z.string().nullable(),
  records: z.number(),
  /** Answers of the core fields, and of all fields. */
  core: answers,
  all: answers,
  delays: z.array(delay),
  /** Records with something found and not confirmed, and with something confirmed; null while not all are judged. */
  open: z.number().nullable(),
  confirmed: z.number().nullable(),
});
export type QualityLine = z.output<typeof line>;

export const qualityTable = z.strictObject({
  id: z.literal('T44'),
  definitionVersion: z.string(),
  entity: id,
  period: z.strictObject({ from: z.string(), to: z.string(), text: z.string() }).nullable(),
  /** own: only records entered by whoever asks. */
  scope: z.enum(['register', 'own']),
  by: breakdown.nullable(),
  /** The line that fields, sections, delays and rules are of; null: all of them. */
  line: z.string().nullable(),
  /** First all lines together, then each, the least complete first; years in their order. */
  lines: z.array(line),
  /** Answers of the core fields by line and year of registration; null where the lines are years themselves. */
  years: z
    .strictObject({
      years: z.array(z.string()),
      /** cells[line][year], for the lines after the first. */
      cells: z.array(z.array(z.strictObject({ records: z.number(), applies: z.number(), filled: z.number() }))),
    })
    .nullable(),
  fields: z.array(
    z.strictObject({ entity: z.string(), field: z.string(), section: z.string(), core: z.boolean(), answers }),
  ),
  sections: z.array(z.strictObject({ section: z.string(), core: answers, all: answers })),
  rules: z
    .array(
      z.strictObject({
        rule: z.string(),
        /** Parts of the rule that were found, and the strictest level among them. */
        parts: z.array(z.string()),
        level: z.enum(['hard', 'soft']),
        open: z.number(),
        confirmed: z.number(),
      }),
    )
    .nullable(),
  /** When every completed record was last judged anew; null where the register was never judged by these rules. */
  judgedAt: timestamp.nullable(),
  draftsLeftOut: z.number(),
  changeNumber: z.number(),
  seal: z.strictObject({ entry: z.number(), mark: z.string() }),
  extractedAt: timestamp,
  training: z.boolean(),
  /** First 16 hex digits of SHA-256 over the canonical JSON of question and figures. */
  digest: z.string(),
});
export type QualityTable = z.output<typeof qualityTable>;

export const qualityQuestion = z.strictObject({
  entity: id,
  /** By the date of registration; null: whenever the record was registered. */
  period: period.nullable(),
  by: breakdown.nullable(),
  line: id.nullable(),
});

export const qualityProcedures = {
  /** Officers: of the records they entered. By officer: supervisors and auditors, who may see whose work it is. */
  'quality.table': procedure({
    input: qualityQuestion,
    output: qualityTable,
    access: ['officer', 'supervisor', 'analyst', 'auditor'],
    audit: 'always',
  }),
  /** Reasons why soft rules were confirmed, newest first, of the records that the question counts. */
  'quality.confirmations': procedure({
    input: qualityQuestion.extend({ rule: z.string().max(8).nullable(), limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({
      confirmations: z.array(
        z.strictObject({
          recordId: uuid,
          code: z.string().nullable(),
          rule: z.string(),
          reason: z.string(),
          by: z.string(),
          at: timestamp,
        }),
      ),
      total: z.number(),
    }),
    access: ['officer', 'supervisor'],
    audit: 'always',
  }),
  /** The page as a file; always internal. */
  'quality.write': procedure({
    input: qualityQuestion.extend({ language, format: z.enum(['pdf', 'csv']), file: path }),
    output: z.strictObject({ file: path, digest: z.string(), pages: z.number().nullable() }),
    access: ['officer', 'supervisor', 'analyst', 'auditor'],
    audit: 'always',
  }),
  /** Judges every completed record by the rules of today and keeps what is found. */
  'quality.judge': procedure({
    input: nothing,
    output: job,
    access: ['supervisor'],
    audit: 'always',
  }),
} as const;
