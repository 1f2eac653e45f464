/** Lays tables that are about to go out beside everything that went out before. */
import type { Publication, TableBetrayal } from '#shared/contract/publication.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { DesignBehind } from '../../database/publication-tables.ts';
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
  betrayals(
    session: GuardSession,
    tables: readonly StatisticTable[],
    designs: readonly DesignBehind[],
  ): Promise<readonly TableBetrayal[]>;
  /** Whether all of the tables went out before, just as they are. */
  isReleased(session: GuardSession, tables: readonly StatisticTable[]): boolean;
}

interface Stated {
  readonly tables: readonly StatisticTable[];
  readonly designs: readonly DesignBehind[];
}

function statedIn(database: OpenRegister['database'], id: string): Stated {
  const { content, designs } = readFrozen(database, id);
  return { tables: content.tables, designs };
}

export function createGuard(statistics: Statistics): Guard {
  /** What was stated never changes, so it is read once for each open register. */
  const read = new WeakMap<OpenRegister['database'], Map<string, Stated>>();

  const earlierOf = ({ register: { database } }: GuardSession) => {
    const known = read.get(database) ?? new Map<string, Stated>();
    read.set(database, known);
    return listPublications(database).flatMap((publication) => {
      const stated = known.get(publication.id) ?? statedIn(database, publication.id);
      known.set(publication.id, stated);
      return stated.tables.map((table, at) => ({
        publication,
        table,
        released: releasedTable(`${publication.id} ${at}`, table, stated.designs),
      }));
    });
  };

  return {
    async betrayals(session, tables, designs) {
      const earlier = earlierOf(session);
      const byKey = new Map(earlier.map((each) => [each.released.key, each]));
      const later = tables.map((table) => releasedTable(nameOfTable(table), table, designs));
      const threshold = Math.max(...tables.map((table) => table.threshold));
      const question = { earlier: earlier.map(({ released }) => released), later, threshold };
      const { betrayals } = await statistics.ask(session, 'releases', question);
      return betrayals.map(({ key, reason, earlier: keys }) => ({
        table: key,
        reason,
        earlier: keys.flatMap((each) => {
          const found = byKey.get(each);
          if (found) return [describe(found.publication, found.table)];
          const beside = tables.find((table) => nameOfTable(table) === each);
          return beside ? [{ publication: null, table: each, period: beside.period.text, at: null }] : [];
        }),
      }));
    },
    isReleased(session, tables) {
      const before = new Set(earlierOf(session).map(({ table }) => table.digest));
      return tables.every(({ digest }) => before.has(digest));
    },
  };
}

const describe = ({ id, at, period }: Publication, table: StatisticTable): TableBetrayal['earlier'][number] => ({
  publication: id,
  table: nameOfTable(table),
  period: period.text,
  at,
});
