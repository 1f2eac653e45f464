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
import type { Statistics } from '../statistics/statistics.ts';
import { type CorrectionParts, collectCorrections } from './corrections.ts';
import { correctionsCsv } from './corrections-csv.ts';
import { correctionsHtml } from './corrections-html.ts';
import { designsBehind } from './designs-behind.ts';
import { figuresBehind } from './figures-behind.ts';
import { findDigest } from './find-digest.ts';
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
import { betrayingDesigns, refuse, withhold } from './withhold.ts';

export interface PublicationSession {
  readonly account: SignedInAccount;
  readonly register: OpenRegister;
}

/** Writes what is laid out, at once. */
export type WriteFiles<T> = () => T;

type Subject = Pick<ParsedInput<'publication.publish'>, 'kind' | 'id' | 'period'>;

interface ReleaseOptions {
  /** Those of tables that were not saved. */
  readonly designs?: readonly TableDesign[];
  /** Tables left out. */
  readonly without?: readonly string[];
  /** Own tables that would betray a group are left out, so that none stands in the way of the standard tables. */
  readonly sparesStandard?: boolean;
  /** Of the job that it is part of. */
  readonly tools?: JobTools;
}

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
   * Lays what may go out in the public view out by `layOut`, remembers it as released, and only then writes the files by
   * what that gave; BETRAYS_GROUP, and nothing is written, where the guard refuses it. What has been released before in
   * just this form is not remembered again.
   */
  release<T>(
    session: PublicationSession,
    kind: Publication['kind'],
    content: SummaryContent,
    layOut: (content: SummaryContent) => Promise<WriteFiles<T>>,
    options?: ReleaseOptions,
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

  /** What may go out of it, and what is to be kept with it: null where all of it went out before, just as it is. */
  const clear = async (
    session: PublicationSession,
    content: SummaryContent,
    { designs: own, tools, sparesStandard = false }: ReleaseOptions,
  ): Promise<{ readonly content: SummaryContent; readonly behind: Behind | null }> => {
    if (guard.isReleased(session, content.tables)) return { content, behind: null };
    tools?.progress('compare', 0, content.tables.length);
    const designs = await designsOf(session, content, own);
    const betrayals = await guard.betrayals(session, content.tables, designs, tools);
    const spared = sparesStandard ? betrayingDesigns(content, betrayals) : [];
    refuse(
      content,
      betrayals.filter(({ table }) => !spared.includes(table)),
    );
    const left = withhold(content, spared);
    if (spared.length > 0 && guard.isReleased(session, left.tables)) return { content: left, behind: null };
    return {
      content: left,
      behind: { figuresBehind: await figuresBehind(statistics, session, left, designs), designs },
    };
  };

  const correctionParts: CorrectionParts = { statistics, guard };

  return {
    preview(session, subject) {
      parsePeriod(subject.period);
      return jobs.start('publication.preview', async (tools) => {
        const content = await collect(session, subject, tools);
        tools.progress('compare', 0, content.tables.length);
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
        const content = withhold(collected, input.without);
        refuse(content, await guard.betrayals(session, content.tables, designs));
        const figures = await figuresBehind(statistics, session, content, designs);
        const more = hiddenMore(usual.tables, content.tables);
        const behind = { figuresBehind: more.length === 0 ? figures : { ...figures, hiddenMore: more }, designs };
        const id = keep(session, { kind: input.kind, way: 'published' }, content, behind, enter);
        return findPublication(session.register.database, id);
      }),
    release: (session, kind, collected, layOut, options = {}) =>
      inTurn(async () => {
        const { content, behind } = await clear(session, withhold(collected, options.without ?? []), options);
        const write = await layOut(content);
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
    checkDigest: ({ register }, typed) => findDigest(register.database, typed),
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
