/** Sorts places by whole numbers in time that grows with their number alone; equal numbers keep their order. */

const digitBits = 16;
const digits = 1 << digitBits;

/** Sorts `slots` by `keyOf`: whole numbers whose range is below 2^53. */
export function sortSlots(slots: Uint32Array, keyOf: (slot: number) => number): Uint32Array {
  const count = slots.length;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = keyOf(slots[at] as number);
    keys[at] = key;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  let sorted = slots;
  let ordered: Float64Array = keys;
  for (let unit = 1; count > 1 && (most - least) / unit >= 1; unit *= digits) {
    [sorted, ordered] = pass(sorted, ordered, least, unit);
  }
  return sorted;
}

/** One digit of all keys: counted, then dealt out in order. */
function pass(slots: Uint32Array, keys: Float64Array, least: number, unit: number): [Uint32Array, Float64Array] {
  const digitOf = (key: number): number => Math.floor((key - least) / unit) % digits;
  const starts = new Uint32Array(digits + 1);
  for (const key of keys) {
    const next = digitOf(key) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let digit = 0; digit < digits; digit += 1)
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  const sorted = new Uint32Array(slots.length);
  const ordered = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const key = keys[at] as number;
    const digit = digitOf(key);
    const to = starts[digit] as number;
    starts[digit] = to + 1;
    sorted[to] = slots[at] as number;
    ordered[to] = key;
  }
  return [sorted, ordered];
}
