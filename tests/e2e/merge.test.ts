/** Two records become one at the keyboard, and two again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import type { MadeRegister } from './made-register.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let made: MadeRegister;
beforeAll(async () => {
  kriter = await launchKriter();
  made = await copiedRegister(kriter, ['administrator', 'supervisor', 'officer']);
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

async function newVictim(values: Record<string, string>): Promise<string> {
  const { screen } = made;
  const { meta, content } = await screen.call('record.create', { entity: 'victim' });
  await screen.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    content: { values: { ...content.values, ...values }, groups: {} },
    reason: null,
  });
  return meta.id;
}

const binned = async (id: string) => (await made.screen.call('record.open', { id })).meta.binned;

test('a supervisor finds the other record, sees both, merges what they say, and takes it back', async () => {
  const { screen } = made;
  const { page, t } = screen;
  await screen.press('frame:notice.read');
  const one = await newVictim({ consent_given: 'yes', justice_case_ref: 'Lënda 71' });
  const other = await newVictim({ consent_given: 'no', sex: 'female', justice_case_ref: 'Lënda 71 kopje' });
  await page.evaluate((id) => {
    location.hash = `#/record/${id}`;
  }, one);
  await screen.button('records:page.complete').waitFor();

  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('merge:choose.menu') }).press('Enter');
  await screen.type('[role=dialog]', 'kopje');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await screen.sees('merge:what.title');
  expect(await objectionsTo(page)).toEqual([]);
  await page.getByRole('radio', { name: t('merge:what.record') }).focus();
  await page.keyboard.press('Space');
  await screen.sees('merge:record.title');
  expect(await objectionsTo(page)).toEqual([]);
  // What only the other says is chosen already; what both say is taken from the one that stays.
  const consent = page.getByRole('row').filter({ hasText: t('dictionary-victims:fields.victim.consent_given.label') });
  await consent.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  const names = { gone: t('merge:withoutCode', { entity: t('dictionary-victims:entities.victim', { count: 1 }) }) };
  await screen.button('merge:record.merge', { ...names, kept: names.gone }).focus();
  await page.keyboard.press('Enter');
  await screen.type('[role=dialog]', 'E njëjta letër, e shënuar dy herë.');
  await screen.press('merge:record.confirm');
  await screen.button('records:page.complete').waitFor();
  const { content } = await screen.call('record.open', { id: one });
  expect(content.values).toMatchObject({ consent_given: 'no', sex: 'female', justice_case_ref: 'Lënda 71' });
  expect(await binned(other)).toBe(true);

  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('merge:undo.menu') }).press('Enter');
  await screen.press('merge:notice.undo');
  await screen.type('[role=dialog]', 'Ishin dy raste.');
  await screen.press('merge:notice.undo');
  await expect.poll(() => binned(other)).toBe(false);
  const again = await screen.call('record.open', { id: one });
  expect(again.content.values).toMatchObject({ consent_given: 'yes', justice_case_ref: 'Lënda 71' });
  expect(again.content.values['sex'] ?? null).toBe(null);
});
