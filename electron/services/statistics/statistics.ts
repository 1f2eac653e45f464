/** Standard tables of the open register. */
import { join } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { offeredStatistics } from '#shared/statistics/catalogue/offered.ts';
import type { ShownBefore } from '#shared/statistics/compute-tables.ts';
import { checkDesign } from '#shared/statistics/design/check-design.ts';
import type { GuardStep } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import { usualYear } from '#shared/statistics/period.ts';
import { registerInfo } from '../../database/fixed-tables.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { type ColumnSegment, storeColumnSegment } from '../../database/repositories/column-segments.ts';
import { databaseFile } from '../../security/header.ts';
import { readSeal } from '../audit.ts';
import { withEntryNames } from '../designs/entry-names-of-tables.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Clock } from '../ports.ts';
import type { CountedRecords } from '../records/record-lists.ts';
import { readReferences } from '../reference.ts';
import { readSettings } from '../settings.ts';
import { designId, digestOf } from './digest.ts';
import {
  type Answer,
  type ColumnsHeld,
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
  /** All parts of one standard table, hiding more beside others that went out; FORBIDDEN where the account may not see the internal view. */
  tables(
    session: StatisticsSession,
    input: ParsedInput<'statistics.table'>,
    beside?: readonly ShownBefore[],
  ): Promise<StatisticTable[]>;
  /** Tables of a design: for all, then for each line of its layer; FORBIDDEN as for standard tables. */
  designed(session: StatisticsSession, input: ParsedInput<'design.count'>): Promise<StatisticTable[]>;
  /** One count of a standard table over five years, in a view that the account may see. */
  trend(session: StatisticsSession, input: ParsedInput<'statistics.trend'>): Promise<Output<'statistics.trend'>>;
  /** What the public view would hide of tables or of a trend in the internal one. */
  marks(session: StatisticsSession, input: ParsedInput<'statistics.marks'>): Promise<Output<'statistics.marks'>>;
  /** Ids of the records that fit, by what counts of them. */
  recordsOf: CountedRecords;
  /** Asks the thread that holds the columns; the answer reflects every change so far. */
  ask<N extends QuestionName>(
    session: StatisticsSession,
    name: N,
    question: Question<N>,
    onProgress?: (step: GuardStep) => void,
  ): Promise<Answer<N>>;
  /** What a table is stamped with: state of the register, audit seal, time. */
  stamp(session: StatisticsSession): Pick<StatisticTable, 'seal' | 'extractedAt' | 'training'>;
  /** Begins to read the register into columns and to work out the tables that are shown first. */
  prepare(session: StatisticsSession): void;
  /** Records have changed: the columns take them in before somebody asks, and a moment later the tables shown first. */
  follow(): void;
  /** What the thread holds in memory. */
  held(session: StatisticsSession): Promise<ColumnsHeld>;
  /** Stores what the columns hold, where that takes no time, and ends their thread; to be called before the keys go. */
  close(): Promise<void>;
}

export interface StatisticsParts {
  /** Built or source file of the statistics worker. */
  readonly script: URL;
  readonly clock: Clock;
  /** Of the program. */
  readonly version: string;
}

/** Locking waits no longer than this for columns that could be stored; the next start reads on from where they stand. */
const patienceMs = 1_000;
/** Tables are worked out again when so long nothing has changed: whoever is typing comes first. */
const quietMs = 1_500;

interface Current {
  readonly database: RegisterDatabase;
  readonly kind: RegisterKind;
  readonly thread: StatisticsThread;
  /** It has answered, so the columns have been read: the next answer is not far. */
  hasAnswered: boolean;
}

/** FORBIDDEN where the account may not see the view: the internal one is for supervisor and analyst. */
export function requireView({ account }: Pick<StatisticsSession, 'account'>, view: StatisticTable['view']): void {
  if (view === 'public' || account.roles.some((role) => role === 'supervisor' || role === 'analyst')) return;
  throw new AppError('FORBIDDEN', { needs: ['supervisor', 'analyst'] });
}

