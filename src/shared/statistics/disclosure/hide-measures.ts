/** Which means, medians, extremes and amounts the public view hides. */
import type { StatisticPart } from '../catalogue/standard-statistic.ts';
import type { MeasuredTable } from '../count-table.ts';
import type { HidingReason } from './protect.ts';
import type { HiddenCells } from './protect-tables.ts';

/** reasons[row][measure]; null where the figure is shown, or follows from what is shown. */
export type HiddenMeasures = readonly (readonly (HidingReason | null)[])[];

/**
 * A figure over fewer units than the threshold; an amount of which one unit makes more than half; a figure whose number
 * of units is hidden; and that of a line which adds up others, where one of those is hidden: it could be worked out.
 */
export function hideMeasures(
  { rows, columns, measures = [] }: Pick<StatisticPart, 'rows' | 'columns' | 'measures'>,
  measured: MeasuredTable,
  hidden: HiddenCells,
  threshold: number,
): HiddenMeasures {
  const own = rows.lines.map((_, r) =>
    measures.map((measure, m): HidingReason | null => {
      if (!('basis' in measure)) return null;
      const { units, isDominated } = measured[r]?.[m] ?? { units: 0, isDominated: false };
      if (units > 0 && units < threshold) return 'threshold';
      if (measure.isAmount && isDominated) return 'dominance';
      const basis = columns.lines.findIndex(({ key }) => key === measure.basis);
      return hidden[r]?.[basis] ? 'complementary' : null;
    }),
  );
  const isSum = (kind: string) => kind === 'total' || kind === 'subtotal';
  /** Of a line that adds up sums the parts of those count, too: a hidden band hides child, and that hides all. */
  const reasonOf = (r: number, m: number): HidingReason | null => {
    const line = rows.lines[r];
    const reason = own[r]?.[m] ?? null;
    if (reason || !line || !isSum(line.kind)) return reason;
    // Where a unit may stand in several lines, the whole is no sum of them, but much of each.
    const parts = line.of ?? rows.lines.filter(({ kind }) => !isSum(kind)).map(({ key }) => key);
    const isAnyHidden = rows.lines.some(({ key }, at) => at !== r && parts.includes(key) && reasonOf(at, m));
    return isAnyHidden ? 'complementary' : null;
  };
  return rows.lines.map((_, r) => measures.map((__, m) => reasonOf(r, m)));
}
