/** How a designed table can be drawn, and how it is where nobody has chosen. */
import type { TableChart } from '../../contract/statistics.ts';
import type { TableDesign } from '../../contract/table-design.ts';
import { isOfCalendar } from './calendar.ts';

type Drawn = Pick<TableDesign, 'rows' | 'columns' | 'measure'>;

const isOverTime = ({ rows }: Drawn): boolean => rows.length === 1 && rows.every(({ by }) => isOfCalendar(by));

/** The usual one first. A funnel is none: no line of a designed table is a part of the one above. */
export function chartsFor(design: Drawn): readonly TableChart[] {
  const { rows, columns, measure } = design;
  const isCount = measure.of === 'count';
  // Without rows there is nothing to stand under another, and of each row its own share is always the whole.
  if (rows.length === 0 || (measure.of === 'percent' && measure.base === 'row')) return ['none'];
  const divided: readonly TableChart[] = isCount && columns.length > 0 ? ['stacked', 'bars'] : ['bars'];
  const whole: readonly TableChart[] = columns.length === 1 ? divided : divided.toReversed();
  const way: readonly TableChart[] = isCount && rows.length === 1 && columns.length === 1 ? ['flow'] : [];
  return isOverTime(design) ? ['lines', ...whole, 'none'] : [...whole, ...way, 'none'];
}

export function usualChart(design: Drawn): TableChart {
  const [first] = chartsFor(design);
  if (first === undefined) throw new Error('no chart is one as well');
  return first;
}
