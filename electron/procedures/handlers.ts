import type { Contract } from '#shared/contract/contract.ts';
import { accountHandlers } from './account.ts';
import { attachmentHandlers } from './attachments.ts';
import { auditHandlers } from './audit.ts';
import { courseHandlers } from './courses.ts';
import { designHandlers } from './designs.ts';
import { draftHandlers } from './drafts.ts';
import { exchangeHandlers } from './exchange.ts';
import { figureHandlers } from './figures.ts';
import type { HandlersFor } from './handler.ts';
import { identityHandlers } from './identity.ts';
import { mergeHandlers } from './merge.ts';
import { noteHandlers } from './notes.ts';
import { paperHandlers } from './paper.ts';
import { populationHandlers } from './population.ts';
import { preferenceHandlers } from './preference.ts';
import { publicationHandlers } from './publications.ts';
import { qualityHandlers } from './quality.ts';
import { recordHandlers } from './records.ts';
import { referenceHandlers } from './reference.ts';
import { registerHandlers } from './register.ts';
import { retentionHandlers } from './retention.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';
import { statisticsHandlers } from './statistics.ts';
import { summaryHandlers } from './summary.ts';
import { taskHandlers } from './tasks.ts';
import { viewHandlers } from './view.ts';
import { workstationHandlers } from './workstation.ts';

/** A handler for every procedure of the contract; one that is missing does not compile. */
export const handlers: HandlersFor<Contract> = {
  ...workstationHandlers,
  ...registerHandlers,
  ...sessionHandlers,
  ...accountHandlers,
  ...recordHandlers,
  ...figureHandlers,
  ...identityHandlers,
  ...paperHandlers,
  ...referenceHandlers,
  ...draftHandlers,
  ...noteHandlers,
  ...taskHandlers,
  ...searchHandlers,
  ...attachmentHandlers,
  ...viewHandlers,
  ...preferenceHandlers,
  ...statisticsHandlers,
  ...designHandlers,
  ...summaryHandlers,
  ...populationHandlers,
  ...publicationHandlers,
  ...qualityHandlers,
  ...exchangeHandlers,
  ...courseHandlers,
  ...mergeHandlers,
  ...retentionHandlers,
  ...auditHandlers,
};
