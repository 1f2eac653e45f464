/** Rows of an invented case as they are added; an inner row names the one around it. */
import { withinKey } from '../../records/content.ts';
import type { GroupRow, Values } from '../../records/record.ts';
import type { Random } from '../random.ts';

export interface Rows {
  /** Gives the id of the new row. */
  readonly add: (entity: string, values: Values, within?: string) => string;
  readonly groups: Readonly<Record<string, readonly GroupRow[]>>;
}

export function createRows(random: Random): Rows {
  const groups: Record<string, GroupRow[]> = {};
  return {
    groups,
    add(entity, values, within) {
      const row = { id: random.uuid(), values: within === undefined ? values : { ...values, [withinKey]: within } };
      const rows = groups[entity];
      if (rows) rows.push(row);
      else groups[entity] = [row];
      return row.id;
    },
  };
}
