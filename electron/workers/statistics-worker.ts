/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { workerData } from 'node:worker_threads';
import { loadRegister } from '#shared/dictionary/registers.ts';
import { createQualitySource } from '../services/quality/quality-source.ts';
import { createLiveStores } from '../services/statistics/counted-records.ts';
import { registerFactsSource } from '../services/statistics/derived-sources.ts';
import { createRecordSelection } from '../services/statistics/record-selection.ts';
import type {
  StatisticsAnswers,
  StatisticsThreadOptions,
  ToStatistics,
} from '../services/statistics/statistics-thread.ts';
import { createTableSource } from '../services/statistics/table-source.ts';
import { answerQuestions } from './answer-questions.ts';
import { openForReading } from './open-for-reading.ts';

const { file, key, kind } = workerData as StatisticsThreadOptions;
let answers: StatisticsAnswers | null = null;
await loadRegister(kind);

/** The file is opened at the first question, so that its failure is an answer. */
function openAnswers(): StatisticsAnswers {
  const database = openForReading(file, key);
  const stores = createLiveStores(database, kind);
  const [tables, quality] = [
    createTableSource(stores, kind, registerFactsSource(database, kind)),
    createQualitySource(stores, kind),
  ];
  return {
    tables: tables.answer,
    trend: tables.trend,
    quality: quality.figures,
    records: createRecordSelection(stores, kind).select,
  };
}

answerQuestions<ToStatistics, unknown>(({ name, question }) => {
  answers ??= openAnswers();
  return answers[name](question as never);
});
