/** The backup jobs by what a job worker is given: plain data in, the result of the contract out. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { JobTools } from '../ports.ts';
import type { OpeningKey } from './backup-key.ts';
import { type BackupJobInput, createBackup } from './create-backup.ts';
import { writeFailure } from './file-failure.ts';
import { writePieces } from './file-stream.ts';
import { contentsOf } from './manifest.ts';
import { readBackup } from './read-backup.ts';
import { requireFacts } from './register-contents.ts';
import { type RestoreJobInput, restoreBackup } from './restore-backup.ts';
import { describeTarget, lookAtTarget } from './restore-target.ts';

export interface VerifyJobInput {
  readonly file: string;
  readonly key: OpeningKey;
  /** Where the still encrypted register is laid for the time of the check; the system's folder if not given. */
  readonly workFolder?: string;
}

export interface InspectJobInput {
  readonly file: string;
  readonly key: OpeningKey;
  /** Folder that a restore would fill; null where none has been chosen yet. */
  readonly target: string | null;
}

/** Steps: copy, check, write, readBack. */
export const runBackupJob = (input: BackupJobInput, tools: JobTools): Promise<JobResult<'backup.create'>> =>
  createBackup(input, tools);

/** Steps: read, check. Proves that every byte is what was written and that the register inside opens and is whole. */
export async function runVerifyJob(input: VerifyJobInput, tools: JobTools): Promise<JobResult<'backup.verify'>> {
  const folder = input.workFolder ?? tmpdir();
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `verify-${randomBytes(6).toString('hex')}.tmp`);
  const store = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    await writePieces(copy, pieces).catch((cause: unknown) => {
      throw writeFailure(cause);
    });
  };
  try {
    const read = await readBackup(input.file, input.key, 'read', tools, store);
    tools.progress('check', 0, 1);
    await requireFacts(copy, await read.opener.dataKey(read.header), read.manifest);
    return { file: input.file, contents: contentsOf(read.manifest, read.bytes) };
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Steps: open. Reads only the beginning; `backup.restore` authenticates the rest before it replaces anything. */
export async function runInspectJob(input: InspectJobInput, tools: JobTools): Promise<JobResult<'backup.inspect'>> {
  const { manifest, bytes, opener } = await readBackup(input.file, input.key, 'open', tools, null);
  const target = input.target === null ? null : resolve(input.target);
  const replaces = target === null ? null : await describeTarget(lookAtTarget(target), target, opener);
  return { file: input.file, contents: contentsOf(manifest, bytes), replaces };
}

/** Steps: open, read, check. */
export const runRestoreJob = (input: RestoreJobInput, tools: JobTools): Promise<JobResult<'backup.restore'>> =>
  restoreBackup(input, tools);
