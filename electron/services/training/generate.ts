/** Fills an empty register with invented records and marks it as training for ever. */
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { ReferenceEntry } from '#shared/dictionary/reference-lists/reference-entry.ts';
import { sourceLanguage } from '#shared/languages.ts';
import { standInInstitutions } from '#shared/training/stand-in-institutions.ts';
import type { TrainingRecord } from '#shared/training/training-record.ts';
import { registerInfo } from '../../database/fixed-tables.ts';
import type { AuditLog } from '../audit.ts';
import { commitHeader } from '../commit-header.ts';
import type { Clock, JobTools, Publish } from '../ports.ts';
import { storeOf } from '../records/record-store.ts';
import { localDay } from '../records/rule-context.ts';
import { createStage, type StagedRecord } from '../records/stage.ts';
import { insertEntries, readReferences } from '../reference.ts';
import { createTexts } from '../reports/texts.ts';
import type { OpenSession } from '../sessions.ts';
import { generatorOf } from './generators.ts';

export interface TrainingParts {
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly publish: Publish;
}

/** Records written between two breaths of the thread: no draft waits longer than that takes. */
const atOnce = 160;

/** REGISTER_NOT_EMPTY where a record was ever entered, binned ones included. */
export async function generateTraining(
  { clock, audit, publish }: TrainingParts,
  session: OpenSession,
  { records, seed }: { readonly records: number; readonly seed: number },
  tools: JobTools,
): Promise<JobResult<'training.generate'>> {
  const { database, kind, country } = session.register;
  for (const { root } of storeOf(database, kind).roots) {
    if (database.prepare(`SELECT 1 AS one FROM "${root.table}" LIMIT 1`).get())
      throw new AppError('REGISTER_NOT_EMPTY');
  }
  const generate = await generatorOf(kind);
  markAsTraining(session);
  const stage = createStage({ session, clock, publish, batchId: newId() });
  const now = clock.now();
  const today = localDay(now);
  const info = database.orm.select().from(registerInfo).get();
  const reason = createTexts(info?.language ?? sourceLanguage)('demo:reason');
  const lists = readReferences(database);
  const reference = { ...lists, INST: lists['INST'] ?? addInstitutions(session) };
  try {
    let batch: StagedRecord[] = [];
    let written = 0;
    for (const record of generate({ records, seed, today, country, reference })) {
      batch.push(staged(record, now, reason));
      if (batch.length < atOnce) continue;
      stage.add(batch);
      written += batch.length;
      batch = [];
      tools.progress('write', written, records);
      await new Promise((resolve) => setImmediate(resolve));
      if (tools.signal.aborted) throw tools.signal.reason;
    }
    stage.add(batch);
    written += batch.length;
    database.write(() => {
      stage.show(written);
      audit.append(session, { name: 'training.generate', outcome: 'written', detail: { records: written, seed } });
    });
    return { records: written, seed };
  } finally {
    const discarded = stage.discard();
    // A lock must not wait until everything is gone.
    if (!tools.signal.aborted) await discarded;
  }
}

/** A country that comes without institutions gets invented ones: no record stands without them. */
function addInstitutions({ register: { database, country } }: OpenSession): readonly ReferenceEntry[] {
  const entries = standInInstitutions(country);
  insertEntries(database, 'INST', entries);
  return entries;
}

/** Before the first invented record: a register with such records must never look like a real one. */
function markAsTraining(session: OpenSession): void {
  if (session.header.training) return;
  session.register.database.write(() => {
    commitHeader(session, { ...session.header, training: true });
    session.register.database.orm.update(registerInfo).set({ training: true }).run();
  });
}

/** Entered at nine in the morning, but never later than now. */
function staged(
  { entity, id, content, identity, enteredOn, ...past }: TrainingRecord,
  now: Date,
  reason: string,
): StagedRecord {
  const morning = `${enteredOn}T09:00:00.000Z`;
  const latest = now.toISOString();
  const enteredAt = morning < latest ? morning : latest;
  return { entity, id, content, identity, isComplete: past.state !== 'draft', past: { ...past, enteredAt, reason } };
}
