/** The first start: from an empty workstation to a register that is in use. */

import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Language } from '#shared/languages.ts';
import { languageNames } from '../../src/i18n/languages-by-name.ts';
import type { Kriter } from './harness.ts';
import { textOfPdf } from './pdf.ts';
import type { Screen } from './screen.ts';
import { screenOf } from './screen.ts';
import { wordsOf } from './words.ts';

export interface Person {
  readonly displayName: string;
  readonly login: string;
  /** Left out: the one that the program proposes. */
  readonly passphrase?: string;
}

export interface SetUpPlan {
  readonly kind: RegisterKind;
  readonly language: Language;
  readonly institution: string;
  readonly office: string;
  readonly folder: string;
  readonly administrator: Person;
  readonly supervisor: Person;
  /** Where the two sheets are printed to. */
  readonly sheets: readonly [string, string];
  /** Called at each page worth a look. */
  readonly look?: (name: string) => Promise<void>;
}

export interface SetUp {
  readonly screen: Screen;
  readonly passphrases: { readonly administrator: string; readonly supervisor: string };
  /** Lines of the two sheets, read from paper. */
  readonly lines: { readonly register: readonly string[]; readonly vault: readonly string[] };
}

const noLook = async () => undefined;

/** Answers every question of the wizard and opens the register, signed in as its administrator. */
export async function setUpRegister(kriter: Kriter, plan: SetUpPlan): Promise<SetUp> {
  const { page } = kriter;
  const look = plan.look ?? noLook;
  // The words stand only after the document does.
  await page.locator('header button').last().waitFor();
  const started = await page.evaluate(() => document.documentElement.lang);
  const before = screenOf(kriter, wordsOf(started as Language));
  await before.button('signIn:registers.new').waitFor();
  await look('entrance');
  await before.press('signIn:registers.new');
  await page.getByRole('button', { name: languageNames[plan.language] }).first().click();

  const screen = screenOf(kriter, wordsOf(plan.language));
  await screen.sees('setup:language.title');
  await look('wizard-language');
  await screen.press('common:next');
  await screen.page.getByRole('radio', { name: screen.t(`frame:kind.${plan.kind}`) }).check();
  await look('wizard-kind');
  await screen.press('common:next');
  await screen.fill('setup:register.institution', plan.institution);
  await screen.fill('setup:register.office', plan.office);
  await screen.fill('setup:register.folder', plan.folder);
  await look('wizard-register');
  await screen.press('common:next');

  const administrator = await enterPerson(screen, plan.administrator);
  await look('wizard-administrator');
  await screen.press('common:next');
  await screen.sees('setup:people.supervisorNote');
  const supervisor = await enterPerson(screen, plan.supervisor);
  await look('wizard-supervisor');
  await screen.press('setup:create.submit');

  await page.getByText(screen.t('setup:sheets.registerTitle')).waitFor({ timeout: 60_000 });
  const register = await throughSheet(screen, 'register', plan.sheets[0], look);
  await screen.sees('setup:sheets.vaultTitle');
  const vault = await throughSheet(screen, 'vault', plan.sheets[1], look);
  await screen.button('setup:finish.open').waitFor();
  await look('wizard-finish');
  await screen.press('setup:finish.open');
  await page.getByRole('navigation', { name: screen.t('frame:rail.label') }).waitFor();
  return { screen, passphrases: { administrator, supervisor }, lines: { register, vault } };
}

async function enterPerson(screen: Screen, person: Person): Promise<string> {
  await screen.fill('common:account.displayName', person.displayName);
  await screen.fill('common:account.login', person.login);
  if (person.passphrase === undefined) await screen.press('common:passphrase.suggest');
  else await screen.fill('common:account.passphrase', person.passphrase);
  await screen.sees('common:passphrase.acceptable');
  return screen.field('common:account.passphrase').inputValue();
}

/** Prints the sheet, reads its lines from the print and types them back. */
async function throughSheet(
  screen: Screen,
  purpose: 'register' | 'vault',
  file: string,
  look: (name: string) => Promise<void>,
): Promise<readonly string[]> {
  const { page, t, kriter } = screen;
  await kriter.answerDialogs(file);
  await screen.press('setup:sheets.print');
  await screen.sees('setup:sheets.printed', { file });
  await look(`wizard-sheet-${purpose}`);
  await screen.press('setup:sheets.typeBack');
  const lines = linesOfSheet(file);
  const first = page.getByLabel(t('common:sheet.line', { line: 1 }), { exact: true });
  await first.focus();
  // A sound line hands the keyboard to the next one.
  for (const line of lines) await page.keyboard.type(line);
  await look(`wizard-sheet-${purpose}-typed`);
  await screen.press('setup:sheets.compare');
  return lines;
}

/** The eight numbered lines of twelve digits on a printed sheet. */
export function linesOfSheet(file: string): readonly string[] {
  const found = [...textOfPdf(file).matchAll(/(?:^|\s)([1-8])\s+(\d{4} \d{4} \d{4})(?=\s|$)/gm)];
  const lines = found.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , line = '']) => line);
  if (lines.length !== 8) throw new Error(`The printed sheet shows ${lines.length} lines.`);
  return lines;
}
