import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#shared/contract/contract.ts';
import type { ListQuery } from '#shared/contract/list-query.ts';
import type { Values } from '#shared/records/record.ts';
import { call } from '../../../api/client.ts';
import { queryKey } from '../../../api/query.ts';
import { keepQuery, useListKey } from './last-list.ts';

export interface ListRow {
  readonly meta: Output<'record.list'>['rows'][number]['meta'];
  /** Of the columns shown. */
  readonly values: Values;
}

/** The list as it was answered: its parts fit together as long as they name the same version. */
export interface ShownList {
  readonly version: number;
  readonly total: number;
  /** Record whose place was asked for, and that place; null where it does not fit. */
  readonly asked: string | null;
  readonly located: number | null;
}

const chunk = 100;
/** Rows that nobody looks at any more are soon forgotten. */
const keptMs = 30_000;
/** The scroll bar may fly over thousands of rows: only where it rests are they asked for. */
const restMs = 60;

type Part = readonly ListRow[];
const rowsOf = (answer: Output<'record.list'>, columns: readonly string[]): Part =>
  answer.rows.map(({ meta, cells }) => ({
    meta,
    values: Object.fromEntries(columns.map((id, at) => [id, cells[at] ?? null])),
  }));

/** Rows asked for before they come into sight. */
const ahead = 40;

/** The part of the list that is asked for: the next one at once, a far one where the scroll bar rests. */
function useRested(part: number): number {
  const [rested, setRested] = useState(part);
  const isNear = Math.abs(part - rested) <= 1;
  useEffect(() => {
    const timer = setTimeout(() => setRested(part), isNear ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [part, isNear]);
  return isNear ? part : rested;
}

/** The list that a query gives: how long it is, and the rows from `first` to `end`. */
export function useListWindow(
  query: ListQuery,
  columns: readonly string[],
  { first, end, current }: { readonly first: number; readonly end: number; readonly current: string | null },
) {
  const client = useQueryClient();
  const listKey = useListKey(query.entity);
  const at = Math.floor(first / chunk);
  const partKey = (version: number, part: number) => ['record.rows', query.entity, version, columns.join(' '), part];

  const head = useQuery({
    queryKey: [...queryKey('record.list'), query, columns],
    queryFn: async (): Promise<ShownList> => {
      const window = { columns: [...columns], offset: at * chunk, limit: chunk, version: null, locate: current };
      const answer = await call('record.list', { ...query, ...window });
      client.setQueryData(partKey(answer.version, at), rowsOf(answer, columns));
      keepQuery(listKey, query);
      return { version: answer.version, total: answer.total, asked: current, located: answer.located };
    },
    placeholderData: keepPreviousData,
  });
  const shown = head.data;

  const rows = shown?.total ?? 0;
  const from = useRested(Math.floor(Math.max(0, first - ahead) / chunk));
  const to = Math.min(from + Math.ceil((end - first + 2 * ahead) / chunk), Math.floor(Math.max(0, rows - 1) / chunk));
  const wanted = rows === 0 ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
  const found = useQueries({
    queries: wanted.map((part) => ({
      queryKey: partKey(shown?.version ?? 0, part),
      queryFn: async (): Promise<Part> => {
        const version = shown?.version ?? 0;
        const window = { columns: [...columns], offset: part * chunk, limit: chunk, version, locate: null };
        const answer = await call('record.list', { ...query, ...window });
        // That list is gone: the head asks for the present one, whose rows these are.
        if (answer.version !== version) void client.invalidateQueries({ queryKey: queryKey('record.list') });
        return rowsOf(answer, columns);
      },
      enabled: !head.isPlaceholderData,
      gcTime: keptMs,
    })),
  });

  // While the rows of a new version are on their way, those of the one before stand in their place.
  const before = useRef(new Map<number, Part>());
  const present = new Map(wanted.flatMap((part, n) => (found[n]?.data ? [[part, found[n].data] as const] : [])));
  for (const [part, rows] of present) before.current.set(part, rows);
  for (const part of before.current.keys()) if (part < from - 1 || part > to + 1) before.current.delete(part);
  const isChanging = head.isPlaceholderData;

  return {
    shown: shown ?? null,
    isPending: head.isPending,
    /** The rows on the screen are those of the query before. */
    isChanging,
    isFetching: head.isFetching,
    error: head.error ?? found.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index: number): ListRow | undefined => {
      const part = Math.floor(index / chunk);
      return (present.get(part) ?? before.current.get(part))?.[index % chunk];
    },
  };
}

export type ListWindow = ReturnType<typeof useListWindow>;
