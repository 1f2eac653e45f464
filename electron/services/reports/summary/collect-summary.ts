/** What a statistical summary states: standard tables and chosen own ones of a register for one period, in no language. */
import { AppError } from '#shared/contract/errors.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import type { ShownBefore } from '#shared/statistics/compute-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { designsInReport } from '../../designs/saved-designs.ts';
import type { OpenRegister, SignedInAccount } from '../../open-register.ts';
import type { JobTools } from '../../ports.ts';
import { localDay } from '../../records/rule-context.ts';
import { readSettings } from '../../settings.ts';
import { digestOfFacts } from '../../statistics/digest.ts';
import type { Statistics } from '../../statistics/statistics.ts';
import { printRegister } from '../print-register.ts';

export interface SummarySession {
  readonly account: Pick<SignedInAccount, 'roles'>;
  readonly register: OpenRegister;
}

export interface SummaryQuestion {
  /** Year, half-year or days, as in the contract. */
  readonly period: string;
  readonly view: StatisticTable['view'];
  /** Only these statistics; all of the register where none are named. */
  readonly ids?: readonly string[] | undefined;
  /** Standard tables that went out before: beside them more is hidden. */
  readonly beside?: readonly ShownBefore[] | undefined;
  /** Only the tables of this design. */
  readonly own?: OwnTables | undefined;
}

export interface OwnTables {
  readonly design: TableDesign;
  readonly name: string | null;
}

export interface CollectParts {
  readonly statistics: Statistics;
  /** Version of the program, as prints show it. */
  readonly version: string;
}

/** Saves that fall between two tables make the earlier ones be counted again; so often before giving up. */
const mostRounds = 5;

/**
 * Counts every standard table, then the own ones of the report, or those that were chosen; all of them reflect the same
 * state of the register. FORBIDDEN as for the tables.
 */
export async function collectSummary(
  { statistics, version }: CollectParts,
  session: SummarySession,
  { period: asked, view, ids: chosen, own, beside }: SummaryQuestion,
  tools?: JobTools,
): Promise<SummaryContent> {
  const { register } = session;
  const { from, to, text } = parsePeriod(asked);
  const sources = own
    ? new Map([['own', () => statistics.designed(session, { ...own, period: asked, view })]])
    : sourcesOf(statistics, session, { period: asked, view, beside });
  const ids = chosen ?? [...sources.keys()];
  const counted = new Map<string, StatisticTable[]>();
  const leftOut = new Set<string>();
  const { extractedAt, seal, training } = statistics.stamp(session);
  for (let round = 0, old: readonly string[] = ids; old.length > 0; round += 1) {
    if (round === mostRounds) throw new Error('the register changes faster than its tables are counted');
    for (const [at, id] of old.entries()) {
      if (tools?.signal.aborted) throw new AppError('CANCELLED');
      tools?.progress('count', at, old.length);
      const count = sources.get(id);
      if (!count) throw new AppError('INVALID_INPUT', { fields: ['ids'] });
      const found = await count();
      if (typeof found === 'string') leftOut.add(found);
      else counted.set(id, found);
    }
    const newest = Math.max(...[...counted.values()].flat().map(({ changeNumber }) => changeNumber));
    old = ids.filter((id) => counted.get(id)?.some(({ changeNumber }) => changeNumber < newest));
  }
  // One stamp for all: when each of them was counted, to the millisecond, says nothing.
  const tables = ids.flatMap((id) => counted.get(id) ?? []).map((table) => ({ ...table, extractedAt, seal }));
  const { kind, institution, office, dictionaryVersion } = printRegister(register, version);
  const stated: Omit<SummaryContent, 'digest'> = {
    format: 1,
    register: { kind, institution, office, country: register.country, training },
    programVersion: version,
    dictionaryVersion,
    period: { from, to, text },
    view,
    threshold: tables[0]?.threshold ?? readSettings(register.database).publicThreshold,
    tables,
    ...(leftOut.size === 0 ? {} : { leftOut: [...leftOut] }),
    changeNumber: Math.max(...tables.map(({ changeNumber }) => changeNumber)),
    seal,
    extractedAt,
    extractedLocally: onTheClock(extractedAt),
  };
  return { ...stated, digest: digestOfFacts(stated) };
}

type Source = () => Promise<StatisticTable[] | string>;

/** What is counted, by a name of its own; an own table that cannot be counted gives its name instead. */
function sourcesOf(
  statistics: Statistics,
  session: SummarySession,
  { period, view, beside }: SummaryQuestion,
): ReadonlyMap<string, Source> {
  const standard = statistics
    .list(session)
    .statistics.map(({ id }): [string, Source] => [id, () => statistics.tables(session, { id, period, view }, beside)]);
  const own = designsInReport(session.register.database).map(({ id, name, design }): [string, Source] => [
    id,
    async () => {
      try {
        return await statistics.designed(session, { design, name, period, view });
      } catch (cause) {
        // One table must not stand in the way of all others: too many lines in this period, or a field that is gone.
        if (cause instanceof AppError && (cause.code === 'TABLE_TOO_LARGE' || cause.code === 'INVALID_INPUT'))
          return name;
        throw cause;
      }
    },
  ]);
  return new Map([...standard, ...own]);
}

/** YYYY-MM-DDTHH:MM, as the clock on the wall shows it. */
function onTheClock(timestamp: string): string {
  const moment = new Date(timestamp);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${localDay(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
