/** Lays tables that are about to go out beside everything that went out before. */
import type { Publication, TableBetrayal } from '#shared/contract/publication.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { ReleasedTable } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import type { OpenRegister } from '../open-register.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { listPublications, readFrozen } from './kept-publications.ts';
import { nameOfTable, releasedTable } from './released-tables.ts';

interface GuardSession {
  readonly account: Parameters<Statistics['ask']>[0]['account'];
  readonly register: OpenRegister;
}

export interface Guard {
  /** Which of the tables would betray a small group, and with which earlier ones. */
  betrayals(session: GuardSession, tables: readonly StatisticTable[]): Promise<readonly TableBetrayal[]>;
  /** Whether all of the tables went out before, just as they are. */
  isReleased(session: GuardSession, tables: readonly StatisticTable[]): boolean;
}

export function createGuard(statistics: Statistics): Guard {
  /** What was stated never changes, so it is read once for each open register. */
  const read = new WeakMap<OpenRegister['database'], Map<string, readonly StatisticTable[]>>();

  const earlierOf = ({ register: { database } }: GuardSession) => {
    const known = read.get(database) ?? new Map<string, readonly StatisticTable[]>();
    read.set(database, known);
    return listPublications(database).flatMap((publication) => {
      const tables = known.get(publication.id) ?? readFrozen(database, publication.id).content.tables;
      known.set(publication.id, tables);
      return tables.map((table, at) => ({
        publication,
        table,
        released: releasedTable(`${publication.id} ${at}`, table),
      }));
    });
  };

  return {
    async betrayals(session, tables) {
      const earlier = earlierOf(session);
      const byKey = new Map(earlier.map((each) => [each.released.key, each]));
      const later = tables.map((table) => releasedTable(nameOfTable(table), table));
      const threshold = Math.max(...tables.map((table) => table.threshold));
      const question = { earlier: earlier.map(({ released }) => released), later, threshold };
      const { betrayals } = await statistics.ask(session, 'releases', question);
      return betrayals.map(({ key, reason, earlier: keys }) => ({
        table: key,
        reason,
        earlier: keys.flatMap((each) => {
          const found = byKey.get(each);
          return found ? [describe(found.publication, found.released)] : [];
        }),
      }));
    },
    isReleased(session, tables) {
      const before = new Set(earlierOf(session).map(({ table }) => table.digest));
      return tables.every(({ digest }) => before.has(digest));
    },
  };
}

const describe = ({ id, at, period }: Publication, table: ReleasedTable): TableBetrayal['earlier'][number] => ({
  publication: id,
  table: nameOfTable(table),
  period: period.text,
  at,
});
