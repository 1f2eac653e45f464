import { goTo, type Screen } from '../e2e/screen.ts';
import type { Look } from './pictures.ts';

/** Code lists: an entry is added, retired in favour of another one, and its records are looked at before they move. */
export async function walkCodeLists(screen: Screen, look: Look): Promise<void> {
  const { page, t } = screen;
  const dialog = page.getByRole('dialog');
  const row = (code: string) => page.locator(`[role=grid] tr[data-code="${code}"]`);
  const choose = (list: string) => page.getByRole('option', { name: t(`codes:lists.${list}`), exact: true }).click();
  await goTo(screen, 'frame:rail.codeLists');
  await row('kp_thb').waitFor();
  await look('code-lists');
  await row('kp_thb').click();
  await dialog.waitFor();
  await look('code-lists-entry');
  await screen.press('code-lists:use.retire');
  await dialog.getByRole('textbox').first().waitFor();
  await look('code-lists-retire');
  await dialog.getByRole('combobox').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await screen.press('code-lists:retire.submit');
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('radiogroup', { name: t('code-lists:shown.label') })
    .getByText(t('code-lists:shown.all'))
    .click();
  await look('code-lists-retired');
  await row('kp_thb').click();
  await dialog.locator('article').first().waitFor();
  await screen.press('code-lists:use.move');
  await dialog.getByRole('table').waitFor();
  await look('code-lists-move');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await choose('LANG');
  await screen.press('code-lists:add');
  await dialog.waitFor();
  await page.keyboard.type('Romani');
  await look('code-lists-add');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await choose('EXPL');
  await look('code-lists-fixed');
  await choose('COUNTRY');
  await look('code-lists-countries');
}
