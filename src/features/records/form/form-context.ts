import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { EditorState, EditorStore } from '../editor/editor-store.ts';
import type { CodeOption } from '../fields/code-options.ts';
import type { Evaluation } from './evaluation.ts';
import type { FormModel } from './form-model.ts';

export interface FormTools {
  readonly store: EditorStore;
  readonly model: FormModel;
  /** In front of the ids of inputs, where the same fields stand on the page twice. */
  readonly idPrefix?: string;
  readonly optionsOf: (field: FieldDeclaration) => readonly CodeOption[];
  /** Typed a second time: what has been retired since the first is taken as well. */
  readonly offersAll?: boolean;
}

export const FormContext = createContext<FormTools | null>(null);
/** null while the first evaluation is under way. */
export const EvaluationContext = createContext<Evaluation | null>(null);

/** Brings the evaluation up to what was typed last, before the keyboard moves on. */
export const CatchUpContext = createContext<() => void>(() => undefined);

/** The open record and what its form is made of. */
export function useFormTools(): FormTools {
  const tools = useContext(FormContext);
  if (tools === null) throw new Error('useFormTools is used outside a record');
  return tools;
}

/** One part of the open record; the component is drawn again only when that part changes. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const { store } = useFormTools();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useEvaluation(): Evaluation {
  const evaluation = useContext(EvaluationContext);
  if (evaluation === null) throw new Error('useEvaluation is used outside a record');
  return evaluation;
}
