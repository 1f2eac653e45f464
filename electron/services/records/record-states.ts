/** The life of a record: numbered, completed, verified, returned, archived, binned, restored. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Finding } from '#shared/records/record.ts';
import { findReadable } from './find-readable.ts';
import { judgeStored } from './judge-stored.ts';
import { confirmedRules, keepFindings } from './keep-findings.ts';
import { nextCode, nextNumber, numberingYear } from './numbering.ts';
import { isSecondPerson, requireEdit, requireRevision, requireSupervised } from './permissions.ts';
import { answerSaved } from './record-answer.ts';
import { isSupervisor, type RecordSession } from './record-session.ts';
import type { Found } from './record-store.ts';
import {
  type RecordEvent,
  type RecordParts,
  refuse,
  requireHardRules,
  settleContent,
  writeRevision,
} from './write-revision.ts';

type Saved = Output<'record.save'>;
type Confirmations = ParsedInput<'record.complete'>['confirmations'];

export interface RecordStates {
  number(session: RecordSession, id: string, revision: number): Saved;
  complete(session: RecordSession, id: string, revision: number, confirmations: Confirmations): Saved;
  verify(session: RecordSession, id: string, revision: number, confirmations: Confirmations): Saved;
  returnForCorrection(session: RecordSession, id: string, revision: number, reason: string): Saved;
  archive(session: RecordSession, id: string, revision: number, archived: boolean): Saved;
  bin(session: RecordSession, id: string, revision: number, reason: string): void;
  restore(session: RecordSession, id: string, reason: string): Saved;
}

/** Steps in the life of a record; each is a revision of its own with its entry in the history. */
export function createRecordStates(parts: RecordParts): RecordStates {
  const write = (session: RecordSession, found: Found, ...rest: Rest): Saved =>
    answerSaved(session, found.store, writeRevision(parts, session, found, ...rest));
  const inOneTransaction = (session: RecordSession, step: () => Saved): Saved => session.register.database.write(step);

  return {
    number: (session, id, revision) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        requireEdit(session, found.record);
        requireRevision(found.record.meta, revision);
        if (found.record.meta.number !== null) return answerSaved(session, found.store, found.record);
        const { findings } = settleContent(parts, session, found.store, found.record.meta, found.record.content);
        requireHardRules(findings('number'));
        const given = giveNumber(session, found);
        return write(session, found, { meta: given }, [{ event: 'numbered', after: given }]);
      }),
    complete: (session, id, revision, confirmations) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        const { meta, content } = found.record;
        requireEdit(session, found.record);
        requireRevision(meta, revision);
        if (meta.state === 'complete') throw new AppError('RECORD_LOCKED', { state: meta.state });
        if (meta.number === null) throw new AppError('NUMBER_NEEDED');
        const settled = settleContent(parts, session, found.store, { ...meta, state: 'complete' }, content);
        const findings = settled.findings('complete');
        const events = judge(findings, confirmations, []);
        const next = { state: 'complete', completedRevision: revision + 1, completedBy: session.account.id } as const;
        keepConfirmations(parts, session, id, revision + 1, confirmations);
        keepFindings(session.register.database, id, findings, rulesOf(confirmations));
        return write(session, found, { content: settled.content, meta: next }, [...events, { event: 'completed' }]);
      }),
    verify: (session, id, revision, confirmations) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        const { meta, content } = found.record;
        requireSupervised(session, found.record, ['complete']);
        requireRevision(meta, revision);
        if (meta.archived) throw new AppError('RECORD_LOCKED', { state: meta.state });
        if (!isSecondPerson(session, meta)) throw new AppError('SECOND_PERSON_NEEDED');
        const settled = settleContent(parts, session, found.store, { ...meta, state: 'verified' }, content);
        const { database } = session.register;
        const confirmed = confirmedRules(database, id, meta.completedRevision);
        const findings = settled.findings('complete');
        const events = judge(findings, confirmations, confirmed);
        keepConfirmations(parts, session, id, revision + 1, confirmations);
        keepFindings(database, id, findings, [...confirmed, ...rulesOf(confirmations)]);
        return write(session, found, { meta: { state: 'verified' } }, [...events, { event: 'verified' }]);
      }),
    returnForCorrection: (session, id, revision, reason) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        requireSupervised(session, found.record, ['complete', 'verified']);
        requireRevision(found.record.meta, revision);
        if (found.record.meta.archived) throw new AppError('RECORD_LOCKED', { state: found.record.meta.state });
        return write(session, found, { meta: { state: 'returned_for_correction' } }, [{ event: 'returned', reason }]);
      }),
    archive: (session, id, revision, archived) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        requireSupervised(session, found.record, archived ? ['complete', 'verified'] : allStates);
        requireRevision(found.record.meta, revision);
        if (found.record.meta.archived === archived) return answerSaved(session, found.store, found.record);
        return write(session, found, { meta: { archived } }, [{ event: archived ? 'archived' : 'unarchived' }]);
      }),
    bin(session, id, revision, reason) {
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        requireSupervised(session, found.record, allStates);
        requireRevision(found.record.meta, revision);
        const binnedAt = parts.clock.now().toISOString();
        return write(session, found, { meta: { binnedAt } }, [{ event: 'binned', reason }]);
      });
    },
    restore: (session, id, reason) =>
      inOneTransaction(session, () => {
        const found = findReadable(session, id);
        if (!isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
        if (found.record.meta.binnedAt === null) return answerSaved(session, found.store, found.record);
        // The rules may have changed while it lay in the bin, where nothing is judged.
        judgeStored(parts, session.register, found);
        return write(session, found, { meta: { binnedAt: null } }, [{ event: 'restored', reason }]);
      }),
  };
}

const rulesOf = (confirmations: Confirmations): string[] => confirmations.map(({ rule }) => rule);

type Rest = [next: Parameters<typeof writeRevision>[3], events: readonly RecordEvent[]];

const allStates = ['draft', 'complete', 'verified', 'returned_for_correction'] as const;

/** The code that somebody took over from an earlier registration of the person, else a fresh one: nobody is linked unasked. */
function giveNumber(session: RecordSession, { store, record }: Found): { number: number; code: string } {
  const { database } = session.register;
  const number = nextNumber(database, store.entity);
  return { number, code: record.meta.code ?? nextCode(database, store.root.entity, numberingYear(store, record)) };
}

function judge(
  findings: readonly Finding[],
  confirmations: Confirmations,
  confirmed: readonly string[],
): RecordEvent[] {
  requireHardRules(findings);
  const given = new Set([...confirmed, ...rulesOf(confirmations)]);
  refuse(findings.filter(({ rule }) => !given.has(rule)));
  const spoken = new Set(findings.map(({ rule }) => rule));
  return confirmations
    .filter(({ rule }) => spoken.has(rule))
    .map(({ rule, reason }) => ({ event: 'confirmed', after: { rule }, reason }));
}

function keepConfirmations(
  { clock }: RecordParts,
  { register, account }: RecordSession,
  id: string,
  revision: number,
  confirmations: Confirmations,
): void {
  const statement = register.database.prepare(
    `INSERT INTO "rule_confirmation" ("record_id", "revision", "rule", "reason", "account_id", "at") VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { rule, reason } of confirmations) {
    statement.run(id, revision, rule, reason, account.id, clock.now().toISOString());
  }
}
