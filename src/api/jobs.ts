/** Long work that was started from this window: where it stands, kept while the user walks about in the program. */
import { useSyncExternalStore } from 'react';
import type { Input } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/errors.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { JobName, JobResult } from '#shared/contract/exchange.ts';
import { call, listen } from './client.ts';
import { failureOf } from './failure.ts';

export type JobState<N extends JobName> =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      readonly step: string | null;
      readonly done: number;
      readonly total: number;
      /** Of the step at hand; null until it can be told. */
      readonly remainingSeconds: number | null;
      readonly stopping: boolean;
    }
  | { readonly phase: 'finished'; readonly value: JobResult<N> }
  | { readonly phase: 'failed'; readonly failure: Failure };

type AnyState = JobState<JobName>;
type Finished = EventPayload<'job.finished'>;

const idle: AnyState = { phase: 'idle' };
const states = new Map<JobName, AnyState>();
const running = new Map<string, { readonly name: JobName; step: string | null; stepStarted: number }>();
/** A short job can end before the reply that names it arrives. */
const early = new Map<string, Finished>();
const watchers = new Set<() => void>();
let isListening = false;

function put(name: JobName, state: AnyState): void {
  states.set(name, state);
  for (const watcher of watchers) watcher();
}

function remaining(started: number, done: number, total: number): number | null {
  const elapsed = (performance.now() - started) / 1000;
  if (total <= 0 || done <= 0 || elapsed < 1.5) return null;
  return (elapsed / done) * Math.max(0, total - done);
}

function finish({ jobId, outcome }: Finished): void {
  const job = running.get(jobId);
  if (job === undefined) {
    early.set(jobId, { jobId, outcome });
    return;
  }
  running.delete(jobId);
  put(
    job.name,
    outcome.ok
      ? { phase: 'finished', value: outcome.value as JobResult<JobName> }
      : { phase: 'failed', failure: outcome.error },
  );
}

function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  listen('job.progress', ({ jobId, step, done, total }) => {
    const job = running.get(jobId);
    if (job === undefined) return;
    if (job.step !== step) {
      job.step = step;
      job.stepStarted = performance.now();
    }
    const before = states.get(job.name);
    const stopping = before?.phase === 'running' && before.stopping;
    put(job.name, {
      phase: 'running',
      step,
      done,
      total,
      remainingSeconds: remaining(job.stepStarted, done, total),
      stopping,
    });
  });
  listen('job.finished', finish);
}

async function start<N extends JobName>(name: N, input: Input<N>): Promise<void> {
  listenOnce();
  put(name, { phase: 'running', step: null, done: 0, total: 0, remainingSeconds: null, stopping: false });
  try {
    // Every job procedure answers with the id of the job it started.
    const { jobId } = (await call(name, input)) as { jobId: string };
    running.set(jobId, { name, step: null, stepStarted: performance.now() });
    const ended = early.get(jobId);
    early.delete(jobId);
    if (ended !== undefined) finish(ended);
  } catch (thrown) {
    put(name, { phase: 'failed', failure: failureOf(thrown) });
  }
}

async function stop(name: JobName): Promise<void> {
  const state = states.get(name);
  if (state?.phase !== 'running') return;
  put(name, { ...state, stopping: true });
  const ids = [...running].flatMap(([jobId, job]) => (job.name === name ? [jobId] : []));
  await Promise.all(ids.map((jobId) => call('job.cancel', { jobId })));
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

export interface Job<N extends JobName> {
  readonly state: JobState<N>;
  readonly start: (input: Input<N>) => Promise<void>;
  /** Leaves everything as it was before the job began. */
  readonly stop: () => Promise<void>;
  /** Forgets the outcome, so that the next one can be begun. */
  readonly reset: () => void;
}

/** One job of a kind at a time; its state outlives the page that began it. */
export function useJob<N extends JobName>(name: N): Job<N> {
  const state = useSyncExternalStore(watch, () => states.get(name) ?? idle) as JobState<N>;
  return {
    state,
    start: (input) => start(name, input),
    stop: () => stop(name),
    reset: () => put(name, idle),
  };
}
