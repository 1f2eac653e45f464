/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { workerData } from 'node:worker_threads';
import type { TableQuestion } from '#shared/statistics/compute-tables.ts';
import { openDatabase } from '../database/open-database.ts';
import type { StatisticsThreadOptions } from '../services/statistics/statistics-thread.ts';
import { createTableSource, type TableAnswer, type TableSource } from '../services/statistics/table-source.ts';
import { answerQuestions } from './answer-questions.ts';

const { file, key, kind } = workerData as StatisticsThreadOptions;
let source: TableSource | null = null;

/** The file is opened at the first question, so that its failure is an answer. */
function openSource(): TableSource {
  const copy = Buffer.from(key);
  const database = openDatabase({ file, key: copy, mode: 'read' });
  copy.fill(0);
  key.fill(0);
  return createTableSource(database, kind);
}

answerQuestions<TableQuestion, TableAnswer>((question) => {
  source ??= openSource();
  return source.answer(question);
});
