/** The thread that holds the index of names, as the data worker sees it. */
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { NameSegment } from '../../database/repositories/name-segments.ts';
import { type QuestionThread, startQuestionThread } from '../question-thread.ts';
import type { NameAnswer, NameQuestion } from './name-source.ts';

export interface NamesThreadOptions {
  readonly file: string;
  readonly kind: RegisterKind;
  readonly registerId: string;
  /** Data key; the thread clears its copy once the file is open. */
  readonly dataKey: Uint8Array;
  /** Vault key in memory of both threads: whoever clears it here has cleared it there. */
  readonly vaultKey: SharedArrayBuffer;
}

export type NamesThread = QuestionThread<NameQuestion, NameAnswer>;

interface ThreadParts extends Omit<NamesThreadOptions, 'dataKey' | 'vaultKey'> {
  readonly keys: { readonly data: Buffer; readonly vault: Buffer };
  readonly take: (segment: NameSegment) => void;
}

/** Starts the thread over a register file. */
export function startNamesThread(script: URL, { keys, take, ...parts }: ThreadParts): NamesThread {
  const vault = new Uint8Array(new SharedArrayBuffer(keys.vault.length));
  vault.set(keys.vault);
  const dataKey = new Uint8Array(keys.data);
  const options: NamesThreadOptions = { ...parts, dataKey, vaultKey: vault.buffer };
  const thread = startQuestionThread<NameQuestion, NameAnswer, NameSegment>(script, options, take);
  // The thread has its own copy by now.
  dataKey.fill(0);
  return {
    ...thread,
    close: async () => {
      vault.fill(0);
      await thread.close();
    },
  };
}
