import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/contract/contract.ts';
import type { ListOrder, RecordFilter } from '#shared/contract/list-query.ts';
import { listOf } from '../records/list-of.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { lock, type Screen, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { labelOf } from './type-record.ts';

let kriter: Kriter;
let screen: Screen;
beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.setViewportSize({ width: 1366, height: 768 });
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
  await rowAt(0).waitFor();
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

/** A list that others changed is answered anew as soon as its thread is free. */
const patient = { timeout: 15_000 };

const grid = () => screen.page.getByRole('grid');
const rowAt = (at: number) => screen.page.locator(`[role=grid] [data-at="${at}"]:has([data-open])`);
const codeAt = (at: number) => rowAt(at).getByRole('button').innerText();
const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => screen.page.keyboard.press(key)), Promise.resolve());

/** The row that has the keyboard, and where it stands on the screen. */
const current = () =>
  screen.page.locator('[role=grid] [aria-selected=true]').evaluate((row: HTMLElement) => ({
    at: Number(row.dataset.at),
    top: Math.round(row.getBoundingClientRect().top),
    hasKeyboard: document.activeElement?.getAttribute('aria-activedescendant') === row.id,
  }));

/** The list as the data has it, to compare the screen with. */
const listed = (order: ListOrder, filters: RecordFilter[] = []): Promise<Output<'record.list'>> =>
  screen.call('record.list', listOf('victim', { order, filters, language: 'sq', limit: 500 }));

test('two thousand rows are scrolled by wheel and keys, and each is the one that the order has there', async () => {
  const { rows, total } = await listed({ by: 'savedAt', descending: true });
  expect(await grid().getAttribute('aria-rowcount')).toBe(String(total + 1));
  expect(await screen.page.locator('[role=grid] tbody [data-at]').count()).toBeLessThan(80);
  await grid().focus();
  await press('ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp');
  const { at, hasKeyboard } = await current();
  expect(hasKeyboard).toBe(true);
  expect(at).toBeGreaterThan(10);
  expect(await codeAt(at)).toBe(rows[at]?.meta.code ?? screen.t('records:list.noCode'));
  await press('Control+End');
  await rowAt(total - 1).waitFor();
  expect((await current()).at).toBe(total - 1);
  await press('Control+Home');
  await screen.page.mouse.move(700, 500);
  await screen.page.mouse.wheel(0, 300 * 32);
  await rowAt(305).waitFor();
  expect(await codeAt(305)).toBe(rows[305]?.meta.code ?? screen.t('records:list.noCode'));
});

test('Enter opens the row and Esc comes back to it at the same place of the screen, wherever it stands by now', async () => {
  await press('Control+Home', 'PageDown', 'PageDown', 'PageDown', 'ArrowUp', 'ArrowUp');
  const before = await current();
  const code = await codeAt(before.at);
  await press('Enter');
  await screen.button('records:page.history').waitFor();
  await press('Escape');
  await rowAt(before.at).waitFor();
  await expect.poll(current, patient).toEqual(before);
  await press('Enter');
  await screen.button('records:page.history').waitFor();
  // A record that comes in front of all others meanwhile.
  await screen.call('record.create', { entity: 'victim' });
  await press('Escape');
  await expect.poll(current, patient).toEqual({ ...before, at: before.at + 1 });
  expect(await codeAt(before.at + 1)).toBe(code);
});

