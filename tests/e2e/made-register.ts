import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#shared/contract/roles.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { Kriter } from './harness.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { type Screen, signIn } from './screen.ts';

export const login = 'gjithçka';
export const passphrase = 'bakilo-temuna-rofeti-ganipu';

export interface MadeRegister {
  readonly screen: Screen;
  readonly folder: string;
}

export const everyRole: readonly Role[] = ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'];

export const registerPlan = (path: string, kind: RegisterKind, roles: readonly Role[]) => ({
  path,
  kind,
  institution: 'Ministria e Punëve të Brendshme',
  office: 'Zyra e Koordinatorit Kombëtar',
  country: 'XKX' as const,
  language: 'sq' as const,
  administrator: { login, displayName: 'Blerta Gashi', passphrase },
  supervisor: null,
  roles: [...roles],
  rehearseLater: true,
});

/** Makes a register without the wizard and signs its one account in, in Albanian. */
export async function madeRegister(kriter: Kriter): Promise<MadeRegister> {
  const screen = await chooseLanguage(kriter, 'sq');
  const folder = join(mkdtempSync(join(tmpdir(), 'kriter-made-')), 'regjistri');
  await screen.call('register.create', registerPlan(folder, 'victims', everyRole));
  const replaced = screen.page.waitForEvent('load');
  await screen.call('session.lock', {}).catch(() => undefined);
  await replaced;
  await signIn(screen, login, passphrase);
  return { screen, folder };
}
