import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kriter, launchKriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { goTo, lock, type Screen } from './screen.ts';
import { showFailures } from './show-failures.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

let kriter: Kriter;
let screen: Screen;
beforeAll(async () => {
  kriter = await launchKriter({ demo: true });
  await kriter.page.locator('nav').first().waitFor({ timeout: 60_000 });
  screen = await chooseLanguage(kriter, 'sq');
});
afterAll(async () => {
  await kriter?.close();
});
showFailures(() => kriter?.page);

/** What axe objects to on the page as it stands, in words; the script is evaluated, for the policy lets no script in. */
async function objections(): Promise<string[]> {
  await kriter.page.evaluate(axe);
  const violations = await kriter.page.evaluate(async (values) => {
    const { axe: run } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    return (await run.run(document, { runOnly: { type: 'tag', values } })).violations;
  }, tags);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

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
  statistics: async () => {
    await screen.page.keyboard.press('Escape');
    await goTo(screen, 'frame:rail.statistics');
    await screen.page.locator('table').first().waitFor();
  },
  backup: () => goTo(screen, 'frame:rail.backup'),
  'import and export': () => goTo(screen, 'frame:rail.exchange'),
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
  'the register in the wizard': () => screen.press('common:next'),
  'the people in the wizard': async () => {
    await screen.fill('setup:register.institution', 'Ministria');
    await screen.press('common:next');
  },
};

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
