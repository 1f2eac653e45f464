/** The program without a window over a register of invented records: real services, gates, threads and encryption. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDispatch } from '#electron/dispatch/dispatch.ts';
import { handlers } from '#electron/procedures/handlers.ts';
import type { OpenSession } from '#electron/services/services.ts';
import { createServices } from '#electron/workers/create-services.ts';
import type { Contract, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/errors.ts';
import type { JobName, JobResult } from '#shared/contract/exchange.ts';
import type { InputOf } from '#shared/contract/procedure.ts';

export interface BenchProgram {
  /** For everything that is made on the way; gone with `close`. */
  readonly folder: string;
  /** The one that is open now. */
  readonly session: OpenSession;
  /** Locks and signs in again; the statistics thread begins as it does at the window. Resolves once it has answered. */
  signInAgain(): Promise<void>;
  call<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Output<N>>;
  runJob<N extends JobName & ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<JobResult<N>>;
  close(): Promise<void>;
}

const account = { login: 'bench', displayName: 'Bench', passphrase: 'zarina-mokrela-92-vuthi' } as const;
/** Signing in is slow on purpose and not measured. */
const kdf = { name: 'argon2id', memory: 65_536, time: 1, parallelism: 1 } as const;

/** Makes a register of so many records in a temporary folder; `built` is the folder of the built threads. */
export async function openBenchProgram(records: number, seed: number, built: string): Promise<BenchProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-bench-'));
  const userData = join(folder, 'workstation');
  mkdirSync(userData);
  const finished = new Map<string, (reply: Reply<unknown>) => void>();
  const early = new Map<string, Reply<unknown>>();
  const reportIncident = (name: string, cause: unknown): string => {
    console.error(name, cause);
    return 'bench';
  };
  const services = createServices({
    options: { userData, version: '0.1.0', runtime: 'console', demo: false, locale: 'en' },
    ask: () => Promise.reject(new Error('nothing is asked here')),
    publish: (name, payload) => {
      if (name !== 'job.finished' || !('outcome' in payload)) return;
      const waiting = finished.get(payload.jobId);
      if (waiting) waiting(payload.outcome);
      else early.set(payload.jobId, payload.outcome);
    },
    reportIncident,
    jobScript: pathToFileURL(join(built, 'job-worker.js')),
    statisticsScript: pathToFileURL(join(built, 'statistics-worker.js')),
    namesScript: pathToFileURL(join(built, 'names-worker.js')),
    listScript: pathToFileURL(join(built, 'list-worker.js')),
    kdf,
  });
  const dispatch = createDispatch({ handlers, services, reportIncident });
  const answered = (name: string, reply: Reply<unknown>): never => {
    if (reply.ok) return reply.value as never;
    throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
  };
  const call: BenchProgram['call'] = async (name, input) => {
    services.sessions.touch();
    return answered(name, await dispatch(name, input));
  };

  await call('register.create', {
    path: join(folder, 'register'),
    kind: 'victims',
    institution: 'Bench',
    office: '',
    country: 'XKX',
    language: 'en',
    administrator: account,
    supervisor: null,
    roles: ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'],
    training: true,
    rehearseLater: true,
  });
  // Nobody types here: without a sign of life the register would lock itself in the middle of a long run. Threads keep
  // no process alive; while one of them is asked, this does.
  const awake = setInterval(() => services.sessions.touch(), 20_000);
  const current = (): OpenSession => {
    const session = services.sessions.current();
    if (!session) throw new Error('nobody is signed in');
    return session;
  };
  await services.training.fill(current(), { records, seed });
  return {
    folder,
    get session() {
      return current();
    },
    call,
    async signInAgain() {
      await call('session.lock', {});
      const { login, passphrase } = account;
      await call('session.sign-in', { path: join(folder, 'register'), login, passphrase });
      services.statistics.prepare(current());
      await services.statistics.held(current());
    },
    async runJob(name, input) {
      const { jobId } = (await call(name, input)) as { readonly jobId: string };
      const known = early.get(jobId);
      return answered(name, known ?? (await new Promise<Reply<unknown>>((resolve) => finished.set(jobId, resolve))));
    },
    async close() {
      clearInterval(awake);
      await services.sessions.lock('closed');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
