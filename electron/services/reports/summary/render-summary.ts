/** A statistical summary in one language and format, made of what it states and of nothing else. */
import type { SummaryContent, SummaryFormat } from '#shared/contract/summary.ts';
import type { Language } from '#shared/languages.ts';
import type { PagePrinter } from '../../ports.ts';
import { type Writing, writingFor } from '../writing.ts';
import { summaryCsv, summaryJson } from './summary-files.ts';
import { summaryHtml } from './summary-html.ts';

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
): Promise<RenderedSummary> {
  const writing = summaryWriting(content, language);
  switch (format) {
    case 'pdf': {
      const { pdf, pages } = await printer.print(summaryHtml(writing, content));
      return { bytes: pdf, pages };
    }
    case 'csv':
      return asFile(summaryCsv(writing, content));
    case 'json':
      return asFile(summaryJson(writing, content));
  }
}

const asFile = (text: string): RenderedSummary => ({ bytes: Buffer.from(text, 'utf8'), pages: null });

/** What the content says of its register, in a language. */
export function summaryWriting(
  { register, programVersion, dictionaryVersion }: SummaryContent,
  language: Language,
): Writing {
  return writingFor({ ...register, programVersion, dictionaryVersion }, language);
}
