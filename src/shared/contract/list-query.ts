/** What a list of records is narrowed and ordered by: from closed lists, checked against the dictionary by the data. */
import { z } from 'zod';
import { answerStates } from './answer-states.ts';
import { figureFilter } from './figure-filter.ts';
import { language, recordState, uuid } from './shapes.ts';

const field = z.string().max(64);
const day = z.iso.date();
/** Inclusive local days; null: open. */
const days = { from: day.nullable(), to: day.nullable() };

/**
 * One condition; a list shows what fits all of them. Fields are those of the record and of its groups; a field of a
 * group fits where one of the rows does.
 */
const storedFilter = z.discriminatedUnion('kind', [
  /** Coded field: any of these codes, of the markers, or `not_entered`. */
  z.strictObject({ kind: z.literal('codes'), field, anyOf: z.array(z.string().max(64)).min(1).max(500) }),
  /** Dated field: one of the days it may mean lies in the period. */
  z.strictObject({ kind: z.literal('period'), field, ...days }),
  /** Number, inclusive. */
  z.strictObject({ kind: z.literal('number'), field, from: z.number().nullable(), to: z.number().nullable() }),
  /** Any field: answered, not entered, or one of the reasons for a missing value. */
  z.strictObject({ kind: z.literal('answer'), field, anyOf: z.array(z.enum(answerStates)).min(1).max(8) }),
  z.strictObject({ kind: z.literal('state'), anyOf: z.array(recordState).min(1).max(8) }),
  z.strictObject({ kind: z.literal('archived'), is: z.boolean() }),
  /** Accounts that entered the record. */
  z.strictObject({ kind: z.literal('enteredBy'), anyOf: z.array(uuid).min(1).max(200) }),
  z.strictObject({ kind: z.literal('saved'), ...days }),
  /** When the record was last completed. */
  z.strictObject({ kind: z.literal('completed'), ...days }),
  /** Whether direct identifiers are held. */
  z.strictObject({ kind: z.literal('identity'), is: z.boolean() }),
]);
/** What the stored record decides by itself. */
export type StoredFilter = z.output<typeof storedFilter>;

export const recordFilter = z.discriminatedUnion('kind', [...storedFilter.options, ...figureFilter.options]);
export type RecordFilter = z.output<typeof recordFilter>;
export type FilterKind = RecordFilter['kind'];

export const metaOrders = ['savedAt', 'code', 'number', 'state', 'enteredBy'] as const;

/** Ties stand in the order of entry; what is missing stands last whichever way the list runs. */
export const listOrder = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(metaOrders), descending: z.boolean() }),
  z.strictObject({ by: z.literal('field'), field, descending: z.boolean() }),
]);
export type ListOrder = z.output<typeof listOrder>;

const filters = z.array(recordFilter).max(40);

/** One list: the same query is the same list, whichever part of it is looked at. */
export const listQuery = z.strictObject({
  entity: z.string().max(64),
  filters,
  binned: z.boolean(),
  /** Words looked for in codes, numbers and texts of the record (never in the vault). */
  search: z.string().max(200).nullable(),
  order: listOrder,
  /** Whose alphabet orders labels and texts. */
  language,
});
export type ListQuery = z.output<typeof listQuery>;

export const listScopes = ['all', 'current', 'archived', 'bin'] as const;
export type ListScope = (typeof listScopes)[number];

/** How somebody looks at a list, as it is kept under a name or as the last one used. Words searched for are not kept. */
export const listView = z.strictObject({
  scope: z.enum(listScopes),
  filters,
  order: listOrder,
  /** Ids of the fields shown; null: those the dictionary proposes. */
  columns: z.array(field).max(100).nullable(),
});
export type ListView = z.output<typeof listView>;
