/** Counts of several dimensions with all their sums: every dimension has one line more, the total, and that is last. */

export interface CubeDimension {
  readonly size: number;
  /** A unit may stand in several lines: the total is counted itself. */
  readonly several: boolean;
}

/** Position of a line: one index a dimension; `size` is the total. */
export type Place = readonly number[];

/** Numbers of cells passed from one dimension to the next: the last one runs fastest. */
export function stridesOf(sizes: readonly number[]): readonly number[] {
  const strides = new Array<number>(sizes.length).fill(1);
  for (let at = sizes.length - 2; at >= 0; at--) strides[at] = (strides[at + 1] as number) * (sizes[at + 1] as number);
  return strides;
}

export const fullSizes = (dimensions: readonly CubeDimension[]): number[] => dimensions.map(({ size }) => size + 1);

/** Sizes as they are counted: only where a unit may stand in several lines the total is among them. */
export const countedSizes = (dimensions: readonly CubeDimension[]): number[] =>
  dimensions.map(({ size, several }) => (several ? size + 1 : size));

export const cellsOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** Adds the totals of those dimensions whose lines add up to them. */
export function withTotals(
  counted: Float64Array,
  dimensions: readonly CubeDimension[],
  combine: (total: number, line: number) => number = (total, line) => total + line,
): Float64Array {
  let values = counted;
  const sizes = countedSizes(dimensions);
  dimensions.forEach(({ size, several }, at) => {
    if (several) return;
    const inner = cellsOf(sizes.slice(at + 1));
    const outer = cellsOf(sizes.slice(0, at));
    const wider = new Float64Array(outer * (size + 1) * inner);
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        let total = 0;
        for (let line = 0; line < size; line++) {
          const value = values[(o * size + line) * inner + i] as number;
          wider[(o * (size + 1) + line) * inner + i] = value;
          total = combine(total, value);
        }
        wider[(o * (size + 1) + size) * inner + i] = total;
      }
    }
    sizes[at] = size + 1;
    values = wider;
  });
  return values;
}

/** Every place of a cube with all totals, in the order of its cells. */
export function* placesOf(dimensions: readonly CubeDimension[]): Iterable<Place> {
  const sizes = fullSizes(dimensions);
  const place = sizes.map(() => 0);
  for (let cell = cellsOf(sizes); cell > 0; cell--) {
    yield [...place];
    for (let at = sizes.length - 1; at >= 0; at--) {
      place[at] = (place[at] as number) + 1;
      if ((place[at] as number) < (sizes[at] as number)) break;
      place[at] = 0;
    }
  }
}
