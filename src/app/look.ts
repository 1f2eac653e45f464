import { createContext, useContext, useLayoutEffect } from 'react';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';

/** Sets whose accent the window wears; null before a register is open. */
export const LookContext = createContext<(kind: RegisterKind | null) => void>(() => undefined);

/** The window wears the accent of this kind of register for as long as the component is shown. */
export function useLookOf(kind: RegisterKind | null): void {
  const wear = useContext(LookContext);
  useLayoutEffect(() => {
    wear(kind);
    return () => wear(null);
  }, [wear, kind]);
}
