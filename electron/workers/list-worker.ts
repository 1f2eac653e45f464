/** Thread entry of the record lists: a read-only connection and the columns in memory. */
import { workerData } from 'node:worker_threads';
import type { AnswerTo, ListQuestion, ListSource, Reading } from '../services/lists/list-questions.ts';
import { createListSource } from '../services/lists/list-source.ts';
import type { ListThreadOptions } from '../services/lists/list-thread.ts';
import { loadKind } from '../services/load-kind.ts';
import { answerQuestions } from './answer-questions.ts';
import { openForReading } from './open-for-reading.ts';

const { file, key, kind } = workerData as ListThreadOptions;
let source: ListSource | null = null;
await loadKind(kind);

/** The file is opened at the first question, so that its failure is an answer. */
answerQuestions<ListQuestion, AnswerTo<ListQuestion>, never, Reading>((question, onReading) => {
  source ??= createListSource(openForReading(file, key), kind);
  return source.answer(question, onReading);
});
