/** Tables that count cases: K14, T34, and the cases of T32 and T40. */
import { authorities, funnelSteps } from '../../../dictionary/code-lists/counted-proceedings.ts';
import { caseScopes } from '../../../dictionary/code-lists/criminal-case.ts';
import { yesNo } from '../../../dictionary/code-lists/general.ts';
import type { Counting } from '../../counting.ts';
import { firstCode } from '../../store/codebook.ts';
import { isDay } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { byStage } from '../classify.ts';
import { codeLines } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { casesOn, countedCases, isIn } from './joined-cases.ts';
import { codeAxis, line, oneColumn, stageAxis, sumOf, word } from './words.ts';

const cases = oneColumn('cases');
const reported = casesOn('reported', 'report_date');

/** Cases that an authority dealt with on any day of the period. */
const dealtWith = (authority: string): Counting => ({
  key: authority,
  during: (store, period) => {
    const { start, count } = store.groupRows('case_dealt_with');
    const { codebook, values } = store.code('case_dealt_with', 'authority');
    const { earliest } = store.date('case_dealt_with', 'authority_day');
    const wanted = codebook.numberOf(authority);
    const isThen = (at: number) => values.at(at) === wanted && isIn(earliest.at(at), period);
    return countedCases(store).filter((row) => {
      for (let at = start.at(row); at < start.at(row) + count.at(row); at++) if (isThen(at)) return true;
      return false;
    });
  },
});

/** The one counted row of a case. */
function courseOf(store: ColumnStore) {
  const { start } = store.groupRows('case_course');
  const state = store.code('case_course', 'course_state');
  const furthest = store.code('case_course', 'course_furthest');
  const closed = store.date('case_course', 'course_closed').earliest;
  const reportedOn = store.date('case', 'report_date').earliest;
  return (row: number) => {
    const at = start.at(row);
    const closedOn = closed.at(at);
    return {
      opened: reportedOn.at(row),
      /** Never before the report, by whatever day was entered. */
      closed: isDay(closedOn) ? Math.max(closedOn, reportedOn.at(row)) : undefined,
      state: state.codebook.codeOf(state.values.at(at)),
      step: furthest.values.at(at) - firstCode,
    };
  };
}

type Course = ReturnType<ReturnType<typeof courseOf>>;

/** Cases by when they were opened and closed. */
const pending = (key: string, isCounted: (course: Course, from: number, to: number) => boolean): Counting => ({
  key,
  during: (store, { fromDay, toDay }) => {
    const course = courseOf(store);
    return countedCases(store).filter((row) => {
      const of = course(row);
      return isDay(of.opened) && isCounted(of, fromDay, toDay);
    });
  },
});

const isDated = ({ state }: Course) => state !== 'closed_undated';
const isOpenAfter = ({ closed }: Course, day: number) => closed === undefined || closed > day;

const flow: readonly Counting[] = [
  pending('pendingAtStart', (of, from) => isDated(of) && of.opened < from && isOpenAfter(of, from - 1)),
  pending('newCases', (of, from, to) => isDated(of) && of.opened >= from && of.opened <= to),
  pending('closedCases', ({ closed }, from, to) => closed !== undefined && closed >= from && closed <= to),
  pending('pendingAtEnd', (of, _from, to) => isDated(of) && of.opened <= to && isOpenAfter(of, to)),
  pending('closedUndated', (of, _from, to) => !isDated(of) && of.opened <= to),
];

/** Pending and new come to the same as closed and still pending; the sum that both make stands between them. */
const flowLines: readonly Line[] = [
  line('pendingAtStart'),
  line('newCases'),
  sumOf('dealtWith', [line('pendingAtStart'), line('newCases')]),
  line('closedCases'),
  line('pendingAtEnd'),
  line('closedUndated', 'unknown'),
];

export const handledCases: readonly StatisticPart[] = [
  {
    part: 'authorities',
    stages: authorities.map(dealtWith),
    rows: stageAxis('authority', authorities),
    columns: cases,
    counted: null,
    percentOf: null,
    unknown: [],
  },
  {
    part: 'flow',
    stages: flow,
    rows: { dimension: 'flow', lines: flowLines, classify: byStage(flowLines) },
    columns: cases,
    counted: null,
    percentOf: null,
    unknown: [],
  },
];

export const casesByScope: StatisticPart = {
  part: 'cases',
  unit: 'case',
  stages: [reported],
  rows: codeAxis('scope', { field: 'scope' }, codeLines(caseScopes)),
  columns: cases,
  counted: ['total', 'cases'],
  percentOf: 'cases',
  unknown: [],
};

export const financialInvestigations: StatisticPart = {
  part: 'investigated',
  unit: 'case',
  stages: [reported],
  rows: codeAxis('financialInvestigation', { field: 'financial_investigation' }, codeLines(yesNo)),
  columns: cases,
  counted: ['total', 'cases'],
  percentOf: 'cases',
  unknown: [],
};

/** Cases reported in the period that have come at least so far. */
const cameTo = (key: string, step: number): Counting => ({
  key,
  during: (store, period) => {
    const course = courseOf(store);
    return countedCases(store).filter((row) => {
      const of = course(row);
      return isIn(of.opened, period) && of.step >= step;
    });
  },
});

/** Everybody who came to a step, and of them those who went no further. */
const reachedAxis: Axis = {
  dimension: 'reached',
  lines: [line('reached'), line('wentNoFurther')],
  classify: (store, { rows, stages }) => {
    const course = courseOf(store);
    const [both, reachedOnly] = [[0, 1], [0]];
    return {
      several: true,
      size: 2,
      categoriesOf: (unit) => (course(rows[unit] as number).step === stages[unit] ? both : reachedOnly),
    };
  },
};

export const attrition: StatisticPart = {
  part: null,
  stages: funnelSteps.map(cameTo),
  rows: stageAxis('funnel', funnelSteps),
  columns: reachedAxis,
  measures: [
    { key: 'ofPrevious', label: word('ofPrevious'), figure: 'percent', of: 'shareOfPrevious', column: 'reached' },
  ],
  counted: ['reported', 'reached'],
  percentOf: 'reached',
  percentBase: 'reported',
  chart: 'funnel',
  meaningless: ['final', 'wentNoFurther'],
  unknown: [],
};
