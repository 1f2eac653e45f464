/** The columns of one record list that are in memory: read when first asked for, given up when room is short. */
import type { ListReader } from '../../database/repositories/list-reader.ts';
import { createColumnReading, type HeldColumn } from './column-reading.ts';
import { type ColumnSpec, emptyColumn } from './column-specs.ts';
import { bytesOf, firstCapacity } from './list-column.ts';
import type { Slots } from './slots.ts';

/** Memory that the columns of one list may take; a column of a million records takes two to sixteen megabytes. */
const mostBytes = 256 * 1024 * 1024;

const spareLines = 10_000;

export interface HeldColumns {
  /** The column, if it has been read whole. */
  find(spec: ColumnSpec): HeldColumn | undefined;
  /** Reads those that are not there yet; yields the number of records done. */
  read(specs: readonly ColumnSpec[]): Generator<number>;
  /** The same, where memory allows; nothing otherwise. */
  readIfRoom(specs: readonly ColumnSpec[]): Generator<number>;
  /** Reads changed records again. */
  again(slots: readonly number[]): void;
  /** Gives up the columns used longest ago, but none of these, until the rest fits. Returns those given up. */
  giveUp(kept: readonly ColumnSpec[]): readonly string[];
  clear(): void;
}

const bytesOfHeld = ({ column, owners }: HeldColumn): number => bytesOf(column) + (owners?.byteLength ?? 0);

/** Columns of one record type. */
export function createHeldColumns(reader: ListReader, slots: Slots): HeldColumns {
  const held = new Map<string, HeldColumn>();
  const reading = createColumnReading(reader, slots);
  let questions = 0;

  const bytesHeld = (): number => [...held.values()].reduce((sum, each) => sum + bytesOfHeld(each), 0);

  function* read(specs: readonly ColumnSpec[]): Generator<number> {
    const wanted = specs
      .filter(({ key }, at) => !held.get(key)?.isComplete && specs.findIndex((other) => other.key === key) === at)
      .map((spec): HeldColumn => {
        const column = emptyColumn(spec);
        return { spec, column, owners: null, lines: 0, linesRead: 0, isComplete: false, lastUsed: questions };
      });
    // What changes while they are being read is read again in the part that is done.
    for (const each of wanted) held.set(each.spec.key, each);
    yield* reading.whole(wanted);
    for (const each of wanted) Object.assign(each, { isComplete: true, linesRead: each.lines });
  }

  return {
    find({ key }) {
      const found = held.get(key);
      if (!found?.isComplete) return undefined;
      questions += 1;
      found.lastUsed = questions;
      return found;
    },
    read,
    *readIfRoom(specs) {
      const wanted = specs.filter(({ key }) => !held.has(key));
      const needed = wanted.reduce((sum, spec) => sum + bytesOf(emptyColumn(spec)), 0) / firstCapacity;
      if (bytesHeld() + needed * slots.count <= mostBytes) yield* read(wanted);
    },
    again(changed) {
      // Lines of former rows pile up: such a column is read anew when it is asked for.
      for (const [key, { spec, lines, linesRead, isComplete }] of held) {
        if (spec.of === 'rows' && isComplete && lines > 2 * linesRead + spareLines) held.delete(key);
      }
      reading.again([...held.values()], changed);
    },
    giveUp(kept) {
      const keep = new Set(kept.map(({ key }) => key));
      const byAge = [...held.values()].sort((a, b) => a.lastUsed - b.lastUsed);
      let bytes = bytesHeld();
      const gone: string[] = [];
      for (const each of byAge) {
        if (bytes <= mostBytes) break;
        if (!each.isComplete || keep.has(each.spec.key)) continue;
        held.delete(each.spec.key);
        bytes -= bytesOfHeld(each);
        gone.push(each.spec.key);
      }
      return gone;
    },
    clear: () => held.clear(),
  };
}
