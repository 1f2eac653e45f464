/** Tables about a single record, beside the tables of its own fields: what erasing a record must not forget. */
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MergeKind } from '#shared/contract/merge.ts';
import type { ErasedKind, ErasureCause, ErasureScope, ErasureState } from '#shared/contract/retention.ts';
import type { RuleLevel } from '#shared/dictionary/vocabulary.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';

/** Every save leaves a row, an import one for all its records; its number tells statistics which state they reflect. */
export const change = sqliteTable('change', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  entity: text('entity').notNull(),
  recordId: text('record_id').notNull(),
  at: text('at').notNull(),
});

/** Old and new value of every field that changed. Identities only as `sealed`, encrypted with the vault key. */
export const history = sqliteTable(
  'history',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    recordId: text('record_id').notNull(),
    revision: integer('revision').notNull(),
    at: text('at').notNull(),
    accountId: text('account_id').notNull(),
    /** Entity of the field: the record itself, one of its groups, or its vault. */
    entity: text('entity').notNull(),
    rowId: text('row_id'),
    field: text('field'),
    event: text('event').notNull(),
    before: text('before', { mode: 'json' }).$type<Values>(),
    after: text('after', { mode: 'json' }).$type<Values>(),
    reason: text('reason'),
    sealed: blob('sealed', { mode: 'buffer' }),
  },
  (table) => [index('history_record').on(table.recordId, table.revision)],
);

/** A soft finding that somebody confirmed with a reason, for the revision it was confirmed on. */
export const ruleConfirmation = sqliteTable(
  'rule_confirmation',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    recordId: text('record_id').notNull(),
    revision: integer('revision').notNull(),
    rule: text('rule').notNull(),
    reason: text('reason').notNull(),
    accountId: text('account_id').notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('rule_confirmation_record').on(table.recordId)],
);

/**
 * What the rules say of the last completed content of a record: judged when it is written, so that counting violations
 * judges nothing anew. Names of rules and fields, never values.
 */
export const recordFinding = sqliteTable(
  'record_finding',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    recordId: text('record_id').notNull(),
    rule: text('rule').notNull(),
    part: text('part'),
    level: text('level').$type<RuleLevel>().notNull(),
    /** The field to mend first, and the row of its group. */
    entity: text('entity'),
    rowId: text('row_id'),
    field: text('field'),
    /** A soft finding that somebody confirmed for this content; the reason stands in rule_confirmation. */
    confirmed: integer('confirmed', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('record_finding_record').on(table.recordId),
    index('record_finding_rule').on(table.rule, table.confirmed, table.recordId),
  ],
);

/**
 * What somebody typed into a record and has not saved: kept every half second, offered again after a lock, a crash or
 * a power cut. Each part is null where nothing of it waits.
 */
export const draft = sqliteTable(
  'draft',
  {
    recordId: text('record_id').notNull(),
    accountId: text('account_id').notNull(),
    /** Two windows on one record keep apart what is typed in each. */
    window: text('window').notNull(),
    /** Revision of the record that the typing began from. */
    revision: integer('revision').notNull(),
    at: text('at').notNull(),
    /** Values and rows as the form held them. */
    content: text('content', { mode: 'json' }).$type<RecordContent>(),
    /** Texts that are no value yet, by field. */
    unread: text('unread', { mode: 'json' }).$type<Readonly<Record<string, string>>>(),
    /** Direct identifiers as the form held them, and their texts that are no value yet, under the vault key. */
    sealed: blob('sealed', { mode: 'buffer' }),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.accountId, table.window] }),
    index('draft_account').on(table.accountId, table.at),
  ],
);

/** A note on one field; it may name a person, so its text is under the vault key. */
export const fieldNote = sqliteTable(
  'field_note',
  {
    id: text('id').primaryKey(),
    recordId: text('record_id').notNull(),
    entity: text('entity').notNull(),
    rowId: text('row_id'),
    field: text('field').notNull(),
    accountId: text('account_id').notNull(),
    at: text('at').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  },
  (table) => [index('field_note_record').on(table.recordId)],
);

