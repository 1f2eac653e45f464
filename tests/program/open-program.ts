/** The whole program without a window: real services, gates and encrypted files in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { createDispatch, type Dispatch } from '#electron/dispatch/dispatch.ts';
import { handlers } from '#electron/procedures/handlers.ts';
import type { Services } from '#electron/services/services.ts';
import { createServices } from '#electron/workers/create-services.ts';
import { jobFunctions } from '#electron/workers/job-functions.ts';
import type { Contract, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/errors.ts';
import type { JobName, JobResult } from '#shared/contract/exchange.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { listsInThisThread } from '../records/lists-in-this-thread.ts';
import { copyMade, type Sheets } from './made-registers.ts';

/** The weakest parameters that a header may name: tests open hundreds of slots. */
const testKdf = { name: 'argon2id', memory: 65_536, time: 1, parallelism: 1 } as const;

/** What reads a print for the places of its links finds a page and none of them. */
const emptyPdf = `%PDF-1.7
1 0 obj
<</Pages 2 0 R /Dests 3 0 R>>
endobj
2 0 obj
<</Kids [4 0 R]>>
endobj
3 0 obj
<<>>
endobj
4 0 obj
<</Type /Page>>
endobj
trailer
<</Root 1 0 R>>`;

export const passphrase = 'bakilo-temuna-rofeti-ganipu';

export interface Program {
  readonly folder: string;
  readonly register: string;
  readonly services: Services;
  readonly dispatch: Dispatch;
  readonly events: { readonly name: string; readonly payload: unknown }[];
  readonly incidents: { readonly name: string; readonly cause: unknown }[];
  /** HTML of every print, in order; the printer itself is a fake. */
  readonly printed: string[];
  clock: { now(): Date };
  /** Sends one call and returns its value, or throws with the code of the refusal. */
  call<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Output<N>>;
  send<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Reply<Output<N>>>;
  runJob<N extends JobName & ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<JobResult<N>>;
}

type OpenedRegister = Program & { readonly sheets: Sheets };

/** Starts the services over an empty workstation; everything is gone when the test ends. */
export function openProgram(): Program {
  const program = startProgram();
  onTestFinished(program.close);
  return program;
}

