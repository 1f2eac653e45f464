/** The manual is a folder of short pages per language; a page that a language lacks is shown in English. */
import { type Language, sourceLanguage } from '#shared/languages.ts';

const pages = import.meta.glob<string>('../../locales/*/manual/*.md', { query: '?raw', import: 'default' });

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);

/** Files begin with the number of the page; compared as texts, 10 would stand before 2. */
const numberOf = (name: string): number => Number.parseInt(name, 10);

/** Names of the pages in reading order. */
export const manualPages: readonly string[] = Object.keys(pages)
  .filter((path) => path.includes(`/locales/${sourceLanguage}/`))
  .map(nameOf)
  .sort((a, b) => numberOf(a) - numberOf(b));

/** The text of a page in the language, or in English where there is none. */
export async function readManualPage(language: Language, name: string): Promise<string> {
  const read = [language, sourceLanguage]
    .map((tag) => pages[`../../locales/${tag}/manual/${name}.md`])
    .find((found) => found !== undefined);
  return read === undefined ? '' : read();
}
