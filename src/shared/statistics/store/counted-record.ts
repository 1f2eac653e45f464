import type { RecordContent } from '../../records/record.ts';

/** What is known of the entry of a record beside its content. */
export interface EntryFacts {
  /** Account that entered the record. */
  readonly enteredBy: string;
  /** Local calendar day on which entry began, YYYY-MM-DD. */
  readonly enteredOn: string;
  /** What the rules say of the counted content, each written by `findingCode`. */
  readonly findings: readonly string[];
}

/** A root record as statistics see it. */
export interface CountedRecord {
  readonly id: string;
  /** Key of the row in the register file, by which columns are cut into segments; needless where none are kept. */
  readonly seq?: number;
  /** The last completed content, the record's code among its values; null where nothing was ever completed. */
  readonly content: RecordContent | null;
  readonly isDraft: boolean;
  readonly entry: EntryFacts;
}
