import { join } from 'node:path';
import { goTo, type Screen } from '../e2e/screen.ts';
import type { Look } from './pictures.ts';

const breakdowns = ['office', 'officer', 'year'] as const;

/** Data quality: each part of the report, each breakdown, a number that opens its records, and the prints. */
export async function walkQuality(screen: Screen, folder: string, look: Look): Promise<void> {
  const { page, t, kriter } = screen;
  const tab = (name: string) => page.getByRole('tab', { name: t(name), exact: true }).click();
  const print = async (file: string) => {
    await kriter.answerDialogs(file);
    await page.keyboard.press('Control+p');
    await page.getByText(file).waitFor({ timeout: 30_000 });
  };
  await goTo(screen, 'frame:rail.quality');
  await page.getByRole('tab', { name: t('quality:tab.fields') }).waitFor({ timeout: 30_000 });
  for (const part of ['fields', 'sections', 'delays', 'rules'] as const) {
    await tab(`quality:tab.${part}`);
    await look(`quality-${part}`);
  }
  await print(join(folder, 'quality.pdf'));
  for (const by of breakdowns) {
    await page.getByRole('combobox', { name: t('quality:breakdown') }).click();
    await page.getByRole('option', { name: t(`quality:by.${by}`), exact: true }).click();
    await tab(`quality:tab.lines.${by}`);
    await look(`quality-by-${by}`);
    if (by !== 'year') await print(join(folder, `quality-by-${by}.pdf`));
  }
  await tab('quality:tab.delays');
  await look('quality-delays-by-year');
  await tab('quality:tab.fields');
  await page.getByRole('table').getByRole('link').nth(3).click();
  await page.locator('[role=grid]').waitFor();
  await look('quality-list');
}
