import type { courseProcedures } from '#shared/contract/course.ts';
import type { HandlersFor } from './handler.ts';

export const courseHandlers: HandlersFor<typeof courseProcedures> = {
  'course.count': ({ entity }, { session, services }) => services.courses.count(session, entity),
};
