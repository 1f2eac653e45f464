/** The training register of `--demo`: made once, opened without asking, its passphrase shown to everybody. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '#shared/contract/contract.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { createTexts } from '../reports/texts.ts';
import type { Services } from '../services.ts';

/** Records of invented persons only: the passphrase protects nothing and need not be secret. */
const account = { login: 'demo', passphrase: 'zarina-mokrela-92-vuthi' } as const;
const plan = { records: 2_000, seed: 20_261_122 } as const;

const folders: Readonly<Record<RegisterKind, string>> = {
  victims: 'demo-register',
  justice: 'demo-register-justice',
};

/** Where the training register of a kind lies and how to open it again after a lock. */
export const demoRegister = (
  userData: string,
  kind: RegisterKind,
): NonNullable<Output<'workstation.describe'>['demo']> => ({ path: join(userData, folders[kind]), ...account });

/** Opens the training register, making it first where there is none, and signs its one account in. */
export async function openDemo(services: Services, userData: string, kind: RegisterKind): Promise<void> {
  const { path } = demoRegister(userData, kind);
  const isKnown = existsSync(path) && services.registers.summarise(path).problem === null;
  if (isKnown) {
    // After a lock it is opened again from the list, which may have been lost or cleared since.
    services.workstation.remember(path);
    await services.sessions.signIn(path, account.login, account.passphrase);
    return;
  }
  rmSync(path, { recursive: true, force: true });
  const language = services.workstation.language();
  const t = createTexts(language);
  const { session } = await services.registers.create({
    path,
    kind,
    institution: t(`demo:${kind}.institution`),
    office: t(`demo:${kind}.office`),
    country: 'XKX',
    language,
    administrator: { ...account, displayName: t('demo:displayName') },
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'],
    training: true,
    rehearseLater: true,
  });
  await services.training.fill(session, plan);
}
