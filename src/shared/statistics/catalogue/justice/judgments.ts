/** Tables that count judgments and what followed them: T33, T35 and T39. */
import { appealOutcomes, appellants } from '../../../dictionary/code-lists/appeals.ts';
import { personOutcomes, traffickingResults } from '../../../dictionary/code-lists/counted-proceedings.ts';
import { instances, verdicts } from '../../../dictionary/code-lists/judgment.ts';
import { oncePerYear, onDay, type Where } from '../../counting.ts';
import { byField } from '../classify.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { natural, personsAt } from './persons.ts';
import { codeAxis, line, oneColumn, sumOf } from './words.ts';

const inJudgment = (field: string) => ({ entity: 'judgment', field });
const firstInstance: Where = { ...inJudgment('judged_in'), is: ['first'] };
const ofTrafficking: Where = { ...inJudgment('judged_of_trafficking'), is: ['yes'] };

export const courtJudgments: StatisticPart = {
  part: 'judgments',
  units: 'judgment',
  unit: 'judgment',
  stages: [{ key: 'judged', decisions: onDay('judgment', 'judged_on', [natural, ofTrafficking]) }],
  rows: codeAxis('result', inJudgment('judged_result'), codeLines(verdicts)),
  columns: codeAxis('instance', inJudgment('judged_in'), codeLines(instances)),
  counted: ['total', 'total'],
  percentOf: 'total',
  unknown: [],
};

/** Lines without one for what is unknown: only those with an answer are counted. */
function outcomeAxis(dimension: string, field: { entity: string; field: string }, keys: readonly string[]): Axis {
  const leaves = keys.map((key) => line(key));
  const lines = [...leaves, totalOf(leaves)];
  return { dimension, lines, classify: byField(field, lines) };
}

const persons = oneColumn('persons');

export const convictionRates: readonly StatisticPart[] = [
  {
    part: 'verdicts',
    units: 'judgment',
    stages: [
      {
        key: 'judged',
        decisions: oncePerYear(
          onDay('judgment', 'judged_on', [
            firstInstance,
            { ...inJudgment('judged_trafficking'), is: traffickingResults },
          ]),
          inJudgment('judged_person'),
          [{ ...inJudgment('judged_trafficking'), is: ['convicted_tip'] }],
        ),
      },
    ],
    rows: outcomeAxis('onTrafficking', inJudgment('judged_trafficking'), traffickingResults),
    columns: persons,
    counted: ['total', 'persons'],
    percentOf: 'persons',
    unknown: [],
  },
  {
    part: 'arrests',
    units: 'person_step',
    stages: [personsAt('arrested')],
    rows: outcomeAxis('outcome', { entity: 'person_step', field: 'step_outcome' }, personOutcomes),
    columns: persons,
    counted: ['total', 'persons'],
    percentOf: 'persons',
    unknown: [],
  },
];

const changing = [
  'sentence_increased',
  'sentence_reduced',
  'verdict_reversed_to_acquittal',
  'verdict_reversed_to_conviction',
];

/** Outcomes, those that change the judgment added up. */
function appealAxis(): Axis {
  const codes = codeLines(appealOutcomes);
  const changes = codes.filter(({ key }) => changing.includes(key));
  const others = codes.filter(({ key }) => !changing.includes(key));
  const changed = sumOf('changedJudgment', changes);
  const lines = [...changes, changed, ...others, unknownLine, totalOf([changed, ...others, unknownLine])];
  return { dimension: 'appealOutcome', lines, classify: byField({ entity: 'appeal', field: 'appeal_outcome' }, lines) };
}

export const appeals: readonly StatisticPart[] = [
  {
    part: 'share',
    units: 'judgment',
    unit: 'judgment',
    stages: [{ key: 'judged', decisions: onDay('judgment', 'judged_on', [firstInstance]) }],
    rows: outcomeAxis('appealed', inJudgment('judged_appealed'), ['yes', 'no']),
    columns: oneColumn('judgments'),
    counted: ['total', 'judgments'],
    percentOf: 'judgments',
    unknown: [],
  },
  {
    part: 'outcome',
    units: 'appeal',
    unit: 'appeal',
    stages: [{ key: 'filed', decisions: onDay('appeal', 'appeal_date') }],
    rows: appealAxis(),
    columns: codeAxis('appellant', { entity: 'appeal', field: 'appeal_by' }, codeLines(appellants)),
    counted: ['total', 'total'],
    percentOf: 'total',
    unknown: [],
  },
];
