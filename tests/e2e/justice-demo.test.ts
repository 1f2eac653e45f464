import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOf } from '../records/list-of.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import type { Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
beforeAll(async () => {
  kriter = await launchKriter({ demo: 'justice' });
  await kriter.page.setViewportSize({ width: 1366, height: 768 });
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

test('the training register of criminal cases opens with two thousand cases, and Enter opens the first with its defendants', async () => {
  const { page, t } = screen;
  const { rows, total } = await screen.call('record.list', listOf('case', { language: 'sq' }));
  expect(total).toBeGreaterThan(1900);
  const first = page.locator('[role=grid] [data-at="0"]:has([data-open])');
  await first.waitFor();
  expect(await first.innerText()).toContain(rows[0]?.meta.code ?? t('records:list.noCode'));
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await screen.button('records:page.history').waitFor();
  await page.keyboard.press('Control+ArrowDown');
  const section = page.getByRole('heading', { name: t('dictionary-justice:sections.defendant'), exact: true });
  await section.first().waitFor();
});
