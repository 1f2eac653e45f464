/** T31: what victims were told of compensation, what they claimed, and what they received. */
import type { Measure } from '../../measures.ts';
import { firstCode, notApplicable } from '../../store/codebook.ts';
import { answerAt } from '../../store/column.ts';
import { inOneLine } from '../classify.ts';
import { totalOf, unknownLine } from '../lines.ts';
import { type Axis, countedLines, type StatisticPart } from '../standard-statistic.ts';
import { identified } from './decided.ts';
import { byFact, byPerson, codeIn, doesNotApply, type Fact, rowsIn } from './facts.ts';
import { line, sumOf, word } from './outcome-words.ts';
import { stageAxis } from './words.ts';

type Answer = 'yes' | 'no';
type Amount = 'compensation_awarded' | 'compensation_received';

/** What stands in a field of amounts in every claim of a person; NaN where that is not known, none where it does not apply. */
function amountsIn(field: Amount): Fact<readonly number[]> {
  return (store) => {
    const column = store.number('compensation_claim', field);
    const of = rowsIn(store, 'compensation_claim');
    return (row) =>
      [...of(row)].flatMap((at) => {
        const answer = answerAt(column, at);
        if (answer === notApplicable) return [];
        return [answer === firstCode ? column.values.at(at) : Number.NaN];
      });
  };
}

/** The sum over the claims as far as it is known. */
const sumOfClaims =
  (field: Amount): Fact<number> =>
  (store) => {
    const amounts = amountsIn(field)(store);
    return (row) => {
      const known = amounts(row)?.filter((each) => !Number.isNaN(each)) ?? [];
      return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
    };
  };

const said =
  (field: string): Fact<Answer> =>
  (store) => {
    const [code, isOutside] = [codeIn(field)(store), doesNotApply(store, field)];
    return (row) => (isOutside(row) ? 'no' : (code(row) as Answer | undefined));
  };

/** Any amount above zero in any claim; who claimed nothing has none. */
const hasAmount =
  (field: Amount): Fact<Answer> =>
  (store) => {
    const [amounts, claimed] = [amountsIn(field)(store), said('compensation_claimed')(store)];
    const claims = rowsIn(store, 'compensation_claim');
    return (row) => {
      const of = amounts(row) ?? [];
      if (of.some((each) => each > 0)) return 'yes';
      // Of a claim without a row nothing has been entered yet.
      const isOfNothing = claimed(row) === 'yes' && [...claims(row)].length === 0;
      const isOpen = claimed(row) === undefined || isOfNothing || of.some(Number.isNaN);
      return isOpen ? undefined : 'no';
    };
  };

const steps: readonly (readonly [string, Fact<Answer>])[] = [
  ['informed', said('compensation_information')],
  ['claimed', said('compensation_claimed')],
  ['awarded', hasAmount('compensation_awarded')],
  ['received', hasAmount('compensation_received')],
];

export const compensationSteps: readonly string[] = steps.map(([key]) => key);

/** Yes and no, those whose answer is known, and everybody. */
function answerAxis(dimension: string, [yes, no]: readonly [string, string], classify: Classify): Axis {
  const answers = [line('yes', 'value', yes), line('no', 'value', no)];
  const known = sumOf('known', answers, 'answerKnown');
  const lines = [...answers, known, unknownLine, totalOf([known, unknownLine])];
  return { dimension, lines, classify: classify(lines) };
}

type Classify = (lines: Axis['lines']) => Axis['classify'];

/** Every person stands in the row of each step, by the answer to it. */
const byAnswer: Classify =
  (lines) =>
  (store, { rows, stages }) => {
    const keys = countedLines({ lines }).map(({ key }) => key);
    const facts = steps.map(([, fact]) => fact(store));
    return {
      several: false,
      size: keys.length,
      categoryOf: (unit) => keys.indexOf(facts[stages[unit] as number]?.(rows[unit] as number) ?? 'unknown'),
    };
  };

const stepLines = compensationSteps.map((key) => line(key));

const amount = (key: string, field: Amount): Measure => ({
  key,
  label: word(key),
  figure: 'euro',
  of: 'sum',
  basis: 'yes',
  quantity: byPerson(sumOfClaims(field)),
  isAmount: true,
});

const everybody: Axis = {
  dimension: 'persons',
  lines: [line('identifiedVictims')],
  classify: inOneLine(),
};

export const victimsCompensation: readonly StatisticPart[] = [
  {
    part: 'steps',
    stages: compensationSteps.flatMap((key) => identified.map((each) => ({ ...each, key }))),
    rows: stageAxis('compensationStep', stepLines),
    columns: answerAxis('answer', ['yes', 'no'], byAnswer),
    measures: [
      {
        key: 'shareOfKnown',
        label: word('shareOfKnown'),
        figure: 'percent',
        of: 'shareOfColumns',
        column: 'yes',
        among: ['yes', 'no'],
      },
    ],
    chart: 'stacked',
    drawn: 'yes',
    counted: ['informed', 'total'],
    percentOf: null,
    unknown: [],
  },
  {
    part: 'amounts',
    stages: identified,
    rows: everybody,
    columns: answerAxis('awarded', ['withAward', 'withoutAward'], (lines) =>
      byFact(lines, hasAmount('compensation_awarded')),
    ),
    measures: [
      amount('amountAwarded', 'compensation_awarded'),
      amount('amountReceived', 'compensation_received'),
      {
        key: 'recovered',
        label: word('recovered'),
        figure: 'percent',
        of: 'ratio',
        part: 'amountReceived',
        whole: 'amountAwarded',
      },
    ],
    drawn: 'amountAwarded',
    counted: ['identifiedVictims', 'total'],
    percentOf: null,
    unknown: [{ dimension: 'answer', cell: ['identifiedVictims', 'unknown'] }],
  },
];
