/** Lines and columns that the tables of the justice register share. */
import type { Label } from '../../../contract/statistics.ts';
import { memberStates } from '../../../dictionary/reference-lists/country.ts';
import { byField, byStage, type CodeField, inOneLine } from '../classify.ts';
import { otherEuLine, ownCountryLine } from '../countries.ts';
import { totalOf, unknownLine } from '../lines.ts';
import type { Axis, Line } from '../standard-statistic.ts';

/** A text of these tables. */
export const word = (key: string): Label => ({ text: `tables-justice:lines.${key}` });

export const line = (key: string, kind: Line['kind'] = 'value', label = key): Line => ({
  key,
  label: word(label),
  kind,
});

/** A line that adds up others. */
export const sumOf = (key: string, of: readonly Line[], kind: Line['kind'] = 'subtotal'): Line => ({
  ...line(key, kind),
  of: of.map((each) => each.key),
});

/** One line a stage of the table; nothing is added up, since one unit may stand under several. */
export function stageAxis(dimension: string, keys: readonly string[]): Axis {
  const lines = keys.map((key) => line(key));
  return { dimension, lines, classify: byStage(lines) };
}

/** A single column that bears the name of what is counted. */
export const oneColumn = (unit: string): Axis => ({
  dimension: unit,
  lines: [line(unit)],
  classify: inOneLine(),
});

/** Lines of a code field, those who do not say, and all. */
export function codeAxis(dimension: string, field: CodeField, values: readonly Line[]): Axis {
  const leaves = [...values, unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension, lines, classify: byField(field, lines) };
}

/** As Eurostat asks for it: a country of the region may be a member of the Union as well. */
export const unionLines: readonly Line[] = [ownCountryLine, otherEuLine, line('nonEu')];

export function lineOfUnion(code: string, own: string): string {
  if (code === own) return 'own';
  return memberStates.includes(code) ? 'otherEu' : 'nonEu';
}
