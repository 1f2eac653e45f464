import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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

/** Takes away what kills left of replacements in a folder in which nobody else is at work. */
export function sweepReplacements(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.[0-9a-f]{12}\.tmp$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
