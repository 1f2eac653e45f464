import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

/** Written at once and unbuffered: what was said before the kill was said. */
export const say = (word: string, detail: unknown = null): void =>
  void writeSync(1, `${JSON.stringify([word, detail])}\n`);

/** The work begins. What was compiled is kept for the next process, which a kill would not do. */
export function sayReady(): void {
  flushCompileCache();
  say('ready');
}

/** Ends this process as a cut of power would, at once. */
export function killThisProcess(): void {
  say('kills', Date.now());
  process.kill(process.pid, 'SIGKILL');
}
