/**
 * One order of all records: those with a value by that value, then those without one by the reason; equal ones in the
 * order of entry. Kept up to date by putting the changed records to their new places, not by sorting anew.
 */
import { answered } from './list-column.ts';

/** How records stand to each other in one order. */
export interface Ordering {
  readonly statusOf: (slot: number) => number;
  /** Of two records with a value. */
  readonly compare: (a: number, b: number) => number;
  /** Sorts records with a value that stand in the order of entry. */
  readonly sort: (slots: Uint32Array) => Uint32Array;
}

/** Values first, then the markers in their order, then what was not entered. */
const sections = answered + 1;
const sectionOf = (status: number): number => (status === answered ? 0 : status === 0 ? sections - 1 : status);

export interface ListOrder {
  /** Every record, ascending; what stands from `known` on has no value. */
  readonly slots: Uint32Array;
  /** Where each section ends. */
  readonly ends: readonly number[];
}

/** Sorts so many records. */
export function buildOrder(count: number, { statusOf, sort }: Ordering): ListOrder {
  const ends = new Array<number>(sections).fill(0);
  for (let slot = 0; slot < count; slot += 1) {
    const section = sectionOf(statusOf(slot));
    ends[section] = (ends[section] ?? 0) + 1;
  }
  let end = 0;
  const next = ends.map((length) => {
    const start = end;
    end += length;
    return start;
  });
  const slots = new Uint32Array(count);
  for (let slot = 0; slot < count; slot += 1) {
    const section = sectionOf(statusOf(slot));
    const at = next[section] ?? 0;
    slots[at] = slot;
    next[section] = at + 1;
  }
  // By now each `next` has come to the end of its section.
  const known = next[0] ?? 0;
  slots.set(sort(slots.slice(0, known)), 0);
  return { slots, ends: next };
}

/** The order after some records changed or came: each is taken out and put where it belongs now. */
export function replaceIn(order: ListOrder, changed: ReadonlySet<number>, { statusOf, compare }: Ordering): ListOrder {
  const kept = without(order, changed);
  const incoming = [...changed].map((slot) => ({ slot, section: sectionOf(statusOf(slot)), at: 0 }));
  for (const each of incoming) {
    const [start, end] = [each.section === 0 ? 0 : (kept.ends[each.section - 1] ?? 0), kept.ends[each.section] ?? 0];
    each.at = placeOf(kept.slots, start, end, (other) =>
      each.section === 0 ? compare(each.slot, other) || each.slot - other : each.slot - other,
    );
  }
  incoming.sort((a, b) => {
    if (a.at !== b.at || a.section !== b.section) return a.at - b.at || a.section - b.section;
    return (a.section === 0 ? compare(a.slot, b.slot) : 0) || a.slot - b.slot;
  });
  const slots = new Uint32Array(kept.slots.length + incoming.length);
  let [from, to] = [0, 0];
  for (const { slot, at } of incoming) {
    slots.set(kept.slots.subarray(from, at), to);
    to += at - from;
    from = at;
    slots[to] = slot;
    to += 1;
  }
  slots.set(kept.slots.subarray(from), to);
  const ends = kept.ends.map((end, section) => end + incoming.filter((each) => each.section <= section).length);
  return { slots, ends };
}

function without({ slots, ends }: ListOrder, gone: ReadonlySet<number>): ListOrder {
  const isGone = new Uint8Array(slots.length);
  for (const slot of gone) if (slot < isGone.length) isGone[slot] = 1;
  const left = new Uint32Array(slots.length);
  const leftEnds: number[] = [];
  let count = 0;
  let at = 0;
  for (const end of ends) {
    for (; at < end; at += 1) {
      const slot = slots[at] as number;
      if (isGone[slot] === 1) continue;
      left[count] = slot;
      count += 1;
    }
    leftEnds.push(count);
  }
  return { slots: left.subarray(0, count), ends: leftEnds };
}

/** First place from `start` on whose record does not stand before the one compared. */
function placeOf(slots: Uint32Array, start: number, end: number, compareTo: (other: number) => number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareTo(slots[middle] as number) > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Passes over the records in the direction of the list. Descending turns each section round by itself: what is missing
 * stays last.
 */
export function walk({ slots, ends }: ListOrder, descending: boolean, visit: (slot: number) => void): void {
  if (!descending) {
    for (const slot of slots) visit(slot);
    return;
  }
  let start = 0;
  for (const end of ends) {
    for (let at = end - 1; at >= start; at -= 1) visit(slots[at] as number);
    start = end;
  }
}
