/** The writing half of an import: staged in short transactions, visible by one statement, or gone without a trace. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { AuditLog } from '../audit.ts';
import type { Jobs } from '../jobs.ts';
import { readLimits } from '../limits.ts';
import type { Clock, Publish } from '../ports.ts';
import { lastNumber } from '../records/numbering.ts';
import { localDay } from '../records/rule-context.ts';
import { createStage, type StagedRecord } from '../records/stage.ts';
import { readReferences } from '../reference.ts';
import type { OpenSession } from '../sessions.ts';
import type { Threads } from '../threads.ts';
import type { ImportJobInput } from './import-job.ts';

export interface ImportParts {
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly publish: Publish;
  readonly newId: () => string;
}

/** Starts a dry run or an import; a vault file needs the vault key before anything is read. */
export function startImport(
  { jobs, threads, clock, audit, publish, newId }: ImportParts,
  session: OpenSession,
  { files, commit }: ParsedInput<'exchange.import'>,
): Output<'exchange.import'> {
  const { database, kind, country, keys } = session.register;
  const index = indexOfKind(kind);
  const known = index.register.entities.map(({ id }) => id);
  const stranger = files.find(({ entity }) => !known.includes(entity));
  if (stranger) throw new AppError('INVALID_INPUT', { fields: ['files.entity'] });
  const hasVaultFile = files.some(({ entity }) => index.entity(entity).role === 'vault');
  if (hasVaultFile && !keys.vault) throw new AppError('VAULT_KEY_NEEDED');

  return jobs.start('exchange.import', async (tools) => {
    const stage = createStage({ session, clock, publish, batchId: newId() });
    const input: ImportJobInput = {
      kind,
      country,
      limits: readLimits(database, kind),
      today: localDay(clock.now()),
      files,
      commit,
      references: readReferences(database),
      mayWithhold: session.account.roles.includes('supervisor'),
      lastNumbers: Object.fromEntries(index.roots.map(({ id }) => [id, lastNumber(database, id)])),
    };
    try {
      const result = await threads.run<ImportJobInput, JobResult<'exchange.import'>>('import', input, tools, (items) =>
        stage.add(items as readonly StagedRecord[]),
      );
      if (result.committed) {
        database.write(() => {
          stage.show(result.records);
          audit.append(session, {
            name: 'exchange.import',
            outcome: 'committed',
            detail: { records: result.records, rows: result.rows, entities: files.map(({ entity }) => entity) },
          });
        });
      }
      return result;
    } finally {
      const discarded = stage.discard();
      // A lock must not wait until everything is gone.
      if (tools.signal.aborted) discarded.catch(() => undefined);
      else await discarded;
    }
  });
}
