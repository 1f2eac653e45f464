/** Everything that is printed or written as a report; each call names file and language. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { Language } from '#shared/languages.ts';
import { formatCode } from '#shared/records/check-character.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { readSeal } from '../audit.ts';
import { codeLabels } from '../exchange/code-labels.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Clock, PagePrinter } from '../ports.ts';
import type { Publications, WriteFiles } from '../publications/publications.ts';
import type { Quality } from '../quality/quality.ts';
import { readReferences } from '../reference.ts';
import type { Certificate } from '../retention/certificate.ts';
import type { OpenSession } from '../sessions.ts';
import { digestOfAll } from '../statistics/digest.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { dictionaryHtml } from './dictionary-html.ts';
import { entryLabels } from './entry-labels.ts';
import { erasureHtml } from './erasure-html.ts';
import type { PaperPrint } from './paper/paper.ts';
import { paperHtml } from './paper/paper-html.ts';
import { printRegister } from './print-register.ts';
import { qualityCsv } from './quality-csv.ts';
import { qualityHtml } from './quality-html.ts';
import { qualityNames } from './quality-names.ts';
import { recordHtml } from './record-html.ts';
import { type RecoverySheet, sheetHtml } from './sheet-html.ts';
import { tablesCsv, tablesJson } from './table-files.ts';
import { tablesHtml } from './table-html.ts';
import { tablesXlsx } from './table-xlsx.ts';
import { requireWritableFile, writeReportFile } from './write-file.ts';
import { type Writing, writingFor } from './writing.ts';

interface ReportSession {
  readonly account: SignedInAccount;
  readonly register: OpenRegister;
}

export interface PrintedRecord {
  readonly meta: RecordMeta;
  readonly content: RecordContent;
  /** null: the print leaves direct identifiers out. */
  readonly identity: Values | null;
}

export interface Reports {
  /** Writes one standard statistic as PDF, XLSX, JSON or CSV. */
  write(session: ReportSession, input: ParsedInput<'report.write'>): Promise<Output<'report.write'>>;
  /** Writes the tables of a design likewise. */
  writeDesign(session: ReportSession, input: ParsedInput<'design.write'>): Promise<Output<'design.write'>>;
  /** Writes the report on data quality as PDF or CSV. */
  writeQuality(session: OpenSession, input: ParsedInput<'quality.write'>): Promise<Output<'quality.write'>>;
  printRecord(
    session: ReportSession,
    record: PrintedRecord,
    language: Language,
    file: string,
  ): Promise<Output<'record.print'>>;
  /** A form to be filled in by hand, under a number of its own. */
  printPaper(
    session: ReportSession,
    form: Pick<PaperPrint, 'entity' | 'stored' | 'identity' | 'options'>,
    language: Language,
    file: string,
  ): Promise<Output<'paper.print-blank'>>;
  printErasure(
    session: ReportSession,
    certificate: Certificate,
    language: Language,
    file: string,
  ): Promise<Output<'erasure.print'>>;
  printDictionary(session: ReportSession, language: Language, file: string): Promise<Output<'dictionary.print'>>;
  printSheet(
    session: Pick<ReportSession, 'register'>,
    sheet: RecoverySheet,
    language: Language,
    file: string,
  ): Promise<Output<'recovery.print'>>;
}

export interface ReportsParts {
  readonly printer: PagePrinter;
  readonly statistics: Statistics;
  readonly quality: Quality;
  readonly publications: Pick<Publications, 'collect' | 'collectDesign' | 'release'>;
  readonly clock: Clock;
  /** A number that no other form of the year has. */
  readonly newFormNumber: () => number;
  /** Version of the program, as prints show it. */
  readonly version: string;
}

