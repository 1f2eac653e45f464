/** Lays tables that are about to go out beside everything that went out before. */
import { AppError } from '#shared/contract/errors.ts';
import type { Publication, TableBetrayal } from '#shared/contract/publication.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { ShownBefore } from '#shared/statistics/compute-tables.ts';
import type { Days } from '#shared/statistics/counting.ts';
import type { ReleasedTable } from '#shared/statistics/disclosure/differencing/released-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { DesignBehind } from '../../database/publication-tables.ts';
import type { OpenRegister } from '../open-register.ts';
import type { JobTools } from '../ports.ts';
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
    tools?: JobTools,
  ): Promise<readonly TableBetrayal[]>;
  /** What went out of standard tables for periods within this one or around it, cell by cell. */
  shownBefore(session: GuardSession, period: Days): ShownBefore[];
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

  /** Of the last question: what is looked at before somebody confirms need not be looked at again. */
  const judged = new WeakMap<OpenRegister['database'], Map<string, readonly TableBetrayal[]>>();
  let tickets = 0;
  const newTicket = (): string => {
    tickets += 1;
    return String(tickets);
  };

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

  const find = async (
    session: GuardSession,
    tables: readonly StatisticTable[],
    designs: readonly DesignBehind[],
    tools: JobTools | undefined,
  ): Promise<readonly TableBetrayal[]> => {
    const earlier = earlierOf(session);
    const byKey = new Map(earlier.map((each) => [each.released.key, each]));
    const later = tables.map((table) => releasedTable(nameOfTable(table), table, designs));
    const threshold = Math.max(...tables.map((table) => table.threshold));
    const ticket = newTicket();
    const question = { earlier: earlier.map(({ released }) => released), later, threshold, ticket };
    const stop = (): void => void statistics.ask(session, 'stopReleases', { ticket }).catch(() => undefined);
    if (tools?.signal.aborted) throw new AppError('CANCELLED');
    tools?.signal.addEventListener('abort', stop, { once: true });
    const { betrayals } = await statistics
      .ask(session, 'releases', question, ({ done, total }) => tools?.progress('compare', done, total))
      .finally(() => tools?.signal.removeEventListener('abort', stop));
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
  };

  return {
    async betrayals(session, tables, designs, tools) {
      const { database } = session.register;
      const known = judged.get(database) ?? new Map<string, readonly TableBetrayal[]>();
      judged.set(database, known);
      const released = listPublications(database).map(({ id }) => id);
      const nameOf = (of: readonly StatisticTable[]): string =>
        JSON.stringify([database.changeNumber(), released, of.map(({ digest }) => digest)]);
      const name = nameOf(tables);
      const before = known.get(name);
      if (before) return before;
      const found = await find(session, tables, designs, tools);
      if (nameOf(tables) !== name) return found;
      const left = tables.filter((table) => !found.some((each) => each.table === nameOfTable(table)));
      known.clear();
      // What was left over has been looked at just so: it need not be when it goes out.
      known.set(name, found).set(nameOf(left), left.length === tables.length ? found : []);
      return found;
    },
    shownBefore(session, period) {
      const nested = earlierOf(session).filter(({ table, released }) => {
        const days = parsePeriod(table.period.text);
        const [from, to] = [days.fromDay - period.fromDay, period.toDay - days.toDay];
        return !released.designed && (from !== 0 || to !== 0) && from * to >= 0;
      });
      const ofOne = Map.groupBy(nested, ({ table }) => `${nameOfTable(table)} ${table.period.text}`);
      return [...ofOne.values()].flatMap(([newest, ...others]) => {
        if (!newest) return [];
        const { table, released } = newest;
        const { rows, columns, shown } = released;
        // Somebody may have read each of them.
        const everShown = shown.map((cells, r) =>
          cells.map((count, c) =>
            others.reduce(
              (known, other) => known ?? cellOf(other.released, rows[r] as string, columns[c] as string),
              count,
            ),
          ),
        );
        return [{ name: nameOfTable(table), period: table.period.text, rows, columns, shown: everShown }];
      });
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

const cellOf = ({ rows, columns, shown }: ReleasedTable, row: string, column: string): number | null =>
  shown[rows.indexOf(row)]?.[columns.indexOf(column)] ?? null;
