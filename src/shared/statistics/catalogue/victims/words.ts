/** Lines that several tables of victims share. */
import type { Label } from '../../../contract/statistics.ts';
import { byField, byStage, type CodeField, inOneLine } from '../classify.ts';
import { totalOf, unknownLine } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { identified } from './decided.ts';

/** A text of these tables. */
export const word = (key: string): Label => ({ text: `tables-victims:lines.${key}` });

export const line = (key: string, kind: Line['kind'] = 'value', label = key): Line => ({
  key,
  label: word(label),
  kind,
});

/** A single column that bears the name of what is counted. */
export const oneColumn = (unit: string): Axis => ({ dimension: unit, lines: [line(unit)], classify: inOneLine() });

/** One line a stage of the table. */
export const stageAxis = (dimension: string, lines: readonly Line[]): Axis => ({
  dimension,
  lines,
  classify: byStage(lines),
});

/** Lines of a code field, those of whom it is not known, and all. */
export function codeAxis(dimension: string, field: CodeField, values: readonly Line[]): Axis {
  const leaves = [...values, unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension, lines, classify: byField(field, lines) };
}

/** Who is not yet exploited has no answers about the exploitation: she stands beside those of whom they are not known. */
export const notYetExploited: Line = {
  key: 'notYet',
  label: { list: 'EXPLSTAGE', code: 'not_yet_exploited' },
  kind: 'unknown',
};

type Told = Pick<StatisticPart, 'part' | 'rows'> & Partial<StatisticPart>;

/** A table of several answers of the identified victims: its shares are of those of whom any is known. */
export const ofAnswers = (part: string, rows: Axis, more: Partial<StatisticPart> = {}): StatisticPart => ({
  part,
  stages: identified,
  rows,
  columns: oneColumn('persons'),
  counted: ['total', 'persons'],
  percentOf: 'persons',
  percentBase: 'known',
  unknown: [{ dimension: 'answer', cell: ['unknown', 'persons'] }],
  ...more,
});

/** A table of the identified victims of the period by child and adult; it tells how many its rows do not know of. */
export const ofIdentified = (told: Told): StatisticPart => ({
  stages: identified,
  columns: victimAxes.childOrAdult,
  counted: ['total', 'total'],
  percentOf: 'total',
  unknown: [{ dimension: 'answer', cell: ['unknown', 'total'] }],
  ...told,
});
