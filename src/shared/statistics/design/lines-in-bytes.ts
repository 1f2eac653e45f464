/** Several answers as bits: what a unit stands in is then one number of a byte, or a few, and counted like single answers. */
import type { Counter } from './cross-count.ts';
import type { Lists } from './reach.ts';

type ListLines = Pick<Counter, 'lineOf' | 'answers' | 'size'>;

/**
 * The lines that each row stands in, eight in a byte: one that several answers share is stood in once; what says that
 * nothing is known only where there is no answer.
 */
export function linesInBytes(list: ListLines, lists: Lists, rows: number): readonly Uint8Array[] {
  const found = Array.from({ length: Math.ceil(list.size / 8) }, () => new Uint8Array(rows));
  for (let at = 0; at < found.length; at += 4) markLines(found.slice(at, at + 4), at * 8, list, lists);
  return found;
}

/** Of 32 lines from `first` on, gathered for each row in one number of as many bits. */
function markLines(
  into: readonly Uint8Array[],
  first: number,
  { lineOf, answers }: ListLines,
  { offsets, values }: Lists,
): void {
  const [lowest] = into as [Uint8Array];
  const none = lineOf[lineOf.length - 1] as number;
  const bitOf = (line: number): number => (line >> 5 === first >> 5 ? 1 << (line & 31) : 0);
  for (let row = 0; row < lowest.length; row++) {
    const end = offsets[row + 1] as number;
    let reason = none;
    let isAnswered = false;
    let bits = 0;
    for (let at = offsets[row] as number; at < end; at++) {
      const line = lineOf[values[at] as number] as number;
      if (line < answers) {
        bits |= bitOf(line);
        isAnswered = true;
      } else if (reason === none || line > reason) reason = line;
    }
    if (!isAnswered) bits = bitOf(reason);
    for (let at = 0; at < into.length; at++, bits >>>= 8) (into[at] as Uint8Array)[row] = bits;
  }
}
