/** Thread entry of the index of names: a read-only connection, the vault key, and the names in memory. */
import { workerData } from 'node:worker_threads';
import { loadRegister } from '#shared/dictionary/registers.ts';
import type { NameSegment } from '../database/repositories/name-segments.ts';
import {
  createNameSource,
  type NameAnswer,
  type NameQuestion,
  type NameSource,
} from '../services/names/name-source.ts';
import type { NamesThreadOptions } from '../services/names/names-thread.ts';
import { answerQuestions } from './answer-questions.ts';
import { openForReading } from './open-for-reading.ts';

const { file, kind, registerId, dataKey, vaultKey } = workerData as NamesThreadOptions;
let source: NameSource | null = null;
await loadRegister(kind);

/** The file is opened at the first question, so that its failure is an answer. */
function openSource(): NameSource {
  const database = openForReading(file, dataKey);
  const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return createNameSource({ database, kind, registerId, vaultKey: Buffer.from(vaultKey), handOver, breath });
}

const handOver = answerQuestions<NameQuestion, NameAnswer, NameSegment>((question) => {
  source ??= openSource();
  return source.answer(question);
});
