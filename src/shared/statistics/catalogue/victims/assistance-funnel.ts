/** T27: from identification to a new life, each step among those who came to the one before. */
import type { Counting } from '../../counting.ts';
import { isDay } from '../../store/column.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { identifiedWhere } from './decided.ts';
import { codeIn, type Fact, rowsIn } from './facts.ts';
import { line, word } from './outcome-words.ts';
import { stageAxis } from './words.ts';

/** Status of the newest entry that tells one; of two on one day that of the later row. */
export const newestReintegration: Fact<string> = (store) => {
  const { codebook, values } = store.code('reintegration_entry', 'reintegration_status');
  const { earliest } = store.date('reintegration_entry', 'reintegration_date');
  const of = rowsIn(store, 'reintegration_entry');
  return (row) => {
    let newest: string | undefined;
    let newestDay = Number.NEGATIVE_INFINITY;
    for (const at of of(row)) {
      const status = codebook.codeOf(values.at(at));
      const day = isDay(earliest.at(at)) ? earliest.at(at) : Number.NEGATIVE_INFINITY;
      if (status !== undefined && day >= newestDay) {
        newest = status;
        newestDay = day;
      }
    }
    return newest;
  };
};

const reintegrated = [
  'back_with_family',
  'independent_living',
  'in_education',
  'vocational_training_completed',
  'employed',
  'own_business',
];

const answers =
  (field: string, ...codes: readonly string[]): Fact<boolean> =>
  (store) => {
    const code = codeIn(field)(store);
    return (row) => codes.includes(code(row) ?? '');
  };

const hasCompletedService: Fact<boolean> = (store) => {
  const { codebook, values } = store.code('service', 'service_outcome');
  const completed = codebook.numberOf('completed');
  const of = rowsIn(store, 'service');
  return (row) => [...of(row)].some((at) => values.at(at) === completed);
};

/** By the newest status or the reason of closing; never where the newest status says that she was trafficked again. */
const isReintegrated: Fact<boolean> = (store) => {
  const status = newestReintegration(store);
  const isClosedSo = answers('closure_reason', 'reintegrated')(store);
  return (row) => {
    const newest = status(row);
    return newest !== 're_trafficked' && (reintegrated.includes(newest ?? '') || isClosedSo(row) === true);
  };
};

const steps: readonly (readonly [string, Fact<boolean>])[] = [
  ['identified', () => () => true],
  ['offered', answers('assistance_offered', 'yes')],
  ['accepted', answers('assistance_accepted', 'yes', 'partly')],
  ['completed', hasCompletedService],
  ['reintegrated', isReintegrated],
];

export const assistanceSteps: readonly string[] = steps.map(([key]) => key);

/** Number of steps taken in their order, one after another without a gap. */
const stepsTaken: Fact<number> = (store) => {
  const taken = steps.map(([, fact]) => fact(store));
  return (row) => {
    const missed = taken.findIndex((has) => has(row) !== true);
    return missed < 0 ? steps.length : missed;
  };
};

/** Identified victims who have come at least to a step. */
const cameTo = (key: string, step: number): Counting =>
  identifiedWhere(key, (store) => {
    const taken = stepsTaken(store);
    return (row) => (taken(row) as number) > step;
  });

const stepLines = assistanceSteps.map((key) => line(key));

/** Everybody who came to a step, and of them those who went no further. */
const reachedAxis: Axis = {
  dimension: 'reached',
  lines: [line('reached'), line('wentNoFurther')],
  classify: (store, { rows, stages }) => {
    const taken = stepsTaken(store);
    const [both, reachedOnly] = [[0, 1], [0]];
    return {
      several: true,
      size: 2,
      categoriesOf: (unit) => (taken(rows[unit] as number) === (stages[unit] as number) + 1 ? both : reachedOnly),
    };
  },
};

export const assistanceFunnel: StatisticPart = {
  part: null,
  stages: assistanceSteps.map(cameTo),
  rows: stageAxis('assistanceStep', stepLines),
  columns: reachedAxis,
  measures: [
    { key: 'ofPrevious', label: word('ofPrevious'), figure: 'percent', of: 'shareOfPrevious', column: 'reached' },
  ],
  chart: 'funnel',
  counted: ['identified', 'reached'],
  percentOf: 'reached',
  percentBase: 'identified',
  meaningless: ['reintegrated', 'wentNoFurther'],
  unknown: [],
};
