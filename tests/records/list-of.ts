import type { ParsedInput } from '#shared/contract/contract.ts';

/** The question for a list of one record type: everything outside the bin, newest first, unless told otherwise. */
export const listOf = (entity: string, more: Partial<ParsedInput<'record.list'>> = {}): ParsedInput<'record.list'> => ({
  entity,
  filters: [],
  binned: false,
  search: null,
  order: { by: 'savedAt', descending: true },
  language: 'en',
  columns: [],
  offset: 0,
  limit: 100,
  version: null,
  locate: null,
  ...more,
});
