/** The manual against the program: the same pages in every language, keys and names as they stand in the window. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { languages, sourceLanguage } from '#shared/languages.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';
import { parsePage, spansOf } from '../../src/features/manual/simple-markdown.ts';
import { keysOf, shortcutNames } from '../../src/ui/shortcuts.ts';

const root = join(import.meta.dirname, '../..');

const pagesOf = (language: string): string[] =>
  globSync(join(root, `locales/${language}/manual/*.md`))
    .map((file) => basename(file))
    .sort();

const read = (language: string, page: string): string =>
  readFileSync(join(root, `locales/${language}/manual/${page}`), 'utf8');

const boldWords = (text: string): string[] =>
  parsePage(text)
    .flatMap((block) => ('items' in block ? block.items : [block.text]))
    .flatMap(spansOf)
    .flatMap(({ text: word, isBold }) => (isBold ? [word] : []));

/** Reads as a key, whether the program knows it or not. */
const keyLike = /^((Ctrl|Shift|Alt) )*(F\d+|[A-Z]|[-−+?/!*]|Enter|Esc|Del|Tab|Space|Home|End|Page ?\w+|Pg\w+|[↓↑←→])$/;

const knownKeys: ReadonlySet<string> = new Set([
  ...shortcutNames.map((name) => keysOf(name).replace('␣', 'Space')),
  ...Object.values(markerKeys).map(({ sign }) => sign),
]);

test.each(languages)('the manual has every page in %s, with the same parts in the same order', (language) => {
  const pages = pagesOf(sourceLanguage);
  expect(pages.length).toBeGreaterThan(9);
  expect(pagesOf(language)).toEqual(pages);
  const partsOf = (page: string, of: string) =>
    parsePage(read(of, page)).map((block) =>
      'items' in block ? `${block.kind} of ${block.items.length}` : block.kind,
    );
  for (const page of pages) expect(partsOf(page, language), page).toEqual(partsOf(page, sourceLanguage));
});

test.each(languages)('every key that the manual names in %s is a key of the program', (language) => {
  const named = pagesOf(language).flatMap((page) =>
    boldWords(read(language, page))
      .filter((word) => keyLike.test(word))
      .map((key) => ({ page, key })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ key }) => !knownKeys.has(key.replace('−', '-')))).toEqual([]);
});

/** Here bold is nothing but keys and names from the window; on other pages it also marks what matters. */
const pagesOfNames = [
  '1-getting-started.md',
  '7-typing-records.md',
  '10-signing-off.md',
  '11-same-person.md',
  '12-data-quality.md',
  '13-what-is-kept.md',
  '15-publications.md',
  '16-tables.md',
  '17-own-tables.md',
  '18-yearly-summary.md',
];

/** Texts of the window, each also up to its first parameter (`New: {{entity}}`) and with the number that it shows. */
function windowTexts(language: string): ReadonlySet<string> {
  const texts: string[] = [];
  const collect = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node);
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(collect);
  };
  for (const file of globSync(join(root, `locales/${language}/*.json`)))
    collect(JSON.parse(readFileSync(file, 'utf8')));
  return new Set(
    texts.flatMap((text) => [text, text.replace('{{days}}', '30'), (text.split('{{')[0] ?? '').replace(/[:\s]+$/, '')]),
  );
}

test.each(languages)('what the manual tells to press in %s stands so in the window', (language) => {
  const texts = windowTexts(language);
  const unknown = pagesOfNames.flatMap((page) =>
    boldWords(read(language, page))
      .filter((word) => !keyLike.test(word) && word !== '⋯' && !texts.has(word))
      .map((word) => `${page}: ${word}`),
  );
  expect(unknown).toEqual([]);
});
