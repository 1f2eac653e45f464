/** Tables that every register has whatever its dictionary: who it is, accounts, audit chain, history, reference lists. */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { entryChanges } from '#shared/contract/reference.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import type { FieldValue } from '#shared/records/record.ts';
import type { PopulationAge, PopulationSex } from '#shared/statistics/population/population.ts';
import {
  attachment,
  attachmentPart,
  change,
  draft,
  erasure,
  fieldNote,
  history,
  mergedRecord,
  recordFinding,
  ruleConfirmation,
} from './about-record-tables.ts';
import { publication, publicationTable } from './publication-tables.ts';

type EntryChange = (typeof entryChanges)[number];
type ChangedFacts = Readonly<Record<string, string | number | boolean | null>>;
type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One row. */
export const registerInfo = sqliteTable('register_info', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<RegisterKind>().notNull(),
  institution: text('institution').notNull(),
  office: text('office').notNull(),
  country: text('country').notNull(),
  language: text('language').$type<Language>().notNull(),
  training: integer('training', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  /** Generation and MAC of the newest header; an older header is refused. */
  headerGeneration: integer('header_generation').notNull(),
  headerMac: blob('header_mac', { mode: 'buffer' }),
  /** When the recovery sheet was typed back; null while the register is unfinished. */
  rehearsedAt: text('rehearsed_at'),
});

/** Value as JSON text. Names: see services that own them. */
export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<FieldValue | boolean>().notNull(),
});

export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    roles: text('roles', { mode: 'json' }).$type<readonly Role[]>().notNull(),
    active: integer('active', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    lastSignIn: text('last_sign_in'),
    /** Public recipient of the account's key pair, as in its slot of the header. */
    recipient: text('recipient').notNull(),
  },
  (table) => [uniqueIndex('account_login').on(table.login)],
);

/** What an account has set up for itself; names and shapes: contract/preference.ts. */
export const preference = sqliteTable(
  'preference',
  {
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.name] })],
);

/** Ways to look at a record list, under a name; shared ones are seen by every account that lists records. */
export const savedView = sqliteTable(
  'saved_view',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    entity: text('entity').notNull(),
    name: text('name').notNull(),
    shared: integer('shared', { mode: 'boolean' }).notNull(),
    view: text('view', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [uniqueIndex('saved_view_name').on(table.accountId, table.entity, table.name)],
);

/** Tables that somebody put together, under a name; shared ones are seen by every account that may see tables. */
export const savedDesign = sqliteTable(
  'saved_design',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    name: text('name').notNull(),
    shared: integer('shared', { mode: 'boolean' }).notNull(),
    /** Part of the yearly summary; only a shared one is. */
    inReport: integer('in_report', { mode: 'boolean' }).notNull(),
    design: text('design', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [uniqueIndex('saved_design_name').on(table.accountId, table.name)],
);

/** Hash chain: `mark` covers the entry and the mark of the entry before. Ids and field names, never values. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    number: integer('number').primaryKey(),
    at: text('at').notNull(),
    accountId: text('account_id'),
    name: text('name').notNull(),
    outcome: text('outcome').notNull(),
    detail: text('detail', { mode: 'json' }).$type<AuditDetail>().notNull(),
    mark: blob('mark', { mode: 'buffer' }).notNull(),
  },
  (table) => [index('audit_entry_name').on(table.name)],
);

/** Institutions, municipalities, articles of law ... of this installation, by list; facts that a list does not declare are empty. */
export const referenceEntry = sqliteTable(
  'reference_entry',
  {
    list: text('list').notNull(),
    code: text('code').notNull(),
    names: text('names', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    type: text('type'),
    country: text('country'),
    municipality: text('municipality'),
    activeFrom: text('active_from'),
    /** Last day on which it may be chosen. */
    activeTo: text('active_to'),
    /** By which it is chosen on the keyboard and on paper; null only in a register that no newer program has opened. */
    number: integer('number'),
    /** Code of the entry that took its place. */
    successor: text('successor'),
    /** Least and most imprisonment for what an article of law is about, and whether it may be for life. */
    leastMonths: integer('least_months'),
    mostMonths: integer('most_months'),
    life: integer('life', { mode: 'boolean' }),
  },
  (table) => [
    primaryKey({ columns: [table.list, table.code] }),
    uniqueIndex('reference_entry_number').on(table.list, table.number),
  ],
);

/** What became of an entry of a reference list: a printed table may show the name that it had before. */
export const referenceChange = sqliteTable(
  'reference_change',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    list: text('list').notNull(),
    code: text('code').notNull(),
    at: text('at').notNull(),
    accountId: text('account_id').notNull(),
    change: text('change').$type<EntryChange>().notNull(),
    /** Only what differs. */
    before: text('before', { mode: 'json' }).$type<ChangedFacts>().notNull(),
    after: text('after', { mode: 'json' }).$type<ChangedFacts>().notNull(),
    reason: text('reason'),
  },
  (table) => [index('reference_change_entry').on(table.list, table.code)],
);

export const backupLog = sqliteTable('backup_log', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  file: text('file').notNull(),
  bytes: integer('bytes').notNull(),
  verified: integer('verified', { mode: 'boolean' }).notNull(),
  digest: text('digest').notNull(),
});

/** Things everybody must be told at sign-in. */
export const notice = sqliteTable('notice', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  code: text('code').$type<'RECOVERY_SHEET_USED' | 'SINGLE_PERSON_OFFICE' | 'ERASED_MAY_BE_BACK'>().notNull(),
  at: text('at').notNull(),
});

