import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Kriter, launchKriter } from './harness.ts';
import { addOfficer, chooseLanguage, printTable, restoreBackup } from './main-job-steps.ts';
import { sentencesOfPdf } from './pdf.ts';
import { goTo, lock, type Screen, signIn } from './screen.ts';
import { type SetUp, setUpRegister } from './set-up.ts';
import { showFailures } from './show-failures.ts';
import { type WholeVictim, wholeVictim } from './training-victim.ts';
import { labelOf, typeRecord } from './type-record.ts';
import { differences } from './typed-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'kriter-main-job-'));
const today = new Date().toISOString().slice(0, 10);
const people = {
  administrator: { displayName: 'Arbër Dauti', login: 'a.dauti' },
  supervisor: { displayName: 'Blerta Gashi', login: 'b.gashi', passphrase: 'shtatë male gjelbërojnë përtej lumit' },
  officer: { displayName: 'Çlirim Ëmiri', login: 'c.emiri' },
};
const plan = {
  kind: 'victims',
  language: 'sq',
  institution: 'Ministria e Punëve të Brendshme',
  office: 'Zyra e Koordinatorit Kombëtar',
  folder: join(folder, 'regjistri'),
  ...people,
  sheets: [join(folder, 'fleta-1.pdf'), join(folder, 'fleta-2.pdf')],
} as const;

let kriter: Kriter;
let screen: Screen;
let setUp: SetUp;
let officerPassphrase: string;
let victim: WholeVictim;
let recordId: string;
let code: string;
let backup: string;
const digests = new Map<string, string>();
const titles = { K9: 'tables-victims:K9.title', T15: 'tables-victims:T15.title', T16: 'tables-victims:T16.main.title' };
/** A digest as it stands on paper. */
const printed = (digest: string) => digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
/** The words of a sentence up to its first figure. */
const startOf = (sentence: string) => new RegExp(`^${sentence.split(/\d/)[0]}`);
showFailures(() => kriter?.page);
afterAll(() => kriter?.kill());

test('first start: two persons, two printed sheets typed back, and the register opens', async () => {
  kriter = await launchKriter();
  setUp = await setUpRegister(kriter, plan);
  screen = setUp.screen;
  expect(setUp.lines.register).not.toEqual(setUp.lines.vault);
});

test('the administrator adds an officer, and only the supervisor can give her the key of the identities', async () => {
  const { page, t } = screen;
  await goTo(screen, 'frame:rail.accounts');
  officerPassphrase = await addOfficer(screen, people.officer);
  expect(await screen.button('administration:accounts.giveVaultKey').count()).toBe(0);

  await lock(screen);
  await signIn(screen, people.supervisor.login, setUp.passphrases.supervisor);
  await goTo(screen, 'frame:rail.accounts');
  await screen.press('administration:accounts.giveVaultKey');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('administration:give-vault-key.submit') })
    .click();
  await expect.poll(() => page.getByText(t('administration:accounts.waitsForVaultKey')).count()).toBe(0);
});

/** Left out at first, so that completing the record asks for it. */
const forgotten = 'first_detected_by';

test('the officer enters a whole victim by keyboard, and every value typed is stored as it was typed', async () => {
  await lock(screen);
  await signIn(screen, people.officer.login, officerPassphrase);
  const { lists } = await screen.call('reference.list', {});
  victim = wholeVictim(lists, today);
  const { [forgotten]: _, ...values } = victim.content.values;
  const content = { ...victim.content, values };
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  await typeRecord({ screen, lists, content, identity: victim.identity });

  // Sections were stored one by one as they were left; the key stores what is left of the last one.
  await screen.page.keyboard.press('Control+s');
  await screen.page
    .getByText(startOf(screen.t('records:save.savedSecondsAgo', { count: 9 })))
    .waitFor({ timeout: 10_000 });
  recordId = screen.page.url().split('/record/')[1] ?? '';
  const opened = await screen.call('record.open', { id: recordId });
  expect(opened.meta).toMatchObject({ state: 'draft', hasIdentity: true });
  expect(differences(content, opened.content)).toEqual([]);
  const identity = await screen.call('identity.open', { recordId, reason: null });
  expect(identity.values).toMatchObject(victim.identity);
});

