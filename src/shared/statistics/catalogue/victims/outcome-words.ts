/** Lines and columns that the tables of what became of victims share. */
import type { Label } from '../../../contract/statistics.ts';
import { inOneLine } from '../classify.ts';
import { totalOf, unknownLine } from '../lines.ts';
import type { Axis, Line } from '../standard-statistic.ts';
import { byFact, type Fact } from './facts.ts';

/** A text of these tables. */
export const word = (key: string): Label => ({ text: `tables-victims:outcomes.${key}` });

export const line = (key: string, kind: Line['kind'] = 'value', label = key): Line => ({
  key,
  label: word(label),
  kind,
});

/** A line of those whom the table is not about. */
export const lineAside = (key: string, label = key): Line => ({ ...line(key, 'unknown', label), aside: true });

/** A line that adds up others. */
export const sumOf = (key: string, of: readonly Line[], label = key): Line => ({
  ...line(key, 'subtotal', label),
  of: of.map((each) => each.key),
});

/** Without a line of its own for what is unknown where `values` hold one. */
export function factAxis(dimension: string, values: readonly Line[], fact: Fact<string>): Axis {
  const summed = new Set(values.flatMap(({ of = [] }) => of));
  const own = values.some(({ key }) => key === 'unknown') ? [] : [unknownLine];
  const leaves = [...values, ...own];
  const lines = [...leaves, totalOf(leaves.filter(({ key }) => !summed.has(key)))];
  return { dimension, lines, classify: byFact(lines, fact) };
}

/** A single column that bears the name of who is counted. */
export const onePersonColumn = (key = 'persons'): Axis => ({
  dimension: key,
  lines: [line(key)],
  classify: inOneLine(),
});

export const sensitive = (axis: Axis): Axis => ({ ...axis, sensitive: true });
