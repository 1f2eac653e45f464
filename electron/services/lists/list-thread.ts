/** The thread that holds the lists, as the data worker sees it. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { startQuestionThread } from '../question-thread.ts';
import type { ListQuestion, ListSource, Reading } from './list-questions.ts';

export interface ListThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
}

export interface ListThread extends ListSource {
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

/** Starts the thread over a register file. */
export function startListThread(script: URL, options: ListThreadOptions): ListThread {
  const { ask, close } = startQuestionThread<ListQuestion, never, never, Reading>(script, options);
  return { answer: ask, close };
}
