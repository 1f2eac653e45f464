/** The record lists of the open register: one thread that holds them, started at sign-in. */
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { databaseFile } from '../../security/header.ts';
import type { OpenRegister } from '../open-register.ts';
import type { Publish } from '../ports.ts';
import type { AnswerTo, ListQuestion, ListSource } from './list-questions.ts';
import { startListThread } from './list-thread.ts';

export interface Lists {
  ask<Q extends ListQuestion>(register: OpenRegister, question: Q): Promise<AnswerTo<Q>>;
  /** Reads which records there are and what a list shows at first, so that nobody need wait for it; never rejects. */
  prepare(register: OpenRegister): Promise<void>;
  /** Ends the thread; to be called before the keys go. */
  close(): Promise<void>;
}

/** What the lists of a register are answered by; tests do without a thread. */
export type OpenLists = (register: OpenRegister) => ListSource & { close(): Promise<void> };

/** Lists answered by a thread of its own; `script` is its built or source file. */
export const listsInThread =
  (script: URL): OpenLists =>
  ({ folder, kind, keys }) =>
    startListThread(script, { file: join(folder, databaseFile), key: new Uint8Array(keys.data), kind });

/** Keeps the lists of the one open register. */
export function createLists({ open, publish }: { readonly open: OpenLists; readonly publish: Publish }): Lists {
  let current: { readonly database: RegisterDatabase; readonly source: ReturnType<OpenLists> } | null = null;

  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.source.close();
  };

  const sourceOf = (register: OpenRegister): ListSource => {
    if (current?.database !== register.database) {
      void close();
      current = { database: register.database, source: open(register) };
    }
    return current.source;
  };

  const ask: Lists['ask'] = async (register, question) => {
    const source = sourceOf(register);
    try {
      return await source.answer(question, (progress) => publish('list.reading', progress));
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      // Locked while it was at work: nobody waits for the answer.
      if (current?.source !== source) throw new AppError('CANCELLED', {}, { cause });
      // A thread that broke answers nothing any more: the next question starts another.
      void close();
      throw cause;
    }
  };

  return {
    ask,
    close,
    async prepare(register) {
      // Locked before it was done: nobody waits for the answer. Anything else the first list will tell.
      await ask(register, { type: 'prepare' }).catch(() => undefined);
    },
  };
}
