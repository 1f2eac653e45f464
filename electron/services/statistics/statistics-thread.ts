/** The thread that holds the columns, as the data worker sees it. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableQuestion } from '#shared/statistics/compute-tables.ts';
import { type QuestionThread, startQuestionThread } from '../question-thread.ts';
import type { TableAnswer } from './table-source.ts';

export interface StatisticsThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
}

export type StatisticsThread = QuestionThread<TableQuestion, TableAnswer>;

/** Starts the thread over a register file. */
export const startStatisticsThread = (script: URL, options: StatisticsThreadOptions): StatisticsThread =>
  startQuestionThread(script, options);
