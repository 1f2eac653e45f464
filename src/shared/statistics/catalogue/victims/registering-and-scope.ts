/** Victims by registering institution, and internal beside cross-border trafficking: T18 and T19. */
import { institutionTypes } from '../../../dictionary/code-lists/general.ts';
import { traffickingScopes } from '../../../dictionary/code-lists/transportation.ts';
import { dayNumber } from '../../../records/partial-date.ts';
import { type Period, yearOf } from '../../period.ts';
import { byField } from '../classify.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import { type Axis, type Line, type StatisticPart, text } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { decided, identifiedOn } from './decided.ts';
import { codeAxis, stageAxis, word } from './words.ts';

/** The type of an institution is what the register now says of it. */
function institutionAxis(): Axis {
  const leaves = [...codeLines(institutionTypes), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  const classify = byField('reporting_institution', lines, (code, store) => store.kindOf('INST', code));
  return { dimension: 'institutionType', lines, classify };
}

export const registeredBy: StatisticPart = {
  part: null,
  stages: decided,
  rows: institutionAxis(),
  columns: victimAxes.stage,
  counted: null,
  percentOf: 'identified',
  unknown: [],
};

/** Years of the table, the newest one last. */
const yearsBefore = [4, 3, 2, 1, 0] as const;

const yearLines = yearsBefore.map(
  (before): Line => ({
    key: `year-${before}`,
    label: text('lines.year'),
    kind: 'value',
    yearsBefore: before,
  }),
);

/** A calendar year; the last one as far as the period goes. */
const daysOfYear = (before: number) => (period: Period) => {
  const year = yearOf(period) - before;
  const dayOf = (day: string): number => dayNumber(`${year}-${day}`) as number;
  return { fromDay: dayOf('01-01'), toDay: before === 0 ? period.toDay : dayOf('12-31') };
};

export const scopeByYear: StatisticPart = {
  part: null,
  stages: yearsBefore.map((before) => identifiedOn(`year-${before}`, daysOfYear(before))),
  rows: stageAxis('year', yearLines),
  columns: codeAxis('scope', { field: 'trafficking_scope' }, codeLines(traffickingScopes)),
  measures: [
    {
      key: 'share',
      label: word('shareInternal'),
      figure: 'percent',
      of: 'shareOfColumns',
      column: 'internal',
      among: ['internal', 'cross_border'],
    },
  ],
  // The years are no parts of one whole that anybody asks for.
  counted: null,
  percentOf: null,
  chart: 'lines',
  unknown: [],
};
