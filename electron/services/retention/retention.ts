/** Retention and erasure as the handlers see them. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type ErasureRow, finishedErasures } from '../../database/repositories/erasures.ts';
import { referenceLookup } from '../reference.ts';
import type { OpenSession } from '../sessions.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { dueRows, isPeriodSet } from './due-list.ts';
import { readPeriods, writePeriods } from './periods.ts';
import {
  confirmErasures,
  listProposals,
  previewErasure,
  proposeErasure,
  type RetentionParts,
  withdrawErasure,
} from './proposals.ts';
import { sweepErased } from './sweep.ts';

export interface Retention {
  periods(session: OpenSession): Output<'retention.get'>;
  /** Names of what was changed. */
  setPeriods(session: OpenSession, changed: ParsedInput<'retention.set'>): string[];
  due(session: OpenSession, limit: number): Output<'retention.due'>;
  preview(session: OpenSession, input: ParsedInput<'erasure.preview'>): Output<'erasure.preview'>;
  propose(session: OpenSession, input: ParsedInput<'erasure.propose'>): string[];
  /** Returns the record that stays. */
  withdraw(session: OpenSession, id: string, reason: string): string;
  /** `enter` writes the audit entry of the call in the transaction that erases. */
  confirm(
    session: OpenSession,
    ids: readonly string[],
    enter: (records: readonly string[]) => void,
  ): Output<'erasure.confirm'>;
  proposals(session: OpenSession): Output<'erasure.list'>;
  finished(session: OpenSession, input: ParsedInput<'erasure.finished'>): Output<'erasure.finished'>;
  certificate(session: OpenSession, id: string): Certificate;
}

/** Builds the service; each call names the session it acts for. */
export function createRetention(parts: RetentionParts): Retention {
  return {
    periods: ({ register }) => readPeriods(register.database),
    setPeriods({ register: { database } }, changed) {
      const { has } = referenceLookup(database);
      const unknown = Object.keys(changed.institutions ?? {}).filter((code) => !has('INST', code));
      if (unknown.length > 0) throw new AppError('INVALID_INPUT', { fields: ['institutions'] });
      return writePeriods(database, changed);
    },
    due({ register }, limit) {
      return register.database.read(() => {
        const rows = dueRows(register, parts.clock.now().toISOString().slice(0, 10));
        return {
          rows: rows.slice(0, limit),
          total: rows.length,
          isPeriodSet: isPeriodSet(readPeriods(register.database)),
        };
      });
    },
    preview: (session, input) => previewErasure(parts, session, input),
    propose: (session, input) => proposeErasure(parts, session, input),
    withdraw: (session, id, reason) => withdrawErasure(parts, session, id, reason),
    confirm(session, ids, enter) {
      const { database, kind } = session.register;
      const records = database.write(() => {
        const erased = confirmErasures(parts, session, [...new Set(ids)]);
        enter(erased);
        return erased;
      });
      return { erased: records.length, isSwept: sweepErased(database, kind, parts.clock.now()) };
    },
    proposals: (session) => listProposals(parts, session),
    finished({ register }, { after, limit }) {
      const { rows, next, total } = finishedErasures(register.database, after, limit);
      return { rows: rows.map(finishedRow), next, total };
    },
    certificate({ register }, id) {
      sweepErased(register.database, register.kind, parts.clock.now());
      return certificateOf(register.database, id);
    },
  };
}

function finishedRow(row: ErasureRow): Output<'erasure.finished'>['rows'][number] {
  const { id, recordId, entity, number, code, institution, scope, cause, state, reason, decisionReason } = row;
  if (state === 'proposed') throw new Error('a proposal that waits is not finished');
  return {
    id,
    recordId,
    entity,
    number,
    code,
    institution,
    scope,
    cause,
    state,
    reason,
    proposedBy: row.proposedByName,
    decidedBy: row.decidedByName ?? '',
    decidedAt: row.decidedAt ?? row.proposedAt,
    decisionReason,
    isSwept: row.sweptAt !== null,
  };
}
