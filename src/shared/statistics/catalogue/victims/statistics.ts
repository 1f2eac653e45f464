/** Standard statistics of the victims register: final indicator K9 and tables T15 and T16. */
import { countedDecisions, type Stage, stages } from '../../counted-decisions.ts';
import type { Counting } from '../../counting.ts';
import type { StandardStatistic } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';

const common = { register: 'victims', entity: 'victim', definitionVersion: '1', unit: 'identifiedVictim' } as const;
const all = ['total', 'total'] as const;

/** Persons by the first decision of a status. */
const byDecision = (stage: Stage): Counting => ({ key: stage, decisions: (store) => countedDecisions(store, stage) });
const decided = stages.map(byDecision);
const identified = decided.filter(({ key }) => key === 'formally_identified');

const identifiedVictims: StandardStatistic = {
  ...common,
  id: 'K9',
  unit: 'victimByStage',
  parts: [
    {
      part: null,
      stages: decided,
      rows: victimAxes.childOrAdult,
      columns: victimAxes.stage,
      counted: ['total', 'identified'],
      percentOf: 'identified',
      unknown: [{ dimension: 'ageGroup', cell: ['unknown', 'identified'] }],
    },
  ],
};

const bySexAndAge: StandardStatistic = {
  ...common,
  id: 'T15',
  parts: [
    {
      part: null,
      stages: identified,
      rows: victimAxes.sex,
      columns: victimAxes.ageBands,
      counted: all,
      percentOf: 'total',
      unknown: [
        { dimension: 'sex', cell: ['unknown', 'total'] },
        { dimension: 'ageGroup', cell: ['total', 'unknown'] },
      ],
    },
  ],
};

const byForm: StandardStatistic = {
  ...common,
  id: 'T16',
  parts: [
    { part: 'main', rows: victimAxes.mainForm, chart: 'stacked' as const },
    { part: 'every', rows: victimAxes.everyForm, chart: 'bars' as const },
  ].map(({ part, rows, chart }) => ({
    part,
    chart,
    stages: identified,
    rows,
    columns: victimAxes.ageAndSex,
    counted: all,
    percentOf: 'total',
    unknown: [
      { dimension: 'form', cell: ['unknown', 'total'] },
      { dimension: 'ageAndSex', cell: ['total', 'unknown'] },
    ],
  })),
};

export const victimStatistics: readonly StandardStatistic[] = [identifiedVictims, bySexAndAge, byForm];
