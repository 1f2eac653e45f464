/** The designs among tables that go out: kept with them, since a design can be changed or removed afterwards. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import type { CountsOfDesign, DesignBehind } from '../../database/publication-tables.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import { designId } from '../statistics/digest.ts';
import type { Statistics } from '../statistics/statistics.ts';

/** What the units of a design are divided by, whatever is shown of them. */
export const countsOf = (design: TableDesign): TableDesign => ({ ...design, measure: { of: 'count' }, chart: null });

/** For each designed table its design, out of those that it may be of. */
export async function designsBehind(
  statistics: Statistics,
  session: { readonly account: SignedInAccount; readonly register: OpenRegister },
  tables: readonly StatisticTable[],
  designs: readonly TableDesign[],
): Promise<DesignBehind[]> {
  const found: DesignBehind[] = [];
  const designed = tables.filter((table) => table.designed);
  for (const [id, ofDesign] of Map.groupBy(designed, (table) => table.id)) {
    const design = designs.find((each) => designId(each) === id);
    const period = ofDesign[0]?.period.text;
    if (!design || period === undefined) throw new Error('a table of an unknown design');
    const layer = ofDesign.flatMap(({ part }) => part ?? []);
    if (design.measure.of === 'count') {
      found.push({ id, design, layer, counts: null });
      continue;
    }
    // Shares give counts away to whoever knows one of them, and so do means beside others.
    const question = { design: countsOf(design), period, view: 'public', name: null } as const;
    const counts = (await statistics.designed(session, question)).map(shownCounts);
    found.push({ id, design, layer, counts });
  }
  return found;
}

/** The counts of a table; means, medians and shares are no sums of units, and a rounded count is no exact one. */
export function shownCounts({ part, rows, columns, cells, rounded }: StatisticTable): CountsOfDesign {
  const counted = columns.flatMap(({ figure }, at) => (figure === undefined ? [at] : []));
  return {
    part,
    rows: rows.map(({ key }) => key),
    columns: counted.flatMap((at) => columns[at]?.key ?? []),
    shown: cells.map((of) => counted.map((at) => (rounded ? null : (of[at]?.count ?? null)))),
  };
}
