/** The thread that holds the columns, as the data worker sees it. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableQuestion } from '#shared/statistics/compute-tables.ts';
import type { TableAnswer } from './table-source.ts';

export interface StatisticsThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
}

export interface ToStatistics {
  readonly id: number;
  readonly question: TableQuestion;
}

export type FromStatistics =
  | { readonly id: number; readonly type: 'answer'; readonly answer: TableAnswer }
  | { readonly id: number; readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly id: number; readonly type: 'broken'; readonly message: string; readonly stack: string };

export interface StatisticsThread {
  ask(question: TableQuestion): Promise<TableAnswer>;
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: TableAnswer) => void;
  readonly reject: (cause: Error) => void;
}

/** Starts the thread over a register file. */
export function startStatisticsThread(script: URL, options: StatisticsThreadOptions): StatisticsThread {
  const worker = new Worker(script, { workerData: options });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | null = null;

  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (message: FromStatistics) => {
    const question = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') question?.resolve(message.answer);
    else if (message.type === 'failed') question?.reject(new AppError(message.code, message.params));
    else question?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new AppError('CANCELLED')));
  worker.unref();

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ id: asked, question } satisfies ToStatistics);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
