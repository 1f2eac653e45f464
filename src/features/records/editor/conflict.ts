/** Two people changed one record: what each changed since the version both began from. */

import { type Difference, differences, insertRow, rowsOf, writeField } from '#shared/records/content.ts';
import type { RecordContent } from '#shared/records/record.ts';
import { fieldKey } from './field-key.ts';

export interface Conflict {
  readonly mine: readonly Difference[];
  readonly theirs: readonly Difference[];
}

export const conflictKey = (difference: Difference): string => fieldKey(difference.ref);

export function conflictOf(entity: string, base: RecordContent, mine: RecordContent, theirs: RecordContent): Conflict {
  return { mine: differences(entity, base, mine), theirs: differences(entity, base, theirs) };
}

/** Their version with those of my changes laid over it that are to be kept; a row of mine that they lack is added again. */
export function contentKeeping(conflict: Conflict, kept: ReadonlySet<string>, theirs: RecordContent): RecordContent {
  let content = theirs;
  for (const difference of conflict.mine) {
    if (!kept.has(conflictKey(difference))) continue;
    const { entity, row } = difference.ref;
    if (row !== undefined && !rowsOf(content, entity).some((other) => other.id === row)) {
      // A row that I removed leaves nothing to write into.
      if (difference.after === null) continue;
      content = insertRow(content, entity, { id: row, values: {} }, rowsOf(content, entity).length);
    }
    content = writeField(content, difference.ref, difference.after);
  }
  return content;
}
