/** The bottom line says which keys work here; each page tells it. */
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

export interface KeyHintItem {
  readonly keys: string;
  readonly text: string;
}

const HintsContext = createContext<readonly KeyHintItem[]>([]);
const SetHintsContext = createContext<(hints: readonly KeyHintItem[]) => void>(() => undefined);

export function KeyHintsProvider({ children }: { children: ReactNode }) {
  const [hints, setHints] = useState<readonly KeyHintItem[]>([]);
  return (
    <SetHintsContext value={setHints}>
      <HintsContext value={hints}>{children}</HintsContext>
    </SetHintsContext>
  );
}

/** Shows these keys in the bottom line as long as the page stands. */
export function useKeyHints(hints: readonly KeyHintItem[]): void {
  const setHints = use(SetHintsContext);
  const signature = JSON.stringify(hints);
  const stable = useMemo(() => JSON.parse(signature) as readonly KeyHintItem[], [signature]);
  useEffect(() => {
    setHints(stable);
    return () => setHints([]);
  }, [setHints, stable]);
}

/** For the bottom line itself. */
export const useShownKeyHints = (): readonly KeyHintItem[] => use(HintsContext);
