import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RuleContext } from '#shared/records/record.ts';
import type { EditorState } from '../editor/editor-store.ts';
import { useNamedTexts } from '../identity/use-named-texts.ts';
import { evaluate } from './evaluation.ts';
import { CatchUpContext, EvaluationContext, useEditor, useFormTools } from './form-context.ts';

type EvaluationProviderProps = { context: RuleContext; children: ReactNode };
type Typed = Pick<EditorState, 'content' | 'identity'>;

/**
 * The rules follow when the hand rests. Begun at once, even deferred, they come before the key is painted, and a full
 * record would show each letter later than an empty one.
 */
const pauseMs = 100;

const latest =
  ({ content, identity }: Typed) =>
  (known: Typed): Typed =>
    known.content === content && known.identity === identity ? known : { content, identity };

/** Follows the typing at a distance, so that no key waits for the rules. */
export function EvaluationProvider({ context, children }: EvaluationProviderProps) {
  const { model, store } = useFormTools();
  const id = useEditor((state) => state.meta.id);
  const hasIdentity = useEditor((state) => state.meta.hasIdentity);
  const content = useEditor((state) => state.content);
  const identity = useEditor((state) => state.identity);
  const [judged, setJudged] = useState<Typed>({ content, identity });
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setJudged(latest({ content, identity }))), pauseMs);
    return () => clearTimeout(timer);
  }, [content, identity]);
  const namedTexts = useNamedTexts(judged.content);
  const evaluation = useMemo(
    () => evaluate(model, { id, ...judged, hasIdentity }, { ...context, namedTexts }),
    [model, id, judged, hasIdentity, context, namedTexts],
  );
  // A field that an answer brings must be there before Enter looks for the next one.
  const catchUp = useCallback(() => flushSync(() => setJudged(latest(store.get()))), [store]);
  return (
    <CatchUpContext value={catchUp}>
      <EvaluationContext value={evaluation}>{children}</EvaluationContext>
    </CatchUpContext>
  );
}
