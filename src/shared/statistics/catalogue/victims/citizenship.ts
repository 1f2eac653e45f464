/** Victims by citizenship: T17. */
import { citizenshipGroup, countryClass } from '../../../dictionary/reference-lists/country.ts';
import { byFirstAnswer } from '../classify.ts';
import { citizenshipLines, countryLines } from '../countries.ts';
import { totalOf, unknownLine } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { victimAxes } from './axes.ts';
import { ofIdentified } from './words.ts';

/** By the first citizenship, which is the main one. */
function citizenshipAxis(values: readonly Line[], lineOf: (code: string, own: string) => string): Axis {
  const leaves = [...values, unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  const classify = byFirstAnswer({ field: 'citizenship' }, lines, (code, store) => lineOf(code, store.country));
  return { dimension: 'citizenship', lines, classify };
}

const byCitizenship = (part: string, rows: Axis): StatisticPart =>
  ofIdentified({
    part,
    rows,
    columns: victimAxes.ageAndSex,
    unknown: [
      { dimension: 'citizenship', cell: ['unknown', 'total'] },
      { dimension: 'ageAndSex', cell: ['total', 'unknown'] },
    ],
  });

export const citizenship: readonly StatisticPart[] = [
  byCitizenship('groups', citizenshipAxis(citizenshipLines, citizenshipGroup)),
  byCitizenship('countries', citizenshipAxis(countryLines, countryClass)),
];
