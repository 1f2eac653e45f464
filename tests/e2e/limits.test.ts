/** Limits of the rules on the page of settings. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limitTextKey } from '#shared/dictionary/text-keys.ts';
import { objectionsTo } from './axe.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
beforeAll(async () => {
  kriter = await launchKriter();
  ({ screen } = await copiedRegister(kriter, ['administrator', 'supervisor', 'officer'], 'justice'));
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

test('a number out of bounds is said to be one and cannot be saved; a right one counts for the next record', async () => {
  const { page, t } = screen;
  const months = (stage: string) => page.getByLabel(t(limitTextKey('justice', `${stage}Months`)), { exact: true });
  await goTo(screen, 'frame:rail.settings');
  const panel = page.locator('section', { has: page.getByRole('heading', { name: t('limits:title') }) });
  const save = panel.getByRole('button', { name: t('common:save') });
  await months('trial').waitFor();
  expect(await months('trial').inputValue()).toBe('24');
  expect(await save.isDisabled()).toBe(true);

  await months('trial').fill('121');
  await panel.getByText(t('limits:wrong', { least: 1, most: 120 })).waitFor();
  expect(await save.isDisabled()).toBe(true);
  expect(await objectionsTo(page)).toEqual([]);

  await months('trial').fill('36');
  await months('inquiry').fill('3');
  await save.press('Enter');
  await panel.getByRole('status').waitFor();
  const { limits } = await screen.call('settings.get', {});
  expect(limits).toEqual({ ageOfResponsibility: 14, inquiryMonths: 3, investigationMonths: 24, trialMonths: 36 });
  const { meta } = await screen.call('record.create', { entity: 'case' });
  expect((await screen.call('record.open', { id: meta.id })).context.limits).toEqual(limits);
});
