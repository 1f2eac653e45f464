/** What services start in threads of their own; the data worker provides it. */
import type { JobTools } from './ports.ts';

/** Runs a job function by name in a thread; `take` receives what the job hands over to the only writer. */
export interface Threads {
  run<I, O>(name: string, input: I, tools: JobTools, take?: (items: unknown) => void): Promise<O>;
}
