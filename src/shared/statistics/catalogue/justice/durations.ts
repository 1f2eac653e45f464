/** T37: how long the proceedings take, from stage to stage and in all. */
import { stretches } from '../../../dictionary/code-lists/counted-proceedings.ts';
import { type Counting, livingRows, rowTest } from '../../counting.ts';
import type { Measure, Summary } from '../../measures.ts';
import { isDay } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { numberIn } from '../quantities.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { isIn } from './joined-cases.ts';
import { line, stageAxis, word } from './words.ts';

function datesOf(store: ColumnStore) {
  const [from, to, left] = ['stretch_from', 'stretch_to', 'stretch_left'].map(
    (field) => store.date('stretch', field).earliest,
  );
  return (row: number) => ({
    from: from?.at(row) ?? Number.NaN,
    to: to?.at(row) ?? Number.NaN,
    left: left?.at(row) ?? Number.NaN,
  });
}

/** Stretches that came to an end in the period, and those that had begun and were still open on its last day. */
const during = (stretch: string): Counting => ({
  key: stretch,
  during: (store, period) => {
    const dates = datesOf(store);
    const isOfStretch = rowTest(store, 'stretch', [{ entity: 'stretch', field: 'stretch', is: [stretch] }]);
    return [...livingRows(store, 'stretch')].filter((row) => {
      if (!isOfStretch(row)) return false;
      const { from, to, left } = dates(row);
      const end = isDay(to) ? to : left;
      return isIn(end, period) || (from <= period.toDay && !(isDay(end) && end <= period.toDay));
    });
  },
});

const states = ['finished', 'leftBefore', 'stillOpen'] as const;

const stateAxis: Axis = {
  dimension: 'state',
  lines: states.map((key) => line(key)),
  classify: (store, { rows, period }) => {
    const dates = datesOf(store);
    return {
      several: false,
      size: states.length,
      categoryOf: (unit) => {
        const { to, left } = dates(rows[unit] as number);
        if (isIn(to, period)) return states.indexOf('finished');
        return states.indexOf(isIn(left, period) ? 'leftBefore' : 'stillOpen');
      },
    };
  },
};

const days = (of: Summary): Measure => ({
  key: of,
  label: word(of),
  figure: 'days',
  of,
  basis: 'finished',
  quantity: numberIn('stretch', 'stretch_days'),
});

export const durations: StatisticPart = {
  part: null,
  units: 'stretch',
  stages: stretches.map(during),
  rows: stageAxis('stretch', stretches),
  columns: stateAxis,
  drawn: 'median',
  measures: [days('lowerQuartile'), days('median'), days('upperQuartile'), days('least'), days('most')],
  counted: null,
  percentOf: null,
  unknown: [],
};
