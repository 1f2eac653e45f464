import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '#shared/languages.ts';
import { launchKriter } from '../e2e/harness.ts';
import { addOfficer, chooseLanguage, restoreBackup } from '../e2e/main-job-steps.ts';
import { goTo, lock, type Screen, signIn } from '../e2e/screen.ts';
import { setUpRegister } from '../e2e/set-up.ts';
import { wholeVictim } from '../e2e/training-victim.ts';
import { typeRecord } from '../e2e/type-record.ts';
import { camera, type Look, type Size } from './pictures.ts';

const people = {
  administrator: { displayName: 'Arbër Dauti', login: 'a.dauti' },
  supervisor: { displayName: 'Blerta Gashi', login: 'b.gashi' },
  officer: { displayName: 'Çlirim Ëmiri', login: 'c.emiri' },
} as const;

/** A fresh workstation: wizard, sheets, accounts, a whole record by keyboard, backup, restore. */
export async function walkFirstStart(language: Language, folder: string, sizes: readonly Size[]): Promise<void> {
  const kriter = await launchKriter({ environment: { LC_ALL: language } });
  const look = camera(kriter, folder, '1', sizes);
  const place = mkdtempSync(join(tmpdir(), 'kriter-tour-'));
  const institution = 'Ministria e Punëve të Brendshme';
  const { screen, passphrases } = await setUpRegister(kriter, {
    kind: 'victims',
    language,
    institution,
    office: 'Zyra e Koordinatorit Kombëtar',
    folder: join(place, 'register'),
    ...people,
    sheets: [join(folder, 'recovery-sheet-register.pdf'), join(folder, 'recovery-sheet-vault.pdf')],
    look,
  });
  await goTo(screen, 'frame:rail.accounts');
  await look('accounts');
  const officerPassphrase = await addOfficer(screen, people.officer, () => look('add-account'));
  await lock(screen);
  await signIn(screen, people.supervisor.login, passphrases.supervisor);
  await look('empty-list');
  await goTo(screen, 'frame:rail.accounts');
  await screen.press('administration:accounts.giveVaultKey');
  await look('give-vault-key');
  const dialog = screen.page.getByRole('dialog');
  await dialog.getByRole('button', { name: screen.t('administration:give-vault-key.submit') }).click();
  await dialog.waitFor({ state: 'detached' });

  await lock(screen);
  await look('sign-in');
  await signIn(screen, people.officer.login, officerPassphrase);
  await enterRecord(screen, look);

  await lock(screen);
  await signIn(screen, people.administrator.login, passphrases.administrator);
  const backup = await backUp(screen, join(place, 'usb'), look);
  await kriter.close();
  await restoreElsewhere(
    language,
    { file: backup, target: join(place, 'restored'), institution },
    passphrases.supervisor,
    {
      folder,
      sizes,
    },
  );
}

async function enterRecord(screen: Screen, look: Look): Promise<void> {
  const { lists } = await screen.call('reference.list', {});
  const { content, identity } = wholeVictim(lists, new Date().toISOString().slice(0, 10));
  const { first_detected_by: _, ...values } = content.values;
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  await look('new-record');
  const onSection = (section: string) => look(`record-${section}`);
  await typeRecord({ screen, lists, content: { ...content, values }, identity, onSection });
  await screen.press('records:page.complete');
  await screen.page.getByRole('dialog').waitFor();
  await look('complete-asks');
  await screen.press('records:complete.back');
}

async function backUp(screen: Screen, stick: string, look: Look): Promise<string> {
  mkdirSync(stick);
  await goTo(screen, 'frame:rail.backup');
  await look('backup');
  await screen.kriter.answerDialogs(stick);
  await screen.press('backup:create.otherFolder');
  await screen.page.getByRole('radio', { name: stick }).waitFor();
  await screen.press('backup:create.submit');
  await screen.button('backup:create.another').waitFor({ timeout: 30_000 });
  await look('backup-done');
  return join(stick, readdirSync(stick)[0] ?? '');
}

async function restoreElsewhere(
  language: Language,
  plan: { readonly file: string; readonly target: string; readonly institution: string },
  passphrase: string,
  { folder, sizes }: { readonly folder: string; readonly sizes: readonly Size[] },
): Promise<void> {
  const kriter = await launchKriter({ environment: { LC_ALL: language } });
  const look = camera(kriter, folder, '2', sizes);
  const screen = await chooseLanguage(kriter, language);
  await look('entrance-without-register');
  await restoreBackup(
    screen,
    plan,
    async ({ page, t }) => {
      await page.getByLabel(t('common:account.login'), { exact: true }).fill(people.supervisor.login);
      await page.getByLabel(t('common:account.passphrase'), { exact: true }).fill(passphrase);
      await look('restore');
    },
    () => look('restore-compare'),
  );
  await signIn(screen, people.supervisor.login, passphrase);
  await look('restored');
  await kriter.close();
}
