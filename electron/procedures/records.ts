import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import type { ListQuery } from '#shared/contract/list-query.ts';
import type { recordProcedures } from '#shared/contract/record.ts';
import { printRecord } from '../services/reports/print-record.ts';
import { atomic, type HandlersFor } from './handler.ts';

/** What an audit entry may tell of a query: fields and kinds of filter, never what was looked for. */
const narrowedBy = ({ filters, search }: ListQuery) => ({
  fields: filters.map((filter) => (isFigureFilter(filter) || !('field' in filter) ? filter.kind : filter.field)),
  searched: search !== null,
});

export const recordHandlers: HandlersFor<typeof recordProcedures> = {
  'record.list': (input, { session, services, note }) => {
    note(narrowedBy(input));
    return services.records.list(session, input);
  },
  'record.neighbours': (input, { session, services }) => services.records.neighbours(session, input),
  'record.authors': (_input, { session, services }) => services.records.authors(session),
  'record.count': (_input, { session, services }) => services.records.count(session),
  'record.create': atomic(({ entity }, { session, services, note }) => {
    const opened = services.records.create(session, entity);
    note({ id: opened.meta.id });
    return opened;
  }),
  'record.open': atomic(({ id }, { session, services, note }) => {
    const opened = services.records.open(session, id);
    note({ entity: opened.meta.entity });
    return opened;
  }),
  'record.previous': ({ entity, except }, { session, services, note }) => {
    const answer = services.records.previous(session, entity, except);
    if (answer.previous !== null) note({ id: answer.previous.id });
    return answer;
  },
  'record.second-pass': atomic((input, { session, services }) => {
    services.records.keepSecondPass(session, input);
    return {};
  }),
  'record.abandon': atomic(({ id }, { session, services }) => {
    services.records.abandon(session, id);
    return {};
  }),
  'record.save': atomic((input, { session, services, note }) => {
    const saved = services.records.save(session, input);
    note({ saved: saved.meta.revision });
    return saved;
  }),
  'record.number': atomic(({ id, revision }, { session, services }) =>
    services.records.states.number(session, id, revision),
  ),
  'record.complete': atomic(({ id, revision, confirmations }, { session, services, note }) => {
    note({ confirmed: confirmations.map(({ rule }) => rule) });
    return services.records.states.complete(session, id, revision, confirmations);
  }),
  'record.verify': atomic(({ id, revision, confirmations }, { session, services, note }) => {
    note({ confirmed: confirmations.map(({ rule }) => rule) });
    return services.records.states.verify(session, id, revision, confirmations);
  }),
  'record.return': atomic(({ id, revision, reason }, { session, services }) =>
    services.records.states.returnForCorrection(session, id, revision, reason),
  ),
  'record.archive': atomic(({ id, revision, archived }, { session, services }) =>
    services.records.states.archive(session, id, revision, archived),
  ),
  'record.bin': atomic(({ id, revision, reason }, { session, services }) => {
    services.records.states.bin(session, id, revision, reason);
    return {};
  }),
  'record.restore': atomic(({ id, reason }, { session, services }) =>
    services.records.states.restore(session, id, reason),
  ),
  'record.history': ({ id }, { session, services }) => services.records.history(session, id),
  'record.check': ({ id }, { session, services }) => services.records.check(session, id),
  'record.print': (input, { session, services }) => printRecord(services, session, input),
};
