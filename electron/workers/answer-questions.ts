/** The thread's side of a question thread: answers each question, and hands work to the only writer one by one. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import type { FromThread, ToThread } from '../services/question-thread.ts';

/** Answers every question from now on, at once or later; returns how something is handed over and waited for. */
export function answerQuestions<Q, A, H = never, P = never>(
  answer: (question: Q, onProgress: (progress: P) => void) => A | Promise<A>,
): (items: H) => Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('Questions are answered only in a worker thread.');
  const send = (message: FromThread<A, H, P>): void => port.postMessage(message);
  let taken = (): void => undefined;
  port.on('message', async (message: ToThread<Q>) => {
    if (message.type === 'taken') {
      taken();
      return;
    }
    const { id, question } = message;
    try {
      const answered = await answer(question, (progress) => send({ type: 'progress', id, progress }));
      send({ type: 'answer', id, answer: answered });
    } catch (cause) {
      if (cause instanceof AppError) send({ type: 'failed', id, code: cause.code, params: cause.params });
      else {
        const stack = cause instanceof Error ? (cause.stack ?? '') : '';
        send({ type: 'broken', id, message: String(cause), stack });
      }
    }
  });
  return (items) =>
    new Promise((resolve) => {
      taken = resolve;
      send({ type: 'hand-over', items });
    });
}
