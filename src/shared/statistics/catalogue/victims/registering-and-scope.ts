/** Victims by registering institution, and internal beside cross-border trafficking: T18 and T19. */
import { institutionTypes } from '../../../dictionary/code-lists/general.ts';
import { traffickingScopes } from '../../../dictionary/code-lists/transportation.ts';
import { byField } from '../classify.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { decided } from './decided.ts';
import { codeAxis, word } from './words.ts';
import { identifiedByYear, yearAxis } from './years.ts';

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

export const scopeByYear: StatisticPart = {
  part: null,
  stages: identifiedByYear,
  rows: yearAxis,
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
