/** Every call that may cross from the window or the console to the data; nothing else does. */
import { accountProcedures } from './account.ts';
import { attachmentProcedures } from './attachment.ts';
import { auditProcedures } from './audit.ts';
import { courseProcedures } from './course.ts';
import { draftProcedures } from './draft.ts';
import { exchangeProcedures } from './exchange.ts';
import { figureProcedures } from './figure.ts';
import { identityProcedures } from './identity.ts';
import { mergeProcedures } from './merge.ts';
import { noteProcedures } from './note.ts';
import { paperProcedures } from './paper.ts';
import { populationProcedures } from './population.ts';
import { preferenceProcedures } from './preference.ts';
import type { InputOf, OutputOf, ParsedInputOf } from './procedure.ts';
import { publicationProcedures } from './publication.ts';
import { qualityProcedures } from './quality.ts';
import { recordProcedures } from './record.ts';
import { referenceProcedures } from './reference.ts';
import { registerProcedures } from './register.ts';
import { retentionProcedures } from './retention.ts';
import { searchProcedures } from './search.ts';
import { sessionProcedures } from './session.ts';
import { statisticsProcedures } from './statistics.ts';
import { summaryProcedures } from './summary.ts';
import { designProcedures } from './table-design.ts';
import { taskProcedures } from './task.ts';
import { viewProcedures } from './view.ts';
import { workstationProcedures } from './workstation.ts';

export const contract = {
  ...workstationProcedures,
  ...registerProcedures,
  ...sessionProcedures,
  ...accountProcedures,
  ...recordProcedures,
  ...identityProcedures,
  ...paperProcedures,
  ...referenceProcedures,
  ...draftProcedures,
  ...noteProcedures,
  ...taskProcedures,
  ...searchProcedures,
  ...attachmentProcedures,
  ...viewProcedures,
  ...preferenceProcedures,
  ...statisticsProcedures,
  ...designProcedures,
  ...figureProcedures,
  ...summaryProcedures,
  ...populationProcedures,
  ...publicationProcedures,
  ...qualityProcedures,
  ...exchangeProcedures,
  ...courseProcedures,
  ...mergeProcedures,
  ...retentionProcedures,
  ...auditProcedures,
} as const;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
export type Input<N extends ProcedureName> = InputOf<Contract[N]>;
export type ParsedInput<N extends ProcedureName> = ParsedInputOf<Contract[N]>;
export type Output<N extends ProcedureName> = OutputOf<Contract[N]>;
