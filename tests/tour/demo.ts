import { join } from 'node:path';
import type { Language } from '#shared/languages.ts';
import { launchKriter } from '../e2e/harness.ts';
import { chooseLanguage, printTable } from '../e2e/main-job-steps.ts';
import { goTo, type Screen } from '../e2e/screen.ts';
import { labelOf } from '../e2e/type-record.ts';
import { walkCodeLists } from './code-lists.ts';
import { camera, type Look, type Size } from './pictures.ts';
import { walkQuality } from './quality.ts';

/** The training register of 2,000 invented records: lists, a record, tables, exchange, administration, prints. */
export async function walkDemo(language: Language, folder: string, sizes: readonly Size[]): Promise<void> {
  const kriter = await launchKriter({ demo: true, environment: { LC_ALL: language } });
  const look = camera(kriter, folder, '3', sizes);
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  const screen = await chooseLanguage(kriter, language);
  await walkList(screen, look);
  await walkRecord(screen, folder, look);
  await walkTables(screen, folder, look);
  await walkQuality(screen, folder, look);
  for (const page of ['backup', 'exchange', 'retention', 'accounts', 'settings', 'audit'] as const) {
    await goTo(screen, `frame:rail.${page}`);
    await screen.page.waitForTimeout(300);
    await look(page);
  }
  await walkCodeLists(screen, look);
  await walkManual(screen, folder, look);
  await kriter.close();
}

async function walkList(screen: Screen, look: Look): Promise<void> {
  const { page, t } = screen;
  await page.locator('[role=grid] [data-at="0"]').waitFor();
  await look('list');
  await screen.press('records:list.addFilter');
  await look('filter-fields');
  await page.keyboard.type(labelOf(screen, 'victim', 'sex'));
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox').first().check();
  await look('filter-codes');
  await screen.press('records:list.apply');
  await page.waitForTimeout(300);
  await look('list-filtered');
  await page.getByRole('button', { name: t('records:list.columns') }).click();
  await look('list-columns');
  await page.keyboard.press('Escape');
  const prevented = t('dictionary-victims:entities.prevented_case', { count: 2 });
  await page.getByRole('link', { name: prevented }).click();
  await page.waitForTimeout(300);
  await look('list-prevented');
  await page.getByRole('link', { name: t('dictionary-victims:entities.victim', { count: 2 }) }).click();
  await page.locator('[role=grid] [data-at="0"]').waitFor();
}

async function walkRecord(screen: Screen, folder: string, look: Look): Promise<void> {
  const { page, t, kriter } = screen;
  await page.locator('[role=grid] [data-at="0"] button').click();
  await screen.button('records:page.history').waitFor();
  const sections = page.getByRole('navigation', { name: t('records:page.sections') }).getByRole('button');
  for (let at = 0; at < (await sections.count()); at += 1) {
    await sections.nth(at).click();
    await look(`record-section-${at + 1}`);
  }
  await screen.press('records:page.history');
  await page.getByRole('dialog').locator('article').first().waitFor();
  await look('record-history');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common:close') })
    .click();
  await kriter.answerDialogs(join(folder, 'record.pdf'));
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('records:page.print') }).click();
  await look('record-print');
  await screen.press('records:print.save');
  await page.getByText(join(folder, 'record.pdf')).waitFor({ timeout: 20_000 });
}

const titles = { K9: 'tables-victims:K9.title', T15: 'tables-victims:T15.title', T16: 'tables-victims:T16.main.title' };

async function walkTables(screen: Screen, folder: string, look: Look): Promise<void> {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.statistics');
  for (const [id, title] of Object.entries(titles)) {
    for (const view of ['internal', 'public'] as const) {
      const views = page.getByRole('radiogroup', { name: t('statistics:view.title') });
      await views.getByText(t(`statistics:view.${view}`)).click();
      await printTable(screen, t(title), join(folder, `table-${id}-${view}.pdf`));
      await look(`table-${id}-${view}`);
    }
  }
}

async function walkManual(screen: Screen, folder: string, look: Look): Promise<void> {
  const { page, kriter } = screen;
  await page.keyboard.press('F1');
  await page.waitForTimeout(400);
  await look('keys');
  await page.keyboard.press('F1');
  await page.waitForTimeout(400);
  await look('manual');
  await kriter.answerDialogs(join(folder, 'dictionary.pdf'));
  await screen.press('frame:manual.dictionary');
  await page.getByText(join(folder, 'dictionary.pdf')).waitFor({ timeout: 30_000 });
}
