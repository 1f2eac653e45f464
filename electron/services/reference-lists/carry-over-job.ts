/** The judging half of a carry-over, in a thread of its own: what the rules will say of the records that move. */

import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { StoredFinding } from '../../database/repositories/findings.ts';
import { type JobRegisterInput, withJobRegister } from '../job-register.ts';
import type { JobTools } from '../ports.ts';
import { findStored } from '../records/judge-stored.ts';
import { storeOf } from '../records/record-store.ts';
import { type Move, movedContent } from './carry-content.ts';
import { movingIds } from './moving-records.ts';

export interface CarryOverJobInput extends JobRegisterInput, Move {
  readonly withLocked: boolean;
  readonly now: string;
}

/** What is found of a record once its answers have moved, and the revision that this was found for. */
export interface MovedFindings {
  readonly recordId: string;
  readonly revision: number;
  readonly findings: readonly StoredFinding[];
}

const atOnce = 200;

/** Nothing is written here or handed over for writing before everything is judged: stopping leaves all as it was. */
export async function runCarryOverJob(
  input: CarryOverJobInput,
  tools: JobTools & { readonly handOver?: (items: readonly MovedFindings[]) => Promise<void> },
): Promise<void> {
  const clock = { now: () => new Date(input.now) };
  await withJobRegister(input, async (register) => {
    const index = indexOfKind(register.kind);
    const moving = storeOf(register.database, register.kind).roots.map((store) => ({
      store,
      ids: movingIds(register, store, input, input.withLocked),
    }));
    const total = moving.reduce((sum, { ids }) => sum + ids.length, 0);
    let done = 0;
    for (const { store, ids } of moving) {
      for (let from = 0; from < ids.length; from += atOnce) {
        tools.progress('judge', done, total);
        await new Promise((resolve) => setImmediate(resolve));
        if (tools.signal.aborted) throw tools.signal.reason;
        const records = store.reader.loadMany(ids.slice(from, from + atOnce));
        const found = records.map(({ meta, content }): MovedFindings => {
          const record = { meta, content: movedContent(index, store.entity, content, input) };
          const findings = findStored({ clock }, register, { store, record });
          return { recordId: meta.id, revision: meta.revision, findings };
        });
        await tools.handOver?.(found);
        done += records.length;
      }
    }
  });
}
