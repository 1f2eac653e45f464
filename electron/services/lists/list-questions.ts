/** What is asked of the lists in memory, and what they answer: records by their `seq`, no value of any record. */
import type { ListQuery, StoredFilter } from '#shared/contract/list-query.ts';
import type { FindingFilter } from '#shared/contract/quality-filter.ts';

/** A query as the lists in memory decide it: what only the tables know has been asked of them before. */
export interface PlacedQuery extends Omit<ListQuery, 'filters'> {
  readonly filters: readonly (StoredFilter | FindingFilter)[];
  readonly within: Within | null;
}

/** The records that fit filters by what counts of a record. */
export interface Within {
  /** The filters themselves: the same ones give the same records until a record changes. */
  readonly filters: string;
  /** null: not asked yet; the list is answered if it is known, otherwise the ids are needed. */
  readonly ids: readonly string[] | null;
}

export type ListQuestion =
  | {
      readonly type: 'window';
      readonly query: PlacedQuery;
      readonly offset: number;
      readonly limit: number;
      readonly version: number | null;
      readonly locate: string | null;
    }
  | { readonly type: 'neighbours'; readonly query: PlacedQuery; readonly id: string }
  /** Records of each type outside the bin. */
  | { readonly type: 'count' }
  /** How many records each of several lists has, outside the bin, and the sum of a number over them. */
  | {
      readonly type: 'tally';
      readonly entity: string;
      readonly lists: readonly (readonly StoredFilter[])[];
      /** Field of the record with a whole number. */
      readonly sum: string;
    }
  /** Begins to read what lists ask for first. */
  | { readonly type: 'prepare' };

export interface ListAnswers {
  /** null: the ids of `within` are needed. */
  readonly window: {
    readonly seqs: readonly number[];
    readonly total: number;
    readonly version: number;
    readonly located: number | null;
  } | null;
  readonly neighbours: {
    readonly previous: number | null;
    readonly next: number | null;
    readonly position: number | null;
    readonly total: number;
  } | null;
  /** In the order of the lists. */
  readonly tally: { readonly counts: readonly { readonly records: number; readonly sum: number }[] };
  readonly count: { readonly counts: Readonly<Record<string, number>> };
  readonly prepare: Readonly<Record<string, never>>;
}

export type AnswerTo<Q extends ListQuestion> = ListAnswers[Q['type']];

/** How far the reading of columns has come that a question waits for. */
export interface Reading {
  readonly entity: string;
  readonly done: number;
  readonly total: number;
}
export type OnReading = (progress: Reading) => void;

/** Answers questions about the lists of one register. */
export interface ListSource {
  answer<Q extends ListQuestion>(question: Q, onReading?: OnReading): Promise<AnswerTo<Q>>;
}
