/** Which records a carry-over concerns, and which of them move. */
import type { CarryOverPreview } from '#shared/contract/reference.ts';
import { tablesOf } from '../../database/registers.ts';
import {
  countStandings,
  countUnsaved,
  idsOfUsers,
  listUsers,
  type Standing,
  type User,
  type UsersQuery,
} from '../../database/repositories/reference-uses.ts';
import type { OpenRegister } from '../open-register.ts';
import { closingField } from '../records/permissions.ts';
import { type RootStore, storeOf } from '../records/record-store.ts';
import type { Move } from './carry-content.ts';

type Register = Pick<OpenRegister, 'database' | 'kind'>;

const open: readonly Standing[] = ['drafts', 'complete', 'returned'];

const queryOf = ({ root }: RootStore, list: string, code: string): UsersQuery => ({ root, list, code, closingField });

/** Records of one type whose answers move; those that are locked only where that was said. */
export const movingIds = (
  { database, kind }: Register,
  store: RootStore,
  { list, from }: Pick<Move, 'list' | 'from'>,
  withLocked: boolean,
): string[] =>
  idsOfUsers(database, tablesOf(kind), queryOf(store, list, from), withLocked ? [...open, 'locked'] : open);

/** How many records hold an entry, by where they stand, and the first of them. */
export function usersByStanding(
  { database, kind }: Register,
  list: string,
  code: string,
  limit: number,
): Omit<CarryOverPreview, 'to'> {
  const records: User[] = [];
  const sum = { drafts: 0, complete: 0, returned: 0, locked: 0, binned: 0, proposed: 0, unsaved: 0 };
  for (const store of storeOf(database, kind).roots) {
    const query = queryOf(store, list, code);
    const counted = Object.entries(countStandings(database, tablesOf(kind), query));
    for (const [standing, count] of counted) sum[standing as Standing] += count;
    sum.unsaved += countUnsaved(database, tablesOf(kind), query);
    if (records.length < limit) records.push(...listUsers(database, tablesOf(kind), query, limit - records.length));
  }
  return { ...sum, records };
}
