/** Whether a design asks only for what the dictionary offers; what it names is checked here once, before anything is counted. */
import { AppError } from '../../contract/errors.ts';
import type {
  DesignDimension,
  DesignField,
  DesignFilter,
  DesignMeasure,
  DesignUnit,
  TableDesign,
} from '../../contract/table-design.ts';
import type { RegisterDeclaration } from '../../dictionary/vocabulary.ts';
import { chartsFor } from './design-charts.ts';
import { type DesignableEntities, type DesignableField, designableEntities, outwardsFrom } from './design-fields.ts';
import { breakdownsOf } from './offer.ts';
import { entityOfUnit } from './select-units.ts';

/** INVALID_INPUT, naming the part of the design that the register does not offer. */
export function checkDesign(register: RegisterDeclaration, design: TableDesign): void {
  const entities = designableEntities(register);
  const refuse = (part: string): never => {
    throw new AppError('INVALID_INPUT', { fields: [part] });
  };
  if (design.unit.by !== 'rule' && !entities.has(design.unit.entity)) refuse('unit');
  const entity = entityOfUnit(register.kind, design.unit);
  const around = outwardsFrom(entities, entity);
  const root = around.at(-1);
  const find = ({ entity: of, field }: DesignField): DesignableField | undefined =>
    entities.has(of) && outwardsFrom(entities, of).at(-1) === root ? entities.get(of)?.fields.get(field) : undefined;
  const isAround = (field: DesignField): boolean => around.includes(field.entity) && find(field) !== undefined;

  if (!isUnit(entities, design.unit, isAround, find)) refuse('unit');
  if (!isMeasure(entities, entity, design.measure, isAround, find)) refuse('measure');
  for (const part of ['rows', 'columns', 'layer'] as const) {
    const dimensions = [design[part]].flat().filter((each) => each !== null);
    if (!dimensions.every((each) => isDimension(each, find(each)))) refuse(part);
  }
  const all = [...design.rows, ...design.columns, ...(design.layer ? [design.layer] : [])];
  const names = all.map((each) => `${each.entity}.${each.field} ${each.by}`);
  if (new Set(names).size < names.length) refuse('rows');
  if (design.chart !== null && !chartsFor(design).includes(design.chart)) refuse('chart');
  if (!design.filters.every((each) => isFilter(each, find(each)))) refuse('filters');
}

/** Whether the dictionary of today offers what a design asked for. */
export function isDesignable(register: RegisterDeclaration, design: TableDesign): boolean {
  try {
    checkDesign(register, design);
    return true;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'INVALID_INPUT') return false;
    throw cause;
  }
}

type Find = (field: DesignField) => DesignableField | undefined;
type IsAround = (field: DesignField) => boolean;

function isUnit(entities: DesignableEntities, unit: DesignUnit, isAround: IsAround, find: Find): boolean {
  if (unit.by === 'rule') return true;
  if (unit.by === 'person' && !entities.get(unit.entity)?.person) return false;
  return isAround(unit.day) && find(unit.day)?.isDay === true;
}

function isMeasure(
  entities: DesignableEntities,
  entity: string,
  measure: DesignMeasure,
  isAround: IsAround,
  find: Find,
): boolean {
  if (measure.of === 'distinct') return measure.what === 'record' || Boolean(entities.get(entity)?.person);
  if (!('quantity' in measure)) return true;
  const { quantity } = measure;
  if (quantity.from === 'number') return isAround(quantity) && find(quantity)?.type === 'number';
  return [quantity.start, quantity.end].every((each) => isAround(each) && find(each)?.type === 'date');
}

function isDimension({ by, bounds }: DesignDimension, field: DesignableField | undefined): boolean {
  if (field === undefined || !breakdownsOf(field).includes(by)) return false;
  if (by !== 'class') return bounds === undefined;
  const chosen = bounds ?? field.bounds;
  return chosen.length > 0 && chosen.every((each, at) => at === 0 || each > (chosen[at - 1] as number));
}

function isFilter(filter: DesignFilter, field: DesignableField | undefined): boolean {
  if (field === undefined) return false;
  if (filter.kind === 'answer') return true;
  const types = { codes: ['code', 'codes'], number: ['number'], period: ['date'] } as const;
  return types[filter.kind].some((type) => type === field.type);
}
