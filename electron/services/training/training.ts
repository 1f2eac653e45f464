import { AppError } from '#shared/contract/errors.ts';
import type { Jobs } from '../jobs.ts';
import type { OpenSession } from '../sessions.ts';
import { generateTraining, type TrainingParts } from './generate.ts';

export interface Training {
  start(session: OpenSession, records: number, seed: number): { readonly jobId: string };
  /** The same without a job: for the training register that a start makes. */
  fill(session: OpenSession, plan: { readonly records: number; readonly seed: number }): Promise<void>;
}

export function createTraining(parts: TrainingParts & { readonly jobs: Jobs }): Training {
  return {
    start(session, records, seed) {
      // Invented identities go into the vault like real ones.
      if (!session.register.keys.vault) throw new AppError('VAULT_KEY_NEEDED');
      return parts.jobs.start('training.generate', (tools) =>
        generateTraining(parts, session, { records, seed }, tools),
      );
    },
    async fill(session, plan) {
      const tools = { progress: () => undefined, signal: new AbortController().signal };
      await generateTraining(parts, session, plan, tools);
    },
  };
}
