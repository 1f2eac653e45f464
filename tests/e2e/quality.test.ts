import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage, chooseStatistic } from './main-job-steps.ts';
import { sentencesOfPdf } from './pdf.ts';
import { goTo, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

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

const openPart = (key: string) => screen.page.getByRole('tab', { name: screen.t(key), exact: true }).click();

async function openPage(): Promise<void> {
  await goTo(screen, 'frame:rail.quality');
  await screen.page.locator('table').first().waitFor({ timeout: 30_000 });
}

async function breakDown(by: string): Promise<void> {
  await screen.page.getByRole('combobox', { name: screen.t('quality:breakdown') }).click();
  await screen.page.getByRole('option', { name: screen.t(`quality:by.${by}`), exact: true }).click();
  await screen.page.getByRole('tab', { name: screen.t(`quality:tab.lines.${by}`), exact: true }).waitFor();
}

const figureOf = async (link: Locator): Promise<number> => Number((await link.innerText()).replace(/\D/g, ''));

/** Follows a figure and returns it with the number of records that the list says it found. */
async function follow(link: Locator): Promise<{ figure: number; records: number; pills: string[] }> {
  const { page, t } = screen;
  const name = (await link.getAttribute('aria-label')) ?? '';
  const within = /(\d[\d\s.]*):/.exec(name)?.[1] ?? '';
  const figure = Number(within.replace(/\D/g, ''));
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=grid]').waitFor();
  const pattern = new RegExp(`^([\\d\\s.]+) ${t('records:list.found', { count: 5, number: '' }).trim()}$`);
  const found = page.getByText(pattern);
  await found.waitFor();
  const records = Number((await found.innerText()).replace(/\D/g, ''));
  const removers = page.getByRole('button', { name: new RegExp(`^${t('records:list.removeFilter', { filter: '' })}`) });
  return { figure, records, pills: await removers.evaluateAll((all) => all.map((each) => each.ariaLabel ?? '')) };
}

test('numbers of fields, sections, lines, delays and rules open exactly their records, by keyboard', async () => {
  const { page } = screen;
  const links = () => page.getByRole('table').getByRole('link');
  await openPage();
  const first = await figureOf(links().first());
  expect(first).toBeGreaterThan(0);
  for (const part of ['quality:tab.fields', 'quality:tab.sections', 'quality:tab.delays', 'quality:tab.rules']) {
    await openPage();
    await openPart(part);
    const { figure, records, pills } = await follow(links().nth(1));
    expect(records, part).toBe(figure);
    expect(pills).toHaveLength(2);
  }
  await openPage();
  await breakDown('office');
  await openPart('quality:tab.lines.office');
  for (const at of [0, 2, 3]) {
    const { figure, records } = await follow(links().nth(at));
    expect(records).toBe(figure);
    await openPage();
  }
});

test('a filter that a number brought is taken away with one press, and the list shows more', async () => {
  const { page, t } = screen;
  await openPage();
  await openPart('quality:tab.rules');
  const { records } = await follow(page.getByRole('table').first().getByRole('link').first());
  const finding = page.getByRole('button', { name: new RegExp(`^${t('records:list.removeFilter', { filter: 'R' })}`) });
  const population = page.getByRole('button', {
    name: new RegExp(`^${t('records:list.removeFilter', { filter: t('quality:pill.counted') })}`),
  });
  await finding.last().click();
  await page.waitForTimeout(500);
  expect(await population.count()).toBe(1);
  const shown = await page.getByText(/^[\d\s.]+ regjistrime$/).innerText();
  expect(Number(shown.replace(/\D/g, ''))).toBeGreaterThan(records);
});

test('a print by officer is internal, names its definition and digest, and says whose data it is', async () => {
  const { page, t } = screen;
  await openPage();
  await breakDown('officer');
  await screen.sees('quality:staff');
  const file = join(mkdtempSync(join(tmpdir(), 'kriter-quality-')), 'cilesia.pdf');
  await kriter.answerDialogs(file);
  await page.keyboard.press('Control+p');
  await page.getByText(file).waitFor({ timeout: 30_000 });
  const text = sentencesOfPdf(file);
  const { digest } = await screen.call('quality.table', { entity: 'victim', period: null, by: 'officer', line: null });
  expect(text).toContain(t('print:internalNotice'));
  expect(text).toContain(t('quality:staff'));
  expect(text).toContain((digest.toUpperCase().match(/.{4}/g) ?? []).join('-'));
  expect(text).toContain('T44');
});

test('all records are judged again from the page, with progress, and the page says so', async () => {
  const { page, t } = screen;
  await openPage();
  await openPart('quality:tab.rules');
  await screen.press('quality:judge.again');
  await page
    .getByRole('status')
    .filter({ hasText: t('quality:judge.done', { count: 5, changed: '' }).slice(0, 10) })
    .waitFor({
      timeout: 60_000,
    });
});

test('a pasted block of the population is checked before it is saved, and the rates follow', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.statistics');
  await chooseStatistic(screen, t('tables-victims:T43.title'));
  await page.getByRole('link', { name: t('population:toPopulation') }).click();
  const cell = (age: string, sex: string) => page.getByLabel(`${t(age)}, ${t(sex)}`, { exact: true });
  const first = cell('tables:lines.adult', 'codes:SEX.female');
  await first.focus();
  await first.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '600 000\t590 000\t1 190 000\r\n800 000\t795 000\t1 595 001\r\n');
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
  });
  await page.getByLabel(new RegExp(`^${t('population:source')}`)).fill('Agjencia e Statistikave');
  await screen.sees('population:wrongSum');
  expect(await screen.button('common:save').isDisabled()).toBe(true);
  const all = cell('population:allAges', 'population:bothSexes');
  expect(await all.getAttribute('aria-invalid')).toBe('true');
  await all.fill('');
  expect((await all.getAttribute('placeholder'))?.replace(/\D/g, '')).toBe('1595000');
  await screen.press('common:save');
  await screen.sees('population:saved', { year: String(new Date().getFullYear() - 1) });
  await page.getByRole('link', { name: t('population:toStatistics') }).click();
  await page
    .getByText(/Agjencia e Statistikave/)
    .first()
    .waitFor();
});
