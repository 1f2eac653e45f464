/** Long jobs: each has a number, reports progress, can be stopped, and ends in one event. */
import { AppError, type Failure } from '#shared/contract/errors.ts';
import { type JobName, type JobResult, jobResults } from '#shared/contract/exchange.ts';
import { isDiskFull } from './disk-full.ts';
import type { JobTools, Publish } from './ports.ts';

/** Runs one job to its end, in a worker thread of its own or, for the only writer's work, in slices of this thread. */
export type JobRun<N extends JobName> = (tools: JobTools) => Promise<JobResult<N>>;

export interface Jobs {
  /** Starts and returns at once; `job.finished` carries the result or the failure. */
  start<N extends JobName>(name: N, run: JobRun<N>): { readonly jobId: string };
  cancel(jobId: string): void;
  /** Ends every running job, as locking must. */
  cancelAll(): Promise<void>;
}

export interface JobsParts {
  readonly publish: Publish;
  readonly newId: () => string;
  readonly reportIncident: (name: string, cause: unknown) => string;
}

/** Keeps the list of running jobs of this program. */
export function createJobs({ publish, newId, reportIncident }: JobsParts): Jobs {
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>();

  const failure = (name: string, cause: unknown, aborted: boolean): Failure => {
    if (aborted) return { code: 'CANCELLED', params: {} };
    if (cause instanceof AppError) return { code: cause.code, params: cause.params };
    if (isDiskFull(cause)) return { code: 'DISK_FULL', params: {} };
    return { code: 'INTERNAL', params: {}, incident: reportIncident(name, cause) };
  };

  return {
    start(name, run) {
      const jobId = newId();
      const abort = new AbortController();
      const tools: JobTools = {
        signal: abort.signal,
        progress: (step, done, total) => publish('job.progress', { jobId, step, done, total }),
      };
      const work = async (): Promise<void> => {
        try {
          const value = jobResults[name].parse(await run(tools));
          publish('job.finished', { jobId, outcome: { ok: true, value } });
        } catch (cause) {
          const error = failure(name, cause, abort.signal.aborted);
          publish('job.finished', {
            jobId,
            outcome: { ok: false, error: { ...error, params: toEventParams(error.params) } },
          });
        } finally {
          running.delete(jobId);
        }
      };
      // The answer with the job's number must reach the window before its first event.
      const ended = new Promise<void>((resolve) => setImmediate(() => void work().then(resolve)));
      running.set(jobId, { abort, ended });
      return { jobId };
    },
    cancel(jobId) {
      running.get(jobId)?.abort.abort();
    },
    async cancelAll() {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

const toEventParams = (params: Failure['params']): Record<string, string | number | boolean | string[]> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  ) as Record<string, string | number | boolean | string[]>;
