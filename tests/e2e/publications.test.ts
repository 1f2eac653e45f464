import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { textOfPdf } from './pdf.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
const folder = mkdtempSync(join(tmpdir(), 'kriter-publications-'));

beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

/** For somebody who wants to see the pages. */
async function look(name: string): Promise<void> {
  const { KRITER_LOOK: into } = process.env;
  if (into) await screen.page.screenshot({ path: join(into, `${name}.png`) });
}

async function published() {
  await screen.page.getByText(screen.t('publications:list.published'), { exact: true }).first().waitFor();
  const { publications } = await screen.call('publication.list', {});
  const [publication] = publications;
  if (!publication) throw new Error('nothing is published');
  return publication;
}

test('a table is published by keyboard, its digest found, and its print has the same words and pages after a correction', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.publications');
  await screen.sees('publications:list.empty');
  await look('empty');
  await page.getByRole('combobox', { name: t('publications:publish.what') }).fill('T15');
  await page.getByRole('option', { name: /^T15/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('publications:publish.check') }).focus();
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('dialog').getByRole('button', { name: t('publications:publish.confirm') });
  await confirm.waitFor({ timeout: 60_000 });
  await look('confirm');
  await confirm.focus();
  await page.keyboard.press('Enter');
  const { id, digest, period } = await published();

  await page.getByLabel(t('publications:check.label'), { exact: true }).fill(digest);
  await page.keyboard.press('Enter');
  await screen.sees('publications:check.intact');
  await look('list');
  expect(await objectionsTo(page)).toEqual([]);

  const print = async (name: string) => {
    const file = join(folder, name);
    const { pages } = await screen.call('publication.write', { id, language: 'mk', format: 'pdf', file });
    return { pages, text: textOfPdf(file) };
  };
  const before = await print('before.pdf');
  const { rows } = await screen.call('record.list', {
    entity: 'victim',
    filters: [
      { kind: 'state', anyOf: ['verified'] },
      { kind: 'period', field: 'status_date', from: '2025-01-01', to: '2025-12-31' },
    ],
    binned: false,
    search: null,
    order: { by: 'savedAt', descending: true },
    language: 'en',
    columns: [],
    offset: 0,
    limit: 20,
    version: null,
    locate: null,
  });
  for (const { meta } of rows) {
    await screen.call('record.bin', { id: meta.id, revision: meta.revision, reason: 'Entered twice' });
  }
  expect(await print('after.pdf')).toEqual(before);

  const action = t('publications:list.corrections');
  const facts = { action, what: t('tables-victims:T15.title'), period: period.text };
  await page.getByRole('button', { name: t('publications:list.actionOf', facts) }).click();
  await page
    .getByRole('dialog')
    .getByRole('columnheader', { name: t('publications:sheet.effect') })
    .first()
    .waitFor({ timeout: 60_000 });
  await look('corrections');
  const sheet = join(process.env.KRITER_LOOK ?? folder, 'sheet.pdf');
  await screen.call('publication.write-corrections', {
    id,
    view: 'internal',
    language: 'en',
    format: 'pdf',
    file: sheet,
  });
  expect(textOfPdf(sheet)).toContain('Correction sheet');
});