/**
 * Files that belong to a record. What they are called and what they are stands in `sealed`, encrypted with the vault
 * key; with the data key alone only their size can be read.
 */
export const attachment = sqliteTable(
  'attachment',
  {
    id: text('id').primaryKey(),
    recordId: text('record_id').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    bytes: integer('bytes').notNull(),
    parts: integer('parts').notNull(),
    accountId: text('account_id').notNull(),
    at: text('at').notNull(),
    /** null while parts are still being written: nobody sees it, and the next sign-in removes it. */
    visibleAt: text('visible_at'),
    removedAt: text('removed_at'),
    removedBy: text('removed_by'),
  },
  (table) => [index('attachment_record').on(table.recordId)],
);

/** Content of an attachment in sealed parts; each is one short transaction on the way in and one answer on the way out. */
export const attachmentPart = sqliteTable(
  'attachment_part',
  {
    attachmentId: text('attachment_id').notNull(),
    part: integer('part').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.attachmentId, table.part] })],
);

/**
 * A proposal to erase for good and what became of it. It outlives the record: names of the deciders, numbers and counts
 * stand in it, nothing of what the record held.
 */
export const erasure = sqliteTable(
  'erasure',
  {
    id: text('id').primaryKey(),
    recordId: text('record_id').notNull(),
    entity: text('entity').notNull(),
    number: integer('number'),
    code: text('code'),
    institution: text('institution'),
    scope: text('scope').$type<ErasureScope>().notNull(),
    cause: text('cause').$type<ErasureCause>().notNull(),
    /** Day on which the record fell due; null where somebody asked for it before. */
    dueOn: text('due_on'),
    reason: text('reason').notNull(),
    /** Revision that was looked at; a record that changed since is not erased unseen. */
    recordRevision: integer('record_revision').notNull(),
    /** Backups made from then on hold the record. */
    recordCreatedAt: text('record_created_at').notNull(),
    state: text('state').$type<ErasureState>().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: text('proposed_at').notNull(),
    /** There was no second person when it was proposed: the same one may confirm, after the waiting time. */
    officeOfOne: integer('office_of_one', { mode: 'boolean' }).notNull(),
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: text('decided_at'),
    /** Why a proposal was not carried out. */
    decisionReason: text('decision_reason'),
    lawBasis: text('law_basis'),
    backupMonths: integer('backup_months'),
    counts: text('counts', { mode: 'json' }).$type<Readonly<Partial<Record<ErasedKind, number>>>>(),
    /** When search index and journal of the file were emptied of it too. */
    sweptAt: text('swept_at'),
    /** Came over from the register that a restore replaced: what it erased may be there again. */
    carriedAt: text('carried_at'),
  },
  (table) => [index('erasure_record').on(table.recordId), index('erasure_state').on(table.state, table.decidedAt)],
);

/** Records that were joined, one row for each; what it changed stands in the history of that revision. */
export const mergedRecord = sqliteTable(
  'merged_record',
  {
    mergeId: text('merge_id').notNull(),
    kind: text('kind').$type<MergeKind>().notNull(),
    recordId: text('record_id').notNull(),
    role: text('role').$type<'kept' | 'gone' | 'linked'>().notNull(),
    revisionBefore: integer('revision_before').notNull(),
    revisionAfter: integer('revision_after').notNull(),
    /** Ids of what was copied into the record. */
    copied: text('copied', { mode: 'json' }).$type<{ notes: string[]; attachments: string[] }>(),
    accountId: text('account_id').notNull(),
    at: text('at').notNull(),
    undoneAt: text('undone_at'),
  },
  (table) => [
    primaryKey({ columns: [table.mergeId, table.recordId] }),
    index('merged_record_record').on(table.recordId),
  ],
);
