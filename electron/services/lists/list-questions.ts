/** What is asked of the lists in memory, and what they answer: records by their `seq`, no value of any record. */
import type { ListQuery } from '#shared/contract/list-query.ts';

export type ListQuestion =
  | {
      readonly type: 'window';
      readonly query: ListQuery;
      readonly offset: number;
      readonly limit: number;
      readonly version: number | null;
      readonly locate: string | null;
    }
  | { readonly type: 'neighbours'; readonly query: ListQuery; readonly id: string }
  /** Records of each type outside the bin. */
  | { readonly type: 'count' }
  /** Begins to read what lists ask for first. */
  | { readonly type: 'prepare' };

export interface ListAnswers {
  readonly window: {
    readonly seqs: readonly number[];
    readonly total: number;
    readonly version: number;
    readonly located: number | null;
  };
  readonly neighbours: {
    readonly previous: number | null;
    readonly next: number | null;
    readonly position: number | null;
    readonly total: number;
  };
  readonly count: { readonly counts: Readonly<Record<string, number>> };
  readonly prepare: Readonly<Record<string, never>>;
}

export type AnswerTo<Q extends ListQuestion> = ListAnswers[Q['type']];

/** How far the reading of columns has come that a question waits for. */
export type OnReading = (progress: { readonly entity: string; readonly done: number; readonly total: number }) => void;

/** Answers questions about the lists of one register. */
export interface ListSource {
  answer<Q extends ListQuestion>(question: Q, onReading?: OnReading): Promise<AnswerTo<Q>>;
}
