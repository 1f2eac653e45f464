import { useMemo } from 'react';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { RuleContext } from '#shared/records/record.ts';
import { findIn, referenceFacts } from '#shared/records/reference-facts.ts';
import type { Opened } from '../editor/editor-store.ts';
import type { ReferenceLists } from '../texts/reference-lists.ts';

/** What rules know beyond the record: context of the data plus the lists that this register keeps. */
export function useRuleContext(
  context: Opened['context'],
  register: RegisterDeclaration,
  lists: ReferenceLists,
): RuleContext {
  return useMemo(() => {
    const { article, ...known } = referenceFacts(register, findIn(lists));
    // As long as the lists have not come, what was set from an entry stays as it is.
    const hasCome = Object.keys(lists).length > 0;
    return { ...context, ...known, ...(article && hasCome ? { article } : {}) };
  }, [context, register, lists]);
}
