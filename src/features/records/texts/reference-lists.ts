import type { Output } from '#shared/contract/contract.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { useProcedure } from '../../../api/query.ts';
import type { CodeOption } from '../fields/code-options.ts';

export type ReferenceLists = Output<'reference.list'>['lists'];

const none: ReferenceLists = {};

/** Institutions, municipalities, communities and languages of this register; empty until they have come. */
export function useReferenceLists(): ReferenceLists {
  return useProcedure('reference.list', {}).data?.lists ?? none;
}

/** Remarks on the entries that a field holds and that are not in use any more. */
export function retiredRemarks(
  field: Pick<FieldDeclaration, 'list'>,
  value: FieldValue | undefined,
  options: (list: string) => readonly CodeOption[],
): readonly string[] {
  if (field.list === undefined) return [];
  const codes = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
  return options(field.list)
    .filter(({ code, entry }) => codes.includes(code) && entry !== undefined && entry.activeTo !== null)
    .map(({ label, entry }) => (codes.length === 1 ? (entry?.remark ?? '') : `${label}: ${entry?.remark ?? ''}`));
}
