/** Which published figures would be others today, and by how much. */
import type { CorrectionSheet } from '#shared/contract/publication.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { CountsBehind, DesignBehind } from '../../database/publication-tables.ts';
import { digestOf, digestOfFacts } from '../statistics/digest.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { countAgain } from './count-again.ts';
import type { Guard } from './guard.ts';
import { withoutFigures } from './hide-more.ts';
import { findPublication, readFrozen } from './kept-publications.ts';
import type { PublicationSession } from './publications.ts';
import { nameOfTable } from './released-tables.ts';

export interface CorrectionParts {
  readonly statistics: Statistics;
  readonly guard: Guard;
}

type TableCorrections = CorrectionSheet['tables'][number];
type Correction = TableCorrections['corrections'][number];

/**
 * Internal: true counts of then and now. Public: what was shown and what would be shown; of a table whose figures of
 * today would betray a small group beside those of then it says only that it changed.
 */
export async function collectCorrections(
  { statistics, guard }: CorrectionParts,
  session: PublicationSession,
  id: string,
  view: CorrectionSheet['view'],
): Promise<CorrectionSheet> {
  const { database } = session.register;
  const publication = findPublication(database, id);
  const { content, figuresBehind, designs } = readFrozen(database, id);
  const { period, threshold } = content;
  const tables: TableCorrections[] = [];
  let changeNumber = content.changeNumber;
  for (const statistic of new Set(content.tables.map((table) => table.id))) {
    const rounding = content.tables.find(({ rounded }) => rounded)?.rounded?.base ?? 0;
    const question = { id: statistic, period: period.text, view, threshold, rounding } as const;
    const answer = await countAgain(statistics, session, question, designs);
    changeNumber = Math.max(changeNumber, answer.changeNumber);
    const stamp = { changeNumber: answer.changeNumber, ...statistics.stamp(session) };
    for (const then of content.tables.filter((table) => table.id === statistic)) {
      const body = answer.tables.find((table) => table.part === then.part);
      const shown = body && (view === 'public' ? withoutFigures(body, figuresBehind.hiddenMore) : body);
      const now = shown && { ...shown, ...stamp, digest: digestOf(shown) };
      const before = view === 'public' ? cellsOf(then) : behindOf(figuresBehind.tables, then);
      tables.push(await compare(then, now, before, (table) => isBetraying(guard, session, view, table, designs)));
    }
  }
  const { count } = await statistics.ask(session, 'revoked', { period: period.text });
  const revoked =
    count === null || figuresBehind.revoked === null ? null : { before: figuresBehind.revoked, now: count };
  const { seal, extractedAt } = statistics.stamp(session);
  const facts = {
    publication,
    view,
    changeNumber,
    extractedAt,
    seal,
    tables,
    revoked: view === 'internal' || isHarmless(revoked, threshold) ? revoked : null,
  };
  return { ...facts, digest: digestOfFacts(facts) };
}

type Cells = readonly (readonly (number | null)[])[];

const cellsOf = ({ cells }: Pick<StatisticTable, 'cells'>): Cells => cells.map((row) => row.map(({ count }) => count));

const behindOf = (behind: readonly CountsBehind[], table: StatisticTable): Cells =>
  behind.find(({ name }) => name === nameOfTable(table))?.cells ?? [];

async function isBetraying(
  guard: Guard,
  session: PublicationSession,
  view: CorrectionSheet['view'],
  now: StatisticTable,
  designs: readonly DesignBehind[],
): Promise<boolean> {
  return view === 'public' && (await guard.betrayals(session, [now], designs)).length > 0;
}

async function compare(
  then: StatisticTable,
  now: StatisticTable | undefined,
  before: Cells,
  isWithheld: (now: StatisticTable) => Promise<boolean>,
): Promise<TableCorrections> {
  const { register, id, part } = then;
  const name = nameOfTable(then);
  const figures = then.rows.length * then.columns.length;
  const title = then.designed?.title ?? null;
  const nothing = { register, id, part, name, title, figures, corrections: [], withheld: false, redefined: false };
  if (now?.definitionVersion !== then.definitionVersion) return { ...nothing, redefined: true };
  const corrections = differences(then, now, before);
  if (corrections.length === 0) return nothing;
  return (await isWithheld(now)) ? { ...nothing, withheld: true } : { ...nothing, corrections };
}

function differences(then: StatisticTable, now: StatisticTable, before: Cells): Correction[] {
  const [rows, columns] = [now.rows.map(({ key }) => key), now.columns.map(({ key }) => key)];
  return then.rows.flatMap((row, r) =>
    then.columns.flatMap((column, c): Correction[] => {
      const was = before[r]?.[c] ?? null;
      const cell = now.cells[rows.indexOf(row.key)]?.[columns.indexOf(column.key)];
      const is = cell?.count ?? null;
      if (was === is) return [];
      const effect = was === null || is === null ? null : Math.round((is - was) * 100) / 100;
      const printed = then.cells[r]?.[c];
      const published = printed?.count ?? null;
      const empty = { before: was === null && printed?.empty === true, now: is === null && (cell?.empty ?? true) };
      const { figure } = column;
      return [
        {
          row: row.label,
          column: column.label,
          ...(figure && { figure }),
          published,
          before: was,
          now: is,
          effect,
          empty,
        },
      ];
    }),
  );
}

/** Few revoked decisions, or few more than before, would point to persons. */
function isHarmless(revoked: CorrectionSheet['revoked'], threshold: number): boolean {
  if (revoked === null) return true;
  const { before, now } = revoked;
  return [before, now, Math.abs(now - before)].every((count) => count === 0 || count >= threshold);
}
