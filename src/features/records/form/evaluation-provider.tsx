import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RuleContext } from '#shared/records/record.ts';
import { evaluate } from './evaluation.ts';
import { CatchUpContext, EvaluationContext, useEditor, useFormTools } from './form-context.ts';

type EvaluationProviderProps = { context: RuleContext; children: ReactNode };

/** Follows the typing at a distance, so that no key waits for the rules. */
export function EvaluationProvider({ context, children }: EvaluationProviderProps) {
  const { model, store } = useFormTools();
  const id = useEditor((state) => state.meta.id);
  const hasIdentity = useEditor((state) => state.meta.hasIdentity);
  const live = useEditor((state) => state.content);
  const liveIdentity = useEditor((state) => state.identity);
  const later = useDeferredValue(live);
  const laterIdentity = useDeferredValue(liveIdentity);
  const [asked, setAsked] = useState<unknown>(null);
  const content = asked === live ? live : later;
  const identity = asked === live ? liveIdentity : laterIdentity;
  const evaluation = useMemo(
    () => evaluate(model, { id, content, identity, hasIdentity }, context),
    [model, id, content, identity, hasIdentity, context],
  );
  // A field that an answer brings must be there before Enter looks for the next one.
  const catchUp = useCallback(() => flushSync(() => setAsked(store.get().content)), [store]);
  return (
    <CatchUpContext value={catchUp}>
      <EvaluationContext value={evaluation}>{children}</EvaluationContext>
    </CatchUpContext>
  );
}
