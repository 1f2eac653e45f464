import { indexOf, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';

/** Who asks, and about which open register. */
export interface RecordSession {
  readonly account: SignedInAccount;
  readonly register: OpenRegister;
}

export const isSupervisor = ({ account }: RecordSession): boolean => account.roles.includes('supervisor');
export const isOfficer = ({ account }: RecordSession): boolean => account.roles.includes('officer');

/** Lookups over the dictionary of the open register. */
export const indexOfSession = ({ register }: Pick<RecordSession, 'register'>): RegisterIndex =>
  indexOf(registerOf(register.kind));
