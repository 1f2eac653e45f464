import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ErasureScope, erasureScopes } from '#shared/contract/retention.ts';
import { call } from '../../api/client.ts';
import { queryKey } from '../../api/query.ts';

export interface ErasureTarget {
  readonly recordId: string;
  readonly scope: ErasureScope;
}

/** As many as one call takes. */
const atOnce = 200;

const inPieces = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) => items.slice(at * atOnce, (at + 1) * atOnce));

const lists = ['retention.due', 'erasure.list', 'erasure.finished', 'erasure.preview'] as const;

/** The lists are asked again also after a failure: a part may have gone through. */
function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all(lists.map((name) => client.invalidateQueries({ queryKey: queryKey(name) })));
}

/** Proposes each record with what of it is to be erased. */
export function useProposing() {
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ targets, reason }: { targets: readonly ErasureTarget[]; reason: string }) => {
      for (const scope of erasureScopes) {
        const ids = targets.filter((target) => target.scope === scope).map(({ recordId }) => recordId);
        for (const recordIds of inPieces(ids)) await call('erasure.propose', { recordIds, scope, reason });
      }
    },
    onSettled: useRefresh(),
  });
}

/** Confirms proposals; true where nothing of them is left in the journal of the file either. */
export function useConfirming() {
  return useMutation({
    networkMode: 'always',
    mutationFn: async (ids: readonly string[]) => {
      let isSwept = true;
      for (const piece of inPieces(ids)) ({ isSwept } = await call('erasure.confirm', { ids: piece }));
      return isSwept;
    },
    onSettled: useRefresh(),
  });
}
