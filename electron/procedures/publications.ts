import type { publicationProcedures } from '#shared/contract/publication.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const publicationHandlers: HandlersFor<typeof publicationProcedures> = {
  'publication.preview': (subject, { session, services }) => services.publications.preview(session, subject),
  'publication.publish': (input, { session, services, note, enter }) => {
    note({ kind: input.kind, statistic: input.id ?? 'all', period: input.period, without: input.without });
    return services.publications.publish(session, input, enter);
  },
  'publication.list': (_input, { session, services }) => ({ publications: services.publications.list(session) }),
  'publication.write': async (input, { session, services, note }) => {
    note({ publication: input.id, language: input.language, format: input.format });
    const written = await services.publications.write(session, input);
    note({ digest: written.digest });
    return written;
  },
  'publication.withdraw': atomic(({ id, reason }, { session, services, note }) => {
    note({ publication: id });
    services.publications.withdraw(session, id, reason);
    return {};
  }),
  'publication.check-digest': ({ digest }, { session, services }) => services.publications.checkDigest(session, digest),
  'publication.corrections': (input, { session, services, note }) => {
    note({ publication: input.id, view: input.view });
    return services.publications.corrections(session, input);
  },
  'publication.write-corrections': async (input, { session, services, note }) => {
    note({ publication: input.id, view: input.view, language: input.language, format: input.format });
    const written = await services.publications.writeCorrections(session, input);
    note({ digest: written.digest });
    return written;
  },
};
