/** The catalogue's tables of victims against their recount, cell by cell and both ways. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { Comparison } from '../compare.ts';
import { matches } from './catalogue-figures.ts';
import { addressOf, type CountedTable } from './counting.ts';
import type { Material } from './victims.ts';

type Table = Pick<StatisticTable, 'id' | 'part' | 'rows' | 'columns' | 'cells' | 'population' | 'entity'>;

const nameOf = (...words: readonly (string | null)[]): string => words.filter(Boolean).join(' ');

/** As many decimals as the catalogue gives. */
const decimals: Readonly<Record<string, number>> = {
  months: 1,
  days: 1,
  euro: 2,
  percent: 1,
  rate: 2,
  mean: 1,
  change: 0,
  changePercent: 1,
};

function isEqual(theirs: number | null | undefined, ours: number | null, figure: string | undefined): boolean {
  if (theirs === null || theirs === undefined || ours === null) return theirs === ours;
  const step = figure === undefined ? 0 : 10 ** -(decimals[figure] ?? 0);
  return Math.abs(theirs - ours) <= step / 2 + 1e-9;
}

/** Figures that tables show in part only, or that follow from others. */
const ownFigures = [/^K10 (form|institution) /, /^T20 steps total/];

/** Compares every cell with the figure that it stands for, and asks whether a cell stood for every row of the recount. */
export function compareVictims(
  tables: readonly Table[],
  recount: readonly CountedTable[],
  material: Material,
): Comparison {
  const byPart = new Map(recount.map(({ table, part, figures }) => [nameOf(table, part), figures]));
  const asked = new Set<string>();
  const differences: string[] = [];
  let [cells, filled] = [0, 0];
  for (const table of tables) {
    const name = nameOf(table.id, table.part);
    const match = matches[name];
    if (!match) throw new Error(`nothing tells what ${name} is to be compared with`);
    const readFor = (figure: string | undefined) => (part: string, row: string, column: string) => {
      const figures = byPart.get(nameOf(table.id, part));
      if (!figures) throw new Error(`nothing is counted as ${nameOf(table.id, part)}`);
      const address = addressOf(row, column);
      asked.add(nameOf(table.id, part, row));
      const found = figures.get(address);
      if (found !== undefined) return found;
      // Nothing fell into a count that has no figure; and of nobody there is no share and no median.
      return figure === undefined ? 0 : null;
    };
    table.rows.forEach((row, line) => {
      table.columns.forEach((column, place) => {
        const theirs = table.cells[line]?.[place]?.count;
        const ours = match(readFor(column.figure), row.key, column.key);
        if (ours === undefined) return;
        cells += 1;
        if (theirs) filled += 1;
        if (isEqual(theirs, ours, column.figure)) return;
        differences.push(`${name} / ${row.key} / ${column.key}: program ${theirs}, recount ${ours}`);
      });
    });
    if (table.entity === null) continue;
    const isPrevented = table.entity === 'prevented_case';
    const [records, drafts] = isPrevented
      ? [material.prevented.length, material.draftsOfPrevented]
      : [material.victims.length, material.drafts];
    const { records: theirRecords, draftsLeftOut } = table.population;
    if (records !== theirRecords || drafts !== draftsLeftOut) {
      differences.push(
        `${name}: ${theirRecords} records and ${draftsLeftOut} drafts, recount ${records} and ${drafts}`,
      );
    }
  }
  for (const { table, part, figures } of recount) {
    for (const [address, figure] of figures) {
      const [row = '', column = ''] = address.split(' / ');
      const full = nameOf(table, part, row);
      if (!figure || column !== 'total' || asked.has(full) || ownFigures.some((own) => own.test(full))) continue;
      differences.push(`${full}: only the recount counts it (${figure})`);
    }
  }
  return { cells, filled, differences };
}
