import { createContext, useContext } from 'react';
import type { Role } from '#shared/contract/roles.ts';
import type { SessionInfo } from '#shared/contract/session.ts';

/** The open session; set by the sign-in gate around every page that needs one. */
export const SessionContext = createContext<SessionInfo | null>(null);

/** The open session; only for pages behind the sign-in gate. */
export function useSession(): SessionInfo {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used outside the sign-in gate');
  return session;
}

/** Whether the account holds one of the roles. The data decides again on every call; this only decides what is offered. */
export function useHasRole(): (...roles: readonly Role[]) => boolean {
  const session = useContext(SessionContext);
  return (...roles) => session !== null && roles.some((role) => session.account.roles.includes(role));
}
