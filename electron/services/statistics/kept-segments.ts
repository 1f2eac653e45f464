/** What is stored of the columns of one record type, and what has to be stored anew. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import {
  type ColumnSegment,
  holdsAt,
  listColumnSegments,
  loadColumnSegment,
  reachOf,
} from '../../database/repositories/column-segments.ts';
import { segmentOf, segmentRows } from '../../database/repositories/segments.ts';
import { fingerprintOf, readSegment, type SegmentFormat, writeSegment } from './segment-format.ts';

export class KeptSegments {
  readonly #database: RegisterDatabase;
  readonly #store: ColumnStore;
  readonly #fingerprint: Buffer;
  /** Change that each stored segment was written at, as far as it is known to be stored. */
  readonly #writtenAt = new Map<number, number>();
  readonly #unsaved = new Set<number>();
  #changes = 0;

  constructor(database: RegisterDatabase, kind: RegisterKind, store: ColumnStore, format: SegmentFormat) {
    this.#database = database;
    this.#store = store;
    this.#fingerprint = fingerprintOf(format, registerOf(kind), store);
  }

  /** Records changed since their segments were stored. */
  get changes(): number {
    return this.#changes;
  }

  get unsaved(): readonly number[] {
    return [...this.#unsaved];
  }

  /** Records with these keys differ from what is stored. */
  note(seq: number): void {
    this.#unsaved.add(segmentOf(seq));
    this.#changes += 1;
  }

  /** Stored segments, with the change that each holds everything of. */
  stored(): Map<number, number> {
    return holdsAt(this.#database, this.#store.entity);
  }

  /** Puts the records of a stored segment, one of so many, into the store; false where it has to be read from the records. */
  open(segment: number, ofAlike: number): boolean {
    const stored = loadColumnSegment(this.#database, this.#store.entity, segment);
    if (stored === null) return false;
    const { changeNumber, content } = stored;
    if (!readSegment(this.#store, this.#fingerprint, { segment, changeNumber, ofAlike }, content)) return false;
    this.#writtenAt.set(segment, changeNumber);
    return true;
  }

  /** A segment as the columns have it, which reflect a change; null where it cannot be stored. */
  make(segment: number, changeNumber: number): ColumnSegment | null {
    this.#unsaved.delete(segment);
    const place = { segment, changeNumber, first: segment * segmentRows, end: (segment + 1) * segmentRows };
    const content = writeSegment(this.#store, this.#fingerprint, place);
    if (content === null) {
      this.#writtenAt.delete(segment);
      return null;
    }
    this.#writtenAt.set(segment, changeNumber);
    return { entity: this.#store.entity, segment, changeNumber, content };
  }

  /**
   * What was made has been handed over: looks which of it the writer kept, and says how far all segments reach that hold
   * everything of the change that the columns reflect.
   */
  settle(changeNumber: number): ColumnSegment {
    const stored = listColumnSegments(this.#database, this.#store.entity);
    for (const [segment, number] of this.#writtenAt) {
      if (stored.get(segment) === number) continue;
      this.#writtenAt.delete(segment);
      this.#unsaved.add(segment);
    }
    this.#changes = this.#unsaved.size;
    const writtenAt = new Map([...this.#writtenAt].filter(([segment]) => !this.#unsaved.has(segment)));
    return reachOf(this.#store.entity, { changeNumber, writtenAt });
  }
}
