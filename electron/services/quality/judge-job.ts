/** The judging half of a re-judgement, in a thread of its own: every completed record against the rules of today. */
import type { JobResult } from '#shared/contract/exchange.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { findingsOfMany, type StoredFinding, sameFindings } from '../../database/repositories/findings.ts';
import { type StoredRecord, visibleCondition } from '../../database/repositories/record-reader.ts';
import { quote } from '../../database/table-shape.ts';
import { type JobRegisterInput, withJobRegister } from '../job-register.ts';
import type { JobTools } from '../ports.ts';
import { findStored } from '../records/judge-stored.ts';
import { type RootStore, storeOf } from '../records/record-store.ts';

export interface JudgeJobInput extends JobRegisterInput {
  /** Rules speak of today; ISO instant of the clock of the program. */
  readonly now: string;
}

/** A record of which something else is found than what is kept. */
export interface Rejudged {
  readonly entity: string;
  readonly recordId: string;
  /** Revision that was judged; a record saved since then was judged by that save. */
  readonly revision: number;
  readonly findings: readonly StoredFinding[];
}

const readAtOnce = 200;
/** Records handed over at a time: small enough that a draft is saved between two hand-overs. */
const writtenAtOnce = 400;

/** Judges everything before anything is written, so that stopping leaves the findings as they were. */
export async function runJudgeJob(
  input: JudgeJobInput,
  tools: JobTools & { readonly handOver?: (records: readonly Rejudged[]) => Promise<void> },
): Promise<JobResult<'quality.judge'>> {
  const clock = { now: () => new Date(input.now) };
  return withJobRegister(input, async (register) => {
    const { database, kind } = register;
    const different: Rejudged[] = [];
    let judged = 0;
    const total = countCompleted(database, kind);
    for (const store of storeOf(database, kind).roots) {
      for (const batch of batches(store)) {
        tools.progress('judge', judged, total);
        await new Promise((resolve) => setImmediate(resolve));
        if (tools.signal.aborted) throw tools.signal.reason;
        const kept = findingsOfMany(
          database,
          batch.map(({ meta }) => meta.id),
        );
        for (const record of batch) {
          const { id: recordId, revision, completedRevision } = record.meta;
          if (completedRevision !== null) judged += 1;
          const findings = findStored({ clock }, register, { store, record });
          if (sameFindings(findings, kept.get(recordId) ?? [])) continue;
          different.push({ entity: store.entity, recordId, revision, findings });
        }
      }
    }
    for (let from = 0; from < different.length; from += writtenAtOnce) {
      tools.progress('write', from, different.length);
      await tools.handOver?.(different.slice(from, from + writtenAtOnce));
    }
    return { records: judged, changed: different.length };
  });
}

function* batches({ reader }: RootStore): Generator<StoredRecord[]> {
  let batch: StoredRecord[] = [];
  for (const record of reader.iterate({ batch: readAtOnce })) {
    batch.push(record);
    if (batch.length < readAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function countCompleted(database: RegisterDatabase, kind: RegisterKind): number {
  return storeOf(database, kind).roots.reduce((sum, { root }) => {
    const where = `"completed_revision" IS NOT NULL AND "binned_at" IS NULL AND ${visibleCondition}`;
    const row = database.prepare(`SELECT count(*) AS "n" FROM ${quote(root.table)} WHERE ${where}`).get();
    return sum + Number(row?.n ?? 0);
  }, 0);
}
