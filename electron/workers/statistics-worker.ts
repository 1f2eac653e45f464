/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { openDatabase } from '../database/open-database.ts';
import type {
  FromStatistics,
  StatisticsThreadOptions,
  ToStatistics,
} from '../services/statistics/statistics-thread.ts';
import { createTableSource, type TableSource } from '../services/statistics/table-source.ts';

const port = parentPort;
if (!port) throw new Error('The statistics worker runs only as a worker thread.');
const send = (message: FromStatistics): void => port.postMessage(message);

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

port.on('message', ({ id, question }: ToStatistics) => {
  try {
    source ??= openSource();
    send({ id, type: 'answer', answer: source.answer(question) });
  } catch (cause) {
    if (cause instanceof AppError) send({ id, type: 'failed', code: cause.code, params: cause.params });
    else send({ id, type: 'broken', message: String(cause), stack: cause instanceof Error ? (cause.stack ?? '') : '' });
  }
});
