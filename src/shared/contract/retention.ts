/** How long records are kept, what is due, and erasing for good: one account proposes, another confirms. */
import { z } from 'zod';
import { procedure } from './procedure.ts';
import { language, nothing, path, reason, timestamp, uuid } from './shapes.ts';

/** record: everything of it; vault: direct identifiers only, the pseudonymous record stays. */
export const erasureScopes = ['record', 'vault'] as const;
export type ErasureScope = (typeof erasureScopes)[number];
/** Why a record is due; `other`: somebody decided so before any period had passed. */
export const erasureCauses = ['period', 'consent', 'restored', 'other'] as const;
export type ErasureCause = (typeof erasureCauses)[number];
const erasureStates = ['proposed', 'withdrawn', 'erased'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** Kinds of data that a certificate counts, in the order in which it names them. */
export const erasedKinds = [
  'record',
  'groups',
  'choices',
  'identity',
  'oldIdentities',
  'attachments',
  'names',
  'history',
  'confirmations',
  'findings',
  'drafts',
  'notes',
  'searchIndex',
  'changes',
  'columns',
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/** The same account confirms only after so many days, and only where the office has no second person. */
export const waitingDays = 7;

const scope = z.enum(erasureScopes);
const cause = z.enum(erasureCauses);
const day = z.string();
const years = z.number().int().min(1).max(150);
const counts = z.partialRecord(z.enum(erasedKinds), z.number());
const backups = z.array(z.strictObject({ file: z.string(), at: timestamp, keptUntil: day }));

/** What is named of a record: numbers only, since an administrator sees these lists too. */
const named = {
  recordId: uuid,
  entity: z.string(),
  number: z.number().nullable(),
  code: z.string().nullable(),
  institution: z.string().nullable(),
} as const;

const proposal = z.strictObject({
  id: uuid,
  ...named,
  scope,
  cause,
  dueOn: day.nullable(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: timestamp,
  /** The record was changed or is gone since it was looked at: it has to be proposed again. */
  isOutdated: z.boolean(),
  /** Whether this account may confirm now; `second-person`: somebody else must; `wait`: from `confirmFrom` on. */
  confirm: z.enum(['yes', 'wait', 'second-person', 'no']),
  confirmFrom: timestamp.nullable(),
});

const finished = z.strictObject({
  id: uuid,
  ...named,
  scope,
  cause,
  state: z.enum(['withdrawn', 'erased']),
  reason: z.string(),
  proposedBy: z.string(),
  decidedBy: z.string(),
  decidedAt: timestamp,
  decisionReason: z.string().nullable(),
  /** Search index and journal of the file are empty of it too. */
  isSwept: z.boolean(),
});

export const retentionProcedures = {
  'retention.get': procedure({
    input: nothing,
    output: z.strictObject({
      /** Whole years; null: the register has no period, and nothing falls due by time. */
      years: years.nullable(),
      /** Institutions with a period of their own. */
      institutions: z.record(z.string(), years),
      /** Law or rule that sets the periods; stands on certificates. */
      lawBasis: z.string(),
      /** How long the institution keeps its backups. */
      backupMonths: z.number(),
    }),
    access: ['administrator', 'supervisor'],
    audit: 'refused',
  }),
  /** Changes what is named. An institution with null goes back to the period of the register. */
  'retention.set': procedure({
    input: z.strictObject({
      years: years.nullable().optional(),
      institutions: z.record(z.string().max(64), years.nullable()).optional(),
      lawBasis: z.string().trim().max(300).optional(),
      backupMonths: z.number().int().min(1).max(600).optional(),
    }),
    output: nothing,
    access: ['administrator'],
    audit: 'always',
  }),
  /** What is due, earliest first, without what is already proposed. */
  'retention.due': procedure({
    input: z.strictObject({ limit: z.number().int().min(1).max(5000) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          ...named,
          scope,
          cause: z.enum(['period', 'consent', 'restored']),
          binned: z.boolean(),
          /** Day on which the period began, or consent was withdrawn; null after a restore. */
          since: day.nullable(),
          dueOn: day,
        }),
      ),
      total: z.number(),
      /** False: no institution has a period, so nothing falls due by time. */
      isPeriodSet: z.boolean(),
    }),
    access: ['administrator', 'supervisor'],
    audit: 'refused',
  }),
  /** What would be erased, and the backups that hold it. */
  'erasure.preview': procedure({
    input: z.strictObject({ recordId: uuid, scope }),
    output: z.strictObject({ ...named, counts, backups, isProposed: z.boolean() }),
    access: ['administrator', 'supervisor'],
    audit: 'refused',
  }),
  'erasure.propose': procedure({
    input: z.strictObject({ recordIds: z.array(uuid).min(1).max(200), scope, reason }),
    output: z.strictObject({ ids: z.array(uuid) }),
    access: ['supervisor'],
    audit: 'always',
  }),
  /** Takes a proposal back, or declines it: nothing is erased, and the reason is kept. */
  'erasure.withdraw': procedure({
    input: z.strictObject({ id: uuid, reason }),
    output: nothing,
    access: ['administrator', 'supervisor'],
    audit: 'always',
  }),
  /** Erases all of them in one transaction, or none. */
  'erasure.confirm': procedure({
    input: z.strictObject({ ids: z.array(uuid).min(1).max(200) }),
    output: z.strictObject({ erased: z.number(), isSwept: z.boolean() }),
    access: ['administrator'],
    audit: 'always',
  }),
  /** Proposals that wait for the second person, oldest first. */
  'erasure.list': procedure({
    input: nothing,
    output: z.strictObject({
      proposals: z.array(proposal),
      /** Nobody but this account could confirm: the waiting time takes the place of the second person. */
      isOfficeOfOne: z.boolean(),
    }),
    access: ['administrator', 'supervisor'],
    audit: 'refused',
  }),
  /** Carried out or taken back, newest first. Pass `next` back as `after`. */
  'erasure.finished': procedure({
    input: z.strictObject({ after: z.string().max(200).nullable(), limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(finished), next: z.string().nullable(), total: z.number() }),
    access: ['administrator', 'supervisor'],
    audit: 'refused',
  }),
  /** The certificate as PDF; as often as it is needed. */
  'erasure.print': procedure({
    input: z.strictObject({ id: uuid, language, file: path }),
    output: z.strictObject({ file: z.string(), pages: z.number() }),
    access: ['administrator', 'supervisor'],
    audit: 'always',
  }),
} as const;
