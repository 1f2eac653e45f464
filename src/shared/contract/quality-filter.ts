/** Filters by which a figure of the data-quality page opens its records: of records as tables count them. */
import { z } from 'zod';
import { period } from './shapes.ts';

/** What a page about data quality can be broken down by. Year: of the registration. */
export const breakdowns = ['office', 'officer', 'year'] as const;
export type Breakdown = (typeof breakdowns)[number];
export const breakdown = z.enum(breakdowns);

/** What stands where a field applies. `gap`: anything but a value. */
export const answerKinds = [
  'applies',
  'filled',
  'gap',
  'unknown',
  'not_asked',
  'refused',
  'withheld',
  'not_entered',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** late: more days than quality allows; imputed: of a date known in part; before: entry began before the day it counts from. */
export const delayMeasures = ['measured', 'late', 'imputed', 'before', 'unknown'] as const;
export type DelayMeasure = (typeof delayMeasures)[number];

const id = z.string().max(64);

export const qualityFilter = z.discriminatedUnion('kind', [
  /** Completed records outside the bin, registered in the period, of one line of a breakdown; `''`: nothing is stated. */
  z.strictObject({
    kind: z.literal('counted'),
    period: period.nullable(),
    /** Entered by whoever asks. */
    own: z.boolean(),
    by: breakdown.nullable(),
    line: id.nullable(),
  }),
  /** At least one field so answered: the one named, those of a section, or any; only core fields where `core`. */
  z.strictObject({
    kind: z.literal('counted-answer'),
    field: id.nullable(),
    section: id.nullable(),
    core: z.boolean(),
    answer: z.enum(answerKinds),
  }),
  /** Days from a date to the entry, by the field they count from. */
  z.strictObject({ kind: z.literal('delay'), field: id, measure: z.enum(delayMeasures) }),
  /** Something that a rule says of the record, whether or not somebody confirmed it. */
  z.strictObject({
    kind: z.literal('finding'),
    rule: z.string().max(8).nullable(),
    confirmed: z.boolean().optional(),
  }),
]);
export type QualityFilter = z.output<typeof qualityFilter>;
/** What is decided without counting: a rule says it of the stored record. */
export type FindingFilter = Extract<QualityFilter, { kind: 'finding' }>;

/** What is decided by the content that counts. */
export type CountedQualityFilter = Exclude<QualityFilter, FindingFilter>;
