/** Runs one job function in a worker thread of its own and turns its messages into the tools of a job. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';
import type { JobTools } from '../services/ports.ts';
import type { JobFunctionName, JobFunctions } from './job-functions.ts';

export type FromJob =
  | { readonly type: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  /** Work for the only writer; the job waits for 'taken' before it hands over more. */
  | { readonly type: 'hand-over'; readonly items: unknown }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly type: 'broken'; readonly message: string; readonly stack: string };

/** A job that does not notice the stop signal, such as one long statement, is ended after this time. */
const patienceMs = 3_000;

/** Runs `name` on `input` in a thread; resolves with its value, rejects with its AppError or its bug. */
export function runInThread<N extends JobFunctionName>(
  script: URL,
  name: N,
  input: Parameters<JobFunctions[N]>[0],
  tools: JobTools,
  take?: (items: unknown) => void,
): Promise<Awaited<ReturnType<JobFunctions[N]>>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { name, input } });
    const stop = (): void => {
      worker.postMessage('stop');
      setTimeout(() => void worker.terminate(), patienceMs).unref();
    };
    if (tools.signal.aborted) stop();
    tools.signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: FromJob) => {
      if (message.type === 'progress') tools.progress(message.step, message.done, message.total);
      else if (message.type === 'hand-over') {
        try {
          take?.(message.items);
          worker.postMessage('taken');
        } catch (cause) {
          reject(cause);
          void worker.terminate();
        }
      } else if (message.type === 'done') resolve(message.value as Awaited<ReturnType<JobFunctions[N]>>);
      else if (message.type === 'failed') reject(new AppError(message.code, message.params));
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      tools.signal.removeEventListener('abort', stop);
      reject(new AppError('CANCELLED'));
    });
  });
}
