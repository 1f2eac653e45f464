/** A record is erased by two persons at the keyboard, and the certificate is read from its PDF. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { login, type MadeRegister, passphrase } from './made-register.ts';
import { sentencesOfPdf } from './pdf.ts';
import { goTo, lock, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let made: MadeRegister;
beforeAll(async () => {
  kriter = await launchKriter();
  made = await copiedRegister(kriter, ['administrator', 'supervisor']);
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

const reason = 'Afati i ruajtjes ka kaluar.';

test('moved to the bin, taken out by keyboard, proposed, confirmed by another account, and certified', async () => {
  const { screen } = made;
  const { page, t } = screen;
  const row = page.locator('[role=grid] [data-row="0"]');
  const focusList = async () => {
    await page.locator('[role=grid] [data-at="0"]').waitFor();
    await page.getByRole('grid').focus();
  };
  await screen.call('account.add', {
    login: 'admin',
    displayName: 'Agim Krasniqi',
    roles: ['administrator'],
    passphrase,
  });

  await page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  const id = page.url().split('/record/')[1] ?? '';
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('records:page.bin') }).click();
  await screen.type('[role=dialog]', 'Shënuar dy herë.');
  await screen.press('records:page.bin');

  const scopes = page.getByRole('radiogroup', { name: t('records:list.scope') });
  await scopes.getByText(t('records:list.scopes.bin')).click();
  await page.getByText('Shënuar dy herë.').waitFor();
  await focusList();
  await page.keyboard.press('Control+b');
  await screen.type('[role=dialog]', 'Nuk ishte dy herë.');
  await screen.press('records:page.restore');
  await screen.sees('records:list.emptyBin');

  await scopes.getByText(t('records:list.scopes.all')).click();
  await focusList();
  await page.keyboard.press('Enter');
  await screen.button('records:page.history').waitFor();
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('records:page.erase') }).click();
  await page.getByRole('dialog').locator('table').first().waitFor();
  await screen.type('[role=dialog]', reason);
  await screen.press('retention:propose.submit');
  // The proposer holds both roles, but there is another administrator: confirming is not offered.
  await page.getByText(t('retention:waiting.state.second-person')).waitFor();
  await row.focus();
  await page.keyboard.press('Space');
  expect(await screen.button('retention:waiting.confirm').isDisabled()).toBe(true);

  await lock(screen);
  await signIn(screen, 'admin', passphrase);
  await goTo(screen, 'frame:rail.retention');
  await row.focus();
  await page.keyboard.press('Space');
  await screen.press('retention:waiting.confirm');
  const erase = page.getByRole('dialog').getByRole('button', { name: t('retention:confirm.submit') });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: t('retention:confirm.understood') }).check();
  await erase.click();
  await page.getByText(t('retention:confirm.done', { count: 1, number: '1' })).waitFor();

  const file = join(made.folder, '../vertetim.pdf');
  await kriter.answerDialogs(file);
  await row.focus();
  await page.keyboard.press('Enter');
  await screen.press('retention:print.save');
  await page.getByText(file).waitFor({ timeout: 20_000 });
  const text = sentencesOfPdf(file);
  for (const part of [t('retention:certificate.title'), id, reason, 'Blerta Gashi', 'Agim Krasniqi']) {
    expect(text).toContain(part);
  }

  await lock(screen);
  await signIn(screen, login, passphrase);
  await screen.sees('records:list.empty');
  await expect(screen.call('record.open', { id })).rejects.toThrow('RECORD_NOT_FOUND');
});