/** Keeps one statistics thread for the open register, started at the first table. */
export function createStatistics({ script, clock, version }: StatisticsParts): Statistics {
  let current: Current | null = null;
  let isFollowing = false;
  let quiet: NodeJS.Timeout | undefined;

  const askThread = async <N extends QuestionName>(
    of: Current,
    name: N,
    question: Question<N>,
    onProgress?: (step: GuardStep) => void,
  ): Promise<Answer<N>> => {
    const answer = await of.thread.ask(name, question, onProgress);
    of.hasAnswered = true;
    return answer;
  };

  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    clearTimeout(quiet);
    if (!closing) return;
    if (closing.hasAnswered) {
      const stored = askThread(closing, 'flush', null).catch(() => undefined);
      await Promise.race([stored, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    }
    await closing.thread.close();
  };

  const threadOf = async ({ folder, kind, database, keys }: OpenRegister): Promise<Current> => {
    const running = (): Current | null => (current?.database === database ? current : null);
    const before = running();
    if (before) return before;
    await close();
    // Whoever asked meanwhile has started it.
    const meanwhile = running();
    if (meanwhile) return meanwhile;
    const options = { file: join(folder, databaseFile), key: new Uint8Array(keys.data), kind, version };
    const take = (segment: ColumnSegment): void => keepColumns(database, kind, segment);
    const started = { database, kind, thread: startStatisticsThread(script, options, take), hasAnswered: false };
    current = started;
    return started;
  };

  const ask: Statistics['ask'] = async ({ register }, name, question, onProgress) => {
    const wanted = register.database.changeNumber();
    const answer: Answer<typeof name> = await askThread(await threadOf(register), name, question, onProgress);
    if (answer.changeNumber < wanted) throw new Error('the answer is older than the question');
    return answer;
  };

  /** All tables of a record type are protected together: with one of the usual period the others are at hand as well. */
  const workOutUsual = async (of: Current): Promise<void> => {
    const { database, kind } = of;
    const id = statisticsOf(kind)[0]?.id;
    if (id === undefined) return;
    const { publicThreshold: threshold, publicRounding: rounding } = readSettings(database);
    const period = String(usualYear(clock.now()));
    await askThread(of, 'protect', { id, period, view: 'public', threshold, rounding });
  };

  const stamp: Statistics['stamp'] = ({ register: { database } }) => ({
    seal: readSeal(database),
    extractedAt: clock.now().toISOString(),
    training: database.orm.select().from(registerInfo).get()?.training ?? false,
  });

  const statistics: Statistics = {
    ask,
    recordsOf: async (session, entity, filters) =>
      (await ask(session, 'records', { entity, filters, account: session.account.id })).value,
    stamp,
    close,
    prepare({ register }) {
      threadOf(register)
        .then(workOutUsual)
        .catch((cause: unknown) => {
          // Locked before it was done: nobody waits for the answer. Anything else the first table will tell.
          if (!(cause instanceof AppError)) current = null;
        });
    },
    follow() {
      if (current === null || isFollowing) return;
      const following = current;
      isFollowing = true;
      const done = (): void => {
        isFollowing = false;
        clearTimeout(quiet);
        if (current !== following) return;
        quiet = setTimeout(() => workOutUsual(following).catch(() => undefined), quietMs).unref();
      };
      askThread(following, 'follow', null).then(done, done);
    },
    held: async (session) => (await ask(session, 'held', null)).value,
    list: ({ register }) => ({
      statistics: offeredStatistics(register.kind).map(({ parts, ...statistic }) => ({
        ...statistic,
        parts: [...parts],
      })),
    }),
    async tables(session, { id, period, view, marks }, beside = []) {
      requireView(session, view);
      const { publicThreshold: threshold, publicRounding: rounding } = readSettings(session.register.database);
      const question = { id, period, view, threshold, rounding, marks, beside };
      if (marks === undefined) await ask(session, 'protect', question);
      const { tables, changeNumber } = await ask(session, 'tables', question);
      const stamped = { changeNumber, ...stamp(session) };
      return tables.map((table) => ({ ...table, ...stamped, digest: digestOf(table) }));
    },
    async trend(session, { id, ...question }) {
      requireView(session, question.view);
      const { publicThreshold: threshold, publicRounding: rounding } = readSettings(session.register.database);
      const asked = { id, threshold, rounding, ...question };
      if (question.marks === undefined) await ask(session, 'protect', asked);
      const { table, of, changeNumber } = await ask(session, 'trend', asked);
      const stamped = { changeNumber, ...stamp(session) };
      return {
        table: { ...table, ...stamped, digest: digestOf(table) },
        of: { id, part: question.part, row: of.row, column: of.column },
      };
    },
    async marks(session, { id, period, trend }) {
      const asked = { id, period, view: 'internal' } as const;
      const tables = trend
        ? [(await statistics.trend(session, { ...asked, ...trend })).table]
        : await statistics.tables(session, asked);
      return {
        changeNumber: tables[0]?.changeNumber ?? 0,
        tables: tables.map(({ part, cells, digest }) => ({ part, marks: marksOf(cells), digest })),
      };
    },
    async designed(session, { design, period, view, name }) {
      const { database, kind } = session.register;
      requireView(session, view);
      checkDesign(registerOf(kind), design);
      const { publicThreshold: threshold, publicRounding: rounding } = readSettings(database);
      const question = { design, period, view, name, threshold, rounding };
      const { tables, changeNumber } = await ask(session, 'design', question);
      const stamped = { changeNumber, ...stamp(session) };
      const named = withEntryNames(readReferences(database));
      const id = designId(design);
      return tables.map((table) => {
        const body = { ...named(table), id };
        return { ...body, ...stamped, digest: digestOf(body) };
      });
    },
  };
  return statistics;
}

const marksOf = (cells: StatisticTable['cells']) =>
  cells.map((row) => row.map(({ hiddenInPublic }) => hiddenInPublic ?? null));

/** A full disk keeps nobody from counting: what was not stored is read from the records at the next start. */
function keepColumns(database: RegisterDatabase, kind: RegisterKind, segment: ColumnSegment): void {
  const root = tablesOf(kind).roots.find(({ entity }) => entity.id === segment.entity);
  if (!root || !database.sql.open) return;
  try {
    storeColumnSegment(database, root, segment);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
  }
}
