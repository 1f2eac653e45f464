import { useMemo } from 'react';
import type { InstitutionFacts, RuleContext } from '#shared/records/record.ts';
import type { Opened } from '../editor/editor-store.ts';
import type { ReferenceLists } from '../texts/reference-lists.ts';

/** What rules know beyond the record: context of the data plus the institutions of this register. */
export function useRuleContext(context: Opened['context'], lists: ReferenceLists): RuleContext {
  return useMemo(() => {
    const institutions = new Map<string, InstitutionFacts>(
      (lists.INST ?? []).map((entry) => [
        entry.code,
        {
          type: entry.type ?? 'other',
          country: entry.country ?? context.ownCountry,
          activeFrom: entry.activeFrom,
          activeTo: entry.activeTo,
        },
      ]),
    );
    const entries = new Map(
      Object.entries(lists).map(([list, of]) => [list, new Map(of.map((entry) => [entry.code, entry]))]),
    );
    return {
      ...context,
      institution: (id) => institutions.get(id),
      inUse: (list, code) => entries.get(list)?.get(code),
    };
  }, [context, lists]);
}
