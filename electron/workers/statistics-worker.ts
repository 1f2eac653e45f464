/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { workerData } from 'node:worker_threads';
import { openDatabase } from '../database/open-database.ts';
import { createQualitySource } from '../services/quality/quality-source.ts';
import { createLiveStores } from '../services/statistics/counted-records.ts';
import type {
  StatisticsAnswers,
  StatisticsThreadOptions,
  ToStatistics,
} from '../services/statistics/statistics-thread.ts';
import { createTableSource } from '../services/statistics/table-source.ts';
import { answerQuestions } from './answer-questions.ts';

const { file, key, kind } = workerData as StatisticsThreadOptions;
let answers: StatisticsAnswers | null = null;

/** The file is opened at the first question, so that its failure is an answer. */
function openAnswers(): StatisticsAnswers {
  const copy = Buffer.from(key);
  const database = openDatabase({ file, key: copy, mode: 'read' });
  copy.fill(0);
  key.fill(0);
  const stores = createLiveStores(database, kind);
  const [tables, quality] = [createTableSource(stores, kind), createQualitySource(stores, kind)];
  return { tables: tables.answer, quality: quality.figures, 'quality-records': quality.select };
}

answerQuestions<ToStatistics, unknown>(({ name, question }) => {
  answers ??= openAnswers();
  return answers[name](question as never);
});
