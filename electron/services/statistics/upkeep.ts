/** What the statistics thread is asked beside figures: to follow the register, to store its columns, what it holds. */
import type { RegisterDatabase } from '../../database/register-database.ts';
import type { LiveStores } from './counted-records.ts';
import type { SegmentFlush } from './segment-flush.ts';
import type { AnsweredInThread } from './statistics-thread.ts';

export interface UpkeepParts {
  readonly database: RegisterDatabase;
  readonly stores: LiveStores;
  readonly flush: SegmentFlush;
}

/** Record types that nobody has asked about yet are left alone. */
export function createUpkeep({
  database,
  stores,
  flush,
}: UpkeepParts): Pick<AnsweredInThread, 'follow' | 'flush' | 'held'> {
  const follow = (): number => {
    // Where nothing is held, nothing is behind.
    let changeNumber = database.changeNumber();
    for (const live of stores.opened()) changeNumber = Math.max(changeNumber, live.catchUp());
    return changeNumber;
  };
  return {
    follow: () => ({ value: null, changeNumber: follow() }),
    async flush() {
      const changeNumber = follow();
      await flush.flush();
      return { value: null, changeNumber };
    },
    held() {
      const changeNumber = follow();
      const all = stores.opened().map(({ store }) => store);
      const sum = (of: (store: (typeof all)[number]) => number): number =>
        all.reduce((total, store) => total + of(store), 0);
      const value = {
        records: sum(({ recordCount }) => recordCount),
        drafts: sum(({ draftCount }) => draftCount),
        bytes: sum((store) => store.bytes()),
      };
      return { value, changeNumber };
    },
  };
}
