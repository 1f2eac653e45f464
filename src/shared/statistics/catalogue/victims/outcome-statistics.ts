/** Standard statistics of what became of identified victims: T24 to T31. */
import type { StandardStatistic } from '../standard-statistic.ts';
import { assistanceFunnel } from './assistance-funnel.ts';
import { childProtection } from './child-protection.ts';
import { victimsCompensation } from './compensation.ts';
import { detection } from './detection.ts';
import { durationOfExploitation, timeToIdentification } from './exploitation-times.ts';
import { returns } from './returns.ts';
import { stay } from './stay.ts';

const common = { register: 'victims', entity: 'victim', definitionVersion: '1', unit: 'identifiedVictim' } as const;

export const outcomeStatistics: readonly StandardStatistic[] = [
  { ...common, id: 'T24', parts: durationOfExploitation },
  { ...common, id: 'T25', serves: ['greta'], parts: [timeToIdentification] },
  { ...common, id: 'T26', serves: ['greta'], parts: detection },
  { ...common, id: 'T27', serves: ['greta', 'strategy'], parts: [assistanceFunnel] },
  { ...common, id: 'T28', serves: ['greta', 'strategy'], parts: childProtection },
  { ...common, id: 'T29', serves: ['greta'], parts: stay },
  { ...common, id: 'T30', serves: ['strategy'], parts: returns },
  { ...common, id: 'T31', serves: ['greta', 'strategy'], parts: victimsCompensation },
];
