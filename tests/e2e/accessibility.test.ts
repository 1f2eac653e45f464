import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsTo } from './axe.ts';
import { launchDemo } from './copied-register.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage, chooseStatistic } from './main-job-steps.ts';
import { goTo, lock, type Screen } from './screen.ts';
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

const objections = () => objectionsTo(kriter.page);

const openFirst = async () => {
  await screen.page.locator('[role=grid] tbody [data-at="0"] button').click();
  await screen.button('records:page.history').waitFor();
};

const pages: Readonly<Record<string, () => Promise<void>>> = {
  'the list of records': () => goTo(screen, 'frame:rail.manual').then(() => toList()),
  'the menu of filters': async () => {
    await screen.press('records:list.addFilter');
    await screen.page.getByLabel(screen.t('records:list.findField'), { exact: true }).waitFor();
  },
  'a record': async () => {
    await screen.page.keyboard.press('Escape');
    await openFirst();
  },
  'the history of a record': async () => {
    await screen.press('records:page.history');
    await screen.page.getByRole('dialog').locator('article').first().waitFor();
  },
  'the explanation of a field': async () => {
    await closeDialog();
    await screen.page.locator('[role=group] input').first().focus();
    await screen.page.keyboard.press('F2');
    await screen.page.getByRole('complementary', { name: screen.t('records:page.help') }).waitFor();
  },
  'a note on a field': async () => {
    await screen.page.keyboard.press('Control+i');
    await screen.page.locator('[data-note]').waitFor();
  },
  'the sheet of all keys': async () => {
    await screen.page.keyboard.press('F1');
    await screen.page.getByRole('dialog').waitFor();
  },
  'the attachments of a record': async () => {
    await closeDialog();
    await chooseMore('attachments:button', { number: '0' });
    await screen.page.getByRole('dialog').waitFor();
  },
  'printing a record': async () => {
    await closeDialog();
    await chooseMore('records:page.print');
    await screen.page.getByRole('dialog').waitFor();
  },
  'speed mode': async () => {
    await closeDialog();
    await toList();
    await screen.page.keyboard.press('Control+n');
    await screen.button('records:page.complete').waitFor();
    await screen.page.keyboard.press('Control+e');
    await screen.sees('records:speed.on');
  },
  'a rejection in speed mode': async () => {
    await screen.page.locator('[role=group] [role=combobox]').first().focus();
    await screen.page.keyboard.type('x');
    await screen.sees('records:speed.digitsOnly');
  },
  'copying from the record before': async () => {
    await screen.page.keyboard.press('Control+Shift+d');
    await screen.page.getByRole('dialog').waitFor();
  },
  'the second pass': async () => {
    await closeDialog();
    await screen.page.keyboard.press('Control+Shift+e');
    await screen.page.getByRole('dialog').waitFor();
  },
  'what is missing for completion': async () => {
    await closeDialog();
    await screen.press('records:page.complete');
    await screen.page.getByRole('dialog').waitFor();
  },
  'the tasks of an officer': async () => {
    await closeDialog();
    await screen.page.keyboard.press('Control+e');
    await goTo(screen, 'frame:rail.tasks');
    await screen.page.getByRole('heading', { level: 2 }).first().waitFor();
  },
  statistics: async () => {
    await goTo(screen, 'frame:rail.statistics');
    await screen.page.locator('table').first().waitFor();
  },
  'the population of the country': async () => {
    await chooseStatistic(screen, screen.t('tables-victims:T43.title'));
    await screen.page.getByRole('link', { name: screen.t('population:toPopulation') }).click();
    await screen.page.getByRole('heading', { name: screen.t('population:title'), level: 1 }).waitFor();
  },
  'data quality by field': async () => {
    await goTo(screen, 'frame:rail.quality');
    await screen.page.locator('table').first().waitFor();
  },
  'data quality by section': () => openPart('quality:tab.sections'),
  'delays of entry': () => openPart('quality:tab.delays'),
  'findings of the rules': async () => {
    await openPart('quality:tab.rules');
    await screen.sees('quality:titles.reasons');
  },
  backup: () => goTo(screen, 'frame:rail.backup'),
  'import and export': () => goTo(screen, 'frame:rail.exchange'),
  'what is due for erasing': async () => {
    await screen.call('retention.set', { years: 1 });
    await goTo(screen, 'frame:rail.retention');
    await screen.page.locator('[role=grid] [data-row="0"]').waitFor();
  },
  'proposing to erase': async () => {
    await screen.page.locator('[role=grid] [data-row="0"]').focus();
    await screen.page.keyboard.press('Space');
    await screen.press('retention:due.propose');
    await screen.page.getByRole('dialog').waitFor();
  },
  'what waits for the second person': async () => {
    await screen.type('[role=dialog]', 'Afati ka kaluar.');
    await screen.press('retention:propose.submit');
    await screen.page.getByRole('dialog').waitFor({ state: 'detached' });
    await screen.page.locator('[role=grid] [data-row="0"]').waitFor();
  },
  'what would be erased': async () => {
    await screen.page.locator('[role=grid] [data-row="0"]').focus();
    await screen.page.keyboard.press('Enter');
    await screen.page.getByRole('dialog').locator('table').first().waitFor();
  },
  'the bin': async () => {
    await screen.page.keyboard.press('Escape');
    await toList();
    await screen.page
      .getByRole('radiogroup', { name: screen.t('records:list.scope') })
      .getByText(screen.t('records:list.scopes.bin'))
      .click();
  },
  accounts: () => goTo(screen, 'frame:rail.accounts'),
  'adding an account': async () => {
    await screen.press('administration:accounts.add');
    await screen.page.getByRole('dialog').waitFor();
  },
  settings: async () => {
    await screen.page.keyboard.press('Escape');
    await goTo(screen, 'frame:rail.settings');
  },
  'the audit log': () => goTo(screen, 'frame:rail.audit'),
  'the manual': () => goTo(screen, 'frame:rail.manual'),
  'the search box with what it found': async () => {
    await screen.page.getByRole('combobox', { name: screen.t('frame:search.label') }).fill('V-202');
    await screen.page.getByRole('option').nth(1).waitFor();
    await screen.page.keyboard.press('ArrowDown');
  },
  'sign-in': () => lock(screen),
  restoring: () => screen.press('signIn:registers.restore'),
  'the language of the wizard': async () => {
    await screen.press('common:back');
    await screen.press('signIn:registers.new');
  },
  'the kind of register in the wizard': () => screen.press('common:next'),
  'the register in the wizard': async () => {
    await screen.page.getByRole('radio', { name: screen.t('frame:kind.victims') }).check();
    await screen.press('common:next');
  },
  'the people in the wizard': async () => {
    await screen.fill('setup:register.institution', 'Ministria');
    await screen.press('common:next');
  },
};

