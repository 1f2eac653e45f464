/** Which rows a design counts in a period. */

import { AppError } from '../../contract/errors.ts';
import type { DesignUnit } from '../../contract/table-design.ts';
import type { RegisterDeclaration, RegisterKind } from '../../dictionary/vocabulary.ts';
import type { CountedDecisions } from '../counted-decisions.ts';
import type { Period } from '../period.ts';
import { firstCode } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import type { NumberArray } from '../store/growing-array.ts';
import { type DesignableEntities, designableEntities, outwardsFrom, type PersonMark } from './design-fields.ts';
import { rulesOf } from './design-rules.ts';
import { outerRowsOf, rowCountOf, rowsAround, type UnitRows } from './reach.ts';

export type Decide = (decide: (store: ColumnStore) => CountedDecisions) => CountedDecisions;

/** The entity whose rows a unit of a register is. */
export function entityOfUnit(kind: RegisterKind, unit: DesignUnit): string {
  if (unit.by !== 'rule') return unit.entity;
  const rule = rulesOf(kind).find((each) => each.rule === unit.rule);
  if (!rule) throw new AppError('INVALID_INPUT', { fields: ['unit'] });
  return rule.entity;
}

/** The record type whose store holds the units. */
export function recordTypeOf(register: RegisterDeclaration, unit: DesignUnit): string {
  const around = outwardsFrom(designableEntities(register), entityOfUnit(register.kind, unit));
  return around.at(-1) as string;
}

/** The rows that count in the period; `decided` remembers whom the rules of the register count. */
export function selectUnits(
  kind: RegisterKind,
  entities: DesignableEntities,
  store: ColumnStore,
  unit: DesignUnit,
  period: Period,
  decided: Decide,
): UnitRows {
  const entity = entityOfUnit(kind, unit);
  if (unit.by === 'rule') {
    const rule = rulesOf(kind).find((each) => each.rule === unit.rule);
    return { entity, rows: rule ? within(decided(rule.decide), period) : new Int32Array(0), isInOrder: false };
  }
  const { earliest } = store.date(unit.day.entity, unit.day.field);
  const days = daysOf(store, entity, unit.day.entity, earliest.array);
  const rows = inPeriod(store, entity, days, period);
  const person = entities.get(entity)?.person;
  if (unit.by === 'row') return { entity, rows, isInOrder: true };
  if (!person) throw new AppError('INVALID_INPUT', { fields: ['unit'] });
  return { entity, rows: oncePerPerson(store, { entity, rows }, person, days), isInOrder: true };
}

function within({ rows, days }: CountedDecisions, { fromDay, toDay }: Period): Int32Array {
  const found = new Int32Array(rows.length);
  let many = 0;
  for (let at = 0; at < rows.length; at++) {
    const day = days[at] as number;
    if (day >= fromDay && day <= toDay) found[many++] = rows[at] as number;
  }
  return found.subarray(0, many);
}

/** The day of each row, its own or that of a row around it. */
function daysOf(store: ColumnStore, entity: string, dayOf: string, days: NumberArray): NumberArray {
  if (entity === dayOf) return days;
  const outer = outerRowsOf(store, entity, dayOf);
  return outer.map((row) => days[row] as number);
}

function inPeriod(store: ColumnStore, entity: string, days: NumberArray, { fromDay, toDay }: Period): Int32Array {
  const found = new Int32Array(rowCountOf(store, entity));
  let many = 0;
  if (entity === store.entity) {
    for (let row = 0; row < store.rowCount; row++) {
      const day = days[row] as number;
      found[many] = row;
      if (day >= fromDay && day <= toDay && store.isAlive(row)) many++;
    }
    return found.subarray(0, many);
  }
  const { start, count } = store.groupRows(entity);
  for (let record = 0; record < store.rowCount; record++) {
    if (!store.isAlive(record)) continue;
    const first = start.at(record);
    for (let row = first; row < first + count.at(record); row++) {
      const day = days[row] as number;
      if (day >= fromDay && day <= toDay) found[many++] = row;
    }
  }
  return found.subarray(0, many);
}

/** The number that stands for the person of each unit; below `firstCode` where nobody knows. */
export function personsOf(
  store: ColumnStore,
  units: Pick<UnitRows, 'entity' | 'rows'>,
  { entity, field }: PersonMark,
): Int32Array {
  const marks = store.code(entity, field).values.array;
  const found = rowsAround(store, units, entity).slice();
  for (let unit = 0; unit < found.length; unit++) found[unit] = marks[found[unit] as number] as number;
  return found;
}

/** Of the rows of one person the earliest; a row without a mark is a person of its own. */
function oncePerPerson(
  store: ColumnStore,
  units: Pick<UnitRows, 'entity' | 'rows'>,
  mark: PersonMark,
  days: NumberArray,
): Int32Array {
  const persons = personsOf(store, units, mark);
  const { rows } = units;
  const best = new Int32Array(store.code(mark.entity, mark.field).codebook.size).fill(-1);
  const dayAt = (unit: number): number => days[rows[unit] as number] as number;
  for (let unit = 0; unit < rows.length; unit++) {
    const person = persons[unit] as number;
    if (person < firstCode) continue;
    const other = best[person] as number;
    if (other < 0 || dayAt(unit) < dayAt(other)) best[person] = unit;
  }
  return rows.filter((_, unit) => (persons[unit] as number) < firstCode || best[persons[unit] as number] === unit);
}
