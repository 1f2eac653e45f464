import type { Output } from '#shared/contract/contract.ts';
import { useProcedure } from '../../../api/query.ts';

export type ReferenceLists = Output<'reference.list'>['lists'];

const none: ReferenceLists = {};

/** Institutions, municipalities, communities and languages of this register; empty until they have come. */
export function useReferenceLists(): ReferenceLists {
  return useProcedure('reference.list', {}).data?.lists ?? none;
}
