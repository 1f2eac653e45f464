/** The training register of `--demo`: made once, opened without asking, its passphrase shown to everybody. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '#shared/contract/errors.ts';
import { sourceLanguage } from '#shared/languages.ts';
import type { Services } from '../services.ts';
import { generateTraining } from './generate.ts';

/** Records of invented persons only: the passphrase protects nothing and need not be secret. */
export const demoAccount = { login: 'demo', passphrase: 'register i trajnimit 2026' } as const;
const records = 2_000;
const seed = 20_261_122;

export const demoFolder = (userData: string): string => join(userData, 'demo-register');

/** Opens the training register, making it first where there is none, and signs its one account in. */
export async function prepareDemo(
  services: Services,
  userData: string,
  call: (name: string, input: unknown) => Promise<Reply<unknown>>,
): Promise<void> {
  const path = demoFolder(userData);
  const must = async (name: string, input: unknown): Promise<void> => {
    const reply = await call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  };
  if (existsSync(path)) {
    await must('session.sign-in', { path, ...demoAccount });
    return;
  }
  await must('register.create', {
    path,
    kind: 'victims',
    institution: 'Ministria e Punëve të Brendshme (trajnim)',
    office: 'Zyra e Koordinatorit Nacional',
    country: 'XKX',
    language: services.workstation.language() ?? sourceLanguage,
    administrator: { ...demoAccount, displayName: 'Demo' },
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'],
    training: true,
    rehearseLater: true,
  });
  const session = services.sessions.current();
  if (!session) throw new Error('the training register did not open');
  await generateTraining({ services, session, records, seed });
}
