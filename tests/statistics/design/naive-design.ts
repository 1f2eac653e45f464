/** A designed table counted by plain loops over records, straight from what the words mean; shares no code with the engine. */
import type { DesignDimension, DesignFilter, TableDesign } from '#shared/contract/table-design.ts';
import { dayInterval } from '#shared/records/partial-date.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { type Row, townKinds } from './small-register.ts';

const levels = ['case', 'act', 'step'];

/** A unit as the rows around it, the record first, and the rows in it. */
type Chain = readonly Row[];

/** `row/column` with one key a dimension, `*` for the total, after the key of the layer. */
export type NaiveCells = Map<string, readonly number[]>;

export function countByHand(cases: readonly Row[], design: TableDesign, from: string, to: string): NaiveCells {
  return new Map(
    [...unitsByHand(cases, design, from, to)].map(([key, units]) => [key, figures(units, design.measure)]),
  );
}

/** Places of the cases in which the units of each cell stand; `ofFigure`: only units that have what is measured. */
export function casesByHand(cases: readonly Row[], design: TableDesign, from: string, to: string, ofFigure: boolean) {
  const { measure } = design;
  const isOver = (unit: Chain): boolean =>
    !ofFigure || !('quantity' in measure) || quantityOf(unit, measure.quantity).length > 0;
  const placeOf = ([record]: Chain): number => cases.indexOf(record as Row);
  return new Map(
    [...unitsByHand(cases, design, from, to)].map(([key, units]) => [
      key,
      [...new Set(units.filter(isOver).map(placeOf))].sort((a, b) => a - b),
    ]),
  );
}

function unitsByHand(cases: readonly Row[], design: TableDesign, from: string, to: string): Map<string, Chain[]> {
  const { unit, layer, rows, columns, filters } = design;
  if (unit.by === 'rule') throw new Error('rules are counted elsewhere');
  const dayOf = (chain: Chain) => String(chain[levels.indexOf(unit.day.entity)]?.values[unit.day.field]);
  const inPeriod = chainsOf(cases, levels.indexOf(unit.entity)).filter((chain) => {
    const day = dayOf(chain);
    return day.length === 10 && day >= from && day <= to;
  });
  const counted = unit.by === 'row' ? inPeriod : inPeriod.filter((chain) => isFirst(chain, inPeriod, dayOf));
  const chains = counted.filter((chain) => filters.every((filter) => fits(chain, filter)));
  const dimensions = [...(layer ? [layer] : []), ...rows, ...columns];
  const found = new Map<string, Chain[]>();
  for (const chain of chains) {
    const keys = dimensions.map((dimension) => [...linesOf(chain, dimension), '*']);
    for (const combination of product(keys)) {
      const key = combination.join(' ');
      const others = found.get(key);
      if (others) others.push(chain);
      else found.set(key, [chain]);
    }
  }
  return found;
}

const personOf = ([record]: Chain): string | null => {
  const code = record?.values.person;
  return typeof code === 'string' ? code : null;
};

/** Whether no other row of the same person is earlier, or as early and stands before it. */
function isFirst(chain: Chain, all: readonly Chain[], dayOf: (chain: Chain) => string): boolean {
  const person = personOf(chain);
  if (person === null) return true;
  const [first] = all
    .filter((each) => personOf(each) === person)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return first === chain;
}

const product = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (all, list) => all.flatMap((each) => list.map((key) => [...each, key])),
    [[]],
  );

function chainsOf(cases: readonly Row[], depth: number): readonly Chain[] {
  const deeper = (chain: Chain, left: number): readonly Chain[] =>
    left === 0 ? [chain] : (chain.at(-1)?.within ?? []).flatMap((row) => deeper([...chain, row], left - 1));
  return cases.flatMap((each) => deeper([each], depth));
}

/** The rows of an entity that the unit stands in, or that stand within it or within the nearest row around both. */
function rowsOf(chain: Chain, entity: string): readonly Row[] {
  const depth = levels.indexOf(entity);
  const around = chain[depth];
  if (around) return [around];
  let rows: readonly Row[] = chain.slice(-1);
  for (let at = chain.length; at <= depth; at++) rows = rows.flatMap(({ within }) => within);
  return rows;
}

const reasonOf = (value: FieldValue | undefined): string | null => {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return 'not_entered';
  return typeof value === 'object' && 'missing' in value ? value.missing : null;
};

