import type { exchangeProcedures } from '#shared/contract/exchange.ts';
import type { HandlersFor } from './handler.ts';

export const exchangeHandlers: HandlersFor<typeof exchangeProcedures> = {
  'backup.create': ({ folder }, { session, services }) => services.backups.create(session, folder),
  'backup.verify': ({ file, key }, { maybeSession, services }) => services.backups.verify(maybeSession, file, key),
  'backup.list': (_input, { session, services }) => ({ backups: services.backups.list(session) }),
  'backup.inspect': ({ file, key, target }, { services }) => services.backups.inspect(file, key, target),
  'backup.restore': ({ file, key, target }, { services }) => services.backups.restore(file, key, target),
  'exchange.template': (input, { services }) => services.exchange.template(input),
  'exchange.import': (input, { session, services, note }) => {
    note({ entities: input.files.map(({ entity }) => entity) });
    return services.exchange.import(session, input);
  },
  'exchange.export': (input, { session, services, note }) => {
    note({ pseudonymised: input.identifiedReason === null, clear: input.clear });
    return services.exchange.export(session, input);
  },
  'job.cancel': ({ jobId }, { services }) => {
    services.jobs.cancel(jobId);
    return {};
  },
};
