/** The thread that holds the lists, as the data worker sees it. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { AnswerTo, ListAnswers, ListQuestion, ListSource, OnReading } from './list-questions.ts';

export interface ListThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
}

export interface ToLists {
  readonly id: number;
  readonly question: ListQuestion;
}

export type FromLists = { readonly id: number } & (
  | { readonly type: 'answer'; readonly answer: ListAnswers[ListQuestion['type']] }
  | { readonly type: 'reading'; readonly progress: Parameters<OnReading>[0] }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly type: 'broken'; readonly message: string; readonly stack: string }
);

export interface ListThread extends ListSource {
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: Error) => void;
  readonly onReading: OnReading;
}

/** Starts the thread over a register file. */
export function startListThread(script: URL, options: ListThreadOptions): ListThread {
  const worker = new Worker(script, { workerData: options });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | null = null;

  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (message: FromLists) => {
    const question = waiting.get(message.id);
    if (message.type === 'reading') {
      question?.onReading(message.progress);
      return;
    }
    waiting.delete(message.id);
    // Between questions the thread keeps no program from ending.
    if (waiting.size === 0) worker.unref();
    if (message.type === 'answer') question?.resolve(message.answer as never);
    else if (message.type === 'failed') question?.reject(new AppError(message.code, message.params));
    else question?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new AppError('CANCELLED')));
  worker.unref();

  return {
    answer: <Q extends ListQuestion>(question: Q, onReading: OnReading = () => undefined) =>
      new Promise<AnswerTo<Q>>((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        asked += 1;
        waiting.set(asked, { resolve, reject, onReading });
        worker.ref();
        worker.postMessage({ id: asked, question } satisfies ToLists);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
