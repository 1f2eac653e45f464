/** One new revision of a record: content, meta, history and change number in one transaction. */
import { AppError } from '#shared/contract/errors.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import { settle } from '#shared/dictionary/settle.ts';
import type { Finding, RecordContent, Values } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { noteRecordChange } from '../../database/repositories/changes.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import { metaValues, type NewMeta, type StoredMeta } from '../../database/repositories/record-meta.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import type { Clock, Publish } from '../ports.ts';
import { compactContent } from './incoming-content.ts';
import { numberingYear } from './numbering.ts';
import { givePersonCodes } from './person-codes.ts';
import { type ContentChange, diffContent } from './record-diff.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';
import type { Found, RootStore } from './record-store.ts';
import { contextOf, identityOf, subjectOf } from './rule-context.ts';

export interface RecordParts {
  readonly clock: Clock;
  readonly publish: Publish;
}

export interface RecordEvent {
  readonly event:
    | 'created'
    | 'numbered'
    | 'completed'
    | 'verified'
    | 'returned'
    | 'archived'
    | 'unarchived'
    | 'binned'
    | 'restored'
    | 'confirmed'
    | 'imported'
    | 'identity-changed'
    | 'handed-over'
    | 'merged'
    | 'merged-into'
    | 'person-linked'
    | 'merge-undone';
  readonly before?: Values;
  readonly after?: Values;
  readonly reason?: string;
  /** Entity of the event where it is not the record itself. */
  readonly entity?: string;
  readonly sealed?: Buffer;
}

/** Tells everybody who counts or lists that a record changed; once the transaction is durable. */
export function noteChange(
  database: RegisterDatabase,
  publish: Publish,
  entity: string,
  recordId: string,
  at: string,
): void {
  noteRecordChange(database, entity, recordId, at);
  database.afterCommit(() => publish('records.changed', { changeNumber: database.changeNumber() }));
}

export interface Settled {
  readonly content: RecordContent;
  /** What the rules say of the settled content at completion. */
  readonly findings: (stage: 'number' | 'complete') => Finding[];
}

/** Content with derived values and `not_applicable` set, and the rules over it. `identity` replaces the stored one. */
export function settleContent(
  parts: Pick<RecordParts, 'clock'>,
  session: Pick<RecordSession, 'register'>,
  store: RootStore,
  meta: Pick<NewMeta, 'id' | 'code'> & NewMeta,
  content: RecordContent,
  identity: Values | undefined = identityOf(session, store, meta.id),
): Settled {
  const index = indexOfSession(session);
  const { register } = index;
  // Rules see number, code, state and archive flag as they will be stored.
  const values = withMeta(store, meta, content.values);
  const context = contextOf(session, store, { id: meta.id, code: meta.code, values }, parts.clock);
  const subject = settle(
    register,
    subjectOf(index, store.entity, meta.id, { values, groups: content.groups }, identity),
    context,
  );
  return {
    content: compactContent({ values: subject.values, groups: subject.groups }),
    findings: (stage) => evaluateRecord(register, subject, context, stage),
  };
}

/** Writes the next revision and returns the record as it is stored then. */
export function writeRevision(
  parts: RecordParts,
  session: RecordSession,
  { store, record }: Found,
  next: {
    readonly content?: RecordContent;
    readonly meta?: Partial<StoredMeta>;
    /** How the content differs from before, where the caller had to know. */
    readonly changes?: readonly ContentChange[];
  },
  events: readonly RecordEvent[],
  reason: string | null = null,
): StoredRecord {
  const { database } = session.register;
  const at = parts.clock.now().toISOString();
  const revision = record.meta.revision + 1;
  const meta: StoredMeta = {
    ...record.meta,
    dictionaryVersion: indexOfSession(session).register.version,
    ...next.meta,
    revision,
    savedAt: at,
  };
  const held = new Set(store.root.metaFields.map(({ id }) => id));
  const known = next.content ?? record.content;
  // From its number on, each person of a record has a code.
  const content =
    meta.number === null
      ? known
      : givePersonCodes(session, store.entity, known, numberingYear(store, { meta, content: known }));
  const changes = content === next.content ? next.changes : undefined;
  return database.write(() => {
    store.writer.update(meta, content, record);
    const entry = { recordId: meta.id, revision, at, accountId: session.account.id };
    for (const change of changes ?? diffContent(store.entity, record.content, content)) {
      if (change.entity === store.entity && change.field !== null && held.has(change.field)) continue;
      appendHistory(database, { ...entry, ...change, reason, sealed: null });
    }
    for (const {
      event,
      before = null,
      after = null,
      reason: own = null,
      entity = store.entity,
      sealed = null,
    } of events) {
      appendHistory(database, {
        ...entry,
        entity,
        rowId: null,
        field: null,
        event,
        before,
        after,
        reason: own ?? reason,
        sealed,
      });
    }
    noteChange(database, parts.publish, store.entity, meta.id, at);
    return { meta, content: asStored(store, meta, content) };
  });
}

/** The content as a reader would give it: without what says nothing, with what the record itself holds. */
function asStored(store: RootStore, meta: StoredMeta, { values, groups }: RecordContent): RecordContent {
  const held = metaValues(store.root, meta);
  const stale = store.root.metaFields.filter(({ id }) => id in values && !(id in held));
  const emptied = Object.fromEntries(stale.map(({ id }) => [id, null]));
  return compactContent({
    values: withMeta(store, meta, stale.length === 0 ? values : { ...values, ...emptied }),
    groups,
  });
}

/** With what the record itself holds; the same object where it stands there already. */
function withMeta({ root }: RootStore, meta: NewMeta, values: Values): Values {
  const held = metaValues(root, meta);
  return Object.entries(held).every(([id, value]) => values[id] === value) ? values : { ...values, ...held };
}

/** Throws RULES_VIOLATED where a hard rule speaks: the numbers of the rules and the fields to mend. */
export function requireHardRules(findings: readonly Finding[]): void {
  refuse(findings.filter(({ level }) => level === 'hard'));
}

/** Refuses with the rules that these findings name. */
export function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  throw new AppError('RULES_VIOLATED', {
    rules: [...new Set(findings.map(({ rule }) => rule))],
    fields: [...new Set(findings.flatMap(({ fields }) => fields.map(({ entity, field }) => `${entity}.${field}`)))],
  });
}
