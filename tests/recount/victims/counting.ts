/** How the recount of victims hands over what it counted: every figure by its row and column. */

/** null: there is nothing that the figure could be worked out from. A count that nothing fell into has no figure. */
export type Figures = ReadonlyMap<string, number | null>;

export interface CountedTable {
  readonly table: string;
  readonly part: string;
  readonly figures: Figures;
}

export const addressOf = (row: string, column: string): string => `${row} / ${column}`;

/** Counts each thing once in every row and column that it belongs to, and in the totals of both. */
export function count<T>(
  things: readonly T[],
  rowsOf: (thing: T) => readonly string[],
  columnsOf: (thing: T) => readonly string[] = () => [],
  rowOfAll: 'total' | 'no total' = 'total',
): Figures {
  const counts = new Map<string, number>();
  for (const thing of things) {
    for (const row of new Set([...rowsOf(thing), ...(rowOfAll === 'total' ? ['total'] : [])])) {
      for (const column of new Set([...columnsOf(thing), 'total'])) {
        const address = addressOf(row, column);
        counts.set(address, (counts.get(address) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Figures that are no counts, by row and column. */
export const figuresOf = (
  lines: Readonly<Record<string, Readonly<Record<string, number | null>>>>,
): Map<string, number | null> =>
  new Map(
    Object.entries(lines).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, figure]): [string, number | null] => [addressOf(row, column), figure]),
    ),
  );

export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The value below which a share of the figures lies, between two of them where it must. */
export function quantile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
