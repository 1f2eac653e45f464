/** The writing half of a re-judgement: what differs is handed over by the job and kept in short transactions. */
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { replaceFindings } from '../../database/repositories/findings.ts';
import type { AuditLog } from '../audit.ts';
import { jobRegisterInput } from '../job-register.ts';
import type { Jobs } from '../jobs.ts';
import type { Clock, Publish } from '../ports.ts';
import { noteChange } from '../records/write-revision.ts';
import type { OpenSession } from '../sessions.ts';
import type { Threads } from '../threads.ts';
import type { JudgeJobInput, Rejudged } from './judge-job.ts';
import { markJudged, rulesInForce } from './judged.ts';

export interface JudgeParts {
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly publish: Publish;
}

/** Starts judging every completed record anew; rules that look at identities need the vault key. */
export function startJudging(
  { jobs, threads, clock, audit, publish }: JudgeParts,
  session: OpenSession,
): { readonly jobId: string } {
  const { database, kind, keys } = session.register;
  const index = indexOfKind(kind);
  if (!keys.vault && index.roots.some((root) => index.vaultOf(root.id))) throw new AppError('VAULT_KEY_NEEDED');
  const at = clock.now().toISOString();
  // Limits may be changed while the job runs: then it has judged by those of before.
  const by = rulesInForce(session.register);
  const input: JudgeJobInput = { ...jobRegisterInput(session.register), now: at };
  return jobs.start('quality.judge', async (tools) => {
    const result = await threads.run<JudgeJobInput, JobResult<'quality.judge'>>('judge', input, tools, (items) =>
      keep(database, publish, items as readonly Rejudged[], at),
    );
    database.write(() => {
      markJudged(database, { by, at });
      audit.append(session, { name: 'quality.judge', outcome: 'judged', detail: { ...result } });
    });
    return result;
  });
}

/** One event tells of all records of a transaction. */
const silently: Publish = () => undefined;

function keep(database: RegisterDatabase, publish: Publish, judged: readonly Rejudged[], at: string): void {
  database.write(() => {
    for (const { entity, recordId, revision, findings } of judged) {
      const row = database.prepare(`SELECT "revision" FROM "${entity}" WHERE "id" = ?`).get(recordId);
      // Saved or taken away meanwhile: what is kept is newer than what the job saw.
      if (Number(row?.revision) !== revision) continue;
      if (replaceFindings(database, recordId, findings)) noteChange(database, silently, entity, recordId, at);
    }
    database.afterCommit(() => publish('records.changed', { changeNumber: database.changeNumber() }));
  });
}
