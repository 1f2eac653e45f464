import { expect, test } from 'vitest';
import { manualPages, readManualPage } from './manual.ts';

test('pages stand in the order of their numbers, the tenth after the ninth', () => {
  const numbers = manualPages.map((name) => Number.parseInt(name, 10));
  expect(numbers).toContain(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a page is read in the language that was asked for', async () => {
  const [first = ''] = manualPages;
  expect(await readManualPage('sq', first)).toMatch(/^# Si të filloni\n/);
  expect(await readManualPage('sq', 'no such page')).toBe('');
});
