import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { listOf } from '../records/list-of.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import type { Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
/** Somebody of the training register who has a code, and how her names would be typed by a neighbour. */
let person: { id: string; code: string; given: string; family: string; birth: string };

beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
  person = await somebody();
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

/** A first picture where one is asked for. */
const look = async (name: string): Promise<void> => {
  const folder = process.env['KRITER_PICTURES'];
  if (folder !== undefined) await screen.page.screenshot({ path: join(folder, `${name}.png`) });
};

async function somebody() {
  const complete = { kind: 'state' as const, anyOf: ['complete' as const] };
  const question = listOf('victim', {
    filters: [complete, { kind: 'archived', is: false }],
    order: { by: 'number', descending: true },
    limit: 50,
  });
  const { rows } = await screen.call('record.list', question);
  for (const { meta } of rows) {
    if (!meta.hasIdentity || meta.code === null) continue;
    const { values } = await screen.call('identity.open', { recordId: meta.id, reason: null });
    const { first_name, last_name, date_of_birth } = values;
    if (typeof first_name !== 'string' || typeof last_name !== 'string' || typeof date_of_birth !== 'string') continue;
    if (date_of_birth.length !== 10) continue;
    return { id: meta.id, code: meta.code, given: first_name, family: last_name, birth: date_of_birth };
  }
  throw new Error('nobody has a name');
}

const box = () => screen.page.getByRole('combobox', { name: screen.t('frame:search.label') });
const list = () => screen.page.getByRole('listbox', { name: screen.t('search:results') });
const recordId = () => screen.page.evaluate(() => location.hash.split('/').at(-1));

test('the box finds while a name is typed; arrow and Enter open the record, Esc only closes', async () => {
  const { page, t } = screen;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`${person.given} ${person.family}`, { delay: 20 });
  const group = list().getByRole('group', { name: t('search:groups.names') });
  const hit = group.getByRole('option', { name: person.code });
  await hit.waitFor({ timeout: 20_000 });
  await look('search-names');
  expect(await box().getAttribute('aria-expanded')).toBe('true');
  expect(await box().getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'detached' });
  expect(await box().inputValue()).toBe(`${person.given} ${person.family}`);
  await page.keyboard.press('ArrowDown');
  await hit.waitFor();
  while ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  expect(await box().getAttribute('aria-activedescendant')).toBe(await hit.getAttribute('id'));
  await page.keyboard.press('Enter');
  await screen.button('records:page.history').waitFor();
  expect(await recordId()).toBe(person.id);
});

test('a code is found by its beginning, and Enter without a choice shows all in the list', async () => {
  const { page, t } = screen;
  await box().click();
  await page.keyboard.type(person.code.slice(0, 9), { delay: 20 });
  await list()
    .getByRole('group', { name: t('search:groups.codes') })
    .getByRole('option')
    .first()
    .waitFor();
  await look('search-codes');
  await page.keyboard.press('Enter');
  await page.locator('[role=grid]').waitFor();
  expect(await page.evaluate(() => location.hash)).toContain(person.code.slice(0, 6));
  await box().fill('zzqq');
  await page.getByText(t('search:nothing')).waitFor();
  await look('search-nothing');
  await page.keyboard.press('Escape');
});

test('while names are typed the likely same person is shown, and her code is taken over only by the button', async () => {
  const { page, t } = screen;
  await page.keyboard.press('Control+n');
  await screen.button('records:page.history').waitFor();
  const id = (await recordId()) ?? '';
  const sections = page.getByRole('navigation', { name: t('records:page.sections') });
  await sections.getByRole('button', { name: t(sectionTextKey('victims', 'identity')) }).click();
  await screen.press('records:identity.enter');
  const field = (id: string) => page.locator(`[id="field-victim_identity..${id}"]`);
  await field('first_name').fill(person.given.toUpperCase());
  await field('last_name').fill(person.family);
  await page.keyboard.press('Tab');
  const part = page.getByRole('region', { name: t('search:likely.title') });
  await part.waitFor({ timeout: 20_000 });
  const line = part.getByRole('listitem').filter({ hasText: person.code });
  await line.waitFor();
  await field('date_of_birth').scrollIntoViewIfNeeded();
  await look('likely');
  expect(await line.textContent()).toContain(t('search:likely.reasons.name-similar-spelling').slice(0, 5));
  const saved = await screen.call('record.open', { id });
  expect(saved.meta.code).toBeNull();
  await line.getByRole('button', { name: t('search:likely.same') }).click();
  await page.getByText(t('search:likely.taken', { code: person.code })).waitFor({ state: 'attached' });
  await sections.getByRole('button', { name: t(sectionTextKey('victims', 'registration')) }).click();
  expect(await page.locator('[id="field-victim..victim_code"]').inputValue()).toBe(person.code);
  await look('likely-taken');
});
