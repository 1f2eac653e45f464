import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { type FileCalls, renameDurably, systemCalls } from './rename.ts';

/** After this call the file holds the new content; after a power cut it holds the old or the new, never a part. */
export function atomicReplace(file: string, content: Uint8Array | string, calls: FileCalls = systemCalls): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameDurably(temporary, file, calls);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
