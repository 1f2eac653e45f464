/** Statistical summaries of the open register: collected once, written in every language and format asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { SummaryContent, SummaryFormat } from '#shared/contract/summary.ts';
import type { Language } from '#shared/languages.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { AuditLog } from '../../audit.ts';
import type { Jobs } from '../../jobs.ts';
import type { JobTools, PagePrinter } from '../../ports.ts';
import type { Publications, WriteFiles } from '../../publications/publications.ts';
import type { OpenSession } from '../../sessions.ts';
import { requireView } from '../../statistics/statistics.ts';
import { requireWritableFolder, writeReportFile } from '../write-file.ts';
import { type CollectParts, collectSummary } from './collect-summary.ts';
import { type RenderedSummary, renderSummary } from './render-summary.ts';

export interface Summaries {
  /** Starts writing; files that are already in the folder are kept, and stopping leaves none. */
  write(session: OpenSession, input: ParsedInput<'summary.write'>): Output<'summary.write'>;
}

export interface SummariesParts extends CollectParts {
  readonly printer: PagePrinter;
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly publications: Pick<Publications, 'release'>;
}

/** Writes summaries as jobs. */
export function createSummaries(parts: SummariesParts): Summaries {
  return {
    write(session, input) {
      const { period, view, folder } = input;
      parsePeriod(period);
      // Before the job begins, so that the refusal is one of the call.
      requireView(session, view);
      requireWritableFolder(folder);
      return parts.jobs.start('summary.write', async (tools) => {
        const content = await collectSummary(parts, session, { period, view }, tools);
        const layOut = () => layOutSummary(content, input, folder, parts.printer, tools);
        // What leaves the program in the public view can be read by anybody: it is remembered like a publication.
        const files =
          view === 'internal'
            ? (await layOut())()
            : await parts.publications.release(session, 'summary', content, layOut, { tools });
        parts.audit.append(session, {
          name: 'summary.write',
          outcome: 'written',
          detail: { digest: content.digest, files: files.length, period, view },
        });
        return { files, digest: content.digest };
      });
    },
  };
}

interface Wanted {
  readonly languages: readonly Language[];
  readonly formats: readonly SummaryFormat[];
}

type WrittenFiles = JobResult<'summary.write'>['files'];

/** Renders everything before the first file is written, so that a stop or a failure leaves the folder as it was. */
export async function layOutSummary(
  content: SummaryContent,
  { languages, formats }: Wanted,
  folder: string,
  printer: PagePrinter,
  tools: JobTools,
): Promise<WriteFiles<WrittenFiles>> {
  const wanted = [...new Set(languages)].flatMap((language) =>
    [...new Set(formats)].map((format) => ({ language, format })),
  );
  const rendered: (RenderedSummary & (typeof wanted)[number])[] = [];
  for (const [at, each] of wanted.entries()) {
    tools.progress('layOut', at, wanted.length);
    rendered.push({ ...each, ...(await renderSummary(content, each.language, each.format, printer)) });
    if (tools.signal.aborted) throw new AppError('CANCELLED');
  }
  return () =>
    rendered.map(({ language, format, bytes, pages }) => {
      const file = freeFile(folder, nameOf(content, language), format);
      writeReportFile(file, bytes);
      return { file, language, format, pages };
    });
}

/** Kind, period, view and language; nothing of the institution or of anybody. */
const nameOf = ({ register, period, view }: SummaryContent, language: Language): string =>
  ['summary', register.kind, period.text.replace('..', '-'), view, language].join('-');

/** The name, or the name with the next number where a file has it already. */
function freeFile(folder: string, name: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const file = join(folder, `${name}${number === 1 ? '' : `-${number}`}.${ending}`);
    if (!existsSync(file)) return file;
  }
}
