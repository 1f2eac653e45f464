import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { RuleContext } from '#shared/records/record.ts';
import { evaluate } from './evaluation.ts';
import { EvaluationContext, useEditor, useFormTools } from './form-context.ts';

type EvaluationProviderProps = { context: RuleContext; children: ReactNode };

/** Follows the typing at a distance, so that no key waits for the rules. */
export function EvaluationProvider({ context, children }: EvaluationProviderProps) {
  const { model } = useFormTools();
  const id = useEditor((state) => state.meta.id);
  const hasIdentity = useEditor((state) => state.meta.hasIdentity);
  const content = useDeferredValue(useEditor((state) => state.content));
  const identity = useDeferredValue(useEditor((state) => state.identity));
  const evaluation = useMemo(
    () => evaluate(model, { id, content, identity, hasIdentity }, context),
    [model, id, content, identity, hasIdentity, context],
  );
  return <EvaluationContext value={evaluation}>{children}</EvaluationContext>;
}
