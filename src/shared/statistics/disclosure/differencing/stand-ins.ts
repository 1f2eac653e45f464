/** Tables made from others, written as cells of those: the guard knows which units stand in them. */
import type { RegisterKind } from '../../../dictionary/vocabulary.ts';
import { headlines } from '../../derived/t42-trend.ts';
import { rateGroups } from '../../derived/t43-rates.ts';
import type { ReleasedTable } from './released-table.ts';

/** The cells of counted tables that a derived table repeats; a counted table stands for itself. */
export function standInsOf(register: RegisterKind, table: ReleasedTable): readonly ReleasedTable[] {
  const shownAt = (row: string, column: string): number | null =>
    table.shown[table.rows.indexOf(row)]?.[table.columns.indexOf(column)] ?? null;
  const cell = (
    source: Pick<ReleasedTable, 'id' | 'part'>,
    period: string,
    [row, column]: readonly [string, string],
    shown: number | null,
  ): ReleasedTable => ({
    key: table.key,
    threshold: table.threshold,
    id: source.id,
    part: source.part,
    period,
    rows: [row],
    columns: [column],
    shown: [[shown]],
  });
  if (table.id === 'T42') {
    const source = headlines[register][table.part ?? ''];
    if (!source) return [table];
    return table.rows.map((year) => cell(source, year, [source.row, source.column], shownAt(year, 'count')));
  }
  if (table.id === 'T43' && table.part === 'sexAge') {
    return rateGroups.map(({ row, sex, age }) =>
      cell({ id: 'T15', part: null }, table.period, [sex, age], shownAt(row.key, 'victims')),
    );
  }
  if (table.id === 'T43') {
    const source = { id: 'T16', part: 'main' };
    return table.rows.map((form) => cell(source, table.period, [form, 'total'], shownAt(form, 'victims')));
  }
  return [table];
}
