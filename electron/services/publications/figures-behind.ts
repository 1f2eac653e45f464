/** True counts behind what is published. */
import type { SummaryContent } from '#shared/contract/summary.ts';
import type { DesignBehind, FiguresBehind } from '../../database/publication-tables.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { countAgain } from './count-again.ts';
import { nameOfTable } from './released-tables.ts';

/** For the correction sheet. They are never part of what goes out. */
export async function figuresBehind(
  statistics: Statistics,
  session: { readonly account: SignedInAccount; readonly register: OpenRegister },
  { tables, period, threshold }: SummaryContent,
  designs: readonly DesignBehind[],
): Promise<FiguresBehind> {
  const kept: FiguresBehind['tables'][number][] = [];
  for (const id of new Set(tables.map((table) => table.id))) {
    const counted = await countAgain(
      statistics,
      session,
      { id, period: period.text, view: 'internal', threshold },
      designs,
    );
    for (const table of counted.tables) {
      if (!tables.some((each) => each.id === table.id && each.part === table.part)) continue;
      const { definitionVersion, cells } = table;
      kept.push({
        name: nameOfTable(table),
        definitionVersion,
        cells: cells.map((row) => row.map(({ count }) => count)),
      });
    }
  }
  const revoked = await statistics.ask(session, 'revoked', { period: period.text });
  return { tables: kept, revoked: revoked.count };
}
