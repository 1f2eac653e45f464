/** A thread that holds something in memory and answers questions about it, as the data worker sees it. */
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '#shared/contract/errors.ts';

export type ToThread<Q> =
  | { readonly type: 'question'; readonly id: number; readonly question: Q }
  /** What was handed over last is stored: the thread may go on. */
  | { readonly type: 'taken' };

export type FromThread<A, H = never, P = never> =
  /** How far the answer has come. */
  | { readonly type: 'progress'; readonly id: number; readonly progress: P }
  | { readonly type: 'answer'; readonly id: number; readonly answer: A }
  | { readonly type: 'failed'; readonly id: number; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly type: 'broken'; readonly id: number; readonly message: string; readonly stack: string }
  /** Work for the only writer. */
  | { readonly type: 'hand-over'; readonly items: H };

export interface QuestionThread<Q, A, P = never> {
  ask(question: Q, onProgress?: (progress: P) => void): Promise<A>;
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

interface Waiting<A, P> {
  readonly onProgress: (progress: P) => void;
  readonly resolve: (answer: A) => void;
  readonly reject: (cause: Error) => void;
}

/** Starts the thread; `take` receives what it hands over. */
export function startQuestionThread<Q, A, H = never, P = never>(
  script: URL,
  workerData: object,
  take: (items: H) => void = () => undefined,
): QuestionThread<Q, A, P> {
  const worker = new Worker(script, { workerData });
  const waiting = new Map<number, Waiting<A, P>>();
  let asked = 0;
  let ended: Error | null = null;

  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (message: FromThread<A, H, P>) => {
    if (message.type === 'hand-over') {
      if (ended) return;
      take(message.items);
      worker.postMessage({ type: 'taken' } satisfies ToThread<Q>);
      return;
    }
    const question = waiting.get(message.id);
    if (message.type === 'progress') {
      question?.onProgress(message.progress);
      return;
    }
    waiting.delete(message.id);
    // Between questions the thread keeps no program from ending.
    if (waiting.size === 0) worker.unref();
    if (message.type === 'answer') question?.resolve(message.answer);
    else if (message.type === 'failed') question?.reject(new AppError(message.code, message.params));
    else question?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new AppError('CANCELLED')));
  worker.unref();

  return {
    ask: (question, onProgress = () => undefined) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        asked += 1;
        waiting.set(asked, { onProgress, resolve, reject });
        worker.ref();
        worker.postMessage({ type: 'question', id: asked, question } satisfies ToThread<Q>);
      }),
    close: async () => {
      // What it has handed over and nobody has taken belongs to a register that is being closed.
      ended ??= new AppError('CANCELLED');
      await worker.terminate();
    },
  };
}
