/** What is given to the public: guarded before it goes out, frozen as it was, printed again from that alone. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { Publication, TableBetrayal } from '#shared/contract/publication.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import type { ShownBefore } from '#shared/statistics/compute-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { DesignBehind, FiguresBehind } from '../../database/publication-tables.ts';
import { savedDesigns } from '../designs/saved-designs.ts';
import type { Jobs } from '../jobs.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Clock, JobTools, PagePrinter } from '../ports.ts';
import { collectSummary, type OwnTables } from '../reports/summary/collect-summary.ts';
import { renderSummary, summaryWriting } from '../reports/summary/render-summary.ts';
import { tablesHtml } from '../reports/table-html.ts';
import { requireWritableFile, writeReportFile } from '../reports/write-file.ts';
import { printedDigest } from '../reports/writing.ts';
import { digestOfFacts } from '../statistics/digest.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { type CorrectionParts, collectCorrections } from './corrections.ts';
import { correctionsCsv } from './corrections-csv.ts';
import { correctionsHtml } from './corrections-html.ts';
import { designsBehind } from './designs-behind.ts';
import { figuresBehind } from './figures-behind.ts';
import { createGuard } from './guard.ts';
import { hiddenMore } from './hide-more.ts';
import {
  findPublication,
  keepPublication,
  listPublications,
  markWithdrawn,
  markWritten,
  readFrozen,
} from './kept-publications.ts';
import { nameOfTable } from './released-tables.ts';
import { typedDigest } from './typed-digest.ts';

export interface PublicationSession {
  readonly account: SignedInAccount;
  readonly register: OpenRegister;
}

/** Writes what is laid out, at once. */
export type WriteFiles<T> = () => T;

type Subject = Pick<ParsedInput<'publication.publish'>, 'kind' | 'id' | 'period'>;

export interface Publications {
  /** Starts to compare what would be published with what went out before. */
  preview(session: PublicationSession, subject: Subject): Output<'publication.preview'>;
  /** `enter` writes the audit entry of the call in the transaction that keeps the publication. */
  publish(
    session: PublicationSession,
    input: ParsedInput<'publication.publish'>,
    enter: () => void,
  ): Promise<Publication>;
  /**
   * Lays something out in the public view by `layOut`, remembers it as released, and only then writes the files by what
   * that gave; BETRAYS_GROUP, and nothing is written, where the guard refuses it. What has been released before in just this
   * form is not remembered again. `designs`: those of tables that were not saved; `tools`: of the job that it is part of.
   */
  release<T>(
    session: PublicationSession,
    kind: Publication['kind'],
    content: SummaryContent,
    layOut: () => Promise<WriteFiles<T>>,
    options?: { readonly designs?: readonly TableDesign[]; readonly tools?: JobTools },
  ): Promise<T>;
  /** What would go out: the public view of one statistic or of all. */
  collect(session: PublicationSession, subject: Subject): Promise<SummaryContent>;
  /** The same of the tables of a design. */
  collectDesign(session: PublicationSession, design: OwnTables, period: string): Promise<SummaryContent>;
  list(session: PublicationSession): Publication[];
  write(session: PublicationSession, input: ParsedInput<'publication.write'>): Promise<Output<'publication.write'>>;
  withdraw(session: PublicationSession, id: string, reason: string): void;
  checkDigest(session: PublicationSession, typed: string): Output<'publication.check-digest'>;
  corrections(
    session: PublicationSession,
    input: ParsedInput<'publication.corrections'>,
  ): Promise<Output<'publication.corrections'>>;
  writeCorrections(
    session: PublicationSession,
    input: ParsedInput<'publication.write-corrections'>,
  ): Promise<Output<'publication.write-corrections'>>;
}

/** What is kept with a publication and never goes out. */
interface Behind {
  readonly figuresBehind: FiguresBehind;
  readonly designs: readonly DesignBehind[];
}