/** Last running number given out per entity (year 0) and last serial of its codes per year. */
export const numberSeries = sqliteTable(
  'number_series',
  {
    entity: text('entity').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.year] })],
);

/** Records of an import stay invisible until `visible_at` is set by one short statement. */
export const importBatch = sqliteTable('import_batch', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  accountId: text('account_id').notNull(),
  file: text('file').notNull(),
  digest: text('digest').notNull(),
  records: integer('records').notNull(),
  visibleAt: text('visible_at'),
});

/** Columns that tables are counted from, some thousand records each, as they were at a change: see repositories/column-segments.ts. */
export const columnSegment = sqliteTable('column_segment', {
  name: text('name').primaryKey(),
  changeNumber: integer('change_number').notNull(),
  content: blob('content', { mode: 'buffer' }).notNull(),
});

/** The index of names, sealed with the vault key: some thousand records each, as they were at a change. */
export const nameSegment = sqliteTable(
  'name_segment',
  {
    entity: text('entity').notNull(),
    /** Rows of the record type by their `seq`: see repositories/segments.ts. */
    segment: integer('segment').notNull(),
    changeNumber: integer('change_number').notNull(),
    content: blob('content', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.segment] })],
);

/** Mid-year population of the country by year, sex and age: what was entered; sums that follow are not kept. */
export const population = sqliteTable(
  'population',
  {
    year: integer('year').notNull(),
    sex: text('sex').$type<PopulationSex>().notNull(),
    age: text('age').$type<PopulationAge>().notNull(),
    persons: integer('persons').notNull(),
    /** Who published the figures; the same for all of a year. */
    source: text('source').notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.sex, table.age] })],
);

/** Every fixed table, in the order in which they are created. */
export const fixedTables = [
  registerInfo,
  setting,
  account,
  auditEntry,
  change,
  history,
  referenceEntry,
  backupLog,
  notice,
  ruleConfirmation,
  recordFinding,
  numberSeries,
  importBatch,
  draft,
  fieldNote,
  columnSegment,
  nameSegment,
  attachment,
  attachmentPart,
  erasure,
  mergedRecord,
  preference,
  savedView,
  referenceChange,
  savedDesign,
  population,
  publication,
  publicationTable,
] as const;
