/** A statistical summary in one language and format, made of what it states and of nothing else. */
import type { SummaryContent, SummaryFormat } from '#shared/contract/summary.ts';
import type { Language } from '#shared/languages.ts';
import type { PagePrinter } from '../../ports.ts';
import { type Withdrawal, type Writing, writingFor } from '../writing.ts';
import { pageNumbersOf } from './page-numbers.ts';
import { summaryCsv, summaryJson } from './summary-files.ts';
import { summaryHtml } from './summary-html.ts';
import { summaryXlsx } from './summary-xlsx.ts';

export interface RenderedSummary {
  readonly bytes: Uint8Array;
  /** null where the format has no pages. */
  readonly pages: number | null;
}

/**
 * The same content gives the same words, figures and pages, whenever and on whichever computer it is rendered: no
 * register, clock or setting is asked. JSON is the same to the byte.
 */
export async function renderSummary(
  content: SummaryContent,
  language: Language,
  format: SummaryFormat,
  printer: PagePrinter,
  withdrawn: Withdrawal | null = null,
): Promise<RenderedSummary> {
  const writing = summaryWriting(content, language, withdrawn);
  switch (format) {
    case 'pdf':
      return printed(writing, content, printer);
    case 'xlsx':
      return { bytes: await summaryXlsx(writing, content), pages: null };
    case 'csv':
      return asFile(summaryCsv(writing, content));
    case 'json':
      return asFile(summaryJson(writing, content));
  }
}

/** The second printing has the page numbers that the first one found; they have their room in both. */
async function printed(writing: Writing, content: SummaryContent, printer: PagePrinter): Promise<RenderedSummary> {
  const first = await printer.print(summaryHtml(writing, content, new Map()));
  const { pdf, pages } = await printer.print(summaryHtml(writing, content, pageNumbersOf(first.pdf)));
  if (pages !== first.pages) throw new Error('the page numbers moved the pages');
  return { bytes: pdf, pages };
}

const asFile = (text: string): RenderedSummary => ({ bytes: Buffer.from(text, 'utf8'), pages: null });

/** What the content says of its register, in a language. */
export function summaryWriting(
  { register, programVersion, dictionaryVersion }: SummaryContent,
  language: Language,
  withdrawn: Withdrawal | null = null,
): Writing {
  const writing = writingFor({ ...register, programVersion, dictionaryVersion }, language);
  return withdrawn === null ? writing : { ...writing, withdrawn };
}