test('completing asks for what is missing, leads there, and gives number and code', async () => {
  const { page, t } = screen;
  await screen.press('records:page.complete');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('records:complete.due', { count: 1 })).waitFor();
  await dialog.getByRole('button', { name: labelOf(screen, 'victim', forgotten) }).click();
  await page.waitForFunction((id) => document.activeElement?.id === id, `field-victim..${forgotten}`);
  await page.keyboard.type(t(`codes:DETECT.${victim.content.values[forgotten]}`));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await screen.call('record.open', { id: recordId })).meta, { timeout: 10_000 })
    .toMatchObject({ state: 'complete', number: 1 });
  const { meta, content } = await screen.call('record.open', { id: recordId });
  code = meta.code ?? '';
  await page.getByRole('heading', { name: code, level: 1 }).waitFor();
  expect(differences(victim.content, content)).toEqual([]);
});

test('the history says who typed what, and the printed record holds it in Albanian', async () => {
  const { page, t, kriter } = screen;
  await screen.press('records:page.history');
  const drawer = page.getByRole('dialog');
  await drawer.getByText(people.officer.displayName).first().waitFor();
  await drawer
    .getByText(labelOf(screen, 'victim', forgotten))
    .first()
    .waitFor();
  await drawer.getByRole('button', { name: t('common:close') }).click();

  const file = join(folder, 'regjistrimi.pdf');
  await kriter.answerDialogs(file);
  await screen.press('records:page.more');
  await page.getByRole('menuitem', { name: t('records:page.print') }).click();
  await page.getByRole('button', { name: t('records:print.save') }).click();
  await page.getByText(file).waitFor({ timeout: 15_000 });
  const print = sentencesOfPdf(file);
  expect(print).toContain(code);
  expect(print).toContain(plan.institution);
  expect(print).toContain(t('print:record.notice'));
  expect(print).toContain(t('print:record.identityLeftOut'));
  expect(print).toContain(labelOf(screen, 'victim', forgotten));
  expect(print).toContain(screen.words.formats.date(String(victim.content.values['first_contact_date'])));
  for (const name of Object.values(victim.identity)) if (typeof name === 'string') expect(print).not.toContain(name);
});

test('the record is found by words and by a filter, and a second one waits as a draft', async () => {
  const { page, t } = screen;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  // A record that nobody typed into would be gone again.
  await page.getByLabel(labelOf(screen, 'victim', 'justice_case_ref'), { exact: true }).fill('PP-7/2025');
  await page.keyboard.press('Escape');
  const row = page.getByRole('row').filter({ hasText: code });
  const found = (count: number) =>
    page.getByText(t('records:list.found', { count, number: String(count) }), { exact: true }).waitFor();
  await found(2);

  await page.keyboard.press('Control+k');
  await screen.type('body', code.slice(0, -1));
  await page.keyboard.press('Enter');
  await found(1);
  await row.waitFor();
  await page.getByLabel(t('records:list.search'), { exact: true }).fill('');
  await found(2);

  await screen.press('records:list.addFilter');
  await screen.type('[role=dialog]', labelOf(screen, 'victim', 'sex'));
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: t(`codes:SEX.${victim.content.values['sex']}`), exact: true }).check();
  await screen.press('records:list.apply');
  await found(1);
  await row.waitFor();
  await page
    .getByRole('button', {
      name: startOf(t('records:list.removeFilter', { filter: labelOf(screen, 'victim', 'sex') })),
    })
    .click();
  await found(2);
});

