/** Prevented cases and the persons they protected: final indicator K10. */
import { preventedStages } from '../../../dictionary/code-lists/prevented.ts';
import { onDay } from '../../counting.ts';
import { byField } from '../classify.ts';
import { codeLines, totalOf } from '../lines.ts';
import { type Axis, type Line, type StatisticPart, text } from '../standard-statistic.ts';
import { codeAxis, oneColumn } from './words.ts';

const stages = codeAxis(
  'preventedStage',
  { entity: 'prevented_case', field: 'prevented_stage' },
  codeLines(preventedStages),
);

function ageAxis(): Axis {
  const leaves = (['child', 'adult'] as const).map(
    (key): Line => ({ key, label: text(`lines.${key}`), kind: 'value' }),
  );
  const lines = [...leaves, totalOf(leaves)];
  const classify = byField({ entity: 'prevented_person', field: 'protected_age' }, lines);
  return { dimension: 'childOrAdult', lines, classify };
}

export const prevented: readonly StatisticPart[] = [
  {
    part: 'persons',
    units: 'prevented_person',
    stages: [{ key: 'prevented', decisions: onDay('prevented_person', 'prevented_date', [], 'prevented_case') }],
    rows: stages,
    columns: ageAxis(),
    counted: ['total', 'total'],
    percentOf: 'total',
    unknown: [],
  },
  {
    part: 'cases',
    unit: 'preventedCase',
    stages: [{ key: 'prevented', decisions: onDay('prevented_case', 'prevented_date') }],
    rows: stages,
    columns: oneColumn('cases'),
    counted: ['total', 'cases'],
    percentOf: 'cases',
    unknown: [],
  },
];
