import { expect, test } from 'vitest';
import { collectSummary } from '#electron/services/reports/summary/collect-summary.ts';
import { renderSummary } from '#electron/services/reports/summary/render-summary.ts';
import { canonicalJson, sha256Of } from '#electron/services/statistics/digest.ts';
import { type SummaryContent, summaryContent } from '#shared/contract/summary.ts';
import { registerKinds } from '#shared/dictionary/vocabulary.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { openRegister, type Program } from '../program/open-program.ts';

const collected = (program: Program, view: 'public' | 'internal' = 'public'): Promise<SummaryContent> => {
  const { statistics, sessions } = program.services;
  const session = sessions.current();
  if (session === null) throw new Error('nobody is signed in');
  return collectSummary({ statistics, version: '0.1.0' }, session, { period: '2025', view });
};

const noPrinter = { print: () => Promise.reject(new Error('nothing is printed here')) };

test.each(registerKinds)(
  'a summary of the %s register has every standard table once, and a digest over all',
  async (kind) => {
    const program = await openRegister(undefined, kind);
    await program.runJob('training.generate', { records: 40, seed: 3 });
    const content = await collected(program);
    expect(summaryContent.parse(content)).toEqual(content);
    const wanted = statisticsOf(kind).flatMap(({ id, parts }) => parts.map(({ part }) => `${id} ${part}`));
    expect(content.tables.map(({ id, part }) => `${id} ${part}`)).toEqual(wanted);
    expect(new Set(content.tables.map(({ changeNumber }) => changeNumber))).toEqual(new Set([content.changeNumber]));
    const { digest, ...stated } = content;
    expect(digest).toBe(sha256Of(canonicalJson(stated)));
  },
);

test('what was collected gives the same JSON to the byte when it is rendered again from its stored form', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 40, seed: 3 });
  const content = await collected(program);
  const first = await renderSummary(content, 'mk', 'json', noPrinter);
  const stored = summaryContent.parse(JSON.parse(JSON.stringify(content)));
  const again = await renderSummary(stored, 'mk', 'json', noPrinter);
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});
