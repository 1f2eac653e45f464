/** Saves one after another, each on the revision of the one before. */
import type { Input, Output } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/errors.ts';
import { failureOf } from '../../../api/failure.ts';
import { draftWindow, unreadOf } from './draft-of.ts';
import { type EditorStore, isDirty, isIdentityDirty } from './editor-store.ts';

export type SaveState =
  | { readonly phase: 'rest' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** The two calls a save makes; passed in so that the order of saves can be tested. */
export interface SaveCalls {
  readonly saveRecord: (input: Input<'record.save'>) => Promise<Output<'record.save'>>;
  readonly saveIdentity: (input: Input<'identity.save'>) => Promise<Output<'identity.save'>>;
}

export interface Saver {
  readonly get: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** True once everything typed up to now is stored. */
  readonly save: (reason?: string) => Promise<boolean>;
  readonly forgetFailure: () => void;
}

export function createSaver(store: EditorStore, calls: SaveCalls, ownWindow: string): Saver {
  const window = draftWindow(store, ownWindow);
  let state: SaveState = { phase: 'rest' };
  let running: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();

  const put = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function storeContent(reason: string | null): Promise<void> {
    const { meta, content } = store.get();
    const draft = { window, unread: { ...unreadOf(store.get(), store.shape).record } };
    store.adoptSaved(
      await calls.saveRecord({ id: meta.id, revision: meta.revision, content: plain(content), reason, draft }),
      content,
    );
  }

  async function storeIdentity(): Promise<void> {
    // What was typed since the record was stored is not in the answer: only `base` may be compared with it.
    const { meta, identity, base } = store.get();
    if (identity === null) return;
    const answer = await calls.saveIdentity({
      recordId: meta.id,
      revision: meta.revision,
      values: identity as SentValues,
      draft: { window, unread: { ...unreadOf(store.get(), store.shape).vault } },
    });
    store.adoptIdentity(answer, identity, base);
  }

  async function run(reason: string | null): Promise<boolean> {
    put({ phase: 'saving' });
    try {
      if (isDirty(store.get())) await storeContent(reason);
      if (isIdentityDirty(store.get())) await storeIdentity();
      put({ phase: 'rest' });
      return true;
    } catch (thrown) {
      const failure = failureOf(thrown);
      store.setRefused(refusedFields(failure));
      put({ phase: 'failed', failure });
      return false;
    }
  }

  async function save(reason?: string): Promise<boolean> {
    while (running !== null) await running;
    if (!isDirty(store.get()) && !isIdentityDirty(store.get())) {
      put({ phase: 'rest' });
      return true;
    }
    running = run(reason ?? null);
    const isSaved = await running;
    running = null;
    return isSaved;
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    save,
    forgetFailure: () => put({ phase: 'rest' }),
  };
}

/** `victim.sex: UNKNOWN_CODE` as the data names it, by field. */
function refusedFields({ code, params }: Failure): Record<string, string> {
  if (code !== 'INVALID_INPUT' || !Array.isArray(params.fields)) return {};
  return Object.fromEntries(
    params.fields.map((text: string) => text.split(': ')).map(([at = '', why = '']) => [at, why]),
  );
}

type SentContent = Input<'record.save'>['content'];
type SentValues = Input<'identity.save'>['values'];

/** The contract declares plain, writable JSON; the form's content is the same, only read-only. */
const plain = (content: Readonly<{ values: unknown; groups: unknown }>): SentContent => content as SentContent;
