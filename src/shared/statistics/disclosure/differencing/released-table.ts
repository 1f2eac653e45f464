/** What is known of the tables that went out and of those that are about to. */
import type { TableDesign } from '../../../contract/table-design.ts';
import type { Betrayed } from './betrayed.ts';

/** The counts of a table as the public sees them. */
export interface ReleasedTable {
  /** Names it in the answer. */
  readonly key: string;
  readonly id: string;
  readonly part: string | null;
  readonly period: string;
  readonly threshold: number;
  /** Keys of rows and of columns that hold counts. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column; null where hidden. */
  readonly shown: readonly (readonly (number | null)[])[];
  /** How it was made, where somebody designed it; with the keys of the lines of its layer. */
  readonly designed?: { readonly design: TableDesign; readonly layer: readonly string[] };
}

export interface ReleaseQuestion {
  /** Newest first. */
  readonly earlier: readonly ReleasedTable[];
  readonly later: readonly ReleasedTable[];
  readonly threshold: number;
}

export interface ReleaseBetrayal {
  readonly key: string;
  readonly reason: Betrayed['reason'];
  readonly earlier: readonly string[];
}
