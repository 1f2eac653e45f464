/** What a reader sees of a printed page, and which of its words are in Latin letters. */
import type { SummaryContent } from '#shared/contract/summary.ts';

/** No markup and no rules of style, but what they print at head and foot. */
export function visibleText(page: string): string {
  const printed = [...page.matchAll(/content:((?:\s*(?:"[^"]*"|counter\(\w+\)))+)/g)].map(([, text = '']) =>
    text.replace(/counter\(\w+\)/g, ' ').replace(/\\[0-9a-f]+ ?/g, ' '),
  );
  const body = page.replace(/<style>.*?<\/style>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return [...printed, body].join(' ').replace(/&\w+;/g, ' ');
}

/**
 * What is in Latin letters in every language: the program, a currency, an abbreviation and a classification by their
 * own names, numbers of fields, rules and sections of that classification, digests in groups of four, small marks.
 */
const latinByRight = /^(Kriter|EUR|CTDC|ISIC|Rev|[IVX]+|[A-Z](\d+[a-z]?)?|[0-9A-F]{4}|[abcd])$/;

const latinWords = (text: string): string[] => (text.match(/[\p{Script=Latin}\d]+/gu) ?? []).filter(isLatin);
const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word);

/** Names that the institution gave itself and its offices; the program does not translate them. */
function namesIn({ register, tables }: SummaryContent): string[] {
  const plain = tables
    .flatMap(({ rows, columns }) => [...rows, ...columns])
    .flatMap(({ label }) => ('all' in label ? label.all : [label]));
  const names = plain.flatMap((label) => ('names' in label && label.names ? Object.values(label.names) : []));
  return [register.institution, register.office, ...names.map(String)];
}

/** Latin words of a page in Cyrillic letters that have no right to be there, each once. */
export function strayLatin(page: string, content: SummaryContent): string[] {
  const named = new Set(namesIn(content).flatMap(latinWords));
  return [...new Set(latinWords(visibleText(page)))].filter((word) => !latinByRight.test(word) && !named.has(word));
}
