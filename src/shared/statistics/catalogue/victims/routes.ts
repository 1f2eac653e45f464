/** Routes from recruitment over the journey to exploitation: T20. */
import { countryClass } from '../../../dictionary/reference-lists/country.ts';
import { Codebook } from '../../store/codebook.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { byAnswers, byField, type CodeField } from '../classify.ts';
import { countryLines } from '../countries.ts';
import { allOf, totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { identifiedWithin } from './decided.ts';
import { line, ofIdentified } from './words.ts';

/** Who is not yet exploited has no country of exploitation. */
const notYet = line('notYet', 'unknown');

const leaves = [...countryLines, unknownLine];

function originAxis(): Axis {
  const lines = [...leaves, totalOf(leaves)];
  return { dimension: 'origin', lines, classify: byField('recruitment_country', lines, countryClass) };
}

/** Lines of every country of exploitation, and the line of those who are not yet exploited. */
function destinations(store: ColumnStore) {
  const codebook = new Codebook([...countryLines, notYet].map(({ key }) => key));
  const country = store.code('exploitation', 'exploitation_country');
  const stage = store.code('victim', 'exploitation_stage');
  const notYetStage = stage.codebook.numberOf('not_yet_exploited');
  const { start, count } = store.groupRows('exploitation');
  return {
    codebook,
    each: (row: number, emit: (n: number) => void): void => {
      if (stage.values.at(row) === notYetStage) emit(codebook.numberOf(notYet.key));
      else
        for (let at = start.at(row); at < start.at(row) + count.at(row); at++) {
          const code = country.codebook.codeOf(country.values.at(at));
          if (code !== undefined) emit(codebook.numberOf(countryClass(code)));
        }
    },
  };
}

function destinationAxis(): Axis {
  const lines = [...countryLines, notYet, unknownLine, allOf('tables:lines.persons')];
  return { dimension: 'destination', lines, classify: byAnswers(destinations, lines), several: true };
}

const stepAxis = (dimension: string, field: CodeField): Axis => ({
  dimension,
  lines: leaves,
  classify: byField(field, leaves),
});

export const routes: readonly StatisticPart[] = [
  ofIdentified({
    part: 'matrix',
    rows: originAxis(),
    columns: destinationAxis(),
    chart: 'flow',
    unknown: [
      { dimension: 'origin', cell: ['unknown', 'total'] },
      { dimension: 'destination', cell: ['total', 'unknown'] },
    ],
  }),
  {
    part: 'steps',
    units: 'route_step',
    unit: 'routeStep',
    stages: identifiedWithin('route_step'),
    rows: stepAxis('from', { entity: 'route_step', field: 'step_from' }),
    columns: stepAxis('to', { entity: 'route_step', field: 'step_to' }),
    chart: 'flow',
    // A victim takes several steps: what is in one row or column is no number of persons.
    counted: null,
    percentOf: null,
    unknown: [],
  },
];
