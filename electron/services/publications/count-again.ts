/** Counts a published table anew, whether the catalogue declares it or somebody designed it. */
import { registerOf } from '#shared/dictionary/registers.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import type { TableQuestion } from '#shared/statistics/compute-tables.ts';
import { isDesignable } from '#shared/statistics/design/check-design.ts';
import type { DesignBehind } from '../../database/publication-tables.ts';
import type { OpenRegister, SignedInAccount } from '../open-register.ts';
import type { Statistics } from '../statistics/statistics.ts';

export interface CountedAgain {
  readonly tables: readonly TableBody[];
  readonly changeNumber: number;
}

/** All tables of a statistic or of a design; none where the dictionary no longer offers what the design asked for. */
export async function countAgain(
  statistics: Pick<Statistics, 'ask'>,
  session: { readonly account: SignedInAccount; readonly register: OpenRegister },
  question: TableQuestion,
  designs: readonly DesignBehind[],
): Promise<CountedAgain> {
  const behind = designs.find(({ id }) => id === question.id);
  if (!behind) return statistics.ask(session, 'tables', question);
  const { period, view, threshold, rounding = 0 } = question;
  const { design } = behind;
  if (!isDesignable(registerOf(session.register.kind), design)) return { tables: [], changeNumber: 0 };
  const { tables, changeNumber } = await statistics.ask(session, 'design', {
    design,
    period,
    view,
    threshold,
    rounding,
    name: null,
  });
  return { tables: tables.map((table) => ({ ...table, id: question.id })), changeNumber };
}