/** Prints and writes for the open register. */
export function createReports(parts: ReportsParts): Reports {
  const { printer, statistics, quality, publications, clock, newFormNumber, version } = parts;
  const now = (): string => clock.now().toISOString();
  const writing = ({ register }: Pick<ReportSession, 'register'>, language: Language): Writing =>
    writingFor(printRegister(register, version), language);
  const print = async (html: string, file: string): Promise<{ file: string; pages: number }> => {
    const { pdf, pages } = await printer.print(html);
    writeReportFile(file, pdf);
    return { file, pages };
  };
  const layOutTables = async (
    session: ReportSession,
    tables: readonly StatisticTable[],
    { language, format, file }: Pick<ParsedInput<'report.write'>, 'language' | 'format' | 'file'>,
  ): Promise<WriteFiles<Output<'report.write'>>> => {
    const digest = digestOfAll(tables);
    const words = writing(session, language);
    const writeAs = (bytes: Uint8Array | string, pages: number | null) => () => {
      writeReportFile(file, bytes);
      return { file, digest, pages };
    };
    if (format === 'pdf') {
      const { pdf, pages } = await printer.print(tablesHtml(words, tables));
      return writeAs(pdf, pages);
    }
    const content = {
      json: () => tablesJson(words.register, tables),
      csv: () => tablesCsv(words, tables),
      xlsx: () => tablesXlsx(words, tables),
    }[format];
    return writeAs(await content(), null);
  };

  return {
    async write(session, { id, period, view, ...target }) {
      requireWritableFile(target.file);
      if (view === 'internal') {
        return (await layOutTables(session, await statistics.tables(session, { id, period, view }), target))();
      }
      // What leaves the program in the public view can be read by anybody: it is remembered like a publication.
      const content = await publications.collect(session, { kind: 'table', id, period });
      return publications.release(session, 'table', content, () => layOutTables(session, content.tables, target));
    },
    async writeDesign(session, { design, period, view, name, ...target }) {
      requireWritableFile(target.file);
      if (view === 'internal') {
        const tables = await statistics.designed(session, { design, period, view, name });
        return (await layOutTables(session, tables, target))();
      }
      const content = await publications.collectDesign(session, { design, name }, period);
      return publications.release(session, 'table', content, () => layOutTables(session, content.tables, target), {
        designs: [design],
      });
    },
    async writeQuality(session, { language, format, file, ...question }) {
      const table = await quality.table(session, question);
      const { digest } = table;
      const words = writing(session, language);
      const index = indexOfKind(session.register.kind);
      const labelOf = codeLabels(session.register.database, index, language);
      const names = qualityNames(index, table.entity, words.t, labelOf);
      if (format === 'pdf') {
        const ownName = session.account.displayName;
        return { ...(await print(qualityHtml(words, { table, names, ownName }), file)), digest };
      }
      writeReportFile(file, qualityCsv(words, table, names));
      return { file, digest, pages: null };
    },
    printRecord(session, { meta, content, identity }, language, file) {
      const { account, register } = session;
      const index = indexOfKind(register.kind);
      const words = writing(session, language);
      const html = recordHtml(words, {
        index,
        meta,
        content,
        identity,
        labelOf: entryLabels(register.database, codeLabels(register.database, index, language), words),
        printedBy: account.displayName,
        printedAt: now(),
        seal: readSeal(register.database),
      });
      return print(html, file);
    },
    async printPaper(session, made, language, file) {
      const { account, register } = session;
      const printedAt = now();
      const form = formatCode('F', clock.now().getFullYear(), newFormNumber());
      const words = writing(session, language);
      const paper = {
        ...made,
        form,
        index: indexOfKind(register.kind),
        country: register.country,
        references: readReferences(register.database),
        printedBy: account.displayName,
        printedAt,
        seal: readSeal(register.database),
      };
      // The sheet for the identity begins on the front of a leaf: what comes before it has to be counted first.
      const before = made.identity === null ? 0 : (await printer.print(paperHtml(words, paper, 'left-out'))).pages;
      const place = before % 2 === 0 ? 'next' : 'after-empty-side';
      return { ...(await print(paperHtml(words, paper, place), file)), form };
    },
    printErasure({ register }, certificate, language, file) {
      const labelOf = codeLabels(register.database, indexOfKind(register.kind), language);
      const institution = certificate.institution === null ? '' : labelOf('INST', certificate.institution);
      const stamp = { institution, printedAt: now(), seal: readSeal(register.database) };
      return print(erasureHtml(writing({ register }, language), certificate, stamp), file);
    },
    printDictionary: (session, language, file) =>
      print(dictionaryHtml(writing(session, language), indexOfKind(session.register.kind), now()), file),
    async printSheet(session, sheet, language, file) {
      await print(sheetHtml(writing(session, language), sheet, now()), file);
      return { file };
    },
  };
}
