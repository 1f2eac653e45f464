/** Two people changed one record: what each changed since the version both began from. */

import { type Difference, differences, insertRow, removeRow, rowsOf, writeField } from '#shared/records/content.ts';
import { identityField, identityKey } from '#shared/records/identity.ts';
import type { RecordContent, Values } from '#shared/records/record.ts';
import { fieldKey } from './field-key.ts';

export interface Conflict {
  readonly mine: readonly Difference[];
  readonly theirs: readonly Difference[];
}

/** The same of the direct identifiers, and what is stored of them. */
export interface IdentityConflict extends Conflict {
  readonly stored: Values;
}

export const conflictKey = (difference: Difference): string => fieldKey(difference.ref);

export function conflictOf(entity: string, base: RecordContent, mine: RecordContent, theirs: RecordContent): Conflict {
  return { mine: differences(entity, base, mine), theirs: differences(entity, base, theirs) };
}

export function identityConflictOf(entity: string, base: Values, mine: Values, stored: Values): IdentityConflict {
  const alone = (values: Values): RecordContent => ({ values, groups: {} });
  const { mine: own, theirs } = conflictOf(entity, alone(base), alone(mine), alone(stored));
  return { mine: own.map(atRow), theirs: theirs.map(atRow), stored };
}

const atRow = (difference: Difference): Difference => ({
  ...difference,
  ref: { entity: difference.ref.entity, ...identityField(difference.ref.field) },
});

/** Their version with those of my changes laid over it that are to be kept; a row of mine that they lack is added again. */
export function contentKeeping(conflict: Conflict, kept: ReadonlySet<string>, theirs: RecordContent): RecordContent {
  let content = theirs;
  for (const difference of conflict.mine) {
    if (!kept.has(conflictKey(difference))) continue;
    const { entity, row } = difference.ref;
    if (row !== undefined && !rowsOf(content, entity).some((other) => other.id === row)) {
      // A row that I removed leaves nothing to write into.
      if (difference.after === null) continue;
      const values = asBefore(conflict.theirs, entity, row);
      content = insertRow(content, entity, { id: row, values }, rowsOf(content, entity).length);
    }
    content = writeField(content, difference.ref, difference.after);
    if (row !== undefined && difference.after === null && isEmptied(content, entity, row))
      content = removeRow(content, entity, row);
  }
  return content;
}

/** What a row held that they removed; nothing of one that is mine alone. */
const asBefore = (theirs: Conflict['theirs'], entity: string, row: string): Values =>
  Object.fromEntries(
    theirs
      .filter(({ ref }) => ref.entity === entity && ref.row === row)
      .map(({ ref, before }) => [ref.field, before] as const),
  );

/** A row of which every answer was taken away is a row that was removed. */
const isEmptied = (content: RecordContent, entity: string, row: string): boolean =>
  rowsOf(content, entity).some(
    ({ id, values }) => id === row && Object.values(values).every((value) => value === null),
  );

/** What is stored of the identifiers, with those of my changes over it that are to be kept. */
export function identityKeeping({ mine, stored }: IdentityConflict, kept: ReadonlySet<string>): Values {
  const changes = mine.filter((difference) => kept.has(conflictKey(difference)));
  if (changes.length === 0) return stored;
  return { ...stored, ...Object.fromEntries(changes.map(({ ref, after }) => [identityKey(ref), after])) };
}
