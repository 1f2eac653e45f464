import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { derivedStatisticsOf } from '#shared/statistics/catalogue/offered.ts';
import { callPeriod, callTable } from '#shared/statistics/catalogue/table-called.ts';
import { statisticText, tableText } from '#shared/statistics/catalogue/table-text.ts';

const locales = join(import.meta.dirname, '../../locales');

type Texts = { readonly [key: string]: string | Texts };

function findIn(language: string): (key: string) => unknown {
  const read = new Map<string, Texts>();
  return (key) => {
    const [namespace = '', path = ''] = key.split(':');
    const texts = read.get(namespace) ?? JSON.parse(readFileSync(join(locales, language, `${namespace}.json`), 'utf8'));
    read.set(namespace, texts);
    return path
      .split('.')
      .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts);
  };
}

/** Every text that some standard table shows. */
function textsOfTables(): Set<string> {
  const keys = new Set<string>();
  for (const register of registerKinds) {
    for (const { id, unit, serves = [], parts } of derivedStatisticsOf(register)) {
      keys.add(statisticText({ register, id })).add(`tables:units.${unit}`);
      for (const demand of serves) keys.add(`tables:serves.${demand}`);
      for (const part of parts) {
        for (const name of ['title', 'definition', 'rows', 'figure'] as const) {
          keys.add(tableText({ register, id, part }, name));
        }
      }
    }
    for (const statistic of statisticsOf(register)) {
      keys.add(statisticText(statistic));
      for (const demand of statistic.serves ?? []) keys.add(`tables:serves.${demand}`);
      for (const { part, unit = statistic.unit, rows, columns, measures = [] } of statistic.parts) {
        for (const name of ['title', 'definition', 'rows', 'figure'] as const) {
          keys.add(tableText({ register, id: statistic.id, part }, name));
        }
        keys.add(`tables:units.${unit}`);
        for (const { label } of [...rows.lines, ...columns.lines, ...measures]) {
          if ('text' in label) keys.add(label.text);
          else if ('list' in label && label.list !== 'COUNTRY') keys.add(codeTextKey(label.list, label.code));
        }
      }
    }
  }
  return keys;
}

test.each(languages)(
  'every title, definition, unit, row and column of the standard tables has a text in %s',
  (language) => {
    const find = findIn(language);
    const keys = textsOfTables();
    expect(keys.size).toBeGreaterThan(300);
    expect([...keys].filter((key) => typeof find(key) !== 'string')).toEqual([]);
  },
);

/** What is written in Latin letters in every language: the code of a currency, names of bodies, sections of ISIC Rev. 4. */
const writtenInLatin = ['CTDC', 'EUR', 'SELEC', 'SECI', 'ISIC', 'Rev', ...'ABCDEFGHIJKLMNOPQRSTU'];

test.each(['mk', 'bg'] as const)('no word of a standard table stands in Latin letters on a page in %s', (language) => {
  const find = findIn(language);
  const latin = [...textsOfTables()].flatMap((key) => {
    const words = String(find(key)).replace(/\{\{.*?\}\}/g, '');
    const found = words.match(/\p{Script=Latin}+/gu)?.filter((word) => !writtenInLatin.includes(word)) ?? [];
    return found.length === 0 ? [] : [`${key}: ${found.join(' ')}`];
  });
  expect(latin).toEqual([]);
});

test('a table and a period are called as people call them, not as the program keeps them apart', () => {
  const find = findIn('en');
  const words = {
    t: (key: string, params: Readonly<Record<string, string | number>> = {}) =>
      String(find(key)).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name])),
    date: (iso: string) => iso,
  };
  expect(callTable('victims', 'K12.services', words)).toBe('K12 · Victims by service');
  expect(callTable('justice', 'K13', words)).toBe('K13 · Average sentence of traffickers');
  expect(['2025', '2025-H2', '2025-03-01..2025-09-30'].map((text) => callPeriod(text, words))).toEqual([
    '2025',
    'July to December 2025',
    '2025-03-01 – 2025-09-30',
  ]);
});
