/** Victims trafficked more than once: final indicator K11. */
import { byField } from '../classify.ts';
import { totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { identified } from './decided.ts';
import { line, word } from './words.ts';

/** Whether somebody was a victim before is told of her by a column that holds everybody. */
function repeatedAxis(): Axis {
  const leaves = [line('yes', 'value', 'again'), line('no', 'value', 'firstTime'), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension: 'again', lines, classify: byField('re_trafficked', lines), sensitive: true };
}

export const traffickedAgain: StatisticPart = {
  part: null,
  stages: identified,
  rows: victimAxes.childOrAdult,
  columns: repeatedAxis(),
  measures: [
    {
      key: 'share',
      label: word('shareAgain'),
      figure: 'percent',
      of: 'shareOfColumns',
      column: 'yes',
      among: ['yes', 'no'],
    },
  ],
  counted: ['total', 'total'],
  percentOf: null,
  chart: 'stacked',
  unknown: [{ dimension: 'answer', cell: ['total', 'unknown'] }],
};
