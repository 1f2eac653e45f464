/** Work in a process of its own that is killed while it works. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

export type Said = readonly [word: string, detail: never];

export interface KilledWork {
  /** Script beside this file. */
  readonly script: string;
  readonly parameters: readonly string[];
  /** Counted from the moment the work begins; null: the work ends itself with the same signal. */
  readonly afterMs: number | null;
}

export interface Killed {
  readonly said: readonly Said[];
  readonly wasKilled: boolean;
  readonly killedAt: number;
}

/** Starts the work, kills it and returns what it had said by then. */
export async function workAndKill({ script, parameters, afterMs }: KilledWork): Promise<Killed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Said[] = [];
  let complaint = '';
  let killedAt = 0;
  const kill = (): void => {
    child.kill('SIGKILL');
    killedAt = Date.now();
  };
  child.stderr.on('data', (part) => (complaint += String(part)));
  createInterface(child.stdout).on('line', (line) => {
    const word = JSON.parse(line) as Said;
    if (word[0] === 'kills') killedAt = word[1];
    else if (word[0] !== 'ready') said.push(word);
    else if (afterMs !== null) setTimeout(kill, afterMs);
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  // The work itself must not fail: that would look like a kill that did no harm.
  expect(complaint.replaceAll(/.*Warning.*\n/g, '')).toBe('');
  return { said, wasKilled: signal === 'SIGKILL', killedAt };
}
