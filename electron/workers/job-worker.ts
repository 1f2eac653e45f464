/** Thread entry of one long job: read-only connections, progress, and a stop signal. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import type { JobTools } from '../services/ports.ts';
import { type JobFunctionName, jobFunctions } from './job-functions.ts';
import type { FromJob } from './job-thread.ts';

const port = parentPort;
if (!port) throw new Error('The job worker runs only as a worker thread.');
const send = (message: FromJob): void => port.postMessage(message);

const abort = new AbortController();
let taken = (): void => undefined;
port.on('message', (message: 'stop' | 'taken') => (message === 'stop' ? abort.abort() : taken()));

/** The window cannot read more than a few steps a second; the rest would only fill the channel. */
const everyMs = 100;
let lastStep = '';
let lastSent = 0;
const tools: JobTools & { handOver(items: unknown): Promise<void> } = {
  signal: abort.signal,
  handOver(items) {
    send({ type: 'hand-over', items });
    return new Promise((resolve) => (taken = resolve));
  },
  progress(step, done, total) {
    const now = performance.now();
    if (step === lastStep && done < total && now - lastSent < everyMs) return;
    lastStep = step;
    lastSent = now;
    send({ type: 'progress', step, done, total });
  },
};

const { name, input } = workerData as { name: JobFunctionName; input: never };
try {
  send({ type: 'done', value: await jobFunctions[name](input, tools) });
} catch (cause) {
  if (cause instanceof AppError) send({ type: 'failed', code: cause.code, params: cause.params });
  else if (abort.signal.aborted) send({ type: 'failed', code: 'CANCELLED', params: {} });
  else send({ type: 'broken', message: String(cause), stack: cause instanceof Error ? (cause.stack ?? '') : '' });
}
port.close();
