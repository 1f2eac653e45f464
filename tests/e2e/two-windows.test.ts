/** One record open in two windows: nothing is overwritten unseen, and each window keeps its own typing. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { login, passphrase } from './made-register.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { type Screen, screenOf, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { labelOf } from './type-record.ts';

const opened: Kriter[] = [];
afterEach(async () => {
  for (const kriter of opened.splice(0)) await kriter.kill();
});
showFailures(() => opened.at(-1)?.page);

const reference = 'justice_case_ref';
const day = 'consent_withdrawn_on';

const labelled = (screen: Screen, field: string) =>
  screen.page.getByLabel(labelOf(screen, 'victim', field), { exact: true });

async function answer(screen: Screen, field: string, text: string): Promise<void> {
  await labelled(screen, field).focus();
  await screen.page.keyboard.press('Control+a');
  await screen.page.keyboard.type(text);
  await screen.page.keyboard.press('Tab');
}

/** The record in the window of `screen`, and the same one in a second window opened from it by its key. */
async function sameRecordTwice(): Promise<{ one: Screen; other: Screen; id: string }> {
  const kriter = await launchKriter();
  opened.push(kriter);
  const { screen } = await copiedRegister(kriter);
  await screen.press('frame:notice.read');
  const { meta } = await screen.call('record.create', { entity: 'victim' });
  await openSection(screen, meta.id);
  await answer(screen, reference, 'A-1');
  await screen.page.keyboard.press('Control+s');
  await expect.poll(async () => (await screen.call('record.open', { id: meta.id })).meta.revision).toBe(2);
  const appears: Promise<Page> = screen.page.context().waitForEvent('page');
  await screen.page.keyboard.press('Control+o');
  const other = screenOf({ ...kriter, page: await appears }, screen.words);
  await labelled(other, reference).waitFor();
  return { one: screen, other, id: meta.id };
}

async function openSection(screen: Screen, id: string): Promise<void> {
  await screen.page.evaluate((record) => {
    location.hash = `#/record/${record}`;
  }, id);
  await labelled(screen, reference).waitFor();
}

test('a second save is refused, both versions stand side by side, and each field is decided by itself', async () => {
  const { one, other, id } = await sameRecordTwice();
  await answer(one, day, one.words.formats.date('2026-02-01'));
  await answer(one, reference, 'A-2');
  await answer(other, reference, 'A-3');
  await one.page.keyboard.press('Control+s');
  await expect.poll(async () => (await one.call('record.open', { id })).meta.revision).toBe(3);

  await other.page.keyboard.press('Control+s');
  const dialog = other.page.getByRole('dialog', { name: other.t('records:conflict.title') });
  const row = dialog.getByRole('row').filter({ hasText: labelOf(other, 'victim', reference) });
  await expect.poll(() => row.getByRole('cell').allTextContents()).toEqual(['A-3', 'A-2']);
  // What only the other window typed is nothing to decide; it stays.
  expect(await dialog.getByRole('row').count()).toBe(2);
  await row.getByRole('radio').nth(1).check();
  await row.getByRole('radio').nth(0).check();
  await dialog.getByRole('button', { name: other.t('records:conflict.keepChosen') }).click();
  await other.page.keyboard.press('Control+s');
  await expect
    .poll(async () => {
      const { values } = (await one.call('record.open', { id })).content;
      return [values[reference], values[day]];
    })
    .toEqual(['A-3', '2026-02-01']);
});

test('names typed in two windows stand side by side too, and what only the first one typed is not taken away', async () => {
  const { one, other, id } = await sameRecordTwice();
  const named = (screen: Screen, field: string) =>
    screen.page.getByLabel(labelOf(screen, 'victim_identity', field), { exact: true });
  const type = async (screen: Screen, field: string, text: string) => {
    await named(screen, field).focus();
    await screen.page.keyboard.type(text);
  };
  for (const screen of [one, other]) {
    await screen.page.keyboard.press('Control+ArrowDown');
    await screen.press('records:identity.enter');
    await named(screen, 'first_name').waitFor();
  }
  await type(one, 'first_name', 'Invented');
  await type(one, 'contact_details', '044 000 000');
  await type(other, 'first_name', 'Imagined');
  await one.page.keyboard.press('Control+s');
  await expect.poll(async () => (await one.call('record.open', { id })).meta.revision).toBe(3);

  await other.page.keyboard.press('Control+s');
  const dialog = other.page.getByRole('dialog', { name: other.t('records:conflict.title') });
  const row = dialog.getByRole('row').filter({ hasText: labelOf(other, 'victim_identity', 'first_name') });
  await expect.poll(() => row.getByRole('cell').allTextContents()).toEqual(['Imagined', 'Invented']);
  await dialog.getByRole('button', { name: other.t('records:conflict.keepChosen') }).click();
  await expect
    .poll(async () => (await one.call('identity.open', { recordId: id, reason: null })).values)
    .toMatchObject({ first_name: 'Imagined', contact_details: '044 000 000' });
});

test('when the program is killed, what was typed in both windows is offered again', async () => {
  const { one, other } = await sameRecordTwice();
  await answer(one, reference, 'A-2');
  await answer(other, reference, 'A-3');
  await one.page.waitForTimeout(1000);
  await one.kriter.kill();
  const again = await launchKriter({ userData: one.kriter.userData });
  opened.push(again);
  const screen = await chooseLanguage(again, 'sq');
  await signIn(screen, login, passphrase);
  const { drafts } = await screen.call('draft.list', {});
  expect(drafts).toHaveLength(2);
  await openSection(screen, drafts[0]?.id ?? '');
  await screen.sees('records:kept.save');
});
