/** Standard tables of the open register. */
import { join } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { offeredStatistics } from '#shared/statistics/catalogue/offered.ts';
import { registerInfo } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { databaseFile } from '../../security/header.ts';
import { readSeal } from '../audit.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Clock } from '../ports.ts';
import type { CountedRecords } from '../records/record-lists.ts';
import { readSettings } from '../settings.ts';
import { digestOf } from './digest.ts';
import {
  type Answer,
  type Question,
  type QuestionName,
  type StatisticsThread,
  startStatisticsThread,
} from './statistics-thread.ts';

interface StatisticsSession {
  readonly account: Pick<SignedInAccount, 'roles'>;
  readonly register: OpenRegister;
}

export interface Statistics {
  list(session: StatisticsSession): { statistics: Output<'statistics.list'>['statistics'] };
  /** All parts of one standard table; FORBIDDEN where the account may not see the internal view. */
  tables(session: StatisticsSession, input: ParsedInput<'statistics.table'>): Promise<StatisticTable[]>;
  /** One count of a standard table over five years, in a view that the account may see. */
  trend(session: StatisticsSession, input: ParsedInput<'statistics.trend'>): Promise<Output<'statistics.trend'>>;
  /** Ids of the records that fit, by what counts of them. */
  recordsOf: CountedRecords;
  /** Asks the thread that holds the columns; the answer reflects every change so far. */
  ask<N extends QuestionName>(session: StatisticsSession, name: N, question: Question<N>): Promise<Answer<N>>;
  /** What a table is stamped with: state of the register, audit seal, time. */
  stamp(session: StatisticsSession): Pick<StatisticTable, 'seal' | 'extractedAt' | 'training'>;
  /** Begins to read the register into columns, so that the first table need not wait for it. */
  prepare(session: StatisticsSession): void;
  /** Ends the thread that holds the figures; to be called before the keys go. */
  close(): Promise<void>;
}

export interface StatisticsParts {
  /** Built or source file of the statistics worker. */
  readonly script: URL;
  readonly clock: Clock;
}

function requireView({ account }: StatisticsSession, view: StatisticTable['view']): void {
  if (view === 'internal' && !account.roles.some((role) => role === 'supervisor' || role === 'analyst')) {
    throw new AppError('FORBIDDEN');
  }
}

/** Keeps one statistics thread for the open register, started at the first table. */
export function createStatistics({ script, clock }: StatisticsParts): Statistics {
  let current: { readonly database: RegisterDatabase; readonly thread: StatisticsThread } | null = null;

  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.thread.close();
  };

  const threadOf = async ({ folder, kind, database, keys }: OpenRegister): Promise<StatisticsThread> => {
    if (current?.database === database) return current.thread;
    await close();
    const file = join(folder, databaseFile);
    const started = { database, thread: startStatisticsThread(script, { file, key: new Uint8Array(keys.data), kind }) };
    current = started;
    return started.thread;
  };

  const ask: Statistics['ask'] = async ({ register }, name, question) => {
    const wanted = register.database.changeNumber();
    const answer = await (await threadOf(register)).ask(name, question);
    if (answer.changeNumber < wanted) throw new Error('the answer is older than the question');
    return answer;
  };

  const stamp: Statistics['stamp'] = ({ register: { database } }) => ({
    seal: readSeal(database),
    extractedAt: clock.now().toISOString(),
    training: database.orm.select().from(registerInfo).get()?.training ?? false,
  });

  return {
    ask,
    recordsOf: async (session, entity, filters) =>
      (await ask(session, 'records', { entity, filters, account: session.account.id })).value,
    stamp,
    close,
    prepare({ register }) {
      const id = statisticsOf(register.kind)[0]?.id;
      if (id === undefined) return;
      const { publicThreshold: threshold, publicRounding: rounding } = readSettings(register.database);
      const period = String(clock.now().getFullYear());
      const question = { id, period, view: 'public', threshold, rounding } as const;
      const asked = threadOf(register).then((thread) => thread.ask('tables', question));
      asked.catch((cause: unknown) => {
        // Locked before it was done: nobody waits for the answer. Anything else the first table will tell.
        if (!(cause instanceof AppError)) current = null;
      });
    },
    list: ({ register }) => ({
      statistics: offeredStatistics(register.kind).map(({ parts, ...statistic }) => ({
        ...statistic,
        parts: [...parts],
      })),
    }),
    async tables(session, { id, period, view }) {
      requireView(session, view);
      const { publicThreshold: threshold, publicRounding: rounding } = readSettings(session.register.database);
      const { tables, changeNumber } = await ask(session, 'tables', { id, period, view, threshold, rounding });
      const stamped = { changeNumber, ...stamp(session) };
      return tables.map((table) => ({ ...table, ...stamped, digest: digestOf(table) }));
    },
    async trend(session, { id, ...question }) {
      requireView(session, question.view);
      const threshold = readSettings(session.register.database).publicThreshold;
      const { table, of, changeNumber } = await ask(session, 'trend', { id, threshold, ...question });
      const stamped = { changeNumber, ...stamp(session) };
      return {
        table: { ...table, ...stamped, digest: digestOf(table) },
        of: { id, part: question.part, row: of.row, column: of.column },
      };
    },
  };
}
