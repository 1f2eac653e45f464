import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { login, passphrase } from './made-register.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { lock, type Screen, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { labelOf } from './type-record.ts';

const opened: Kriter[] = [];
async function launch(userData?: string): Promise<Kriter> {
  const kriter = await launchKriter(userData === undefined ? {} : { userData });
  opened.push(kriter);
  return kriter;
}
afterEach(async () => {
  for (const kriter of opened.splice(0)) await kriter.kill();
});
// After that of the kills: hooks run from the last to the first.
showFailures(() => opened.at(-1)?.page);

/** The longest text about a person, of those that only the vault holds. */
const field = { entity: 'victim_identity', id: 'contact_details' } as const;
const note = (screen: Screen) => screen.page.getByLabel(labelOf(screen, field.entity, field.id), { exact: true });

/** Opens a new record and its identity; returns the id of the record. */
async function newRecord(screen: Screen): Promise<string> {
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  await openIdentity(screen, 'records:identity.enter');
  return screen.page.url().split('/record/')[1] ?? '';
}

async function openIdentity(screen: Screen, how: string): Promise<void> {
  const { page, t } = screen;
  const sections = page.getByRole('navigation', { name: t('records:page.sections') });
  await sections.getByRole('button', { name: t('dictionary-victims:sections.identity') }).click();
  await screen.press(how);
  await note(screen).waitFor();
}

/** Left alone at the start, so that its minute passes while the other tests run; milliseconds until it locked. */
async function leaveAlone(): Promise<{ kriter: Kriter; locked: Promise<number> }> {
  const kriter = await launchKriter({});
  const { screen } = await copiedRegister(kriter);
  await screen.call('settings.set', { idleMinutes: 1 });
  await newRecord(screen);
  const startedAt = Date.now();
  const shown = screen.button('signIn:form.submit').waitFor({ timeout: 200_000 });
  return { kriter, locked: shown.then(() => Date.now() - startedAt) };
}
let idle: ReturnType<typeof leaveAlone>;
beforeAll(async () => {
  idle = leaveAlone();
  await idle;
});
afterAll(async () => (await idle).kriter.kill());

const everything = (screen: Screen) =>
  screen.page.evaluate(() => {
    const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    return `${document.documentElement.outerHTML} ${typed.join(' ')} ${location.href}`;
  });

test('locking leaves no word of the record in the window, and going back does not bring it again', async () => {
  const { screen } = await copiedRegister(await launch());
  const id = await newRecord(screen);
  await note(screen).fill('Zogu i zi fluturoi');
  expect(await everything(screen)).toContain('Zogu i zi fluturoi');
  // Nor does an open dialog stand in the way.
  await screen.press('records:page.history');
  await screen.page.getByRole('dialog').waitFor();
  await lock(screen);
  for (const word of ['Zogu i zi', id]) expect(await everything(screen)).not.toContain(word);
  await screen.page.goBack().catch(() => null);
  await screen.button('signIn:form.submit').waitFor();
  expect(await everything(screen)).not.toContain('Zogu i zi');

  // What was typed in the last second before the lock was stored on the way.
  await signIn(screen, login, passphrase);
  const { values } = await screen.call('identity.open', { recordId: id, reason: null });
  expect(values[field.id]).toBe('Zogu i zi fluturoi');
  await opened.pop()?.close();
});

test('a second program on the same register is refused in plain words, and the first goes on', async () => {
  const { screen, folder } = await copiedRegister(await launch());
  const second = await chooseLanguage(await launch(), 'sq');
  await second.kriter.answerDialogs(folder);
  await second.press('signIn:registers.add');
  await second.page.getByRole('combobox', { name: second.t('signIn:form.login') }).fill(login);
  await second.fill('signIn:form.passphrase', passphrase);
  await second.press('signIn:form.submit');
  await second.sees('errors:REGISTER_IN_USE.what', { folder });
  await second.kriter.close();
  const id = await newRecord(screen);
  await note(screen).fill('Vazhdon');
  await screen.page.keyboard.press('Control+s');
  const stored = async () => (await screen.call('identity.open', { recordId: id, reason: null })).values[field.id];
  await expect.poll(stored).toBe('Vazhdon');
  await screen.kriter.close();
});

test('nobody at the keyboard for the minutes of the setting locks the register', async () => {
  const { kriter, locked } = await idle;
  expect(await locked).toBeGreaterThan(50_000);
  await kriter.close();
});
