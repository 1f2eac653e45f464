import type { Contract } from '#shared/contract/contract.ts';
import { accountHandlers } from './account.ts';
import { auditHandlers } from './audit.ts';
import { exchangeHandlers } from './exchange.ts';
import type { HandlersFor } from './handler.ts';
import { preferenceHandlers } from './preference.ts';
import { recordHandlers } from './records.ts';
import { registerHandlers } from './register.ts';
import { sessionHandlers } from './session.ts';
import { statisticsHandlers } from './statistics.ts';
import { viewHandlers } from './view.ts';
import { workstationHandlers } from './workstation.ts';

/** A handler for every procedure of the contract; one that is missing does not compile. */
export const handlers: HandlersFor<Contract> = {
  ...workstationHandlers,
  ...registerHandlers,
  ...sessionHandlers,
  ...accountHandlers,
  ...recordHandlers,
  ...viewHandlers,
  ...preferenceHandlers,
  ...statisticsHandlers,
  ...exchangeHandlers,
  ...auditHandlers,
};
