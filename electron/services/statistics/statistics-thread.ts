/** The thread that holds the columns, as the data worker sees it. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { GuardStep } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import type { ColumnSegment } from '../../database/repositories/column-segments.ts';
import type { QualitySource } from '../quality/quality-source.ts';
import { startQuestionThread } from '../question-thread.ts';
import type { RecordSelection } from './record-selection.ts';
import type { ReleaseGuard } from './release-guard.ts';
import type { TableSource } from './table-source.ts';

export interface StatisticsThreadOptions {
  readonly file: string;
  /** Data key; the thread gets a copy of its own and clears it once the file is open. */
  readonly key: Uint8Array;
  readonly kind: RegisterKind;
  /** Of the program. */
  readonly version: string;
}

/** What the thread can be asked, by name. */
export interface StatisticsAnswers {
  readonly tables: TableSource['answer'];
  readonly protect: (question: Parameters<TableSource['protect']>[0]) => Answered<null>;
  readonly design: TableSource['design'];
  readonly trend: TableSource['trend'];
  readonly quality: QualitySource['figures'];
  readonly records: RecordSelection['select'];
  readonly counted: RecordSelection['count'];
  readonly releases: (question: Parameters<ReleaseGuard['answer']>[0]) => ReturnType<ReleaseGuard['answer']>;
  readonly stopReleases: ReleaseGuard['stop'];
  readonly revoked: ReleaseGuard['revoked'];
  /** Takes in what has changed, before somebody asks. */
  readonly follow: (question: null) => Answered<null>;
  /** Stores what the columns hold and is not stored yet. */
  readonly flush: (question: null) => Answered<null>;
  readonly held: (question: null) => Answered<ColumnsHeld>;
}

interface Answered<T> {
  readonly value: T;
  /** Newest change the answer reflects. */
  readonly changeNumber: number;
}

/** What the thread holds in memory. */
export interface ColumnsHeld {
  readonly records: number;
  readonly drafts: number;
  readonly bytes: number;
}

export type QuestionName = keyof StatisticsAnswers;
export type Question<N extends QuestionName> = Parameters<StatisticsAnswers[N]>[0];
export type Answer<N extends QuestionName> = Awaited<ReturnType<StatisticsAnswers[N]>>;
/** Some are answered later. */
export type AnsweredInThread = {
  readonly [N in QuestionName]: (
    question: Question<N>,
    onProgress: (step: GuardStep) => void,
  ) => Answer<N> | Promise<Answer<N>>;
};

export interface ToStatistics {
  readonly name: QuestionName;
  readonly question: unknown;
}

export interface StatisticsThread {
  ask<N extends QuestionName>(
    name: N,
    question: Question<N>,
    onProgress?: (step: GuardStep) => void,
  ): Promise<Answer<N>>;
  /** Ends the thread with everything it holds; questions under way are answered CANCELLED. */
  close(): Promise<void>;
}

/** Starts the thread over a register file; `take` receives the segments that are to be stored. */
export function startStatisticsThread(
  script: URL,
  options: StatisticsThreadOptions,
  take: (segment: ColumnSegment) => void,
): StatisticsThread {
  const { ask, close } = startQuestionThread<ToStatistics, never, ColumnSegment, GuardStep>(script, options, take);
  return { ask: (name, question, onProgress) => ask({ name, question }, onProgress), close };
}
