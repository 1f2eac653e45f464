/** Records: opened, created, saved. Lists are in record-lists.ts, states in record-states.ts, identities in identities.ts. */
import { v7 as newId } from 'uuid';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FieldValue, RecordContent } from '#shared/records/record.ts';
import { appendHistory, namedHistory } from '../../database/repositories/history.ts';
import type { NewMeta } from '../../database/repositories/record-meta.ts';
import { keptFor } from './drafts.ts';
import { findReadable } from './find-readable.ts';
import { acceptContent } from './incoming-content.ts';
import { keepFindings } from './keep-findings.ts';
import { notedFields } from './notes.ts';
import { linkedCode } from './numbering.ts';
import { allowedOn, requireEdit, requireRevision } from './permissions.ts';
import { acceptPersonCodes } from './person-codes.ts';
import { answerSaved, plainContent, plainValues } from './record-answer.ts';
import { diffContent } from './record-diff.ts';
import { indexOfSession, type RecordSession } from './record-session.ts';
import { type Found, type RootStore, storeOf } from './record-store.ts';
import { contextOf } from './rule-context.ts';
import { takeInContent } from './take-in-draft.ts';
import { noteChange, type RecordParts, requireHardRules, settleContent, writeRevision } from './write-revision.ts';

export interface Records {
  create(session: RecordSession, entity: string): Output<'record.create'>;
  open(session: RecordSession, id: string): Output<'record.open'>;
  save(session: RecordSession, input: ParsedInput<'record.save'>): Output<'record.save'>;
  history(session: RecordSession, id: string): Output<'record.history'>;
  check(session: RecordSession, id: string): Output<'record.check'>;
}

const stores = ({ register }: RecordSession) => storeOf(register.database, register.kind);

/** Records of the open register, as one account may see and change them. */
export function createRecords(parts: RecordParts): Records {
  return {
    create: (session, entity) => answerOpened(parts, session, createDraft(parts, session, stores(session).of(entity))),
    open: (session, id) =>
      session.register.database.read(() => answerOpened(parts, session, findReadable(session, id))),
    save: (session, input) =>
      session.register.database.write(() => {
        const saved = save(parts, session, input);
        takeInContent(session, input, saved.meta.revision);
        return saved;
      }),
    history: (session, id) => {
      const { store } = findReadable(session, id);
      return { changes: readHistory(session, store, id) };
    },
    check(session, id) {
      const { store, record } = findReadable(session, id);
      const { findings } = settleContent(parts, session, store, record.meta, record.content);
      return { findings: findings('complete').map(plainFinding) };
    },
  };
}

const plainFinding = ({
  rule,
  level,
  part,
  fields,
  params,
}: ReturnType<ReturnType<typeof settleContent>['findings']>[number]) => ({
  rule,
  level,
  ...(part === undefined ? {} : { part }),
  fields: fields.map((ref) => ({ ...ref })),
  params: plainValues(params),
});

/** Meta of a record that nobody has saved yet. */
export function draftMeta(session: RecordSession, at: string): NewMeta {
  return {
    id: newId(),
    number: null,
    code: null,
    state: 'draft',
    archived: false,
    revision: 1,
    dictionaryVersion: indexOfSession(session).register.version,
    enteredBy: session.account.id,
    createdAt: at,
    savedAt: at,
    completedRevision: null,
    completedBy: null,
    binnedAt: null,
    importBatch: null,
    handedTo: null,
  };
}

function createDraft(parts: RecordParts, session: RecordSession, store: RootStore): Found {
  const { database } = session.register;
  const at = parts.clock.now().toISOString();
  const meta = draftMeta(session, at);
  return database.write(() => {
    const { content } = settleContent(parts, session, store, meta, { values: {}, groups: {} });
    store.writer.insert(meta, content);
    appendHistory(database, {
      recordId: meta.id,
      revision: meta.revision,
      at,
      accountId: session.account.id,
      entity: store.entity,
      rowId: null,
      field: null,
      event: 'created',
      before: null,
      after: null,
      reason: null,
      sealed: null,
    });
    noteChange(database, parts.publish, store.entity, meta.id, at);
    return stores(session).find(meta.id);
  });
}

function answerOpened(parts: RecordParts, session: RecordSession, { store, record }: Found): Output<'record.open'> {
  const { meta, content } = record;
  const context = contextOf(session, store, { id: meta.id, code: meta.code, values: content.values }, parts.clock);
  return {
    ...answerSaved(session, store, record),
    allowed: allowedOn(session, store, record),
    context: {
      today: context.today,
      ownCountry: context.ownCountry,
      limits: { ...context.limits },
      otherRegistrations: context.otherRegistrations.map((other) => ({
        recordId: other.recordId,
        content: plainContent(other.content),
      })),
      likelyDuplicates: [...context.likelyDuplicates],
    },
    kept: keptFor(session, { store, record }),
    notes: notedFields(session.register.database, meta.id),
  };
}

/** Code under which the officer says the person is known, while the record has no number of its own. */
function codeAfter(session: RecordSession, { store, record }: Found, incoming: RecordContent): string | null {
  const field = store.root.metaFields.find(({ meta }) => meta === 'code')?.id;
  const typed: FieldValue | undefined = field === undefined ? undefined : incoming.values[field];
  // Where its rows are the persons, the code of the record is nobody's.
  if (store.root.vault?.persons.recordColumn === 'record_id') return record.meta.code;
  if (record.meta.number !== null || typed === record.meta.code) return record.meta.code;
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  return linkedCode(session.register.database, store, typed, record.meta.id);
}

function save(parts: RecordParts, session: RecordSession, input: ParsedInput<'record.save'>): Output<'record.save'> {
  const found = findReadable(session, input.id);
  const { store, record } = found;
  requireEdit(session, record);
  requireRevision(record.meta, input.revision);
  const code = codeAfter(session, found, input.content);
  const came = acceptContent(session, store.entity, input.content, record.content);
  const accepted = acceptPersonCodes(session, store.entity, came, record.content);
  const settled = settleContent(parts, session, store, { ...record.meta, code }, accepted);
  const changes = diffContent(store.entity, record.content, settled.content);
  if (changes.length === 0) return answerSaved(session, store, record);
  const isComplete = record.meta.state === 'complete';
  if (isComplete) {
    if (input.reason === null) throw new AppError('REASON_NEEDED');
    const findings = settled.findings('complete');
    requireHardRules(findings);
    keepFindings(session.register.database, record.meta.id, findings, []);
  }
  const completion = isComplete ? { completedRevision: record.meta.revision + 1 } : {};
  const next = { content: settled.content, changes, meta: { code, ...completion } };
  return answerSaved(session, store, writeRevision(parts, session, found, next, [], input.reason));
}

type Change = Output<'record.history'>['changes'][number];

/** Newest first. The order of rows is kept for undoing only; its effect shows in the fields that number them. */
function readHistory(session: RecordSession, store: RootStore, id: string): Change[] {
  const vault = store.root.vault?.entity.id;
  return namedHistory(session.register.database, id)
    .filter(({ event, field }) => !(event === 'changed' && field === null))
    .map(({ revision, at, by, entity, rowId, field, event, before, after, reason }) => ({
      revision,
      at,
      by,
      entity,
      row: rowId,
      field,
      event: event as Change['event'],
      before: before === null || entity === vault ? null : plainValues(before),
      after: after === null || entity === vault ? null : plainValues(after),
      reason,
    }));
}
