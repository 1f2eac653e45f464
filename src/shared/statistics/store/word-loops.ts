/**
 * The loops of cross-tabulation: numbers of a byte for each row, read as words of four rows, the first in the lowest bits
 * (as on every processor that Electron runs on). Two numbers of a byte make a pair, the second one in its higher bits.
 *
 * Counts are kept in two arrays that take turns: adding to a count that has just been written waits for that writing, and
 * most rows stand in the same few cells.
 */

/** Adds to the count of a cell. */
export function add(counts: Uint32Array, cell: number, many: number): void {
  counts[cell] = (counts[cell] as number) + many;
}

/**
 * Makes one number of two, `a * size + b`, in each of the four bytes at once: nothing is carried from one to the next, as
 * none of the results is more than a byte holds.
 */
export function mergeWords(wordsA: Uint32Array, wordsB: Uint32Array, many: number, size: number): void {
  for (let at = 0; at < many; at++) wordsA[at] = Math.imul(wordsA[at] as number, size) + (wordsB[at] as number);
}

/** Two pairs, of the rows 0 and 2 of the words, each with the number of the same row in the other word. */
const evenRows = (a: number, b: number): number => (a & 0xff00ff) | ((b & 0xff00ff) << 8);
/** The same of the rows 1 and 3. */
const oddRows = (a: number, b: number): number => ((a >>> 8) & 0xff00ff) | (b & 0xff00ff00);

/** Counts by one column: a row and the next one as a pair, half as many as rows. */
export function countNeighbours(counts: Uint32Array, others: Uint32Array, words: Uint32Array, many: number): void {
  for (let at = 0; at < many; at++) {
    const word = words[at] as number;
    add(counts, word & 0xffff, 1);
    add(others, word >>> 16, 1);
  }
}

/** Counts by two columns: the pair of each row. */
export function countPairs(
  counts: Uint32Array,
  others: Uint32Array,
  wordsA: Uint32Array,
  wordsB: Uint32Array,
  many: number,
): void {
  for (let at = 0; at < many; at++) {
    const a = wordsA[at] as number;
    const b = wordsB[at] as number;
    const even = evenRows(a, b);
    const odd = oddRows(a, b);
    add(counts, even & 0xffff, 1);
    add(others, odd & 0xffff, 1);
    add(counts, even >>> 16, 1);
    add(others, odd >>> 16, 1);
  }
}

/** Adds what the pair of each row stands for to its cell. */
export function addPairs(
  cells: Int32Array,
  wordsA: Uint32Array,
  wordsB: Uint32Array,
  many: number,
  offsetOf: Int32Array,
): void {
  for (let at = 0; at < many; at++) {
    const a = wordsA[at] as number;
    const b = wordsB[at] as number;
    const even = evenRows(a, b);
    const odd = oddRows(a, b);
    const row = at * 4;
    cells[row] = (cells[row] as number) + (offsetOf[even & 0xffff] as number);
    cells[row + 1] = (cells[row + 1] as number) + (offsetOf[odd & 0xffff] as number);
    cells[row + 2] = (cells[row + 2] as number) + (offsetOf[even >>> 16] as number);
    cells[row + 3] = (cells[row + 3] as number) + (offsetOf[odd >>> 16] as number);
  }
}

/** Adds what the number of each row stands for to its cell. */
export function addBytes(cells: Int32Array, bytes: Uint8Array, many: number, offsetOf: Int32Array): void {
  for (let row = 0; row < many; row++) {
    cells[row] = (cells[row] as number) + (offsetOf[bytes[row] as number] as number);
  }
}

/** Counts the cells. */
export function countCellNumbers(counts: Uint32Array, others: Uint32Array, cells: Int32Array, many: number): void {
  let row = 0;
  for (; row + 1 < many; row += 2) {
    add(counts, cells[row] as number, 1);
    add(others, cells[row + 1] as number, 1);
  }
  if (row < many) add(counts, cells[row] as number, 1);
}

/**
 * Writes those of the units whose byte is wanted, 1 and not 0, behind each other from `place` on; returns how many. The 1 is
 * added and not asked for: a question that is answered now this way, now that way costs more than all the rest. Four at a
 * time, since each has to wait for the place of the one before.
 */
export function keepWanted(
  kept: Int32Array,
  place: number,
  units: Int32Array,
  begin: number,
  end: number,
  bytes: Uint8Array,
  wanted: Uint8Array,
): number {
  let next = place;
  let unit = begin;
  for (; unit + 3 < end; unit += 4) {
    const at = unit - begin;
    const second = next + (wanted[bytes[at] as number] as number);
    const third = second + (wanted[bytes[at + 1] as number] as number);
    const fourth = third + (wanted[bytes[at + 2] as number] as number);
    kept[next] = units[unit] as number;
    kept[second] = units[unit + 1] as number;
    kept[third] = units[unit + 2] as number;
    kept[fourth] = units[unit + 3] as number;
    next = fourth + (wanted[bytes[at + 3] as number] as number);
  }
  for (; unit < end; unit++) {
    kept[next] = units[unit] as number;
    next += wanted[bytes[unit - begin] as number] as number;
  }
  return next - place;
}
