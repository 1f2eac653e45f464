import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

let kriter: Kriter;
let screen: Screen;
const folder = mkdtempSync(join(tmpdir(), 'kriter-builder-'));
beforeAll(async () => {
  kriter = await launchDemo();
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'mk');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

type Box = 'rows' | 'columns' | 'layer' | 'filter';

const label = (field: string): string => screen.t(`dictionary-victims:fields.victim.${field}.label`);
const focused = (): Promise<string | null> =>
  screen.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
const chip = (field: string, box: Box, at: number, of: number) =>
  screen.page.getByRole('button', {
    name: screen.t('builder:chip', { field, box: screen.t(`builder:box.${box}`), at, of }),
    exact: true,
  });

const lettersTyped = 12;

/** Opens the list of a box, finds the field by typing and takes it. */
async function add(box: Box, field: string): Promise<void> {
  const { page, t } = screen;
  await page.getByRole('button', { name: t(`builder:addTo.${box}`), exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('input:focus').waitFor();
  // A few letters are enough, and nobody waits before Enter.
  await page.keyboard.type(label(field).slice(0, lettersTyped), { delay: 15 });
  await page.keyboard.press('Enter');
}

const total = () => screen.page.getByRole('row').last().getByRole('cell');

test('a table is built, moved, filtered and refused by keyboard, and says the same as the standard table', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.statistics');
  await page.getByRole('link', { name: t('builder:tabs.own') }).focus();
  await page.keyboard.press('Enter');
  await add('rows', 'sex');
  await page.getByRole('rowheader', { name: t('codes:SEX.female'), exact: true }).waitFor({ timeout: 60_000 });
  const period = String(new Date().getFullYear() - 1);
  const { tables } = await screen.call('statistics.table', { id: 'T15', period, view: 'internal' });
  const standard = tables[0]?.population.counted ?? -1;
  expect(standard).toBeGreaterThan(5);
  expect(await total().first().innerText()).toBe(String(standard));

  await chip(label('sex'), 'rows', 1, 1).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('columnheader', { name: t('codes:SEX.female'), exact: true }).waitFor();
  expect(await focused()).toBe(await chip(label('sex'), 'columns', 1, 1).getAttribute('aria-label'));
  await page.getByText(t('builder:said.moved', { field: label('sex'), box: t('builder:box.columns') })).waitFor();

  await add('layer', 'exploitation_main_form');
  await chip(label('sex'), 'columns', 1, 1).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await screen.sees('builder:refused.fullLayer');
  await chip(label('exploitation_main_form'), 'layer', 1, 1).focus();
  await page.keyboard.press('Delete');
  expect(await focused()).toBe(t('builder:addTo.layer'));

  await add('filter', 'sex');
  await page.getByRole('checkbox', { name: t('codes:SEX.male'), exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: t('lists:filter.edit', { filter: `${label('sex')}: ${t('codes:SEX.male')}` }) })
    .waitFor();
  await page.waitForFunction(
    (all) => [...document.querySelectorAll('tr:last-child td')].every((cell) => cell.textContent !== all),
    String(standard),
  );
  expect(await focused()).toBe(t('builder:addTo.filter'));
  expect(await objectionsTo(page)).toEqual([]);
});

test('a chart is chosen by keyboard, and a number opens the records that it counts, with the filter in words', async () => {
  const { page, t } = screen;
  await page.getByRole('combobox', { name: t('builder:box.chart'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: t('builder:chart.none'), exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('combobox', { name: t('builder:box.chart'), exact: true }).inputValue()).toBe(
    t('builder:chart.none'),
  );

  const number = total().getByRole('link').last();
  const count = (await number.innerText()).trim();
  await number.focus();
  await page.keyboard.press('Enter');
  await page.getByText(t('records:list.found', { count: Number(count), number: count })).waitFor();
  const pill = page.getByTitle(t('design:ownTable'));
  expect(await pill.innerText()).toContain(`${label('sex')}: ${t('codes:SEX.male')}`);
  await goTo(screen, 'frame:rail.statistics');
  await page.getByRole('link', { name: t('builder:tabs.own') }).click();
  await chip(label('sex'), 'columns', 1, 1).waitFor();
});

test('a field is dragged to another box; the table is saved, put into the report, written and deleted', async () => {
  const { page, t } = screen;
  await chip(label('sex'), 'columns', 1, 1).dragTo(
    page.getByRole('group', { name: t('builder:box.rows'), exact: true }),
  );
  await chip(label('sex'), 'rows', 1, 1).waitFor();

  await page
    .getByRole('button', { name: t('builder:save.open'), exact: true })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: t('builder:save.name') }).fill('Мажи по пол');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Мажи по пол', level: 1 }).waitFor();
  await page
    .getByRole('button', { name: t('builder:saved.open'), exact: true })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: t('builder:saved.reportNamed', { name: 'Мажи по пол' }) }).focus();
  await page.keyboard.press('Space');
  await page.getByText(t('builder:saved.isInReport')).last().waitFor();
  expect(await objectionsTo(page)).toEqual([]);
  expect((await screen.call('design.list', {})).designs).toMatchObject([{ shared: true, inReport: true, own: true }]);

  await page.keyboard.press('Escape');
  const file = join(folder, 'own.csv');
  await kriter.answerDialogs(file);
  await screen.press('statistics:write.csv');
  await page.getByText(t('statistics:write.done', { file })).waitFor();
  expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('Мажи по пол');

  await page
    .getByRole('button', { name: t('builder:saved.open'), exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: t('builder:saved.removeNamed', { name: 'Мажи по пол' }) }).click();
  await page.getByText(t('builder:saved.removeFromReport', { name: 'Мажи по пол' })).waitFor();
  await page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: t('builder:saved.remove'), exact: true })
    .click();
  await screen.sees('builder:saved.none');
});
