/** Standard statistics of the victims register: final indicator K9 and tables T15 and T16. */
import { stages } from '../counted-decisions.ts';
import type { StandardStatistic } from './standard-statistic.ts';
import { victimAxes } from './victim-axes.ts';

const common = { register: 'victims', entity: 'victim', definitionVersion: '1', unit: 'identifiedVictim' } as const;
const all = ['total', 'total'] as const;

const identifiedVictims: StandardStatistic = {
  ...common,
  id: 'K9',
  unit: 'victimByStage',
  parts: [
    {
      part: null,
      stages,
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
      stages: ['formally_identified'],
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
    { part: 'main', rows: victimAxes.mainForm },
    { part: 'every', rows: victimAxes.everyForm },
  ].map(({ part, rows }) => ({
    part,
    stages: ['formally_identified'],
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
