/** Which figure of the recount is which cell of the program's tables; both name their rows and columns as they please. */

import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import type { Figure } from '../../recount/justice/recount-justice.ts';

/** table, row and column of the program; several cells that add up to the figure of the recount. */
type Address = readonly [table: string, row: string, column: string];

const renamed = (names: Readonly<Record<string, string>>) => (key: string) => names[key] ?? key;
const asIs = (key: string) => key;

/** Rows and columns that stand the other way round, or have other names. */
const perStage =
  (table: string, row: (key: string) => string = asIs) =>
  ({ row: key, column }: Figure): Address[] => [[table, row(key), column]];

const sexes = renamed({ legal_person: 'legalPersons' });
const versions: Readonly<Record<string, string>> = { aggregate: 'aggregate', offence: 'tip' };
const measures: Readonly<Record<string, string>> = {
  mean_years: 'mean',
  median_years: 'median',
  minimum_years: 'least',
  maximum_years: 'most',
  counted: 'term',
  fully_suspended: 'suspended',
  life: 'life',
  other_sanction: 'other',
  unknown: 'unknown',
  total: 'total',
};
const stretches: Readonly<Record<string, string>> = {
  report_to_investigation: 'to_investigation',
  investigation_to_indictment: 'to_indictment',
  indictment_to_trial: 'to_trial',
  trial_to_verdict: 'to_verdict',
  verdict_to_final: 'to_finality',
  report_to_final: 'whole',
};

const addresses: Readonly<Record<string, (figure: Figure) => readonly Address[]>> = {
  'K13.aggregate': ({ part, row, column }) => [['K13', `${column}_${versions[part ?? '']}`, measures[row] ?? row]],
  'K13.offence': ({ part, row, column }) => [['K13', `${column}_${versions[part ?? '']}`, measures[row] ?? row]],
  'K14.handled': ({ row }) => [['K14.authorities', row, 'cases']],
  'K14.balance': ({ row }) => [
    [
      'K14.flow',
      renamed({
        pending_at_start: 'pendingAtStart',
        new: 'newCases',
        closed: 'closedCases',
        pending_at_end: 'pendingAtEnd',
        over_on_unknown_day: 'closedUndated',
      })(row),
      'cases',
    ],
  ],
  'T32.offences': () => [['T32.cases', 'total', 'cases']],
  // The recount has the stages in rows.
  'T32.persons': ({ row, column }) => [['T32.persons', sexes(column), row]],
  'T32.citizenship': perStage('T32.citizenship.all'),
  'T33.sex': ({ row, column }) => [['T32.persons', row === 'total' ? 'naturalPersons' : row, column]],
  'T33.age': perStage('T38.age'),
  'T33.citizenship': perStage('T33.citizenship'),
  'T33.citizenship_eurostat': perStage('T33.union', renamed({ other_eu: 'otherEu', non_eu: 'nonEu' })),
  'T33.form': perStage('T33.form'),
  'T33.users': ({ row, column }) => (row === 'total' ? [['T33.users', 'total', column]] : []),
  'T33.judgments': perStage('T33.judgments'),
  T34: ({ row, column }) =>
    column === 'percent_of_first' || (column === 'percent_of_previous' && row === 'reported')
      ? []
      : [['T34', row, renamed({ cases: 'reached', percent_of_previous: 'ofPrevious' })(column)]],
  'T35.rate': ({ row, column }) => {
    if (column !== 'total') return [];
    if (row === 'judged') return [['T35.verdicts', 'total', 'persons']];
    return row === 'convicted' ? [['T35.verdicts', 'convicted_tip', 'persons']] : [];
  },
  'T35.arrested': ({ row }) => {
    if (row === 'total') return [['T35.arrests', 'total', 'persons']];
    return row === 'convicted'
      ? [
          ['T35.arrests', 'convicted_tip', 'persons'],
          ['T35.arrests', 'convicted_other', 'persons'],
        ]
      : [];
  },
  T36: ({ row, column }) => {
    const name = renamed({ other_sanction: 'other' })(row);
    return ['life', 'other', 'unknown', 'total'].includes(name) ? [['T36.terms', name, `${column}_aggregate`]] : [];
  },
  'T36.suspended': ({ row, column }) =>
    row === 'fully_suspended' ? [['T36.terms', 'suspended', `${column}_aggregate`]] : [],
  'T36.aggravating_final': ({ row, column }) =>
    ['life', 'total'].includes(row) ? [['T36.aggravating', column, row]] : [],
  T37: ({ row, column }) => [
    [
      'T37',
      stretches[row] ?? row,
      renamed({
        completed: 'finished',
        open: 'stillOpen',
        quartile_1: 'lowerQuartile',
        quartile_3: 'upperQuartile',
      })(column),
    ],
  ],
  'T38.age': perStage('T38.age'),
  'T38.role': perStage('T38.role'),
  'T38.relation': perStage('T38.relation'),
  'T38.prior_convictions': perStage('T38.prior'),
  'T38.former_victim': perStage('T38.former'),
  'T38.public_official': perStage('T38.official'),
  'T39.appealed': ({ row }) => {
    if (row === 'judged') return [['T39.share', 'total', 'judgments']];
    return row === 'appealed' ? [['T39.share', 'yes', 'judgments']] : [];
  },
  'T39.outcome': ({ row, column }) => (column === 'total' ? [['T39.outcome', row, 'total']] : []),
  'T40.decisions': ({ row, column }) => {
    const name = { decisions: 'total', value_eur: 'value', value_unknown: 'unvalued' }[column];
    return name === undefined ? [] : [['T40.decisions', row, name]];
  },
  'T40.financial_investigation': ({ row }) =>
    row === 'investigated_percent' ? [] : [['T40.investigated', row, 'cases']],
  'T41.type': ({ row, column }) => [['T41.types', row, renamed({ requests: 'total', median_days: 'median' })(column)]],
  'T31.kind': ({ row, column }) => {
    const name = { claims: 'claims', claimed_eur: 'claimed', awarded_eur: 'awarded', received_eur: 'paid' }[column];
    return row === 'total' && name !== undefined ? [['T31', 'total', name]] : [];
  },
};

