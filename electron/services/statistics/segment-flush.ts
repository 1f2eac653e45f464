/** Stores the columns in the background: a segment at a time, so that neither a question nor a save waits for it. */
import type { ColumnSegment } from '../../database/repositories/column-segments.ts';
import type { LiveStore } from './counted-records.ts';

export interface SegmentFlush {
  /** The columns may have changed: they are stored after a while in which nothing more does, or after many changes. */
  consider(): void;
  /** Stores what has changed. */
  flush(): Promise<void>;
}

export interface FlushParts {
  readonly opened: () => readonly LiveStore[];
  /** Gives a segment to the only writer; resolves when it has been dealt with. */
  readonly handOver: (segment: ColumnSegment) => Promise<void>;
  /** Lets a question through. */
  readonly breath: () => Promise<void>;
  readonly limits?: FlushLimits;
}

export interface FlushLimits {
  readonly quietMs: number;
  readonly changes: number;
}

const usualLimits: FlushLimits = { quietMs: 20_000, changes: 500 };

/** Keeps the stored segments near what the columns hold. */
export function createSegmentFlush({ opened, handOver, breath, limits = usualLimits }: FlushParts): SegmentFlush {
  let quiet: NodeJS.Timeout | undefined;
  let changesBefore = 0;
  let running: Promise<void> | null = null;

  const flushOne = async (live: LiveStore): Promise<void> => {
    const { kept } = live;
    if (kept === null || kept.unsaved.length === 0) return;
    for (const segment of kept.unsaved) {
      // What was changed while the one before was stored belongs to the same change as everything else in memory.
      const made = kept.make(segment, live.catchUp());
      if (made !== null) await handOver(made);
      await breath();
    }
    await handOver(kept.settle(live.catchUp()));
  };

  const flush = (): Promise<void> => {
    clearTimeout(quiet);
    running ??= (async () => {
      for (const live of opened()) await flushOne(live);
    })().finally(() => {
      running = null;
      changesBefore = 0;
    });
    return running;
  };

  /** Nobody waits for it; a failure leaves what was stored before, and the next flush tries again. */
  const flushUnasked = (): void => void flush().then(consider, () => undefined);

  function consider(): void {
    if (running) return;
    const changes = opened().reduce((sum, { kept }) => sum + (kept?.changes ?? 0), 0);
    if (changes === changesBefore) return;
    changesBefore = changes;
    clearTimeout(quiet);
    if (changes >= limits.changes) flushUnasked();
    else quiet = setTimeout(flushUnasked, limits.quietMs);
  }

  return { flush, consider };
}
