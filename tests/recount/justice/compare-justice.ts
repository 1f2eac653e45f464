/** The catalogue's tables of criminal proceedings against their recount, cell by cell and both ways. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { Comparison } from '../compare.ts';
import { matches } from './catalogue-figures.ts';
import { figuresOf, type JusticeRecount } from './recount-justice.ts';

export const recountedJusticeTables = [
  'K13',
  'K14',
  ...Array.from({ length: 11 }, (_, place) => `T${31 + place}`),
] as const;

type Table = Pick<StatisticTable, 'id' | 'part' | 'rows' | 'columns' | 'cells' | 'population'>;

/**
 * What only the recount works out: divisions that the catalogue does not print, shares that it gives as a percentage
 * of the row, and answers that it has by another division.
 */
const ownFigures = [
  /^T31 (kind|paid_by) /,
  /^T31 decision \S+ (awarded|received)$/,
  /^T33 (sex|age) /,
  /^T34 \S+ percent_of_/,
  /^T35 arrested /,
  /^T35 rate \S+ (natural_person|legal_person)$/,
  /^T35 rate conviction_rate_percent /,
  /^T36 suspended /,
  /^T36 aggravating_first /,
  /^T38 (sex|citizenship) /,
  /^T39 (changed|outcome) /,
  /^T39 appealed appealed_percent /,
  /^T40 decisions \S+ assets$/,
  /^T40 financial_investigation investigated_percent /,
  /^T41 country /,
];

const addressOf = (...words: readonly (string | null)[]): string => words.filter((word) => word !== null).join(' ');

/** As many decimals as the catalogue gives. */
const decimals: Readonly<Record<string, number>> = {
  years: 2,
  months: 1,
  days: 1,
  euro: 2,
  percent: 1,
  number: 1,
  mean: 1,
  changePercent: 1,
};

function isEqual(theirs: number | null | undefined, ours: number | null, column: Table['columns'][number]): boolean {
  if (theirs === null || theirs === undefined || ours === null) return theirs === ours;
  const step = column.figure === undefined ? 0 : 10 ** -(decimals[column.figure] ?? 0);
  return Math.abs(theirs - ours) <= step / 2 + 1e-9;
}

/** Compares every cell with the figure that it stands for, and asks whether each figure was asked for. */
export function compareJustice(tables: readonly Table[], recount: JusticeRecount): Comparison {
  const figures = new Map(
    figuresOf(recount).map(({ table, part, row, column, figure }) => [addressOf(table, part, row, column), figure]),
  );
  const asked = new Set<string>();
  const differences: string[] = [];
  let [cells, filled] = [0, 0];
  for (const { id, part, rows, columns, cells: lines, population } of tables) {
    const { records, draftsLeftOut } = population;
    // T44 takes the cases registered in the period, which its offices count.
    if ((id !== 'T44' && records !== recount.completed) || draftsLeftOut !== recount.drafts) {
      const seen = `${recount.completed} and ${recount.drafts}`;
      differences.push(`${addressOf(id, part)}: ${records} cases and ${draftsLeftOut} drafts, recount ${seen}`);
    }
    const match = matches[addressOf(id, part)];
    if (!match) throw new Error(`nothing tells what ${addressOf(id, part)} is to be compared with`);
    const readFor = (unit: string | undefined) => (ofPart: string | null, row: string, column: string) => {
      const address = addressOf(id, ofPart, row, column);
      const figure = figures.get(address);
      // Of fields that apply to no row, and of offices without a record, T44 is not counted line by line.
      if (figure === undefined && id === 'T44') return unit === undefined ? 0 : null;
      if (figure === undefined) throw new Error(`nothing is counted as ${address}`);
      asked.add(address);
      return figure;
    };
    rows.forEach((row, line) => {
      columns.forEach((column, place) => {
        const theirs = lines[line]?.[place]?.count;
        const ours = match(readFor(column.figure), row.key, column.key);
        if (ours === undefined) return;
        cells += 1;
        if (theirs) filled += 1;
        if (isEqual(theirs, ours, column)) return;
        differences.push(`${addressOf(id, part)} / ${row.key} / ${column.key}: program ${theirs}, recount ${ours}`);
      });
    });
  }
  for (const address of figures.keys()) {
    if (asked.has(address) || ownFigures.some((own) => own.test(address))) continue;
    differences.push(`${address}: only the recount counts it`);
  }
  return { cells, filled, differences };
}
