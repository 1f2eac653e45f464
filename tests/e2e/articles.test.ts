/** Articles of law in the window: kept with a range of punishment, and offered by the day of the offence. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldTextKey, sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { withinKey } from '#shared/records/content.ts';
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

const dialog = () => screen.page.getByRole('dialog');
const row = (code: string) => screen.page.locator(`[role=grid] tr[data-code="${code}"]`);
const entryOf = async (code: string) =>
  (await screen.call('reference.list', {})).lists.ARTICLE?.find((entry) => entry.code === code);

test('an article is added with its offence and range, and the table shows them', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.codeLists');
  await page.getByRole('option', { name: t('codes:lists.ARTICLE'), exact: true }).click();
  await row('cc2019_165').waitFor();
  // In force first; the code before it stands among what is retired.
  expect(await row('cc2012_171').count()).toBe(0);
  await expect.poll(() => row('cc2019_165').innerText()).toContain('60–144');
  expect(await objectionsTo(page)).toEqual([]);
  await screen.press('code-lists:add');
  await screen.type('[role=dialog]', 'Neni 999 Shembull');
  const kind = dialog().getByRole('combobox', { name: t('codes:lists.OFFTYPE') });
  await kind.fill(t('codes:OFFTYPE.trafficking_of_child'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // Which class of the ICCS follows is said at once.
  await dialog().getByText(t('codes:ICCS.c02041')).waitFor();
  const add = dialog().getByRole('button', { name: t('code-lists:form.add'), exact: true });
  const months = (label: string) => dialog().getByLabel(t(`code-lists:form.${label}`));
  await months('leastMonths').fill('120');
  await months('mostMonths').fill('84');
  await dialog().getByText(t('code-lists:form.mostBelowLeast')).waitFor();
  expect(await add.isDisabled()).toBe(true);
  await months('life').check();
  expect(await months('mostMonths').inputValue()).toBe('');
  expect(await objectionsTo(page)).toEqual([]);
  await add.click();
  await dialog().waitFor({ state: 'detached' });
  await row('neni_999_shembull').waitFor();
  expect(await entryOf('neni_999_shembull')).toMatchObject({
    type: 'trafficking_of_child',
    country: null,
    leastMonths: 120,
    mostMonths: null,
    life: true,
  });
});

test('a charge is offered the articles in force on the day of the offence, which stands in the case', async () => {
  const { page, t } = screen;
  const { meta } = await screen.call('record.create', { entity: 'case' });
  const [defendant, charge] = [newId(), newId()];
  await screen.call('record.save', {
    id: meta.id,
    revision: meta.revision,
    reason: null,
    content: {
      values: { registry_no: 'PPN/I 1/2026', report_date: '2026-01-10', offence_start: '2018-05-01' },
      groups: {
        defendant: [{ id: defendant, values: { person_type: 'natural_person' } }],
        charge: [{ id: charge, values: { [withinKey]: defendant, charge_offence: 'trafficking_base' } }],
      },
    },
  });
  await page.evaluate((id) => {
    location.hash = `#/record/${id}`;
  }, meta.id);
  const open = (section: string) =>
    page
      .getByRole('navigation', { name: t('records:page.sections') })
      .getByRole('button', { name: t(sectionTextKey('justice', section)) })
      .click();
  const article = page.locator(`[id="field-charge.${charge}.legal_article"]`);
  const openCharge = async () => {
    await open('charges');
    await page.getByRole('button', { name: t('records:group.openRow', { number: 1 }) }).click();
  };
  const fitting = async (typed: string) => {
    await article.fill(typed);
    await page.getByRole('listbox').waitFor();
    const offered = await page.getByRole('option').allInnerTexts();
    const said = await page.getByRole('listbox').innerText();
    return { offered: offered.join(), said };
  };
  await openCharge();
  // The number by which a prosecutor knows the article finds it.
  const before = await fitting('171');
  expect(before.offered).toContain('Neni 171 (1)');
  const notYet = await fitting('165');
  expect(notYet.offered).toBe('');
  expect(notYet.said).toContain(t('records:entry.from', { date: screen.words.formats.date('2019-04-14') }));
  await page.keyboard.press('Escape');
  await article.fill('');
  // The day is corrected in the case, and the charge is offered the law of that day.
  await open('case');
  await page.locator('[id="field-case..offence_start"]').fill('1.5.2020');
  await openCharge();
  const after = await fitting('165');
  expect(after.offered).toContain('Neni 165 (1)');
  const former = await fitting('171');
  expect(former.offered).toContain('Neni 165 (1)');
  await fitting('Neni 165 (1)');
  await page.keyboard.press('Enter');
  await expect.poll(() => article.inputValue()).toContain('Neni 165 (1)');
  // The range is that of the article at once, before anything is saved.
  const least = page.locator(`[id="field-charge.${charge}.charge_min_months"]`);
  await expect.poll(() => least.innerText()).toContain('60');
  // What stands stays where the day is corrected, and the program says what is wrong with it.
  await open('case');
  await page.locator('[id="field-case..offence_start"]').fill('1.5.2018');
  await openCharge();
  expect(await article.inputValue()).toContain('Neni 165 (1)');
  const value = await article.inputValue();
  const said = { field: t(fieldTextKey('justice', { entity: 'charge', id: 'legal_article' }, 'label')), value };
  const until = { active_from: screen.words.formats.date('2019-04-14') };
  await screen.sees('rules-justice:REF.not_yet', { ...said, ...until });
  expect(await objectionsTo(page)).toEqual([]);
});
