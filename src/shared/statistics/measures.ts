/** Figures beside counts: what a quantity comes to over the units of a row. */
import type { Label } from '../contract/statistics.ts';
import type { Units } from './catalogue/standard-statistic.ts';
import type { ColumnStore } from './store/column-store.ts';

/** How a figure is written: years and percent with a decimal, days and months whole or in halves, amounts in euro, else one decimal. */
export type FigureUnit = 'years' | 'months' | 'days' | 'euro' | 'percent' | 'number';

/** NaN where the unit has no such quantity. */
export type Quantity = (store: ColumnStore, units: Units) => (unit: number) => number;

/** share: of units, in percent, whose quantity is 1 and not 0. */
export type Summary = 'share' | 'mean' | 'lowerQuartile' | 'median' | 'upperQuartile' | 'least' | 'most' | 'sum';

interface MeasureColumn {
  readonly key: string;
  readonly label: Label;
  readonly figure: FigureUnit;
}

/**
 * Over the units that stand in a row and in the counted column `basis`; the share of one such sum in another; the share
 * of a count in that of the row above; or the share of one column in several of the same row.
 */
export type Measure = MeasureColumn &
  (
    | { readonly of: Summary; readonly basis: string; readonly quantity: Quantity; readonly isAmount?: true }
    | { readonly of: 'ratio'; readonly part: string; readonly whole: string }
    | { readonly of: 'shareOfPrevious'; readonly column: string }
    | { readonly of: 'shareOfColumns'; readonly column: string; readonly among: readonly string[] }
  );

/** A figure, how many units it rests on, and whether one of them makes more than half of it. */
export interface Measured {
  readonly value: number | null;
  readonly units: number;
  readonly isDominated: boolean;
}

export const nothingMeasured: Measured = { value: null, units: 0, isDominated: false };

const decimals: Readonly<Record<FigureUnit, number>> = { years: 2, months: 1, days: 1, euro: 2, percent: 1, number: 1 };

export function rounded(value: number, figure: FigureUnit): number {
  const factor = 10 ** decimals[figure];
  return Math.round(value * factor) / factor;
}

/** The figure over some quantities; nothing where there are none. */
export function summarise(quantities: readonly number[], of: Summary, figure: FigureUnit): Measured {
  if (quantities.length === 0) return nothingMeasured;
  if (of === 'share') return shareAmong(quantities, figure);
  const sorted = Float64Array.from(quantities).sort();
  const sum = sorted.reduce((total, each) => total + each, 0);
  const value = {
    mean: () => sum / sorted.length,
    sum: () => sum,
    least: () => sorted[0] as number,
    most: () => sorted.at(-1) as number,
    lowerQuartile: () => quantile(sorted, 0.25),
    median: () => quantile(sorted, 0.5),
    upperQuartile: () => quantile(sorted, 0.75),
  }[of]();
  const isDominated = (sorted.at(-1) as number) > sum / 2;
  return { value: rounded(value, figure), units: sorted.length, isDominated };
}

/** It rests on the fewer of those that are and those that are not: from a share of many, one person could be told. */
function shareAmong(quantities: readonly number[], figure: FigureUnit): Measured {
  const ones = quantities.filter((each) => each === 1).length;
  const groups = [ones, quantities.length - ones].filter((count) => count > 0);
  const value = rounded((ones / quantities.length) * 100, figure);
  return { value, units: Math.min(...groups), isDominated: false };
}

/** Between the two nearest values in proportion, as spreadsheets do (QUARTILE.INC); of at least one value. */
export const quantile = (sorted: Float64Array, share: number): number =>
  quantileAt(sorted.length, share, (place) => sorted[place] as number);

/** The same of so many values, told by their place in order. */
export function quantileAt(many: number, share: number, valueAt: (place: number) => number): number {
  const place = (many - 1) * share;
  const [low, high] = [valueAt(Math.floor(place)), valueAt(Math.ceil(place))];
  return low + (high - low) * (place - Math.floor(place));
}