test('the supervisor verifies the record and prints tables whose public view shows no single person', async () => {
  const { page, t } = screen;
  await lock(screen);
  await signIn(screen, people.supervisor.login, setUp.passphrases.supervisor);
  await page.getByRole('row').filter({ hasText: code }).getByRole('button').first().click();
  await screen.press('records:page.verify');
  await expect
    .poll(async () => (await screen.call('record.open', { id: recordId })).meta.state, { timeout: 10_000 })
    .toBe('verified');

  await goTo(screen, 'frame:rail.statistics');
  await page.getByRole('textbox', { name: t('statistics:period.calendarYear'), exact: true }).fill('2025');
  for (const [id, title] of Object.entries(titles)) {
    for (const view of ['internal', 'public'] as const) {
      await page
        .getByRole('radiogroup', { name: t('statistics:view.title') })
        .getByText(t(`statistics:view.${view}`))
        .click();
      const print = await printTable(screen, t(title), join(folder, `${id}-${view}.pdf`));
      const { tables } = await screen.call('statistics.table', { id, period: '2025', view });
      expect(print).toContain(t(title));
      expect(print).toContain(plan.institution);
      for (const { digest } of tables) expect(print).toContain(printed(digest));
      expect(print.includes(t('print:internalNotice'))).toBe(view === 'internal');
      expect(print.includes(t('tables:hidden'))).toBe(view === 'public');
      const figures = tables.flatMap(({ cells }) => cells.flat().map(({ count }) => count));
      expect(figures.includes(1)).toBe(view === 'internal');
      digests.set(`${id} ${view}`, tables.map(({ digest }) => digest).join(' '));
    }
  }
});

test('the administrator backs up to a folder, and the backup is read back before it counts', async () => {
  const { page, t, kriter } = screen;
  await lock(screen);
  await signIn(screen, people.administrator.login, setUp.passphrases.administrator);
  await goTo(screen, 'frame:rail.backup');
  const stick = join(folder, 'usb');
  mkdirSync(stick);
  await kriter.answerDialogs(stick);
  await screen.press('backup:create.otherFolder');
  await page.getByRole('radio', { name: stick }).waitFor();
  await screen.press('backup:create.submit');
  await screen.button('backup:create.another').waitFor({ timeout: 30_000 });
  expect(readdirSync(stick)).toHaveLength(1);
  backup = join(stick, readdirSync(stick)[0] ?? '');
  await page.getByRole('cell', { name: t('backup:list.verified') }).waitFor();
  await page.getByRole('link', { name: t('frame:backup.today') }).waitFor();
  await kriter.close();
});

test('an empty workstation restores the register with the passphrase of an account', async () => {
  kriter = await launchKriter();
  screen = await restoreHere('kthyer-1', async ({ page, t }) => {
    await page.getByLabel(t('common:account.login'), { exact: true }).fill(people.supervisor.login);
    await page.getByLabel(t('common:account.passphrase'), { exact: true }).fill(setUp.passphrases.supervisor);
  });
  await holdsTheSame(screen);
  await kriter.close();
});

test('and another one with the eight lines of the recovery sheet', async () => {
  kriter = await launchKriter();
  screen = await restoreHere('kthyer-2', async ({ page, t }) => {
    await page.getByRole('radio', { name: t('backup:key.sheet') }).check();
    await page.getByLabel(t('common:sheet.line', { line: 1 }), { exact: true }).focus();
    for (const line of setUp.lines.register) await page.keyboard.type(line);
  });
  await holdsTheSame(screen);
  await kriter.close();
});

/** Restores the backup into an empty folder in Albanian and signs the supervisor in. */
async function restoreHere(name: string, giveKey: (screen: Screen) => Promise<void>): Promise<Screen> {
  const albanian = await chooseLanguage(kriter, 'sq');
  const restored = { file: backup, target: join(folder, name), institution: plan.institution };
  await restoreBackup(albanian, restored, giveKey);
  await signIn(albanian, people.supervisor.login, setUp.passphrases.supervisor);
  return albanian;
}

async function holdsTheSame(restored: Screen): Promise<void> {
  await restored.page.getByRole('row').filter({ hasText: code }).waitFor();
  const { content, meta } = await restored.call('record.open', { id: recordId });
  expect(meta).toMatchObject({ state: 'verified', code, number: 1 });
  expect(differences(victim.content, content)).toEqual([]);
  const identity = await restored.call('identity.open', { recordId, reason: null });
  expect(identity.values).toMatchObject(victim.identity);
  for (const [key, digest] of digests) {
    const [id = '', view = ''] = key.split(' ');
    const { tables } = await restored.call('statistics.table', {
      id,
      period: '2025',
      view: view === 'public' ? 'public' : 'internal',
    });
    expect(tables.map((table) => table.digest).join(' ')).toBe(digest);
  }
}