function linesOf(chain: Chain, dimension: DesignDimension): readonly string[] {
  const rows = rowsOf(chain, dimension.entity);
  if (rows.length === 0) return ['none'];
  const keys = rows.flatMap(({ values }) => keysOf(values[dimension.field], dimension));
  const answers = keys.filter((key) => key !== 'unknown' && key !== 'not_applicable');
  if (answers.length > 0) return [...new Set(answers)];
  return keys.includes('unknown') || dimension.field !== 'sex' ? ['unknown'] : ['not_applicable'];
}

const groups: Readonly<Record<string, string>> = { force: 'hard', threat: 'hard', debt: 'soft' };

function keysOf(value: FieldValue | undefined, { by }: DesignDimension): readonly string[] {
  const reason = reasonOf(value);
  if (reason !== null) return [reason === 'not_applicable' ? reason : 'unknown'];
  if (by === 'value') return [value].flat() as string[];
  if (by === 'group') return [value].flat().map((code) => groups[String(code)] ?? 'unknown');
  if (by === 'kind') return [townKinds.get(String(value)) ?? 'unknown'];
  if (by === 'class') return [String([30, 18, 0].find((bound) => Number(value) >= bound) ?? 'unknown')];
  const text = String(value);
  if (by === 'year') return [text.slice(0, 4)];
  if (text.length < 7) return ['unknown'];
  if (by === 'month') return [text.slice(0, 7)];
  return [`${text.slice(0, 4)}-H${Number(text.slice(5, 7)) <= 6 ? 1 : 2}`];
}

function fits(chain: Chain, filter: DesignFilter): boolean {
  return rowsOf(chain, filter.entity).some(({ values }) => {
    const value = values[filter.field];
    const reason = reasonOf(value);
    if (filter.kind === 'answer') return filter.anyOf.some((state) => state === (reason ?? 'answered'));
    if (filter.kind === 'codes') {
      return reason === null
        ? [value].flat().some((code) => filter.anyOf.includes(String(code)))
        : filter.anyOf.includes(reason);
    }
    if (reason !== null) return false;
    if (filter.kind === 'number') {
      return Number(value) >= (filter.from ?? -1e9) && Number(value) <= (filter.to ?? 1e9);
    }
    const days = dayInterval(String(value));
    const [from, to] = [dayInterval(filter.from ?? '0100')?.earliest, dayInterval(filter.to ?? '9999')?.latest];
    return days !== undefined && days.earliest <= Number(to) && days.latest >= Number(from);
  });
}

function figures(units: readonly Chain[], measure: TableDesign['measure']): readonly number[] {
  if (measure.of === 'distinct') {
    return [new Set(units.map((chain) => (measure.what === 'person' ? (personOf(chain) ?? chain[0]) : chain[0]))).size];
  }
  if (!('quantity' in measure)) return [units.length];
  const values = units.flatMap((chain) => quantityOf(chain, measure.quantity)).sort((a, b) => a - b);
  if (values.length === 0) return [];
  const sum = values.reduce((total, value) => total + value, 0);
  const at = (share: number): number => {
    const place = share * (values.length - 1);
    const low = values[Math.floor(place)] ?? 0;
    return low + ((values[Math.ceil(place)] ?? 0) - low) * (place % 1);
  };
  if (measure.of === 'sum') return [sum];
  if (measure.of === 'mean') return [sum / values.length];
  return measure.of === 'median' ? [at(0.5)] : [at(0.25), at(0.5), at(0.75)];
}

function quantityOf(
  chain: Chain,
  quantity: Extract<TableDesign['measure'], { quantity: unknown }>['quantity'],
): number[] {
  const statedIn = (entity: string, field: string) => chain[levels.indexOf(entity)]?.values[field];
  if (quantity.from === 'number') {
    const value = statedIn(quantity.entity, quantity.field);
    return typeof value === 'number' ? [value] : [];
  }
  const [start, end] = [quantity.start, quantity.end].map(({ entity, field }) => {
    const value = statedIn(entity, field);
    return typeof value === 'string' ? dayInterval(value) : undefined;
  });
  if (!start || !end || end.latest < start.earliest) return [];
  return [Math.max(0, (end.earliest + end.latest) / 2 - (start.earliest + start.latest) / 2)];
}
