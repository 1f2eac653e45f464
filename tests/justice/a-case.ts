/** Invented cases, written as they stand on paper: rows within the row that they belong to. */
import { withinKey } from '#shared/records/content.ts';
import type { FieldValue, GroupRow, RuleContext, RuleSubject, Values } from '#shared/records/record.ts';

/** Answers of a row, and the rows within it by their group. */
export interface Row {
  readonly [field: string]: FieldValue | readonly Row[] | undefined;
}

export const context: RuleContext = {
  today: '2026-11-26',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};

/** Rows of a group, told from a multiple choice. */
export const isRows = (value: Row[string]): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object');

/** The case with its rows laid flat; the second charge of the first defendant is the row `defendant 0 charge 1`. */
export function aCase(tree: Row, more: Partial<RuleSubject> = {}): RuleSubject {
  const groups: Record<string, GroupRow[]> = {};
  const lay = (answers: Row, within: string): Values => {
    const values: Record<string, FieldValue> = {};
    for (const [key, value] of Object.entries(answers)) {
      if (!isRows(value)) {
        if (value !== undefined) values[key] = value as FieldValue;
        continue;
      }
      value.forEach((row, index) => {
        const id = `${within}${within && ' '}${key} ${index}`;
        // Outer rows stand before inner ones in their own lists; every group keeps the order of the paper.
        const at = { id, values: {} };
        groups[key] = [...(groups[key] ?? []), at];
        at.values = { ...lay(row, id), ...(within ? { [withinKey]: within } : {}) };
      });
    }
    return values;
  };
  return { entity: 'case', id: 'case', values: lay(tree, ''), groups, ...more };
}

/** A row by its id, as `aCase` gives it. */
export function rowOf(subject: RuleSubject, id: string): GroupRow {
  const found = Object.values(subject.groups)
    .flat()
    .find((row) => row.id === id);
  if (!found) throw new Error(`no such row: ${id}`);
  return found;
}
