/** Registers for the window that were made before it opened, their slots with the weakest parameters a header may name. */
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoRegister, openDemo } from '#electron/services/training/demo.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { copyMade } from '../program/made-registers.ts';
import { startProgram } from '../program/open-program.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { everyRole, login, type MadeRegister, passphrase, registerPlan } from './made-register.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { signIn } from './screen.ts';

/** As a register that was made in this window, with its one account signed in, in Albanian. */
export async function copiedRegister(
  kriter: Kriter,
  roles: readonly Role[] = everyRole,
  kind: RegisterKind = 'victims',
): Promise<MadeRegister> {
  const folder = join(mkdtempSync(join(tmpdir(), 'kriter-made-')), 'regjistri');
  await copyMade({ window: kind, roles }, folder, async (path) => {
    const maker = startProgram(path);
    try {
      return (await maker.call('register.create', registerPlan(path, kind, roles))).sheets;
    } finally {
      await maker.close();
    }
  });
  const known = { language: 'sq', registers: [folder] };
  writeFileSync(join(kriter.userData, 'workstation.json'), JSON.stringify(known));
  await kriter.page.reload();
  const screen = await chooseLanguage(kriter, 'sq');
  await signIn(screen, login, passphrase);
  return { screen, folder };
}

/** Starts with the training register of this kind, as a start does that finds the one of an earlier start. */
export async function launchDemo(kind: RegisterKind = 'victims'): Promise<Kriter> {
  const userData = mkdtempSync(join(tmpdir(), 'kriter-e2e-'));
  await copyMade({ demo: kind }, demoRegister(userData, kind).path, async (path) => {
    const maker = startProgram();
    try {
      await openDemo(maker.services, maker.folder, kind);
      await maker.services.sessions.lock('closed');
      renameSync(demoRegister(maker.folder, kind).path, path);
      return [];
    } finally {
      await maker.close();
    }
  });
  return launchKriter({ demo: kind, userData });
}
