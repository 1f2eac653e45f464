import type { auditProcedures } from '#shared/contract/audit.ts';
import { listAudit } from '../services/audit-view.ts';
import type { HandlersFor } from './handler.ts';

export const auditHandlers: HandlersFor<typeof auditProcedures> = {
  'audit.list': (input, { session }) => listAudit(session.register.database, session.account.roles, input),
};
