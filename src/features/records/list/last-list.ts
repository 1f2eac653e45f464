/** The lists as this window left them, for whoever opens a record from one and goes on to the next one there. */
import type { ListQuery } from '#shared/contract/list-query.ts';
import { useSession } from '../../../api/session.ts';
import type { ListState } from './list-view.ts';

const states = new Map<string, ListState>();
const queries = new Map<string, ListQuery>();

/** Under what a list is remembered: each account has its own, and each register. */
export function useListKey(entity: string): string {
  const { register, account } = useSession();
  return `${register.id} ${account.id} ${entity}`;
}

export const keptState = (key: string): ListState | null => states.get(key) ?? null;
export const keepState = (key: string, state: ListState): void => void states.set(key, state);

export const keepQuery = (key: string, query: ListQuery): void => void queries.set(key, query);
/** The list that was shown last, for `record.neighbours`; null where none has been shown since the window was opened. */
export const keptQuery = (key: string): ListQuery | null => queries.get(key) ?? null;

/** Whoever went on to another record without going through the list comes back to that one there. */
export function keepViewed(key: string, id: string, at: number): void {
  const state = states.get(key);
  if (state?.current != null) states.set(key, { ...state, current: { ...state.current, id, at } });
}
