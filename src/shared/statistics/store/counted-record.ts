import type { RecordContent } from '../../records/record.ts';

/** A root record as statistics see it. */
export interface CountedRecord {
  readonly id: string;
  /** The last completed content, the record's code among its values; null where nothing was ever completed. */
  readonly content: RecordContent | null;
  readonly isDraft: boolean;
}
