import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../../api/client.ts';
import { queryKey } from '../../../api/query.ts';
import { type ListView, listInput } from './list-view.ts';

export type ListRow = Output<'record.list'>['rows'][number];

const noRows: readonly ListRow[] = [];

/** The rows of a view, page after page as they are scrolled to. */
export function useRecordList(entity: string, view: ListView) {
  const input = listInput(entity, view);
  const query = useInfiniteQuery({
    queryKey: [...queryKey('record.list'), input],
    queryFn: ({ pageParam }) => call('record.list', { ...input, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isPending, error } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? noRows, [data]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? null,
    isPending,
    isFetching,
    error,
    hasMore: hasNextPage,
    fetchMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
