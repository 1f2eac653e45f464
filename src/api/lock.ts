/** Locking from the window: what was typed in the last second is stored on the way out. */
import { call } from './client.ts';

type Save = () => Promise<unknown>;

const saves = new Set<Save>();
/** Whoever presses lock wants the screen gone: a save that hangs does not hold it. */
const longestWaitMs = 3000;

/** Runs before the register is locked; returns what takes it back. */
export function saveBeforeLock(save: Save): () => void {
  saves.add(save);
  return () => {
    saves.delete(save);
  };
}

export async function lockRegister(): Promise<void> {
  const stored = Promise.allSettled([...saves].map((save) => save()));
  await Promise.race([stored, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
  await call('session.lock', {});
}
