/** Code lists at the keyboard: an office is added, another one retired in its favour, and records move, seen in the form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { labelOf } from './type-record.ts';

let kriter: Kriter;
let screen: Screen;
beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

const old = 'kp_thb';
const name = 'Zyra e shembullit';
const dialog = () => screen.page.getByRole('dialog');
const row = (code: string) => screen.page.locator(`[role=grid] tr[data-code="${code}"]`);
const closed = () => dialog().waitFor({ state: 'detached' });
const held = async (code: string) => (await screen.call('reference.uses', { list: 'INST' })).uses[code] ?? 0;
const entryOf = async (code: string) =>
  (await screen.call('reference.list', {})).lists.INST?.find((entry) => entry.code === code);

/** Tab by Tab to a button, as somebody without a mouse gets there. */
async function tabTo(key: string, params?: Readonly<Record<string, unknown>>): Promise<void> {
  const button = dialog().getByRole('button', { name: screen.t(key, params), exact: true });
  await button.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await screen.page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${key}.`);
}

const focused = (label: string) =>
  expect
    .poll(() =>
      dialog()
        .getByLabel(screen.t(label))
        .first()
        .evaluate((element) => element === document.activeElement),
    )
    .toBe(true);

async function open(code: string): Promise<void> {
  await row(code).focus();
  await screen.page.keyboard.press('Enter');
  await dialog().getByText(code, { exact: true }).waitFor();
}

test('an office is added by keyboard, and axe has nothing against the page and its dialogs', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.codeLists');
  await row(old).waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  await screen.button('code-lists:add').focus();
  await page.keyboard.press('Enter');
  await screen.type('[role=dialog]', name);
  await page.keyboard.press('Tab');
  const kind = dialog().getByRole('combobox', { name: t('codes:lists.INSTTYPE') });
  await kind.focus();
  await page.keyboard.type(t('codes:INSTTYPE.police'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await objectionsTo(page)).toEqual([]);
  await tabTo('code-lists:form.add');
  await page.keyboard.press('Enter');
  await closed();
  expect(await entryOf('zyra_e_shembullit')).toMatchObject({ names: { en: name }, type: 'police', country: 'XKX' });
  await row('zyra_e_shembullit').waitFor();
});

test('a name that is there already is told before it is added twice', async () => {
  const { page, t } = screen;
  await screen.button('code-lists:add').focus();
  await page.keyboard.press('Enter');
  await screen.type('[role=dialog]', name.toUpperCase());
  await dialog().getByRole('alert').getByText(name).waitFor();
  expect(
    await dialog()
      .getByRole('button', { name: t('code-lists:form.add'), exact: true })
      .isDisabled(),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await closed();
});

test('an office is retired in favour of another one, and its records move after a preview', async () => {
  const { page, t } = screen;
  const before = await held(old);
  expect(before).toBeGreaterThan(0);
  await open(old);
  await tabTo('code-lists:use.retire');
  await page.keyboard.press('Enter');
  await focused('code-lists:retire.lastDay');
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await objectionsTo(page)).toEqual([]);
  await tabTo('code-lists:retire.submit');
  await page.keyboard.press('Enter');
  await closed();
  expect(await entryOf(old)).toMatchObject({ successor: 'zyra_e_shembullit' });
  // Retiring changes no record.
  expect(await held(old)).toBe(before);

  const shown = page.getByRole('radiogroup', { name: t('code-lists:shown.label') });
  await shown.getByText(t('code-lists:shown.all')).click();
  await open(old);
  await dialog().locator('article').first().waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  await tabTo('code-lists:use.move');
  await page.keyboard.press('Enter');
  await dialog().getByRole('table').waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  const { drafts, complete, returned } = await screen.call('reference.preview', { list: 'INST', code: old, limit: 1 });
  const count = drafts + complete + returned;
  await dialog().getByLabel(t('code-lists:move.reason')).fill('Shënuar dy herë.');
  await tabTo('code-lists:move.submit', { count, number: screen.words.formats.number(count) });
  await page.keyboard.press('Enter');
  await page
    .getByText(t('code-lists:move.done', { count, number: screen.words.formats.number(count) }))
    .waitFor({ timeout: 60_000 });
  expect(await held(old)).toBe(before - count);
  expect(await held('zyra_e_shembullit')).toBe(count);
});

test('a new record does not offer what is retired, and offers what took its place', async () => {
  const { page, t } = screen;
  const { number } = (await entryOf(old)) ?? { number: 0 };
  // Retired as of yesterday: today is the first day on which it is offered no more.
  const entry = await entryOf(old);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await screen.call('reference.retire', {
    list: 'INST',
    code: old,
    revision: entry?.revision ?? 0,
    lastDay: yesterday,
    successor: 'zyra_e_shembullit',
    reason: null,
  });
  await page
    .getByRole('navigation', { name: t('frame:rail.label') })
    .getByRole('link')
    .first()
    .click();
  await page.locator('[role=grid] [data-at="0"]').waitFor();
  await page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  const institution = page.getByRole('combobox', { name: labelOf(screen, 'victim', 'reporting_institution') }).first();
  await institution.fill(String(number));
  // The number that was learnt leads to the successor first, and to nothing that only begins with it.
  await page.getByRole('option').filter({ hasText: name }).waitFor();
  expect(await page.getByRole('option').first().innerText()).toContain(name);
  await page.keyboard.press('Enter');
  await expect.poll(() => institution.inputValue()).toContain(name);
});
