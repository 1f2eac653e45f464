import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
const folder = mkdtempSync(join(tmpdir(), 'kriter-reports-'));
beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

/** Words of every page, as a reader takes them in. */
async function textsOf(document: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    texts.push(text.replace(/\s+/g, ' ').normalize('NFC'));
  }
  return texts;
}

/** Goes forward by Tab until the control with this name has the keyboard. */
async function tabTo(name: string): Promise<void> {
  const { page } = screen;
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement: here } = document;
      const named = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : null;
      return here?.getAttribute('aria-label') ?? named ?? here?.textContent ?? '';
    });
    if (label.trim() === name) return;
  }
  throw new Error('no such control on the way of the keyboard');
}

test('the summary is chosen and written by keyboard alone, and axe has no objection to its page', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.reports');
  await screen.sees('summary:page.lead');
  expect(await objectionsTo(page)).toEqual([]);
  await page.getByRole('link', { name: t('frame:rail.reports') }).focus();
  // A year before the register began: nothing has to be protected, which is not what is tried here.
  // The kind of period is called like the field that follows it.
  await tabTo(t('statistics:period.year'));
  await tabTo(t('statistics:period.calendarYear'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2010');
  await tabTo('English');
  await page.keyboard.press('Space');
  await tabTo(t('summary:page.format.json'));
  await page.keyboard.press('Space');
  await kriter.answerDialogs(folder);
  await tabTo(t('common:choose'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted),
    folder,
  );
  await page.keyboard.press('Control+p');
  await page.getByText(t('summary:page.done')).waitFor({ timeout: 90_000 });
  expect(await objectionsTo(page)).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(
    ['en.json', 'en.pdf', 'sq.json', 'sq.pdf'].map((end) => `summary-victims-2010-public-${end}`),
  );
});

test('the print is tagged, has its fonts in it, and its contents name the page of every table', async () => {
  const { t } = screen;
  const file = readdirSync(folder).find((name) => name.endsWith('sq.pdf')) ?? '';
  const bytes = readFileSync(join(folder, file));
  const raw = bytes.toString('latin1');
  expect(raw.match(/\/FontFile[23]? /g)?.length).toBe(raw.match(/\/Type \/FontDescriptor/g)?.length);
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(raw).toMatch(/\/MarkInfo <<\/Type \/MarkInfo\s+\/Marked true/);
  const outline = await document.getOutline();
  expect(outline.length).toBeGreaterThan(3);
  const texts = await textsOf(document);
  const content = JSON.parse(readFileSync(join(folder, file.replace('.pdf', '.json')), 'utf8'));
  const { tables, digest } = content.summary;
  const printedDigest = digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
  for (const text of texts) expect(text).toContain(printedDigest);
  const contents = texts.slice(1, 3).join(' ');
  for (const [at, { title }] of (content.labels as { title: string }[]).entries()) {
    const heading = `${t('print:tableCoded', { number: at + 1, code: tables[at].id })} ${title.normalize('NFC')}`;
    const named = Number(new RegExp(`${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(\\d+)`).exec(contents)?.[1]);
    expect(texts[named - 1], heading).toContain(heading);
  }
  expect(tables.length).toBeGreaterThan(2);
});
