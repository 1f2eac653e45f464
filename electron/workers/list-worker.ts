/** Thread entry of the record lists: a read-only connection and the columns in memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ListSource } from '../services/lists/list-questions.ts';
import { createListSource } from '../services/lists/list-source.ts';
import type { FromLists, ListThreadOptions, ToLists } from '../services/lists/list-thread.ts';

const port = parentPort;
if (!port) throw new Error('The list worker runs only as a worker thread.');
const send = (message: FromLists): void => port.postMessage(message);

const { file, key, kind } = workerData as ListThreadOptions;
let source: ListSource | null = null;

/** The file is opened at the first question, so that its failure is an answer. */
function openSource(): ListSource {
  const copy = Buffer.from(key);
  const database = openDatabase({ file, key: copy, mode: 'read' });
  copy.fill(0);
  key.fill(0);
  return createListSource(database, kind);
}

port.on('message', async ({ id, question }: ToLists) => {
  try {
    source ??= openSource();
    const answer = await source.answer(question, (progress) => send({ id, type: 'reading', progress }));
    send({ id, type: 'answer', answer });
  } catch (cause) {
    if (cause instanceof AppError) send({ id, type: 'failed', code: cause.code, params: cause.params });
    else send({ id, type: 'broken', message: String(cause), stack: cause instanceof Error ? (cause.stack ?? '') : '' });
  }
});
