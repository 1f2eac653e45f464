import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Input, Output } from '#shared/contract/contract.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { queryKey, useProcedure } from '../../api/query.ts';

type Marks = Output<'statistics.marks'>['tables'][number];
type Marked = { readonly tables: readonly StatisticTable[]; readonly error: Error | null };

/** Whoever steps through periods wants counts, and marks only of the one that he stays with. */
const settledAfterMs = 300;

/** Tables that came before what the public view would hide was known: it is asked for, and put in when it comes. */
export function useMarked(
  tables: readonly StatisticTable[],
  { id, trend }: Pick<Input<'statistics.marks'>, 'id' | 'trend'>,
): Marked {
  const client = useQueryClient();
  const waiting = tables.find(({ marks }) => marks === 'pending');
  const changeNumber = waiting?.changeNumber ?? 0;
  const asked = { id, period: waiting?.period.text ?? '', trend, changeNumber };
  const [settled] = useDebouncedValue(JSON.stringify(asked), settledAfterMs);
  const isSettled = settled === JSON.stringify(asked);
  const { data, error } = useProcedure('statistics.marks', asked, { enabled: waiting !== undefined && isSettled });
  const isOvertaken = waiting !== undefined && data !== undefined && data.changeNumber !== changeNumber;
  useEffect(() => {
    // The marks are known by now: asked again, the tables come with theirs.
    if (isOvertaken)
      void client.invalidateQueries({ queryKey: queryKey(trend ? 'statistics.trend' : 'statistics.table') });
  }, [client, isOvertaken, trend]);
  if (waiting === undefined || data === undefined || isOvertaken) return { tables, error };
  return { tables: tables.map((table, at) => withMarks(table, data.tables[at])), error };
}

function withMarks({ marks: _, ...table }: StatisticTable, known: Marks | undefined): StatisticTable {
  const cells = table.cells.map((row, r) =>
    row.map((cell, c) => {
      const reason = known?.marks[r]?.[c];
      return reason ? { ...cell, hiddenInPublic: reason } : cell;
    }),
  );
  return { ...table, cells, digest: known?.digest ?? table.digest };
}