const openPart = (key: string) => screen.page.getByRole('tab', { name: screen.t(key), exact: true }).click();

async function closeDialog(): Promise<void> {
  const dialog = screen.page.getByRole('dialog');
  if ((await dialog.count()) === 0) return;
  await screen.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function chooseMore(key: string, values = {}): Promise<void> {
  await screen.page.getByRole('button', { name: screen.t('records:page.more') }).click();
  await screen.page.getByRole('menuitem', { name: screen.t(key, values) }).click();
}

async function toList(): Promise<void> {
  await screen.page
    .getByRole('navigation', { name: screen.t('frame:rail.label') })
    .getByRole('link')
    .first()
    .click();
  await screen.page.locator('[role=grid] [data-at="0"]').waitFor();
}

test('axe sees what it is shown: a button without a name is objected to', async () => {
  await toList();
  await screen.page.evaluate(() => document.body.append(document.createElement('button')));
  expect((await objections()).join()).toContain('button-name');
  await screen.page.evaluate(() => document.body.lastElementChild?.remove());
});

test('axe has no objection to any section of a new record, with a list of codes open', async () => {
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  const sections = screen.page.getByRole('navigation', { name: screen.t('records:page.sections') }).getByRole('button');
  for (let at = 0; at < (await sections.count()); at += 1) {
    await sections.nth(at).click();
    const combobox = screen.page.locator('[role=group] [role=combobox]').first();
    const hasList = (await combobox.count()) > 0;
    if (hasList) await combobox.click();
    await screen.page.waitForTimeout(100);
    expect(await objections()).toEqual([]);
    // Without a list to close, Escape would leave the record.
    if (hasList) await screen.page.keyboard.press('Escape');
  }
});

test.each(Object.entries(pages))('axe has no objection to %s', async (_name, open) => {
  await open();
  await screen.page.waitForTimeout(300);
  expect(await objections()).toEqual([]);
});
