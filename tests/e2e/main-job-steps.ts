/** Longer errands of the main job, walked by its test and by the tour. */
import type { Language } from '#shared/languages.ts';
import { languageNames } from '../../src/i18n/languages-by-name.ts';
import type { Kriter } from './harness.ts';
import { sentencesOfPdf } from './pdf.ts';
import { type Screen, screenOf } from './screen.ts';
import { wordsOf } from './words.ts';

/** Chooses the language in the head of the window, whatever it says now. */
export async function chooseLanguage(kriter: Kriter, language: Language): Promise<Screen> {
  const { page } = kriter;
  // The words stand only after the document does.
  await page.locator('header button').last().waitFor();
  const shown = await page.evaluate(() => document.documentElement.lang as Language);
  const { t } = wordsOf(shown);
  if (shown !== language) {
    await page.getByRole('button', { name: t('frame:language', { name: languageNames[shown] }) }).click();
    await page.getByRole('menuitem', { name: languageNames[language] }).click();
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  }
  return screenOf(kriter, wordsOf(language));
}

/** On the page of accounts: a new officer with a proposed passphrase, which is returned. */
export async function addOfficer(
  screen: Screen,
  person: { readonly displayName: string; readonly login: string },
  onFilled: () => Promise<void> = async () => undefined,
): Promise<string> {
  await screen.press('administration:accounts.add');
  await screen.fill('common:account.displayName', person.displayName);
  await screen.fill('common:account.login', person.login);
  await screen.press('common:passphrase.suggest');
  await screen.sees('common:passphrase.acceptable');
  await onFilled();
  const passphrase = await screen.field('administration:add.passphrase').inputValue();
  await screen.press('administration:add.submit');
  await screen.page.getByRole('dialog').waitFor({ state: 'detached' });
  await screen.sees('administration:accounts.waitsForVaultKey');
  return passphrase;
}

/** On the page of statistics: the table with this title, typed until it is offered. */
export async function chooseStatistic({ page, t }: Screen, title: string): Promise<void> {
  await page.getByRole('combobox', { name: t('statistics:table'), exact: true }).fill(title);
  // The list opens with every table, and the arrow goes to whichever stands first in it by then.
  await page.waitForFunction((wanted) => {
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    const [first] = [...document.querySelectorAll('[role=option]')].filter((option) => option.checkVisibility());
    return plain(first?.textContent ?? '').includes(plain(wanted));
  }, title);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Chooses a table by its title, prints it and returns the text of its pages. */
export async function printTable(screen: Screen, title: string, file: string): Promise<string> {
  const { page, kriter } = screen;
  await chooseStatistic(screen, title);
  await kriter.answerDialogs(file);
  await page.keyboard.press('Control+p');
  await page.getByText(file).waitFor({ timeout: 20_000 });
  return sentencesOfPdf(file);
}

export interface RestorePlan {
  readonly file: string;
  readonly target: string;
  readonly institution: string;
}

/** From the entrance: file, key and empty folder, what is in it, and back to the entrance. */
export async function restoreBackup(
  screen: Screen,
  { file, target, institution }: RestorePlan,
  giveKey: (screen: Screen) => Promise<void>,
  onCompared: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page, t, kriter } = screen;
  await screen.press('signIn:registers.restore');
  await kriter.answerDialogs(file);
  await screen.press('backup:restore.chooseFile');
  await giveKey(screen);
  await screen.fill('backup:restore.target', target);
  await screen.press('backup:restore.inspect');
  await screen.button('backup:restore.submit').waitFor({ timeout: 30_000 });
  await screen.sees('backup:restore.replacesNothing');
  await page.getByRole('row', { name: institution }).waitFor();
  await onCompared();
  await screen.press('backup:restore.submit');
  await page.getByRole('button', { name: t('backup:restore.toSignIn') }).click({ timeout: 30_000 });
}
