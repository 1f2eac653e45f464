import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

// On Windows a virus scanner or indexer may hold a file for a moment after it was closed.
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
const waitsMs = [10, 25, 50, 100, 200, 400, 800];

/** The calls of the system that can fail; tests put faults here. */
export interface FileCalls {
  readonly rename: (from: string, to: string) => void;
  readonly wait: (milliseconds: number) => void;
  readonly platform: NodeJS.Platform;
}

const pause = new Int32Array(new SharedArrayBuffer(4));
export const systemCalls: FileCalls = {
  rename: renameSync,
  wait: (milliseconds) => void Atomics.wait(pause, 0, 0, milliseconds),
  platform: process.platform,
};

/** Gives a file or folder its final name in one step, patient with whoever holds it for a moment. */
export function renameDurably(from: string, to: string, calls: FileCalls = systemCalls): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      calls.rename(from, to);
      break;
    } catch (cause) {
      const wait = waitsMs[attempt];
      if (wait === undefined || calls.platform !== 'win32' || !passing.has(codeOf(cause))) throw cause;
      calls.wait(wait);
    }
  }
  flushFolder(dirname(to), calls.platform);
}

/** Makes a rename or a new file in a folder survive a power cut; Windows offers no such call and needs none. */
export function flushFolder(folder: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (cause) {
    // FAT and some network file systems have no flush for folders.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codeOf(cause))) throw cause;
  } finally {
    closeSync(handle);
  }
}

/** Waits until what was written to a file lies on the disk. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
