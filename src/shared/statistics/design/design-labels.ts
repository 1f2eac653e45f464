/** What is said of a designed table, as text keys. */
import type { Label, PlainLabel } from '../../contract/statistics.ts';
import type {
  DesignDimension,
  DesignFilter,
  DesignMeasure,
  DesignUnit,
  TableDesign,
} from '../../contract/table-design.ts';
import { countryClasses } from '../../dictionary/reference-lists/country.ts';
import { entityTextKey, fieldTextKey, markerTextKey } from '../../dictionary/text-keys.ts';
import { missingMarkers, type RegisterKind } from '../../dictionary/vocabulary.ts';
import type { DesignableEntities } from './design-fields.ts';
import { rulesOf } from './design-rules.ts';

export interface DesignWords {
  readonly entity: (entity: string) => PlainLabel;
  readonly field: (entity: string, field: string) => PlainLabel;
  readonly unit: (unit: DesignUnit) => Label;
  readonly measure: (measure: DesignMeasure) => Label;
  readonly filter: (filter: DesignFilter) => Label;
  /** The dimensions of an axis, or that it has none. */
  readonly axis: (dimensions: readonly DesignDimension[]) => Label;
  readonly title: (design: TableDesign, name: string | null) => Label;
}

/** Labels of the designs of one kind of register. */
export function designWords(kind: RegisterKind, entities: DesignableEntities): DesignWords {
  const entity: DesignWords['entity'] = (id) =>
    entities.get(id)?.isCounted
      ? { text: `design:entities.${kind}.${id}` }
      : { text: entityTextKey(kind, id), params: { count: 2 } };
  const field: DesignWords['field'] = (of, id) =>
    entities.get(of)?.isCounted
      ? { text: `design:fields.${kind}.${id}` }
      : { text: fieldTextKey(kind, { entity: of, id }, 'label') };
  const rule = (name: string): PlainLabel => rulesOf(kind).find((each) => each.rule === name)?.label ?? word('all');
  const unitName = (unit: DesignUnit): PlainLabel => (unit.by === 'rule' ? rule(unit.rule) : entity(unit.entity));
  const axis: DesignWords['axis'] = (dimensions) =>
    dimensions.length === 0
      ? word('all')
      : { all: dimensions.map((each) => field(each.entity, each.field)), join: 'by' };
  return {
    entity,
    field,
    axis,
    unit: (unit) => ({
      all: [
        word(`units.${unit.by}`),
        unitName(unit),
        ...(unit.by === 'rule' ? [] : [field(unit.day.entity, unit.day.field)]),
      ],
      join: 'is',
    }),
    measure: (measure) => {
      if (!('quantity' in measure)) return word(`measures.${nameOf(measure)}`);
      const { quantity, of } = measure;
      const what =
        quantity.from === 'number'
          ? [field(quantity.entity, quantity.field)]
          : [
              word('daysBetween'),
              field(quantity.start.entity, quantity.start.field),
              field(quantity.end.entity, quantity.end.field),
            ];
      return { all: [word(`measures.${of}`), ...what], join: 'is' };
    },
    filter: (filter) => ({
      all: [field(filter.entity, filter.field), ...answersOf(kind, entities, filter)],
      join: 'is',
    }),
    title: ({ unit, rows, columns, layer }, name) => {
      if (name !== null) return word('named', { name });
      const all = [...rows, ...columns, ...(layer ? [layer] : [])];
      return all.length === 0 ? unitName(unit) : axis(all);
    },
  };
}

export const word = (key: string, params?: Readonly<Record<string, string | number>>): PlainLabel =>
  params ? { text: `design:${key}`, params } : { text: `design:${key}` };

const ownCodes: readonly string[] = ['arrested', 'use_convicted_first', 'use_convicted_final'];
const otherNames: Readonly<Record<string, string>> = { closed: 'closedCases', closed_undated: 'closedUndated' };

/** Codes of counted fields that tables of both registers have as lines. */
const sharedCodes = ['unknown', 'child', 'adult', 'otherEu', 'otherCountry'];

/** Label of a code of rows that only tables count: mostly that of the line that standard tables make of it. */
export function countedCodeLabel(kind: RegisterKind, code: string): PlainLabel {
  if (sharedCodes.includes(code)) return { text: `tables:lines.${code}` };
  if (countryClasses.some((each) => each === code)) return { list: 'COUNTRY', code };
  if (ownCodes.includes(code)) return word(`codes.${code}`);
  return { text: `tables-${kind}:lines.${otherNames[code] ?? code}` };
}

function nameOf(measure: Exclude<DesignMeasure, { quantity: unknown }>): string {
  if (measure.of === 'percent') return `percent.${measure.base}`;
  return measure.of === 'distinct' ? `distinct.${measure.what}` : measure.of;
}

function answersOf(kind: RegisterKind, entities: DesignableEntities, filter: DesignFilter): readonly PlainLabel[] {
  if (filter.kind === 'number' || filter.kind === 'period') return [rangeOf(filter.from, filter.to)];
  const list = entities.get(filter.entity)?.fields.get(filter.field)?.list ?? null;
  return filter.anyOf.map((answer) => {
    if (answer === 'answered' || answer === 'not_entered') return word(`answers.${answer}`);
    if (missingMarkers.some((marker) => marker === answer)) return { text: markerTextKey(answer) };
    return list === null ? countedCodeLabel(kind, answer) : { list, code: answer };
  });
}

function rangeOf(from: string | number | null, to: string | number | null): PlainLabel {
  if (from !== null && to !== null) return word('range.between', { from, to });
  if (from !== null) return word('range.from', { from });
  return to === null ? word('answers.answered') : word('range.to', { to });
}
