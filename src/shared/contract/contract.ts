/** Every call that may cross from the window or the console to the data; nothing else does. */
import { accountProcedures } from './account.ts';
import { auditProcedures } from './audit.ts';
import { exchangeProcedures } from './exchange.ts';
import { preferenceProcedures } from './preference.ts';
import type { InputOf, OutputOf, ParsedInputOf } from './procedure.ts';
import { recordProcedures } from './record.ts';
import { registerProcedures } from './register.ts';
import { sessionProcedures } from './session.ts';
import { statisticsProcedures } from './statistics.ts';
import { viewProcedures } from './view.ts';
import { workstationProcedures } from './workstation.ts';

export const contract = {
  ...workstationProcedures,
  ...registerProcedures,
  ...sessionProcedures,
  ...accountProcedures,
  ...recordProcedures,
  ...viewProcedures,
  ...preferenceProcedures,
  ...statisticsProcedures,
  ...exchangeProcedures,
  ...auditProcedures,
} as const;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
export type Input<N extends ProcedureName> = InputOf<Contract[N]>;
export type ParsedInput<N extends ProcedureName> = ParsedInputOf<Contract[N]>;
export type Output<N extends ProcedureName> = OutputOf<Contract[N]>;
