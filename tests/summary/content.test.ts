import { expect, test } from 'vitest';
import { collectSummary } from '#electron/services/reports/summary/collect-summary.ts';
import { pageNumbersOf } from '#electron/services/reports/summary/page-numbers.ts';
import { renderSummary, summaryWriting } from '#electron/services/reports/summary/render-summary.ts';
import { summaryHtml } from '#electron/services/reports/summary/summary-html.ts';
import { canonicalJson, sha256Of } from '#electron/services/statistics/digest.ts';
import { type SummaryContent, summaryContent } from '#shared/contract/summary.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';
import { offeredStatistics } from '#shared/statistics/catalogue/offered.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { strayLatin, visibleText } from './visible-text.ts';

const collected = (program: Program, view: 'public' | 'internal' = 'public'): Promise<SummaryContent> => {
  const { statistics, sessions } = program.services;
  const session = sessions.current();
  if (session === null) throw new Error('nobody is signed in');
  return collectSummary({ statistics, version: '0.1.0' }, session, { period: '2025', view });
};

const noPrinter = { print: () => Promise.reject(new Error('nothing is printed here')) };

test.each(registerKinds)(
  'a summary of the %s register has every table once, a digest, renders the same later, and keeps to its language',
  async (kind) => {
    const program = await openRegister(undefined, kind);
    await program.runJob('training.generate', { records: 15, seed: 3 });
    const content = await collected(program);
    expect(summaryContent.parse(content)).toEqual(content);
    const wanted = offeredStatistics(kind).flatMap(({ id, parts }) =>
      parts.length === 0 ? [`${id} null`] : parts.map((part) => `${id} ${part}`),
    );
    expect(content.tables.map(({ id, part }) => `${id} ${part}`)).toEqual(wanted);
    expect(new Set(content.tables.map(({ changeNumber }) => changeNumber))).toEqual(new Set([content.changeNumber]));
    const { digest, ...stated } = content;
    expect(digest).toBe(sha256Of(canonicalJson(stated)));
    await rendersTheSame(content);
    const page = (each: SummaryContent) => summaryHtml(summaryWriting(each, 'mk'), each, new Map());
    expect(strayLatin(page(content), content)).toEqual([]);
    const starred = [...page(content).matchAll(/<article.*?<\/article>/gs)].filter(([unit]) => unit.includes('*'));
    expect(starred.length).toBeGreaterThan(0);
    expect(starred.filter(([unit]) => !unit.includes('1244/1999'))).toEqual([]);
    const inside = withEveryMark(content);
    expect(strayLatin(page(inside), inside)).toEqual([]);
    expect(visibleText(page(inside))).not.toMatch(/\{\{|\b\w+:\w+\.\w+/);
  },
);

/** The internal view, every figure marked as hidden in public by one of the rules. */
function withEveryMark(content: SummaryContent): SummaryContent {
  const reasons = ['threshold', 'concentration', 'complementary', 'dominance'] as const;
  const marked = content.tables.map((table) => ({
    ...table,
    view: 'internal' as const,
    cells: table.cells.map((row) =>
      row.map((cell, at) => (cell.empty ? cell : { count: cell.count ?? 1, hiddenInPublic: reasons[at % 4] })),
    ),
  }));
  return summaryContent.parse({ ...content, view: 'internal', tables: marked });
}

/** JSON and page to the byte, when what was kept is rendered later. */
async function rendersTheSame(content: SummaryContent): Promise<void> {
  const stored = summaryContent.parse(JSON.parse(JSON.stringify(content)));
  const first = await renderSummary(content, 'mk', 'json', noPrinter);
  const again = await renderSummary(stored, 'mk', 'json', noPrinter);
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  for (const language of languages) {
    const page = summaryHtml(summaryWriting(content, language), content, new Map([['table-1', 4]]));
    expect(summaryHtml(summaryWriting(stored, language), stored, new Map([['table-1', 4]]))).toBe(page);
    // No script, no style outside the sheet of rules, nothing from elsewhere, no key without its text.
    expect(page).not.toMatch(/<script|\sstyle=|https?:|undefined|NaN|\b(summary|charts|tables|print):[a-z]/);
  }
}

test('a period without records gives a whole summary of zeros', async () => {
  const content = await collected(await openRegister(undefined, 'justice'));
  const page = summaryHtml(summaryWriting(content, 'ro'), content, new Map());
  expect(page).not.toMatch(/undefined|NaN|Infinity/);
  expect(page.match(/<article/g)).toHaveLength(content.tables.length);
});

test('the pages of links are read out of a print in whatever order its pages were written', () => {
  const pdf = [
    '%PDF-1.7',
    ...['5 0 obj\n<</Type /Page\n/Parent 9 0 R>>', '7 0 obj\n<</Type /Page>>', '2 0 obj\n<</Type /Page>>'],
    '8 0 obj\n<</Type /Pages\n/Kids [7 0 R 5 0 R]>>',
    '9 0 obj\n<</Type /Pages\n/Kids [8 0 R 2 0 R]>>',
    '10 0 obj\n<</table-1 [5 0 R /XYZ 57 826.1 0]\n/quality [2 0 R /XYZ 0 1 0]>>',
    '11 0 obj\n<</Type /Catalog\n/Pages 9 0 R\n/Dests 10 0 R>>',
  ].join('\nendobj\n');
  const found = pageNumbersOf(Buffer.from(`${pdf}\nendobj\ntrailer\n<</Size 12\n/Root 11 0 R>>`, 'latin1'));
  expect([...found]).toEqual([
    ['table-1', 2],
    ['quality', 3],
  ]);
});
