/** Counting over columns: how many units fall into each cell of a table. */

/** Gives a unit its category, or several where a field allows several answers, or none (-1) where it leaves the table. */
export type Classifier =
  | { readonly several: false; readonly size: number; readonly categoryOf: (unit: number) => number }
  | { readonly several: true; readonly size: number; readonly categoriesOf: (unit: number) => readonly number[] };

/** Counts of a table of any number of dimensions, the last dimension running fastest. */
export interface Counts {
  readonly shape: readonly number[];
  readonly values: Uint32Array;
}

/** Counts units 0 to `units` - 1 by every combination of categories. */
export function crossTabulate(units: number, dimensions: readonly Classifier[]): Counts {
  const shape = dimensions.map(({ size }) => size);
  const values = new Uint32Array(shape.reduce((product, size) => product * size, 1));
  const count = (unit: number, depth: number, offset: number): void => {
    const dimension = dimensions[depth];
    if (dimension === undefined) values[offset] = (values[offset] as number) + 1;
    else if (dimension.several) {
      for (const category of dimension.categoriesOf(unit)) count(unit, depth + 1, offset * dimension.size + category);
    } else {
      const category = dimension.categoryOf(unit);
      if (category >= 0) count(unit, depth + 1, offset * dimension.size + category);
    }
  };
  for (let unit = 0; unit < units; unit++) count(unit, 0, 0);
  return { shape, values };
}
