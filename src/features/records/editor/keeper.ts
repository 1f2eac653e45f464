/** Keeps what is being typed: on the disk within a fraction of a second, whatever becomes of window, session or power. */
import type { Input, Output } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/errors.ts';
import { failureOf } from '../../../api/failure.ts';
import { draftOf, draftWindow } from './draft-of.ts';
import { type EditorState, type EditorStore, hasUnsaved } from './editor-store.ts';

export interface KeepCalls {
  readonly keep: (input: Input<'draft.keep'>) => Promise<Output<'draft.keep'>>;
  readonly discard: (input: Input<'draft.discard'>) => Promise<unknown>;
  readonly release: (input: Input<'draft.release'>) => Promise<unknown>;
}

export interface KeepState {
  /** When what the form shows now was kept; null where something newer waits, or nothing does. */
  readonly keptAt: string | null;
  readonly failure: Failure | null;
}

export interface Keeper {
  readonly get: () => KeepState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves once everything typed so far is on the disk, as a draft or as a save; false where it could not be kept. */
  readonly flush: () => Promise<boolean>;
  /** The page is left: what could not be saved may be offered again. */
  readonly stop: () => void;
}

/** The first letter waits no longer than this; the promise of one second includes the way to the disk. */
export const keepAfterMs = 350;
const tryAgainAfterMs = 2000;
/** Failures that may pass by themselves; a refusal stays a refusal. */
const passing: readonly string[] = ['DISK_FULL', 'INTERNAL'];

type Typed = Pick<EditorState, 'content' | 'identity' | 'unread'>;
const typedOf = ({ content, identity, unread }: EditorState): Typed => ({ content, identity, unread });
const isSame = (a: Typed | null, b: Typed): boolean =>
  a !== null && a.content === b.content && a.identity === b.identity && a.unread === b.unread;

const nothingKept: KeepState = { keptAt: null, failure: null };

/** Follows the store until it is stopped. */
export function createKeeper(store: EditorStore, calls: KeepCalls, ownWindow: string): Keeper {
  const { offer, meta } = store.get();
  const isOffered = offer !== null && !offer.isOutside;
  const at = { id: meta.id, window: draftWindow(store, ownWindow) };
  /** What the draft on the disk holds; null where there is none. */
  let onDisk: Typed | null = isOffered ? typedOf(store.get()) : null;
  let state: KeepState = isOffered ? { keptAt: offer.at, failure: null } : nothingKept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();

  const put = (next: KeepState): void => {
    if (next.keptAt === state.keptAt && next.failure === state.failure) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const send = async (current: EditorState): Promise<boolean> => {
    const typed = typedOf(current);
    try {
      if (hasUnsaved(current)) {
        const kept = await calls.keep({ ...draftOf(current, store.shape), ...at });
        onDisk = typed;
        put({ keptAt: isSame(typed, typedOf(store.get())) ? kept.at : null, failure: null });
      } else {
        // Saved, or taken back letter by letter: nothing of it is to be offered again.
        await calls.discard(at);
        onDisk = null;
        put(nothingKept);
      }
      return true;
    } catch (thrown) {
      put({ keptAt: null, failure: failureOf(thrown) });
      return false;
    }
  };

  const isUpToDate = (): boolean => {
    const current = store.get();
    return hasUnsaved(current) ? isSame(onDisk, typedOf(current)) : onDisk === null;
  };

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    while (running !== null) await running;
    if (isUpToDate()) return true;
    const sentAt = performance.now();
    running = send(store.get());
    const isKept = await running;
    running = null;
    // What was typed meanwhile may have waited since then.
    if (isKept) schedule(Math.max(0, keepAfterMs - (performance.now() - sentAt)));
    else if (state.failure !== null && passing.includes(state.failure.code)) schedule(tryAgainAfterMs);
    return isKept;
  }

  function schedule(afterMs: number): void {
    if (timer !== undefined || running !== null || isUpToDate()) return;
    timer = setTimeout(() => void flush(), afterMs);
  }

  const unsubscribe = store.subscribe(() => {
    if (!isSame(onDisk, typedOf(store.get()))) put({ keptAt: null, failure: state.failure });
    schedule(keepAfterMs);
  });

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    flush,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
      // Locked meanwhile, there is nothing left to release.
      calls.release(at).catch(() => undefined);
    },
  };
}
