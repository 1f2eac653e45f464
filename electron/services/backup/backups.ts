/** Backups as the handlers see them: jobs in threads, and what the register remembers of them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { desc } from 'drizzle-orm';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { backupLog } from '../../database/fixed-tables.ts';
import type { AuditLog } from '../audit.ts';
import type { Jobs } from '../jobs.ts';
import type { Clock } from '../ports.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import type { Threads } from '../threads.ts';
import type { Workstation } from '../workstation.ts';
import { type BackupJobInput, sweepCopies } from './create-backup.ts';
import type { InspectJobInput, VerifyJobInput } from './jobs.ts';
import type { RestoreJobInput } from './restore-backup.ts';

type Started = { readonly jobId: string };
type Key = ParsedInput<'backup.inspect'>['key'];

export interface Backups {
  create(session: OpenSession, folder: string): Started;
  /** With the keys of the open session, or with a key of its own where nobody is signed in. */
  verify(session: OpenSession | null, file: string, key: Key | null): Started;
  inspect(file: string, key: Key, target: string | null): Started;
  restore(file: string, key: Key, target: string): Started;
  list(session: OpenSession): Output<'backup.list'>['backups'];
}

export interface BackupsParts {
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly sessions: Sessions;
  readonly workstation: Workstation;
  readonly newId: () => string;
  readonly programVersion: string;
}

export function createBackups(parts: BackupsParts): Backups {
  const { jobs, threads, clock, audit, sessions, workstation, newId, programVersion } = parts;
  const now = (): string => clock.now().toISOString();

  return {
    create: (session, folder) =>
      jobs.start('backup.create', async (tools) => {
        const { register, backupIdentity } = session;
        const at = now();
        const input: BackupJobInput = {
          folder: register.folder,
          to: folder,
          dataKey: register.keys.data,
          backupIdentity,
          at,
          programVersion,
        };
        const result = await threads
          .run<BackupJobInput, JobResult<'backup.create'>>('backup', input, tools)
          // A thread that was ended in the middle of one long statement could not tidy up by itself.
          .finally(() => sweepCopies(register.folder));
        const digest = await digestOf(result.file);
        register.database.write(() => {
          const row = { id: newId(), at, file: result.file, bytes: result.contents.bytes, verified: true, digest };
          register.database.orm.insert(backupLog).values(row).run();
          audit.append(session, {
            name: 'backup.create',
            outcome: 'verified',
            detail: { bytes: row.bytes, digest: digest.slice(0, 16) },
          });
        });
        return result;
      }),

    verify(session, file, key) {
      if (key === null && !session) throw new AppError('NOT_SIGNED_IN');
      const keys = session && { backupIdentity: session.backupIdentity, dataKey: session.register.keys.data };
      const opening = key ?? keys;
      if (!opening) throw new AppError('NOT_SIGNED_IN');
      return jobs.start('backup.verify', (tools) =>
        threads.run<VerifyJobInput, JobResult<'backup.verify'>>('verify', { file, key: opening }, tools),
      );
    },

    inspect: (file, key, target) =>
      jobs.start('backup.inspect', (tools) =>
        threads.run<InspectJobInput, JobResult<'backup.inspect'>>('inspect', { file, key, target }, tools),
      ),

    restore: (file, key, target) =>
      jobs.start('backup.restore', async (tools) => {
        // The register that is about to be replaced must not be open, least of all here.
        const open = sessions.current();
        if (open && resolve(open.register.folder) === resolve(target)) throw new AppError('REGISTER_IN_USE');
        const input: RestoreJobInput = { file, key, target, at: now() };
        const result = await threads.run<RestoreJobInput, JobResult<'backup.restore'>>('restore', input, tools);
        workstation.remember(result.path);
        return result;
      }),

    list: ({ register }) =>
      register.database.orm
        .select()
        .from(backupLog)
        .orderBy(desc(backupLog.at))
        .limit(200)
        .all()
        .map(({ at, file, bytes, verified }) => ({ at, file, bytes, verified })),
  };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
