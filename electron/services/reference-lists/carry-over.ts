/** Answers of records move from a retired entry to its successor: all in one transaction, each with its history. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RuleContext } from '#shared/records/record.ts';
import { referenceFacts } from '#shared/records/reference-facts.ts';
import { replaceFindings } from '../../database/repositories/findings.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import type { AuditLog } from '../audit.ts';
import { jobRegisterInput } from '../job-register.ts';
import type { Jobs } from '../jobs.ts';
import { readLimits } from '../limits.ts';
import type { Publish } from '../ports.ts';
import { findStored } from '../records/judge-stored.ts';
import { carriedOver } from '../records/last-completed.ts';
import { diffContent } from '../records/record-diff.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import { type Found, storeOf } from '../records/record-store.ts';
import { localDay } from '../records/rule-context.ts';
import { noteChange } from '../records/write-revision.ts';
import { referenceLookup } from '../reference.ts';
import type { Threads } from '../threads.ts';
import { type Move, movedWithDerived } from './carry-content.ts';
import type { CarryOverJobInput, MovedFindings } from './carry-over-job.ts';
import { type EditParts, entriesOf, noteEntryChange, requireEntry } from './edit-entries.ts';
import { movingIds, usersByStanding } from './moving-records.ts';

export interface CarryOverParts extends EditParts {
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly audit: AuditLog;
}

const readAtOnce = 200;

/** Retired entries with a successor only: the retirement says that nobody chooses the entry any more. */
function requireMove(session: RecordSession, list: string, code: string): Move {
  const { successor } = requireEntry(entriesOf(session, list), code);
  if (successor === null) throw new AppError('REFERENCE_SUCCESSOR', { code });
  return { list, from: code, to: successor };
}

/** What a carry-over would do; nothing is changed. */
export function previewCarryOver(
  session: RecordSession,
  { list, code, limit }: ParsedInput<'reference.preview'>,
): Output<'reference.preview'> {
  const { to } = requireMove(session, list, code);
  return { to, ...session.register.database.read(() => usersByStanding(session.register, list, code, limit)) };
}

/** Starts the job; what the rules will say is found in a thread, and then everything moves at once or not at all. */
export function startCarryOver(
  parts: CarryOverParts,
  session: RecordSession,
  input: ParsedInput<'reference.carry-over'>,
): { readonly jobId: string } {
  const move = requireMove(session, input.list, input.code);
  if (move.to !== input.to) throw new AppError('REFERENCE_CHANGED', { code: input.code });
  const { register } = session;
  const index = indexOfSession(session);
  if (!register.keys.vault && index.roots.some(({ id }) => index.vaultOf(id))) throw new AppError('VAULT_KEY_NEEDED');
  const { withLocked, reason } = input;
  const job: CarryOverJobInput = {
    ...jobRegisterInput(register),
    ...move,
    withLocked,
    now: parts.clock.now().toISOString(),
  };
  return parts.jobs.start('reference.carry-over', async (tools) => {
    const judged = new Map<string, MovedFindings>();
    await parts.threads.run<CarryOverJobInput, void>('carry-over', job, tools, (items) => {
      for (const each of items as readonly MovedFindings[]) judged.set(each.recordId, each);
    });
    if (tools.signal.aborted) throw tools.signal.reason;
    tools.progress('write', 0, judged.size);
    return register.database.write(() =>
      moveAll(parts, session, { move, withLocked, reason, judged, context: plainContext(parts, register) }),
    );
  });
}

interface Errand {
  readonly move: Move;
  readonly withLocked: boolean;
  readonly reason: string;
  /** By record; what was saved since is judged again here. */
  readonly judged: ReadonlyMap<string, MovedFindings>;
  /** What derived values may rest on; the records that each of them is compared with do not move. */
  readonly context: RuleContext;
}

const plainContext = (
  { clock }: CarryOverParts,
  { database, country, kind }: RecordSession['register'],
): RuleContext => ({
  today: localDay(clock.now()),
  ownCountry: country,
  limits: readLimits(database, kind),
  ...referenceFacts(registerOf(kind), referenceLookup(database).find),
  otherRegistrations: [],
  likelyDuplicates: [],
});

/** One event tells of all records of the transaction. */
const silently: Publish = () => undefined;

function moveAll(parts: CarryOverParts, session: RecordSession, errand: Errand): JobResult<'reference.carry-over'> {
  const { register } = session;
  const { database, kind } = register;
  const { move, withLocked, reason } = errand;
  let records = 0;
  for (const store of storeOf(database, kind).roots) {
    const ids = movingIds(register, store, move, withLocked);
    for (let from = 0; from < ids.length; from += readAtOnce) {
      for (const record of store.reader.loadMany(ids.slice(from, from + readAtOnce))) {
        moveOne(parts, session, { store, record }, errand);
        records += 1;
      }
    }
  }
  const { list, from: code, to } = move;
  const { locked, binned, proposed } = usersByStanding(register, list, code, 0);
  const left = locked + binned + proposed;
  noteEntryChange(parts, session, { list, code, change: 'carried-over', before: {}, after: { records, to }, reason });
  parts.audit.append(session, {
    name: 'reference.carry-over',
    outcome: 'carried',
    detail: { list, code, successor: to, records, left },
  });
  database.afterCommit(() => parts.publish('records.changed', { changeNumber: database.changeNumber() }));
  return { records, left };
}

/**
 * A revision of its own whose steps are told apart from typing: they are kept when a record is counted as it was last
 * completed, do not count as work, and leave confirmed rules confirmed. The time of saving stays that of a person, so
 * that nothing moves in the lists of what waits.
 */
function moveOne(parts: CarryOverParts, session: RecordSession, { store, record }: Found, errand: Errand): void {
  const { register, account } = session;
  const { database } = register;
  const at = parts.clock.now().toISOString();
  const { id, revision } = record.meta;
  const meta = { ...record.meta, revision: revision + 1 };
  const content = movedWithDerived(
    indexOfSession(session),
    { entity: store.entity, id },
    record.content,
    errand.move,
    errand.context,
  );
  store.writer.update(meta, content, record);
  const entry = { recordId: id, revision: meta.revision, at, accountId: account.id, reason: errand.reason };
  for (const change of diffContent(store.entity, record.content, content)) {
    appendHistory(database, { ...entry, ...change, event: carriedOver, sealed: null });
  }
  const known = errand.judged.get(id);
  const findings =
    known?.revision === revision ? known.findings : findStored(parts, register, { store, record: { meta, content } });
  replaceFindings(database, id, findings);
  noteChange(database, silently, store.entity, id, at);
}
