/** A Prosecutor's office begins: the register is made and a first case entered with nothing but keys. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { languageNames } from '../../src/i18n/languages-by-name.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { kindsIn, strayFields } from './loaded-kinds.ts';
import { lock, type Screen, screenOf, signIn } from './screen.ts';
import { linesOfSheet } from './set-up.ts';
import { showFailures } from './show-failures.ts';
import { wordsOf } from './words.ts';

const folder = mkdtempSync(join(tmpdir(), 'kriter-prokuroria-'));
const people = {
  administrator: { displayName: 'Arbër Dauti', login: 'a.dauti', passphrase: 'bakilo-temuna-rofeti-ganipu' },
  supervisor: { displayName: 'Blerta Gashi', login: 'b.gashi', passphrase: 'dorafi-gubeko-lumita-pesano' },
};
let kriter: Kriter;
let screen: Screen;
showFailures(() => kriter?.page);
afterAll(() => kriter?.kill());

/** Tab until the control has the keyboard. */
async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await kriter.page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach the control.');
}

async function press(control: Locator): Promise<void> {
  await reach(control);
  await kriter.page.keyboard.press('Enter');
}

async function typeInto(label: string, text: string): Promise<void> {
  await reach(screen.field(label));
  await kriter.page.keyboard.press('Control+a');
  await kriter.page.keyboard.type(text);
}

async function enterPerson(person: (typeof people)['administrator']): Promise<void> {
  await typeInto('common:account.displayName', person.displayName);
  await typeInto('common:account.login', person.login);
  await typeInto('common:account.passphrase', person.passphrase);
  await screen.sees('common:passphrase.acceptable');
}

async function throughSheet(file: string): Promise<void> {
  const { page } = kriter;
  await kriter.answerDialogs(file);
  await press(screen.button('setup:sheets.print'));
  await screen.sees('setup:sheets.printed', { file });
  await press(screen.button('setup:sheets.typeBack'));
  await reach(page.getByLabel(screen.t('common:sheet.line', { line: 1 }), { exact: true }));
  for (const line of linesOfSheet(file)) await page.keyboard.type(line);
  await press(screen.button('setup:sheets.compare'));
}

const accent = (): Promise<string> =>
  kriter.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--k-accent').trim());

test('the set-up asks which register it is, and without an answer the way goes nowhere', async () => {
  kriter = await launchKriter({ environment: { LC_ALL: 'sq' } });
  const { page } = kriter;
  await page.locator('header button').last().waitFor();
  const first = screenOf(kriter, wordsOf('sq'));
  await press(first.button('signIn:registers.new'));
  await press(page.getByRole('button', { name: languageNames.sq, exact: true }).first());
  screen = first;
  await press(screen.button('common:next'));
  await screen.sees('setup:kind.note');
  expect(await page.getByRole('radio').count()).toBe(2);
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await screen.sees('setup:kind.victims');
  expect(await screen.button('common:next').isDisabled()).toBe(true);

  await reach(page.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  const justice = page.getByRole('radio', { name: screen.t('frame:kind.justice') });
  expect(await justice.isChecked()).toBe(true);
  // Enter in the answer goes on.
  await page.keyboard.press('Enter');
  await screen.sees('setup:register.title');
});

test('a justice register is made by keyboard and opens in its own colour', async () => {
  const { page } = kriter;
  const neutral = await accent();
  await typeInto('setup:register.institution', 'Prokuroria Speciale');
  await typeInto('setup:register.folder', join(folder, 'regjistri'));
  await press(screen.button('common:next'));
  await enterPerson(people.administrator);
  await press(screen.button('common:next'));
  await screen.sees('setup:people.supervisorNote');
  await enterPerson(people.supervisor);
  await press(screen.button('setup:create.submit'));
  await page.getByText(screen.t('setup:sheets.registerTitle')).waitFor({ timeout: 60_000 });
  await throughSheet(join(folder, 'fleta-1.pdf'));
  await screen.sees('setup:sheets.vaultTitle');
  await throughSheet(join(folder, 'fleta-2.pdf'));
  await press(screen.button('setup:finish.open'));
  await page.getByRole('navigation', { name: screen.t('frame:rail.label') }).waitFor();
  await page.locator('header').getByText(screen.t('frame:kind.justice')).waitFor();
  expect(await accent()).not.toBe(neutral);
  const { session } = await screen.call('session.describe', {});
  expect(session?.register.kind).toBe('justice');
});

test('a case with two defendants is entered by keyboard, saved, and shows what it lacks', async () => {
  const { page, t } = screen;
  await lock(screen);
  await signIn(screen, people.supervisor.login, people.supervisor.passphrase);
  await page.keyboard.press('Control+n');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('field-'));
  await page.keyboard.type('PP.I. 12/2026');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+ArrowDown');
  await page
    .getByRole('heading', { name: t('dictionary-justice:sections.defendant') })
    .first()
    .waitFor();
  for (const answers of [
    ['', '1', '2', '34'],
    ['', '2'],
  ]) {
    await page.keyboard.press('Control+g');
    await page.waitForFunction(() => document.activeElement?.id.startsWith('field-defendant.'));
    for (const answer of answers) {
      const at = await page.evaluate(() => document.activeElement?.id);
      await page.keyboard.type(answer);
      // A number that can mean nothing else has gone on by itself.
      if ((await page.evaluate(() => document.activeElement?.id)) === at) await page.keyboard.press('Enter');
    }
  }
  await page.keyboard.press('Control+s');
  const id = page.url().split('/record/')[1] ?? '';
  const stored = () => screen.call('record.open', { id });
  await expect
    .poll(async () => (await stored()).content.groups['defendant']?.map(({ values }) => values['person_type']))
    .toEqual(['natural_person', 'legal_person']);
  const { content } = await stored();
  expect(content.values['registry_no']).toBe('PP.I. 12/2026');
  expect(content.groups['defendant']?.map(({ values }) => values['defendant_id'])).toEqual([1, 2]);
  expect(content.groups['defendant']?.[0]?.values).toMatchObject({ def_sex: 'male', def_age_at_offence: 34 });
  // What applies to a natural person only is closed for the company.
  expect(content.groups['defendant']?.[1]?.values['def_age_group']).toEqual({ missing: 'not_applicable' });

  await press(screen.button('records:page.complete'));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const label = t('dictionary-justice:fields.case.prosecutor_office.label');
  await dialog.getByText(label).first().waitFor();
  await page.keyboard.press('Escape');
  expect((await stored()).meta.state).toBe('draft');
});

test('the window has read nothing of the register of victims', async () => {
  const names = await kriter.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  const files = names.map((path) => join(import.meta.dirname, '../../out/renderer', path));
  expect(kindsIn(files)).toEqual({ declared: ['justice'], spoken: ['justice'] });
  expect(strayFields(files, 'victims')).toEqual([]);
  await kriter.close();
});
