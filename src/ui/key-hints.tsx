/** The bottom line says which keys work here; each page tells it. */
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { ShortcutName } from './shortcuts.ts';

const HintsContext = createContext<readonly ShortcutName[]>([]);
const SetHintsContext = createContext<(hints: readonly ShortcutName[]) => void>(() => undefined);

export function KeyHintsProvider({ children }: { children: ReactNode }) {
  const [hints, setHints] = useState<readonly ShortcutName[]>([]);
  return (
    <SetHintsContext value={setHints}>
      <HintsContext value={hints}>{children}</HintsContext>
    </SetHintsContext>
  );
}

/** Shows these keys in the bottom line as long as the page stands. */
export function useKeyHints(hints: readonly ShortcutName[]): void {
  const setHints = use(SetHintsContext);
  const signature = hints.join(' ');
  const stable = useMemo(() => signature.split(' ') as ShortcutName[], [signature]);
  useEffect(() => {
    setHints(stable);
    return () => setHints([]);
  }, [setHints, stable]);
}

/** For the bottom line itself. */
export const useShownKeyHints = (): readonly ShortcutName[] => use(HintsContext);
