/** The design that somebody is putting together; each step gives a new one, or says in a word why it cannot be done. */
import {
  type Breakdown,
  type DesignDimension,
  type DesignFilter,
  type DesignOffer,
  mostDimensions,
  mostOfAxis,
  type TableDesign,
} from '#shared/contract/table-design.ts';
import { chartsFor } from '#shared/statistics/design/design-charts.ts';
import { fieldsAround, fieldsInReach, isField, type OfferedField, offeredUnit, unitOf } from './offer.ts';

export const places = ['rows', 'columns', 'layer'] as const;
export type Place = (typeof places)[number];

/** Texts builder:refused.<name>. */
export type Refusal = 'fullTable' | 'fullAxis' | 'fullLayer' | 'twice';
export type Step = TableDesign | Refusal;

export const dimensionsAt = (design: TableDesign, place: Place): readonly DesignDimension[] =>
  place === 'layer' ? (design.layer ? [design.layer] : []) : design[place];

const putAt = (design: TableDesign, place: Place, dimensions: readonly DesignDimension[]): TableDesign =>
  place === 'layer' ? { ...design, layer: dimensions[0] ?? null } : { ...design, [place]: [...dimensions] };

/** Tells dimensions of one design apart. */
export const dimensionKey = ({ entity, field, by }: DesignDimension): string => `${entity}.${field} ${by}`;

const all = (design: TableDesign): readonly DesignDimension[] => places.flatMap((place) => dimensionsAt(design, place));

/** Classes of a number for which the dictionary has none. */
const usualBounds: readonly number[] = [0, 1, 5, 10, 50, 100, 500, 1000];

/** A field as a dimension; broken down as its first way says. */
export function dimensionOf({ entity, id, by, bounds }: OfferedField, wanted?: Breakdown): DesignDimension | null {
  const chosen = wanted ?? by[0];
  if (chosen === undefined) return null;
  const needsBounds = chosen === 'class' && bounds.length === 0;
  return { entity, field: id, by: chosen, ...(needsBounds ? { bounds: [...usualBounds] } : {}) };
}

/** One more dimension at a place, before the one that stands at `at`, else last. */
export function addDimension(design: TableDesign, place: Place, dimension: DesignDimension, at?: number): Step {
  const there = dimensionsAt(design, place);
  if (all(design).some((each) => dimensionKey(each) === dimensionKey(dimension))) return 'twice';
  if (all(design).length >= mostDimensions) return 'fullTable';
  if (place === 'layer' && there.length > 0) return 'fullLayer';
  if (there.length >= mostOfAxis) return 'fullAxis';
  return putAt(design, place, there.toSpliced(at ?? there.length, 0, dimension));
}

export const removeDimension = (design: TableDesign, place: Place, at: number): TableDesign =>
  putAt(design, place, dimensionsAt(design, place).toSpliced(at, 1));

/** The dimension in the place of the one at `at`: broken down otherwise, or by other classes. */
export function replaceDimension(design: TableDesign, place: Place, at: number, dimension: DesignDimension): Step {
  const there = dimensionsAt(design, place);
  const key = dimensionKey(dimension);
  const isOther = key !== dimensionKey(there[at] as DesignDimension);
  if (isOther && all(design).some((each) => dimensionKey(each) === key)) return 'twice';
  return putAt(design, place, there.with(at, dimension));
}

/** Takes a dimension to another place, or to another position of its own. */
export function moveDimension(design: TableDesign, from: Place, at: number, to: Place, position?: number): Step {
  const dimension = dimensionsAt(design, from)[at];
  if (dimension === undefined) return design;
  return addDimension(removeDimension(design, from, at), to, dimension, position);
}

const isOfField = (one: DesignFilter, other: DesignFilter): boolean =>
  one.entity === other.entity && one.field === other.field;

/** A filter in the place of an earlier one on the same field. */
export function withFilter(design: TableDesign, filter: DesignFilter): TableDesign {
  const at = design.filters.findIndex((each) => isOfField(each, filter));
  return { ...design, filters: at < 0 ? [...design.filters, filter] : design.filters.with(at, filter) };
}

/** An empty table of the first unit that the register offers; null where it offers none. */
export function emptyDesign({ units }: DesignOffer): TableDesign | null {
  const [first] = units;
  const unit = first === undefined ? null : unitOf(first);
  if (unit === null) return null;
  return { unit, rows: [], columns: [], layer: null, filters: [], measure: { of: 'count' }, chart: null };
}

/** The design without what its unit does not reach: after another unit was chosen, or a field is gone. */
export function fitting(offer: DesignOffer, design: TableDesign): TableDesign | null {
  const unit = offeredUnit(offer, design.unit);
  if (unit === undefined) return emptyDesign(offer);
  const fields = fieldsInReach(offer, unit);
  const hasWay = (each: DesignDimension): boolean => fields.find(isField({ ...each }))?.by.includes(each.by) ?? false;
  return withChart({
    ...design,
    rows: design.rows.filter(hasWay),
    columns: design.columns.filter(hasWay),
    layer: design.layer && hasWay(design.layer) ? design.layer : null,
    filters: design.filters.filter((each) => fields.some(isField(each))),
    measure: isPossible(offer, design) ? design.measure : { of: 'count' },
  });
}

/** The design; a chart that such a table cannot have gives way to the usual one. */
export const withChart = (design: TableDesign): TableDesign =>
  design.chart === null || chartsFor(design).includes(design.chart) ? design : { ...design, chart: null };

function isPossible(offer: DesignOffer, { unit: counted, measure }: TableDesign): boolean {
  const unit = offeredUnit(offer, counted);
  if (unit === undefined) return false;
  if (measure.of === 'distinct') return unit.distinct.includes(measure.what);
  if (!('quantity' in measure)) return true;
  const { quantity } = measure;
  const fields = fieldsAround(offer, unit);
  const needed = quantity.from === 'number' ? [quantity] : [quantity.start, quantity.end];
  return needed.every((each) => fields.some(isField(each)));
}
