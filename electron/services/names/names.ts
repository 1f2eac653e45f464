/** The index of names of the open register, for sessions that hold the vault key. */
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { tablesOf } from '../../database/registers.ts';
import { type NameSegment, storeSegment } from '../../database/repositories/name-segments.ts';
import { databaseFile } from '../../security/header.ts';
import type { OpenRegister } from '../open-register.ts';
import type { NameAnswer, NameQuestion } from './name-source.ts';
import { type NamesThread, startNamesThread } from './names-thread.ts';

export interface Names {
  /** Begins to build the index, so that the first search need not wait for it. */
  prepare(register: OpenRegister): void;
  /** null: the session holds no vault key. */
  ask<K extends NameQuestion['kind']>(
    register: OpenRegister,
    question: Extract<NameQuestion, { kind: K }>,
  ): Promise<NameAnswer | null>;
  /** Records have changed: the index takes them in before somebody asks. */
  follow(): void;
  /** Ends the thread and clears its key; to be called before the keys of the session go. */
  close(): Promise<void>;
}

interface Current {
  readonly database: RegisterDatabase;
  readonly thread: NamesThread;
}

/** Keeps one thread for the open register, started at the first question. */
export function createNames(script: URL): Names {
  let current: Current | null = null;
  let isFollowing = false;

  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.thread.close();
  };

  /** A full disk keeps nobody from searching: what was not stored is read from the vault at the next start. */
  const store = ({ database, kind }: OpenRegister, segment: NameSegment): void => {
    const root = tablesOf(kind).roots.find(({ entity }) => entity.id === segment.entity);
    if (!root || !database.sql.open) return;
    try {
      storeSegment(database, root, segment);
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
    }
  };

  const threadOf = (register: OpenRegister, vault: Buffer): NamesThread => {
    const { folder, kind, database, keys, id } = register;
    if (current?.database === database) return current.thread;
    // Nothing is waited for: two questions at once must not start two threads, of which one would never be ended.
    void close();
    const thread = startNamesThread(script, {
      file: join(folder, databaseFile),
      kind,
      registerId: id,
      keys: { data: keys.data, vault },
      take: (segment) => store(register, segment),
    });
    current = { database, thread };
    return thread;
  };

  const ask: Names['ask'] = async (register, question) => {
    const { vault } = register.keys;
    if (vault === null) return null;
    const answer = await threadOf(register, vault).ask(question);
    // Locked meanwhile: what the answer is about is closed.
    if (current?.database !== register.database) throw new AppError('CANCELLED');
    return answer;
  };

  return {
    close,
    ask,
    prepare(register) {
      ask(register, { kind: 'follow' }).catch((cause: unknown) => {
        // Locked before it was done: nobody waits for the answer. Anything else the first search will tell.
        if (!(cause instanceof AppError)) current = null;
      });
    },
    follow() {
      if (current === null || isFollowing) return;
      isFollowing = true;
      const done = (): void => {
        isFollowing = false;
      };
      current.thread.ask({ kind: 'follow' }).then(done, done);
    },
  };
}
