import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#shared/languages.ts';
import { chromiumPath } from '../../preview/chromium-path.ts';
import { expectationsOf } from '../locale/expectations.ts';

/** The expectations and the formats of the window as one script, so that both run where the window runs. */
async function bundled(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'kriter-formats-'));
  const tests = join(import.meta.dirname, '..');
  await build({
    configFile: false,
    logLevel: 'error',
    root: tests,
    resolve: { alias: [{ find: /^#shared\//, replacement: `${join(tests, '../src/shared')}/` }] },
    build: {
      outDir,
      lib: {
        entry: join(import.meta.dirname, 'formats-in-window.ts'),
        formats: ['iife'],
        name: 'formatsInWindow',
        fileName: 'formats',
      },
    },
  });
  return join(outDir, 'formats.iife.js');
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const executablePath = chromiumPath();
  browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  page = await browser.newPage();
  await page.addScriptTag({ path: await bundled() });
});
afterAll(() => browser?.close());

test('this Chromium knows no Albanian months, so the formats below are the work of the program', async () => {
  const month = await page.evaluate(() =>
    new Intl.DateTimeFormat('sq', { month: 'long' }).format(new Date(2026, 2, 14)),
  );
  expect(month).not.toBe('mars');
});

describe.each(languages)('formats of %s in Chromium', (language) => {
  test('dates, numbers, countries and order are those that Node gives', async () => {
    const shown = await page.evaluate((asked) => window.formatsInWindow.answersOf(asked), language);
    const expected = expectationsOf(language).map(({ promise, expected: value }) => [promise, value]);
    expect(expected.length).toBeGreaterThan(10);
    expect(shown).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});
