import type { taskProcedures } from '#shared/contract/task.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const taskHandlers: HandlersFor<typeof taskProcedures> = {
  'task.list': (_input, { session, services }) => services.records.tasks.list(session),
  'task.count': (_input, { session, services }) => services.records.tasks.count(session),
  'task.hand-over': atomic((input, { session, services, note }) => {
    note({ to: input.to, count: input.records.length });
    return services.records.tasks.handOver(session, input);
  }),
  'task.colleagues': (_input, { session, services }) => services.records.tasks.colleagues(session),
};
