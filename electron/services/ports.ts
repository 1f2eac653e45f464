/** What services need from the world around the data worker; the window host, the console and tests provide it. */
import type { EventName, EventPayload } from '#shared/contract/events.ts';

/** Prints a complete HTML document (fonts by app:// address, no script) to A4 PDF; the caller writes the file. */
export interface PagePrinter {
  print(html: string): Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;
}

export interface Dialogs {
  chooseFolder(purpose: string): Promise<string | null>;
  chooseFile(purpose: string): Promise<string | null>;
  chooseSave(purpose: string, suggestedName: string): Promise<string | null>;
}

export interface Clock {
  now(): Date;
}

/** Cryptographic randomness. */
export type RandomBytes = (length: number) => Buffer;

export type Publish = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** What a long job may use: it reports, and stops as soon as it can once the signal is raised. */
export interface JobTools {
  progress(step: string, done: number, total: number): void;
  readonly signal: AbortSignal;
}
