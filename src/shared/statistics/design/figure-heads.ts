/** What the figures of a design are called, and what they are. */
import type { PlainLabel } from '../../contract/statistics.ts';
import type { DesignMeasure, TableDesign } from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import type { FigureUnit } from '../measures.ts';
import { designableEntities } from './design-fields.ts';
import { word } from './design-labels.ts';
import type { FigureKind } from './figures.ts';
import { fieldOf } from './place-dimensions.ts';

export interface FigureHead {
  /** What it is called beside others; null where the table has one only. */
  readonly label: PlainLabel | null;
  readonly key: string;
  /** Absent where it is a count. */
  readonly figure: FigureUnit | undefined;
}

export interface FigureHeads {
  readonly counts: FigureHead;
  /** Of a quantity: a sum, a mean, a median or three quartiles. */
  readonly measured: readonly FigureHead[];
}

const named = (key: string): readonly [string, PlainLabel] => [key, word(`measures.${key}`)];
const labels: Readonly<Record<FigureKind, readonly (readonly [string, PlainLabel])[]>> = {
  sum: [named('sum')],
  mean: [named('mean')],
  median: [named('median')],
  quartiles: ['lowerQuartile', 'median', 'upperQuartile'].map(named),
};

export function figureHeads(register: RegisterDeclaration, { measure, columns }: TableDesign): FigureHeads {
  const isMeasured = 'quantity' in measure;
  // Where nothing stands across, there is room to say of how many units.
  const isNamed = isMeasured && columns.length === 0;
  const counts = { key: '', label: isNamed ? word('lines.units') : null, figure: undefined };
  if (!isMeasured) return { counts, measured: [] };
  const figure = figureUnitOf(register, measure);
  return { counts, measured: labels[measure.of].map(([key, label]) => ({ key, label, figure })) };
}

/** The figures that stand in a table, in their order. */
export function shownHeads({ columns }: TableDesign, { counts, measured }: FigureHeads): readonly FigureHead[] {
  if (measured.length === 0) return [counts];
  return columns.length === 0 ? [counts, ...measured] : measured;
}

function figureUnitOf(
  register: RegisterDeclaration,
  { quantity }: Extract<DesignMeasure, { quantity: unknown }>,
): FigureUnit {
  if (quantity.from === 'dates') return 'days';
  return fieldOf(designableEntities(register), quantity).isAmount ? 'euro' : 'number';
}
