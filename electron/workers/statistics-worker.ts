/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { openDatabase } from '../database/open-database.ts';
import { createQualitySource } from '../services/quality/quality-source.ts';
import { createLiveStores } from '../services/statistics/counted-records.ts';
import type {
  FromStatistics,
  StatisticsAnswers,
  StatisticsThreadOptions,
  ToStatistics,
} from '../services/statistics/statistics-thread.ts';
import { createTableSource } from '../services/statistics/table-source.ts';

const port = parentPort;
if (!port) throw new Error('The statistics worker runs only as a worker thread.');
const send = (message: FromStatistics): void => port.postMessage(message);

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

port.on('message', ({ id, name, question }: ToStatistics) => {
  try {
    answers ??= openAnswers();
    send({ id, type: 'answer', answer: answers[name](question as never) });
  } catch (cause) {
    if (cause instanceof AppError) send({ id, type: 'failed', code: cause.code, params: cause.params });
    else send({ id, type: 'broken', message: String(cause), stack: cause instanceof Error ? (cause.stack ?? '') : '' });
  }
});
