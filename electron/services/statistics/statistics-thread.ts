/** The thread that holds the columns, as the data worker sees it. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { QualitySource } from '../quality/quality-source.ts';
import { startQuestionThread } from '../question-thread.ts';
import type { RecordSelection } from './record-selection.ts';
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
  readonly trend: TableSource['trend'];
  readonly quality: QualitySource['figures'];
  readonly records: RecordSelection['select'];
}
export type QuestionName = keyof StatisticsAnswers;
export type Question<N extends QuestionName> = Parameters<StatisticsAnswers[N]>[0];
export type Answer<N extends QuestionName> = ReturnType<StatisticsAnswers[N]>;

export interface ToStatistics {
  readonly name: QuestionName;
  readonly question: unknown;
}

export interface StatisticsThread {
  ask<N extends QuestionName>(name: N, question: Question<N>): Promise<Answer<N>>;
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

/** Starts the thread over a register file. */
export function startStatisticsThread(script: URL, options: StatisticsThreadOptions): StatisticsThread {
  const { ask, close } = startQuestionThread<ToStatistics, never>(script, options);
  return { ask: (name, question) => ask({ name, question }), close };
}
