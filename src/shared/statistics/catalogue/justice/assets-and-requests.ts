/** Tables of assets, compensation and cooperation with other countries: T31, T40 and T41. */
import { assetStages } from '../../../dictionary/code-lists/assets.ts';
import { claimDecisions } from '../../../dictionary/code-lists/compensation.ts';
import { cooperationTypes } from '../../../dictionary/code-lists/international-cooperation.ts';
import { countryClass } from '../../../dictionary/reference-lists/country.ts';
import { onDay } from '../../counting.ts';
import type { Measure, Quantity, Summary } from '../../measures.ts';
import { byField } from '../classify.ts';
import { countryLines } from '../countries.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import { daysBetween, eitherBy, numberIn } from '../quantities.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { financialInvestigations } from './cases.ts';
import { codeAxis, line, oneColumn, word } from './words.ts';

/** Units with the quantity, those without it, and all. */
function withOrWithout(dimension: string, keys: readonly [string, string], quantity: Quantity): Axis {
  const leaves = keys.map((key) => line(key));
  return {
    dimension,
    lines: [...leaves, totalOf(leaves)],
    classify: (store, units) => {
      const of = quantity(store, units);
      return { several: false, size: 2, categoryOf: (unit) => (Number.isNaN(of(unit)) ? 1 : 0) };
    },
  };
}

const amount = (key: string, basis: string, quantity: Quantity): Measure => ({
  key,
  label: word(key),
  figure: 'euro',
  of: 'sum',
  basis,
  quantity,
  isAmount: true,
});

/** What was used for victims has an amount of its own; every other decision is about the asset as it was then worth. */
const valueOfDecision = eitherBy(
  { entity: 'asset_decision', field: 'asset_stage', is: ['used_for_victim_compensation'] },
  numberIn('asset_decision', 'asset_use'),
  numberIn('asset_decision', 'asset_decision_value_eur'),
);

const stagesOfAssets: Axis = {
  dimension: 'assetStage',
  lines: codeLines(assetStages),
  classify: byField({ entity: 'asset_decision', field: 'asset_stage' }, codeLines(assetStages)),
};

export const assets: readonly StatisticPart[] = [
  {
    part: 'decisions',
    units: 'asset_decision',
    unit: 'assetDecision',
    stages: [{ key: 'decided', decisions: onDay('asset_decision', 'asset_date') }],
    // One asset is frozen, then confiscated: the decisions are no parts of one whole.
    rows: stagesOfAssets,
    columns: withOrWithout('valued', ['valued', 'unvalued'], valueOfDecision),
    measures: [amount('value', 'valued', valueOfDecision)],
    counted: null,
    percentOf: null,
    unknown: [],
  },
  financialInvestigations,
];

const answered = daysBetween('cooperation', 'coop_requested', 'coop_answered');
const days = (of: Summary): Measure => ({
  key: of,
  label: word(of),
  figure: 'days',
  of,
  basis: 'answered',
  quantity: answered,
});

function requestedOf(): Axis {
  const leaves = [...countryLines, unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return {
    dimension: 'country',
    lines,
    classify: byField({ entity: 'cooperation', field: 'coop_country' }, lines, countryClass),
  };
}

const requests = (part: string, rows: Axis): StatisticPart => ({
  part,
  units: 'cooperation',
  stages: [{ key: 'requested', decisions: onDay('cooperation', 'coop_requested') }],
  rows,
  columns: withOrWithout('answer', ['answered', 'unanswered'], answered),
  measures: [days('lowerQuartile'), days('median'), days('upperQuartile')],
  counted: ['total', 'total'],
  percentOf: 'total',
  unknown: [],
});

export const cooperation: readonly StatisticPart[] = [
  requests(
    'types',
    codeAxis('cooperationType', { entity: 'cooperation', field: 'coop_type' }, codeLines(cooperationTypes)),
  ),
  requests('countries', requestedOf()),
];

const inClaim = (field: string) => numberIn('claim', field);

export const compensation: StatisticPart = {
  part: null,
  units: 'claim',
  // A claim has no day of its own: it counts with its case, by the report.
  stages: [{ key: 'claimed', decisions: onDay('claim', 'report_date', [], 'case') }],
  rows: codeAxis('claimDecision', { entity: 'claim', field: 'claim_decision' }, codeLines(claimDecisions)),
  columns: oneColumn('claims'),
  measures: [
    amount('claimed', 'claims', inClaim('claim_amount_eur')),
    amount('awarded', 'claims', inClaim('awarded_eur')),
    amount('paid', 'claims', inClaim('paid_eur')),
    { key: 'recovered', label: word('recovered'), figure: 'percent', of: 'ratio', part: 'paid', whole: 'awarded' },
  ],
  counted: ['total', 'claims'],
  percentOf: 'claims',
  unknown: [],
};
