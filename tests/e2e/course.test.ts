/** A case seen whole: reached by keyboard, its lines of time in words, outcomes filled in place. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { caseOfThree } from '../justice/case-of-three.ts';
import { objectionsTo } from './axe.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
let id: string;
beforeAll(async () => {
  kriter = await launchKriter();
  ({ screen } = await copiedRegister(kriter, undefined, 'justice'));
  const { meta } = await screen.call('record.create', { entity: 'case' });
  id = meta.id;
  const content = caseOfThree() as Input<'record.save'>['content'];
  await screen.call('record.save', { id, revision: meta.revision, content, reason: null });
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

const region = () => screen.page.getByRole('region', { name: screen.t('course:title'), exact: true });
const grid = () => region().getByRole('grid');
/** The focused cell, in words. */
const focused = () => screen.page.evaluate(() => document.activeElement?.id ?? '');
const stored = async (): Promise<RecordContent> => (await screen.call('record.open', { id })).content;
const verdictsOfSecond = async () => {
  const { groups } = await stored();
  const second = groups['defendant']?.[1]?.id;
  const charge = groups['charge']?.find(({ values }) => values['within'] === second)?.id;
  return groups['verdict']?.filter(({ values }) => values['within'] === charge) ?? [];
};

async function openFromList(): Promise<void> {
  const { page } = screen;
  await goTo(screen, 'dictionary-justice:entities.case_other');
  await page.locator('[data-list] [data-at]').first().waitFor();
  await page.locator('[data-list]').focus();
  await page.keyboard.press('Control+j');
  await region().waitFor();
}

/** The cell of the date of the verdict on the only charge against the second defendant, which has none. */
async function toEmptyVerdict(): Promise<void> {
  const cell = grid().getByRole('rowgroup').nth(2).getByRole('row').first().getByRole('gridcell').nth(3);
  await cell.click();
  expect(await cell.getAttribute('id')).toBe(await focused());
}

test('the list leads to the course of a case by one key, and Escape to its form and back to the list', async () => {
  const { page } = screen;
  await openFromList();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('region');
  expect(await objectionsTo(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await screen.button('course:open').waitFor();
  await page.keyboard.press('Control+j');
  await region().waitFor();
  await page.keyboard.press('Escape');
  await screen.button('course:open').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-list]').waitFor();
});

test('each defendant has a line in words: stages with their days, a retrial apart, a stage that takes too long', async () => {
  const { page, t } = screen;
  await openFromList();
  const name = (number: number) => `${t('dictionary-justice:entities.defendant_one')} ${number}`;
  const stages = (number: number) =>
    page.getByRole('table', { name: t('course:stages.caption', { name: name(number) }), exact: true });
  const first = await stages(1).innerText();
  expect(first).toContain(t('course:anew', { stage: t('codes:CASESTAT.trial') }));
  expect(first).toMatch(/237/);
  const beyond = t('course:beyond', { count: 24, rule: 'R46' });
  expect(await stages(2).innerText()).toContain(beyond);
  expect(await stages(1).innerText()).not.toContain(beyond);
  expect(
    await region()
      .getByRole('region', { name: name(2), exact: true })
      .first()
      .innerText(),
  ).toContain(beyond);
});

test('a verdict is added and filled from the table by keyboard, and moves the line', async () => {
  const { page, t } = screen;
  await openFromList();
  await toEmptyVerdict();
  // An opened row in which nothing is entered goes again.
  await page.keyboard.press('Enter');
  await page.locator('[data-editing] input').waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('[data-editing]').waitFor({ state: 'detached' });
  await region().waitFor();
  await page.keyboard.press('Control+s');
  expect(await verdictsOfSecond()).toEqual([]);

  // Typing opens the cell and takes the first figure; Enter goes on to the next cell.
  await page.keyboard.type('12.6.2026');
  await page.keyboard.press('Enter');
  await page.locator('[data-editing]').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator('[data-editing] input').fill(t('codes:VERDICT.convicted_tip'));
  await page.keyboard.press('Tab');
  await page.locator('[data-editing]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  await expect
    .poll(async () => (await verdictsOfSecond()).map(({ values }) => [values['verdict_date'], values['verdict']]))
    .toEqual([['2026-06-12', 'convicted_tip']]);
  const now = t('course:at', { stage: t('codes:CASESTAT.first_instance_judgment'), since: '12.6.2026', days: '' });
  await page.getByText(now.split(',')[0] ?? now).waitFor();

  // The arrows move, and one step is taken back at a time.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await expect
    .poll(async () => (await verdictsOfSecond()).map(({ values }) => values['verdict'] ?? null))
    .toEqual([null]);
});

test('a press on what is missing leads to its field, in a row that was not there before', async () => {
  const { page, t } = screen;
  await openFromList();
  const entity = t('dictionary-justice:entities.indictment_one');
  const field = t('dictionary-justice:fields.indictment.indictment_date.label');
  await region()
    .getByRole('button', { name: t('course:need', { place: entity, fields: field }), exact: true })
    .click();
  await page.locator(`input[id^="field-indictment."][id$=".indictment_date"]:focus`).waitFor();
  await page.keyboard.type('2.9.2026');
  await page.keyboard.press('Control+s');
  await expect
    .poll(async () => (await stored()).groups['indictment']?.map(({ values }) => values['indictment_date']))
    .toContain('2026-09-02');
});

test('a press on another cell closes the open one and takes the keyboard', async () => {
  const { page } = screen;
  await openFromList();
  const row = grid().getByRole('rowgroup').nth(1).getByRole('row').first();
  await row.getByRole('gridcell').first().click();
  await page.keyboard.press('Enter');
  await page.locator('[data-editing] input:focus').waitFor();
  const other = row.getByRole('gridcell').nth(3);
  await other.click();
  await page.locator('[data-editing]').waitFor({ state: 'detached' });
  expect(await focused()).toBe(await other.getAttribute('id'));
});

test('what is taken back under an open cell leaves the keyboard in the table', async () => {
  const { page } = screen;
  await openFromList();
  const add = region().getByRole('button', {
    name: screen.t('course:grid.addLine', { entity: screen.t('dictionary-justice:entities.charge_one') }),
  });
  const lines = () => grid().getByRole('row').count();
  const before = await lines();
  await add.last().click();
  await page.locator('[data-editing] input:focus').waitFor();
  expect(await lines()).toBe(before + 1);
  await page.keyboard.press('Control+z');
  await expect.poll(lines).toBe(before);
  await expect.poll(focused).toMatch(/^outcome-/);
  expect(await objectionsTo(page)).toEqual([]);
});

test('the head of the office sees what stands where, and each number opens its cases', async () => {
  const { page, t } = screen;
  const { stages } = await screen.call('course.count', { entity: 'case' });
  const all = stages.find(({ stage }) => stage === null)?.all.records;
  await goTo(screen, 'frame:rail.stages');
  const table = page.getByRole('table', { name: t('stages:since'), exact: true });
  await table.waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  const total = table.getByRole('row').last().getByRole('link').last();
  expect(await total.innerText()).toBe(String(all));
  await total.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-list] [data-at]').first().waitFor();
  await page.getByText(t('records:list.found', { count: all ?? 0, number: String(all) }), { exact: true }).waitFor();
  const pills = page.getByRole('button', { name: new RegExp(`^${t('records:list.removeFilter', { filter: '' })}`) });
  expect(await pills.count()).toBe(1);
});
