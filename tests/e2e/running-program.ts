import type { Page } from 'playwright-core';

export interface Settings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What the program tried although it must not. */
export interface Refusals {
  readonly foreignRequests: string[];
  readonly policyViolations: string[];
}

export interface RunningProgram {
  readonly page: Page;
  readonly refusals: Refusals;
  readonly output: () => string;
  /** Runs a function inside the main process with the module `electron` and one argument. */
  evaluateMain<A, R>(run: (electron: never, argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Waits until the program has ended by itself and returns its exit code. */
  ended(): Promise<number | null>;
  quit(): Promise<void>;
  kill(): Promise<void>;
}
