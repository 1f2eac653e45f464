/** Standard statistics of the justice register: final indicators K13 and K14, tables T31 to T41. */
import type { StandardStatistic } from '../standard-statistic.ts';
import { assets, compensation, cooperation } from './assets-and-requests.ts';
import { attrition, casesByScope, handledCases } from './cases.ts';
import { durations } from './durations.ts';
import { appeals, convictionRates, courtJudgments } from './judgments.ts';
import { euroPersons, euroUsers, offenders, profile } from './persons.ts';
import { averageSentence, sentences } from './sentences.ts';

const common = { register: 'justice', entity: 'case', definitionVersion: '1' } as const;

export const justiceStatistics: readonly StandardStatistic[] = [
  { ...common, id: 'K13', unit: 'convictedPerson', serves: ['strategy'], parts: [averageSentence] },
  { ...common, id: 'K14', unit: 'case', serves: ['strategy'], parts: handledCases },
  { ...common, id: 'T31', unit: 'claim', serves: ['greta', 'strategy'], parts: [compensation] },
  { ...common, id: 'T32', unit: 'personByStage', serves: ['glotip'], parts: [casesByScope, ...offenders] },
  {
    ...common,
    id: 'T33',
    unit: 'personByStage',
    serves: ['eurostat'],
    parts: [...euroPersons, euroUsers, courtJudgments],
  },
  { ...common, id: 'T34', unit: 'case', serves: ['greta'], parts: [attrition] },
  { ...common, id: 'T35', unit: 'personByStage', serves: ['strategy'], parts: convictionRates },
  { ...common, id: 'T36', unit: 'sentence', serves: ['greta', 'strategy'], parts: sentences },
  { ...common, id: 'T37', unit: 'defendant', serves: ['strategy'], parts: [durations] },
  { ...common, id: 'T38', unit: 'personByStage', serves: ['glotip'], parts: profile },
  { ...common, id: 'T39', unit: 'judgment', parts: appeals },
  { ...common, id: 'T40', unit: 'assetDecision', serves: ['glotip', 'greta', 'strategy'], parts: assets },
  { ...common, id: 'T41', unit: 'request', serves: ['strategy'], parts: cooperation },
];
