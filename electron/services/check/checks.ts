import type { JobResult } from '#shared/contract/exchange.ts';
import type { Jobs } from '../jobs.ts';
import type { OpenSession } from '../sessions.ts';
import type { Threads } from '../threads.ts';
import type { CheckJobInput } from './run-check.ts';

export interface Checks {
  start(session: OpenSession, seal: string | null): { readonly jobId: string };
}

/** Starts a check of the open register in a thread of its own. */
export function createChecks({ jobs, threads }: { readonly jobs: Jobs; readonly threads: Threads }): Checks {
  return {
    start({ register }, seal) {
      const input: CheckJobInput = {
        kind: register.kind,
        registerId: register.id,
        folder: register.folder,
        dataKey: register.keys.data,
        vaultKey: register.keys.vault,
        seal,
      };
      return jobs.start('register.check', (tools) =>
        threads.run<CheckJobInput, JobResult<'register.check'>>('check', input, tools),
      );
    },
  };
}