const decimals: Readonly<Record<string, number>> = { years: 2, days: 1, euro: 2, percent: 1 };

export interface Difference {
  readonly figure: string;
  readonly recounted: number;
  readonly counted: number;
}

/** Figures that differ, and how many were compared; what is nothing to one is 0 to the other. */
export function compareFigures(figures: readonly Figure[], tables: readonly TableBody[]) {
  const cells = new Map<string, { readonly count: number; readonly digits: number }>();
  for (const table of tables) {
    const name = tableName(table.id, table.part);
    table.rows.forEach((row, r) => {
      table.columns.forEach((column, c) => {
        const digits = column.figure === undefined ? 0 : (decimals[column.figure] ?? 0);
        cells.set(`${name}/${row.key}/${column.key}`, { count: table.cells[r]?.[c]?.count ?? 0, digits });
      });
    });
  }
  const differing: Difference[] = [];
  let compared = 0;
  for (const figure of figures) {
    const found = (addresses[tableName(figure.table, figure.part)]?.(figure) ?? []).flatMap(
      (address) => cells.get(address.join('/')) ?? [],
    );
    const [first] = found;
    if (!first) continue;
    compared += 1;
    const counted = found.reduce((sum, { count }) => sum + count, 0);
    const factor = 10 ** first.digits;
    const recounted = figure.figure ?? 0;
    // Figures are shown rounded; where the last digit is a half, either neighbour is right.
    if (Math.abs(counted - recounted) > (first.digits === 0 ? 0 : 0.5 / factor) + 1e-9) {
      differing.push({ figure: [figure.table, figure.part, figure.row, figure.column].join(' '), recounted, counted });
    }
  }
  return { compared, differing };
}
