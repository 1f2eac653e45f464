import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { launchDemo } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';

let kriter: Kriter | undefined;
afterEach(() => kriter?.kill());

/** Without a folder the training register is made. */
async function launch(userData?: string): Promise<Kriter> {
  kriter = await launchKriter({ demo: true, ...(userData ? { userData } : {}) });
  return kriter;
}

/** One call over the bridge of the real preload. */
const call = (page: Page, name: string, input: object = {}) =>
  page.evaluate(([asked, given]) => window.kriter.request(asked, given), [name, input] as [never, never]);

const signedIn = (page: Page) => expect.poll(() => call(page, 'session.describe'), { timeout: 60_000 });

test('locking ends the session and replaces the document, and nothing was refused meanwhile', async () => {
  const { page, close } = await launch();
  await signedIn(page).toMatchObject({ ok: true, value: { session: { register: { training: true } } } });
  await page.evaluate(() => Object.assign(window, { left: 'on the screen' }));
  const replaced = page.waitForEvent('load');
  expect(await call(page, 'session.lock').catch(() => 'replaced')).toBeTruthy();
  await replaced;
  expect(await page.evaluate(() => 'left' in window)).toBe(false);
  expect(await call(page, 'session.describe')).toEqual({ ok: true, value: { session: null } });
  await close();
});

test('a program that was killed leaves no lock behind: the next start opens the same register', async () => {
  const first = await launchDemo();
  kriter = first;
  await signedIn(first.page).toMatchObject({ value: { session: { register: { training: true } } } });
  await first.kill();
  const second = await launch(first.userData);
  await signedIn(second.page).toMatchObject({ value: { session: { register: { training: true } } } });
  await second.close();
});
