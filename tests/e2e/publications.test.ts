import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;

beforeAll(async () => {
  kriter = await launchKriter({ demo: true });
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

const look = async (name: string): Promise<void> => {
  if (process.env.KRITER_LOOK) await screen.page.screenshot({ path: join(process.env.KRITER_LOOK, `${name}.png`) });
};

test('a supervisor publishes a year by keyboard, finds its digest, and sees that nothing changed since', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.publications');
  await screen.sees('publications:list.empty');
  await look('1-empty');
  await page.getByRole('button', { name: t('publications:publish.check') }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('publications:publish.confirm') }).waitFor({ timeout: 60_000 });
  await look('2-confirm');
  await dialog.getByRole('button', { name: t('publications:publish.confirm') }).focus();
  await page.keyboard.press('Enter');
  const { publications } = await waitForOne();
  const digest = publications[0]?.digest ?? '';
  await page.getByLabel(t('publications:check.label'), { exact: true }).fill(digest);
  await page.keyboard.press('Enter');
  await screen.sees('publications:check.intact');
  await look('3-list');
  expect(await objectionsTo(page)).toEqual([]);
  const summary = { what: t('publications:list.summary'), period: publications[0]?.period.text };
  const action = (key: string) =>
    page.getByRole('button', {
      name: t('publications:list.actionOf', { action: t(`publications:list.${key}`), ...summary }),
    });
  await action('corrections').click();
  await screen.sees('publications:sheet.nothing');
  await look('4-corrections');
  await page.keyboard.press('Escape');
});

async function waitForOne() {
  await screen.page.getByText(screen.t('publications:list.published'), { exact: true }).first().waitFor();
  return screen.call('publication.list', {});
}
