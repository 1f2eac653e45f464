/** The `kriter` command: the same data worker, gates and page printer as the window, without a window. */
import type { Contract, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/errors.ts';
import { type JobName, type JobResult, jobResults } from '#shared/contract/exchange.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import { type CommandLine, readCommandLine, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { usage } from './usage.ts';

/** The data worker as the console sees it. */
export interface DataPort {
  request(name: string, input: unknown): Promise<Reply<unknown>>;
  onEvent(listener: (name: string, payload: unknown) => void): () => void;
  stop(): Promise<void>;
}

export interface ConsoleHost {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly readStandardInput: () => Promise<string>;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Started only by commands that need data. */
  readonly startData: () => DataPort;
}

/** A call that the gates refused: exit status 1. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** What a command works with. */
export interface ConsoleCalls {
  readonly line: CommandLine;
  readonly secrets: Secrets;
  call<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Output<N>>;
  /** Any procedure by name, input as read; for jobs the result of the job. */
  callByName(name: string, input: unknown): Promise<unknown>;
  runJob<N extends JobName & ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<JobResult<N>>;
  signIn(register: string, login: string): Promise<void>;
}

/** Runs one command and returns its exit status. */
export async function runConsole(host: ConsoleHost): Promise<0 | 1 | 2> {
  let data: DataPort | undefined;
  try {
    const line = readCommandLine(host.argv);
    const command = commands[line.command];
    if (!command) throw new UsageError(`no command ${line.command}`);
    const secrets = await readSecrets(host.environment, host.readStandardInput, command.needsSecret(line));
    const started = () => {
      data ??= host.startData();
      return data;
    };
    const value = await command.run(createCalls(line, secrets, started));
    host.writeOut(typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);
    return 0;
  } catch (cause) {
    if (cause instanceof UsageError) {
      host.writeError(`${cause.message}\n\n${usage}`);
      return 2;
    }
    const failure = cause instanceof CallFailure ? cause.failure : { code: 'INTERNAL', params: {} };
    host.writeError(`${JSON.stringify({ error: failure })}\n`);
    return 1;
  } finally {
    await data?.stop();
  }
}

const isJob = (name: string): name is JobName => Object.hasOwn(jobResults, name);

function createCalls(line: CommandLine, secrets: Secrets, data: () => DataPort): ConsoleCalls {
  const request = async (name: string, input: unknown): Promise<unknown> => {
    const reply = await data().request(name, input);
    if (!reply.ok) throw new CallFailure(reply.error);
    return reply.value;
  };
  const jobOutcome = async (name: string, input: unknown): Promise<unknown> => {
    const finished = new Map<string, Reply<unknown>>();
    let arrived = (): void => undefined;
    const leave = data().onEvent((event, payload) => {
      if (event !== 'job.finished') return;
      const { jobId, outcome } = payload as { jobId: string; outcome: Reply<unknown> };
      finished.set(jobId, outcome);
      arrived();
    });
    try {
      const { jobId } = (await request(name, input)) as { jobId: string };
      while (!finished.has(jobId)) await new Promise<void>((resolve) => (arrived = resolve));
      const outcome = finished.get(jobId);
      if (!outcome?.ok) throw new CallFailure(outcome?.error ?? { code: 'INTERNAL', params: {} });
      return outcome.value;
    } finally {
      leave();
    }
  };
  return {
    line,
    secrets,
    call: async (name, input) => (await request(name, input)) as never,
    callByName: (name, input) => (isJob(name) ? jobOutcome(name, input) : request(name, input)),
    runJob: async (name, input) => (await jobOutcome(name, input)) as never,
    async signIn(register, login) {
      await request('session.sign-in', { path: register, login, passphrase: secrets.passphrase() });
    },
  };
}
