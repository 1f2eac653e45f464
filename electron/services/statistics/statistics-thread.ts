/** The thread that holds the columns, as the data worker sees it. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { QualitySource } from '../quality/quality-source.ts';
import type { TableSource } from './table-source.ts';

export interface StatisticsThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
}

/** What the thread can be asked, by name. */
export interface StatisticsAnswers {
  readonly tables: TableSource['answer'];
  readonly quality: QualitySource['figures'];
  readonly 'quality-records': QualitySource['select'];
}
export type QuestionName = keyof StatisticsAnswers;
export type Question<N extends QuestionName> = Parameters<StatisticsAnswers[N]>[0];
export type Answer<N extends QuestionName> = ReturnType<StatisticsAnswers[N]>;

export interface ToStatistics {
  readonly id: number;
  readonly name: QuestionName;
  readonly question: unknown;
}

export type FromStatistics =
  | { readonly id: number; readonly type: 'answer'; readonly answer: unknown }
  | { readonly id: number; readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly id: number; readonly type: 'broken'; readonly message: string; readonly stack: string };

export interface StatisticsThread {
  ask<N extends QuestionName>(name: N, question: Question<N>): Promise<Answer<N>>;
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
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
    if (message.type === 'answer') question?.resolve(message.answer as never);
    else if (message.type === 'failed') question?.reject(new AppError(message.code, message.params));
    else question?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new AppError('CANCELLED')));
  worker.unref();

  return {
    ask: (name, question) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ id: asked, name, question } satisfies ToStatistics);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
