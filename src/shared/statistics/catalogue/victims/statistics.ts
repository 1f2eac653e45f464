/** Standard statistics of the victims register: final indicators K9 to K12, tables T15 to T31. */
import type { StandardStatistic } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { citizenship } from './citizenship.ts';
import { decided, identified } from './decided.ts';
import { outcomeStatistics } from './outcome-statistics.ts';
import { prevented } from './prevented.ts';
import { controlMethods, recruitment } from './recruitment-and-control.ts';
import { registeredBy, scopeByYear } from './registering-and-scope.ts';
import { traffickedAgain } from './repeated.ts';
import { routes } from './routes.ts';
import { sectorsAndVenues } from './sectors.ts';
import { services } from './services.ts';

const common = { register: 'victims', entity: 'victim', definitionVersion: '1', unit: 'identifiedVictim' } as const;
const all = ['total', 'total'] as const;

const identifiedVictims: StandardStatistic = {
  ...common,
  id: 'K9',
  serves: ['strategy'],
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
  serves: ['glotip', 'eurostat', 'greta'],
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
  serves: ['glotip', 'eurostat', 'greta'],
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

export const victimStatistics: readonly StandardStatistic[] = [
  identifiedVictims,
  { ...common, entity: 'prevented_case', id: 'K10', unit: 'preventedPerson', serves: ['strategy'], parts: prevented },
  { ...common, id: 'K11', serves: ['strategy'], parts: [traffickedAgain] },
  { ...common, id: 'K12', serves: ['strategy'], parts: services },
  bySexAndAge,
  byForm,
  { ...common, id: 'T17', serves: ['glotip', 'eurostat', 'greta'], parts: citizenship },
  { ...common, id: 'T18', unit: 'victimByStage', serves: ['eurostat'], parts: [registeredBy] },
  { ...common, id: 'T19', serves: ['glotip', 'greta'], parts: [scopeByYear] },
  { ...common, id: 'T20', serves: ['glotip'], parts: routes },
  { ...common, id: 'T21', serves: ['ctdc'], parts: recruitment },
  { ...common, id: 'T22', serves: ['ctdc'], parts: controlMethods },
  { ...common, id: 'T23', unit: 'labourVictim', serves: ['ctdc'], parts: sectorsAndVenues },
  ...outcomeStatistics,
];
