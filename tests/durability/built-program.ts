/** The built program in this process: its data worker, its job workers, its files; without a window. */
import { pathToFileURL } from 'node:url';
import { noDialogs } from '#electron/ipc/console-host.ts';
import { startDataWorker } from '#electron/ipc/data-worker-client.ts';
import type { Contract, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/errors.ts';
import type { JobName, JobResult } from '#shared/contract/exchange.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import { builtDataWorker } from './built.ts';

export interface BuiltProgram {
  /** Sends one call and returns its value; a refusal is thrown with its code. */
  call<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Output<N>>;
  /** Starts a job and returns its result. */
  runJob<N extends JobName & ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<JobResult<N>>;
  /** Hears of every step that a job tells. */
  onProgress(listener: (step: string) => void): void;
  stop(): Promise<void>;
}

/** Starts the data worker over an empty or used workstation. */
export function startBuiltProgram(userData: string): BuiltProgram {
  const data = startDataWorker(
    pathToFileURL(builtDataWorker),
    { userData, version: '0.1.0', runtime: 'console', demo: false, locale: 'en' },
    { print: () => Promise.reject(new Error('nothing is printed')), ...noDialogs },
  );
  const finished = new Map<string, (outcome: Reply<never>) => void>();
  data.onEvent((name, payload) => {
    if (name !== 'job.finished') return;
    const { jobId, outcome } = payload as { jobId: string; outcome: Reply<never> };
    finished.get(jobId)?.(outcome);
  });
  const valueIn = (name: string, reply: Reply<unknown>): never => {
    if (reply.ok) return reply.value as never;
    throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  };
  return {
    call: async (name, input) => valueIn(name, await data.request(name, input)),
    async runJob(name, input) {
      const { jobId } = valueIn(name, await data.request(name, input)) as { jobId: string };
      return valueIn(name, await new Promise((resolve) => finished.set(jobId, resolve)));
    },
    onProgress: (listener) =>
      void data.onEvent((name, payload) => {
        if (name === 'job.progress') listener((payload as { step: string }).step);
      }),
    stop: () => data.stop(),
  };
}