/** The same for whoever closes it: everything is gone then but a register that lies elsewhere. */
export function startProgram(register?: string): Program & { close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-program-'));
  const userData = join(folder, 'workstation');
  mkdirSync(userData);
  const events: Program['events'] = [];
  const incidents: Program['incidents'] = [];
  const printed: string[] = [];
  const listeners = new Set<() => void>();
  const reportIncident = (name: string, cause: unknown): string => {
    incidents.push({ name, cause });
    return `test-${incidents.length}`;
  };
  const services: Services = {
    ...createServices({
      options: { userData, version: '0.1.0', runtime: 'console', demo: false, locale: 'en' },
      ask: (async (name: string, args: { html: string }) => {
        if (name !== 'print') return null;
        printed.push(args.html);
        return { pdf: new TextEncoder().encode(emptyPdf), pages: 1 };
      }) as never,
      publish: (name, payload) => {
        events.push({ name, payload });
        for (const listener of listeners) listener();
      },
      reportIncident,
      jobScript: new URL('file:///unused'),
      statisticsScript: pathToFileURL(join(inject('threads'), 'statistics-worker.js')),
      namesScript: pathToFileURL(join(inject('threads'), 'names-worker.js')),
      listScript: new URL('file:///unused'),
      openLists: listsInThisThread,
      kdf: testKdf,
      // Tests set another clock while the program runs.
      clock: { now: () => program.clock.now() },
      // Jobs run in this thread: the built worker is exercised end to end.
      threads: {
        run: (name, input, tools, take) => {
          const job = jobFunctions[name as keyof typeof jobFunctions] as (input: unknown, tools: unknown) => never;
          return job(input, { ...tools, handOver: async (items: unknown) => take?.(items) });
        },
      },
    }),
  };
  const dispatch = createDispatch({ handlers, services, reportIncident });
  const close = async (): Promise<void> => {
    await services.sessions.lock('closed');
    rmSync(folder, { recursive: true, force: true });
  };

  const send: Program['send'] = (name, input) => dispatch(name, input) as never;
  const call: Program['call'] = async (name, input) => {
    const reply = await send(name, input);
    if (reply.ok) return reply.value;
    const incident = incidents.at(-1);
    throw Object.assign(
      new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`, { cause: incident?.cause }),
      {
        code: reply.error.code,
      },
    );
  };
  const runJob: Program['runJob'] = async (name, input) => {
    const { jobId } = (await call(name, input)) as { jobId: string };
    const finished = () =>
      events.find((event) => event.name === 'job.finished' && (event.payload as { jobId: string }).jobId === jobId);
    let event = finished();
    while (!event) {
      await new Promise<void>((resolve) => listeners.add(resolve));
      event = finished();
    }
    const { outcome } = event.payload as { outcome: Reply<never> };
    if (!outcome.ok) {
      throw Object.assign(
        new Error(`${name}: ${outcome.error.code}`, { cause: incidents.at(-1)?.cause }),
        outcome.error,
      );
    }
    return outcome.value;
  };
  const program: Program & { close(): Promise<void> } = {
    folder,
    register: register ?? join(folder, 'register'),
    services,
    dispatch,
    events,
    incidents,
    printed,
    clock: { now: () => new Date() },
    call,
    send,
    runJob,
    close,
  };
  return program;
}

const everyRole: Role[] = ['administrator', 'supervisor', 'officer', 'analyst', 'auditor'];

interface RegisterPlan {
  readonly roles?: readonly Role[];
  readonly kind?: RegisterKind;
  /** Invented records that stand in it already. */
  readonly training?: { readonly records: number; readonly seed: number };
  /** The day on which the program runs; the real one if left out. */
  readonly now?: string;
}

/** A test that opens a second register gets one with keys and an id of its own. */
let isCopyOpen = false;

/** A program with a register that is in use, its first account signed in with these roles. */
export function openRegister(roles?: readonly Role[], kind?: RegisterKind): Promise<OpenedRegister> {
  return openPlanned({ ...(roles && { roles }), ...(kind && { kind }) });
}

/** The same with invented records in it. */
export const openTraining = (records: number, seed: number, plan: Omit<RegisterPlan, 'training'> = {}) =>
  openPlanned({ ...plan, training: { records, seed } });

async function openPlanned(plan: RegisterPlan): Promise<OpenedRegister> {
  const program = openProgram();
  const { now } = plan;
  if (now) program.clock = { now: () => new Date(now) };
  if (isCopyOpen) return Object.assign(program, { sheets: await makeRegister(program, plan) });
  isCopyOpen = true;
  onTestFinished(() => {
    isCopyOpen = false;
  });
  const sheets = await copyMade(plan, program.register, async (path) => {
    const maker = startProgram(path);
    maker.clock = program.clock;
    try {
      return await makeRegister(maker, plan);
    } finally {
      await maker.close();
    }
  });
  await program.services.sessions.signIn(program.register, 'first', passphrase);
  program.services.workstation.remember(program.register);
  return Object.assign(program, { sheets });
}

async function makeRegister(program: Program, { roles = everyRole, kind = 'victims', training }: RegisterPlan) {
  const { sheets } = await program.call('register.create', {
    path: program.register,
    kind,
    institution: 'Ministria e Brendshme',
    office: 'Zyra e Koordinatorit',
    country: 'XKX',
    language: 'sq',
    administrator: { login: 'first', displayName: 'First Account', passphrase },
    supervisor: null,
    roles: [...roles],
    rehearseLater: true,
  });
  if (training && training.records > 0) await program.runJob('training.generate', training);
  return sheets;
}

/** Adds an account with these roles and signs it in instead. */
export async function signInAs(program: Program, roles: Role[], login: string = roles.join('-')): Promise<void> {
  await program.call('account.add', { login, displayName: login, roles, passphrase });
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login, passphrase });
}