test('the records before and after one in the list are a key away, and Esc comes back to the last of them', async () => {
  const { page, t } = screen;
  const { rows, total } = await listed({ by: 'savedAt', descending: true });
  await expect.poll(() => grid().getAttribute('aria-rowcount'), patient).toBe(String(total + 1));
  const place = async (at: number) => {
    const words = t('records:page.place', { position: at + 1, total: '' }).trim();
    await page
      .getByText(new RegExp(`(^|\\D)${words}`))
      .first()
      .waitFor();
    const name = rows[at]?.meta.code ?? /./;
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  await grid().focus();
  await press('Control+Home', 'ArrowDown', 'ArrowDown', 'Enter');
  await place(2);
  await press('Control+PageDown');
  await place(3);
  await press('Control+PageDown');
  await place(4);
  await press('Control+PageUp');
  await place(3);
  await press('Escape');
  await rowAt(3).waitFor();
  await expect.poll(current, patient).toMatchObject({ at: 3, hasKeyboard: true });
});

test('a column is ordered by its labels from its head, by key, and the way back from a record keeps that order', async () => {
  const { page } = screen;
  const head = page.getByRole('columnheader').filter({ hasText: labelOf(screen, 'victim', 'citizenship') });
  await head.getByRole('button').focus();
  await press('Enter');
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
  const { rows } = await listed({ by: 'field', field: 'citizenship', descending: false });
  await expect.poll(() => codeAt(0)).toBe(rows[0]?.meta.code ?? screen.t('records:list.noCode'));
  await grid().focus();
  await press('PageDown', 'ArrowDown', 'Enter');
  await screen.button('records:page.history').waitFor();
  await press('Escape');
  await grid().waitFor();
  const { at } = await current();
  expect(await codeAt(at)).toBe(rows[at]?.meta.code ?? screen.t('records:list.noCode'));
  await head.getByRole('button').focus();
  await press('Enter');
  await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
});

const found = async (count: number): Promise<void> => {
  const number = screen.words.formats.number(count);
  await screen.page.getByText(screen.t('records:list.found', { count, number }), { exact: true }).waitFor();
};

test('a filter is found, set and changed without the mouse', async () => {
  const { page, t } = screen;
  await press('Control+f');
  await page.locator('[role=combobox][placeholder]:focus').waitFor();
  await page.keyboard.type('V17');
  await press('Enter');
  await page.getByRole('checkbox', { name: t('codes:SEX.female'), exact: true }).waitFor();
  const checked = () => page.getByRole('checkbox', { checked: true }).count();
  for (let tries = 0; tries < 10 && (await checked()) === 0; tries += 1) {
    const isFemale = await page.evaluate(
      (label) => document.activeElement?.closest('.mantine-Checkbox-root')?.textContent === label,
      t('codes:SEX.female'),
    );
    await press(isFemale ? 'Space' : 'ArrowDown');
  }
  await press('Enter');
  const women = [{ kind: 'codes' as const, field: 'sex', anyOf: ['female'] }];
  const { total } = await listed({ by: 'savedAt', descending: true }, women);
  await found(total);
  // The pill opens the same filter again.
  const text = `${labelOf(screen, 'victim', 'sex')}: ${t('codes:SEX.female')}`;
  await page.getByRole('button', { name: t('lists:filter.edit', { filter: text }), exact: true }).press('Enter');
  expect(await page.getByRole('checkbox', { name: t('codes:SEX.female'), exact: true }).isChecked()).toBe(true);
  await press('Escape');
  await found(total);
});

test('what is looked at is kept under a name, and is there again at the next sign-in', async () => {
  const { page, t } = screen;
  const women = [{ kind: 'codes' as const, field: 'sex', anyOf: ['female'] }];
  const { total } = await listed({ by: 'savedAt', descending: true }, women);
  const views = page.getByRole('button', { name: t('lists:views.title'), exact: true });
  await views.press('Enter');
  await page.getByLabel(t('lists:views.name'), { exact: true }).fill('Gratë');
  await press('Enter');
  await page
    .getByRole('list', { name: t('lists:views.title') })
    .getByRole('button', { name: 'Gratë', exact: true })
    .waitFor();
  await press('Escape');
  await page
    .getByRole('button', { name: t('records:list.removeFilter', { filter: '' }).trim() })
    .first()
    .click();
  await found((await listed({ by: 'savedAt', descending: true })).total);
  await lock(screen);
  const { demo } = await screen.call('workstation.describe', {});
  await signIn(screen, demo?.login ?? '', demo?.passphrase ?? '');
  // As it was left: without the filter, in the order chosen.
  await rowAt(0).waitFor();
  const head = page.getByRole('columnheader').filter({ hasText: labelOf(screen, 'victim', 'citizenship') });
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  await views.press('Enter');
  await page
    .getByRole('list', { name: t('lists:views.title') })
    .getByRole('button', { name: 'Gratë', exact: true })
    .press('Enter');
  await found(total);
});

test('an address with filters or words shows the records that they mean, and leaves the view that was kept alone', async () => {
  const refused: RecordFilter[] = [
    { kind: 'answer', field: 'ethnicity', anyOf: ['refused', 'unknown'] },
    { kind: 'period', field: 'registration_date', from: '2024-01-01', to: '2025-12-31' },
  ];
  const goTo = (search: string) => screen.page.evaluate((to) => location.assign(`#${to}`), `/records/victim?${search}`);
  await goTo(`filters=${encodeURIComponent(JSON.stringify(refused))}`);
  const { total, rows } = await listed({ by: 'savedAt', descending: true }, refused);
  expect(total).toBeGreaterThan(0);
  await found(total);
  const code = rows.find(({ meta }) => meta.code !== null)?.meta.code ?? '';
  await goTo(`search=${code}`);
  await rowAt(0).filter({ hasText: code }).waitFor();
  const { values } = await screen.call('preference.get', {});
  expect(JSON.stringify(values)).not.toContain('ethnicity');
});
