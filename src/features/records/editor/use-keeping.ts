import { useEffect } from 'react';
import { saveBeforeLock } from '../../../api/lock.ts';
import type { EditorStore } from './editor-store.ts';
import { isDirty, isIdentityDirty } from './editor-store.ts';
import type { Keeper } from './keeper.ts';
import type { Saver } from './saver.ts';

/** A draft nobody types in is stored as a revision after this pause, so that lists and colleagues see it. */
const pauseMs = 20_000;

/** What has to happen to an open record without being asked: it is kept while typing, and stored when its page is left. */
export function useKeeping(store: EditorStore, saver: Saver, keeper: Keeper): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const storeDraft = async (): Promise<void> => {
      const state = store.get();
      const waits = isDirty(state) || isIdentityDirty(state);
      // A completed record changes only with a reason, and two versions are settled by a person.
      if (state.meta.state === 'draft' && state.allowed.edit && waits && saver.get().phase !== 'failed')
        await saver.save();
    };
    const leave = async (): Promise<void> => {
      // What is on the disk as a draft is safe, whatever becomes of the save.
      await keeper.flush();
      await storeDraft();
      await keeper.flush();
    };
    const unsubscribe = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void storeDraft(), pauseMs);
    });
    const forgetLock = saveBeforeLock(leave);
    const flush = () => void keeper.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      unsubscribe();
      forgetLock();
      clearTimeout(timer);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void leave().finally(keeper.stop);
    };
  }, [store, saver, keeper]);
}
