import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Input, Output, ProcedureName } from '#shared/contract/contract.ts';
import { call } from './client.ts';

/** Nothing is asked again by itself: the data says when it changed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The program never has a network; react-query would otherwise wait for one.
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Key of a call: its name, then its input; a name alone covers every input. */
export const queryKey = <N extends ProcedureName>(name: N, input?: Input<N>): readonly unknown[] =>
  input === undefined ? [name] : [name, input];

interface ReadOptions {
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next one is on its way. */
  readonly keepPrevious?: boolean;
  /** Drop the answer and its question as soon as nobody looks. */
  readonly forget?: boolean;
}

/** Reads through the contract and keeps the answer. */
export function useProcedure<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false, forget = false }: ReadOptions = {},
): UseQueryResult<Output<N>, Error> {
  return useQuery<Output<N>, Error>({
    queryKey: queryKey(name, input),
    queryFn: () => call(name, input),
    enabled,
    ...(forget ? { gcTime: 0 } : {}),
    ...(keepPrevious ? { placeholderData: (previous: Output<N> | undefined) => previous as never } : {}),
  });
}

/** Does something through the contract; afterwards the named reads are asked again. */
export function useCall<N extends ProcedureName>(
  name: N,
  refreshes: readonly ProcedureName[] = [],
): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: async () => {
      await Promise.all(refreshes.map((read) => client.invalidateQueries({ queryKey: queryKey(read) })));
    },
  });
}
