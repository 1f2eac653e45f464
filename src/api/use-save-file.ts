import { useState } from 'react';
import type { Input } from '#shared/contract/contract.ts';
import { call } from './client.ts';

type Asked = Input<'workstation.choose-save'>;

/**
 * Writes to a file that the user names; nothing is written where none is named. `save` never rejects: it gives what
 * `write` gave, or null where there was no file or a failure, which `thrown` holds as long as it is `about` the same.
 */
export function useSaveFile<R>(about = '') {
  /** Kind of the file that is being written. */
  const [busy, setBusy] = useState<Asked['purpose'] | null>(null);
  const [written, setWritten] = useState<R | null>(null);
  const [failed, setFailed] = useState<{ readonly about: string; readonly thrown: unknown } | null>(null);
  const save = async (asked: Asked, write: (file: string) => Promise<R>): Promise<R | null> => {
    setFailed(null);
    setWritten(null);
    try {
      const { path } = await call('workstation.choose-save', asked);
      if (path === null) return null;
      setBusy(asked.purpose);
      const answer = await write(path);
      setWritten(answer);
      return answer;
    } catch (error) {
      setFailed({ about, thrown: error });
      return null;
    } finally {
      setBusy(null);
    }
  };
  const thrown = failed?.about === about ? failed.thrown : null;
  return { busy, written, thrown, save } as const;
}
