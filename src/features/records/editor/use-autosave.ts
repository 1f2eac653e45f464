import { useEffect } from 'react';
import { saveBeforeLock } from '../../../api/lock.ts';
import { type EditorStore, isDirty, isIdentityDirty } from './editor-store.ts';
import type { Saver } from './saver.ts';

const pauseAfterTyping = 1000;
const longestWait = 4000;

/** A draft is stored a second after the typing stops, and at least every four seconds while it goes on. */
export function useAutosave(store: EditorStore, saver: Saver): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | null = null;
    let tried: readonly unknown[] = [];
    const isWaiting = () => {
      const state = store.get();
      const saving = saver.get();
      if (state.meta.state !== 'draft' || !state.allowed.edit || !(isDirty(state) || isIdentityDirty(state)))
        return false;
      if (saving.phase !== 'failed') return true;
      // What was refused is not sent again unchanged, and two versions are settled by a person.
      return saving.failure.code !== 'STALE_REVISION' && (state.content !== tried[0] || state.identity !== tried[1]);
    };
    const schedule = () => {
      clearTimeout(timer);
      if (!isWaiting()) {
        since = null;
        return;
      }
      const now = performance.now();
      since ??= now;
      timer = setTimeout(() => void run(), Math.max(0, Math.min(pauseAfterTyping, since + longestWait - now)));
    };
    const run = async (): Promise<void> => {
      since = null;
      if (!isWaiting()) return;
      const { content, identity } = store.get();
      tried = [content, identity];
      await saver.save();
      schedule();
    };
    const flush = () => {
      if (document.visibilityState === 'hidden') void run();
    };
    const unsubscribe = store.subscribe(schedule);
    const forgetLock = saveBeforeLock(run);
    const leave = () => void run();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', flush);
    return () => {
      unsubscribe();
      forgetLock();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', flush);
      clearTimeout(timer);
      void run();
    };
  }, [store, saver]);
}
