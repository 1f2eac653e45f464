import { useEffect } from 'react';
import type { NameIndexState } from '#shared/contract/search.ts';

const againMs = 1_000;

/** Asks again every second while the index of names is still being built. */
export function useUntilReady(index: NameIndexState | undefined, askAgain: () => unknown): void {
  const isBuilding = index?.state === 'building';
  const done = isBuilding ? index.done : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer, also one that says the same, starts the wait anew
  useEffect(() => {
    if (!isBuilding) return;
    const timer = setInterval(() => void askAgain(), againMs);
    return () => clearInterval(timer);
  }, [isBuilding, done]);
}