export interface PublicationsParts {
  readonly statistics: Statistics;
  readonly printer: PagePrinter;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Version of the program, as prints show it. */
  readonly version: string;
}

export function createPublications(parts: PublicationsParts): Publications {
  const { statistics, printer, jobs, clock, newId, version } = parts;
  const guard = createGuard(statistics);
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: what goes out at the same moment must know of each other. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };

  const collect = (
    session: PublicationSession,
    { kind, id, period }: Subject,
    tools?: JobTools,
    beside?: readonly ShownBefore[],
  ): Promise<SummaryContent> => {
    if ((kind === 'table') !== (id !== null)) throw new AppError('INVALID_INPUT', { fields: ['id'] });
    const isOffered = id === null || statistics.list(session).statistics.some((each) => each.id === id);
    if (!isOffered) throw new AppError('INVALID_INPUT', { statistic: id });
    const ids = id === null ? undefined : [id];
    return collectSummary({ statistics, version }, session, { period, view: 'public', ids, beside }, tools);
  };

  const refuse = (betrayals: readonly TableBetrayal[], threshold: number): void => {
    if (betrayals.length === 0) return;
    const earlier = betrayals.flatMap((each) => each.earlier.map(({ table, period }) => `${table} ${period}`));
    throw new AppError('BETRAYS_GROUP', {
      tables: betrayals.map(({ table }) => table).join(', '),
      earlier: [...new Set(earlier)].join(', '),
      threshold,
    });
  };

  const keep = (
    session: PublicationSession,
    what: Pick<Publication, 'kind' | 'way'>,
    content: SummaryContent,
    behind: Behind,
    enter: () => void,
  ): string => {
    const id = newId();
    const { account, register } = session;
    register.database.write(() => {
      keepPublication(register.database, {
        id,
        at: clock.now().toISOString(),
        accountId: account.id,
        ...what,
        content,
        ...behind,
      });
      enter();
    });
    return id;
  };

  const designsOf = (
    session: PublicationSession,
    { tables }: SummaryContent,
    own: readonly TableDesign[] = [],
  ): Promise<DesignBehind[]> =>
    designsBehind(statistics, session, tables, [...own, ...savedDesigns(session.register.database)]);

  const correctionParts: CorrectionParts = { statistics, guard };

  return {
    preview(session, subject) {
      parsePeriod(subject.period);
      return jobs.start('publication.preview', async (tools) => {
        const content = await collect(session, subject, tools);
        const designs = await designsOf(session, content);
        const betrayals = await guard.betrayals(session, content.tables, designs, tools);
        const found = (of: readonly TableBetrayal[], hidesMore: JobResult<'publication.preview'>['hidesMore']) => ({
          subject,
          tables: content.tables.map(nameOfTable),
          betrayals: [...of],
          hidesMore,
        });
        const beside = guard.shownBefore(session, parsePeriod(subject.period));
        if (betrayals.length === 0 || beside.length === 0) return found(betrayals, []);
        const safer = await collect(session, subject, tools, beside);
        const left = await guard.betrayals(session, safer.tables, designs, tools);
        if (left.length >= betrayals.length) return found(betrayals, []);
        const more = hiddenMore(content.tables, safer.tables);
        return found(
          left,
          more.map(({ name, cells }) => ({ table: name, figures: cells.length })),
        );
      });
    },
    publish: (session, input, enter) =>
      inTurn(async () => {
        const usual = await collect(session, input);
        const beside = input.hideMore ? guard.shownBefore(session, parsePeriod(input.period)) : [];
        const collected = beside.length === 0 ? usual : await collect(session, input, undefined, beside);
        const designs = await designsOf(session, collected);
        const content = without(collected, input.without);
        refuse(await guard.betrayals(session, content.tables, designs), content.threshold);
        const figures = await figuresBehind(statistics, session, content, designs);
        const more = hiddenMore(usual.tables, content.tables);
        const behind = { figuresBehind: more.length === 0 ? figures : { ...figures, hiddenMore: more }, designs };
        const id = keep(session, { kind: input.kind, way: 'published' }, content, behind, enter);
        return findPublication(session.register.database, id);
      }),
    release: (session, kind, content, layOut, { designs: own, tools } = {}) =>
      inTurn(async () => {
        const isKnown = guard.isReleased(session, content.tables);
        let behind: Behind | null = null;
        if (!isKnown) {
          const designs = await designsOf(session, content, own);
          refuse(await guard.betrayals(session, content.tables, designs, tools), content.threshold);
          behind = { figuresBehind: await figuresBehind(statistics, session, content, designs), designs };
        }
        const write = await layOut();
        if (behind === null) return write();
        // Remembered before the first file is there: what was interrupted in between may be out, and counts as out.
        const id = keep(session, { kind, way: 'begun' }, content, behind, () => undefined);
        const written = write();
        markWritten(session.register.database, id);
        return written;
      }),
    collect: (session, subject) => collect(session, subject),
    collectDesign: (session, own, period) =>
      collectSummary({ statistics, version }, session, { period, view: 'public', own }),
    list: ({ register }) => listPublications(register.database),
    async write(session, { id, language, format, file }) {
      const { database } = session.register;
      const { kind, digest, withdrawn } = findPublication(database, id);
      const note = withdrawn && { at: withdrawn.at, reason: withdrawn.reason };
      const { content } = readFrozen(database, id);
      if (kind === 'table' && format === 'pdf') {
        const { pdf, pages } = await printer.print(tablesHtml(summaryWriting(content, language, note), content.tables));
        writeReportFile(file, pdf);
        return { file, digest, pages };
      }
      const { bytes, pages } = await renderSummary(content, language, format, printer, note);
      writeReportFile(file, bytes);
      return { file, digest, pages };
    },
    withdraw({ account, register: { database } }, id, reason) {
      markWithdrawn(database, id, { at: clock.now().toISOString(), by: account.id, reason });
    },
    checkDigest({ register: { database } }, typed) {
      const digest = typedDigest(typed);
      if (digest === null) return { digest: null, found: [] };
      const found = listPublications(database).flatMap((publication) => {
        const tables = publication.tables.filter((table) => table.digest === digest).map(({ name }) => name);
        const places: (string | null)[] = publication.digest === digest ? [null, ...tables] : tables;
        return places.map((table) => ({ publication, table, isIntact: isReadable(database, publication.id) }));
      });
      return { digest: printedDigest(digest), found };
    },
    corrections: (session, { id, view }) => collectCorrections(correctionParts, session, id, view),
    async writeCorrections(session, { id, view, language, format, file }) {
      requireWritableFile(file);
      const sheet = await collectCorrections(correctionParts, session, id, view);
      const writing = summaryWriting(readFrozen(session.register.database, id).content, language);
      if (format === 'csv') {
        writeReportFile(file, correctionsCsv(writing, sheet));
        return { file, digest: sheet.digest, pages: null };
      }
      const { pdf, pages } = await printer.print(correctionsHtml(writing, sheet));
      writeReportFile(file, pdf);
      return { file, digest: sheet.digest, pages };
    },
  };
}

/** The same without the tables named; INVALID_INPUT where none is left. */
function without(content: SummaryContent, names: readonly string[]): SummaryContent {
  if (names.length === 0) return content;
  const { digest: _, ...stated } = content;
  const tables = stated.tables.filter((table) => !names.includes(nameOfTable(table)));
  if (tables.length === 0) throw new AppError('INVALID_INPUT', { fields: ['without'] });
  const facts = { ...stated, tables };
  return { ...facts, digest: digestOfFacts(facts) };
}

function isReadable(database: PublicationSession['register']['database'], id: string): boolean {
  try {
    readFrozen(database, id);
    return true;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'PUBLICATION_DAMAGED') return false;
    throw cause;
  }
}
