/** Quantities of units: what stands in a number field, and the days between two dates. */
import { outwardsTo, rowTest, type Where } from '../counting.ts';
import type { Quantity } from '../measures.ts';
import { firstCode } from '../store/codebook.ts';
import { answerAt, isDay } from '../store/column.ts';

/** The number in a field; none where a marker or nothing stands. */
export const numberIn =
  (entity: string, field: string): Quantity =>
  (store, { entity: units, rows }) => {
    const column = store.number(entity, field);
    const outer = outwardsTo(store, units, entity);
    return (unit) => {
      const row = outer(rows[unit] as number);
      return answerAt(column, row) === firstCode ? column.values.at(row) : Number.NaN;
    };
  };

/** One quantity of the units with an answer, another of all others. */
export const eitherBy =
  (where: Where, those: Quantity, others: Quantity): Quantity =>
  (store, units) => {
    const isOne = rowTest(store, units.entity, [where]);
    const [first, second] = [those(store, units), others(store, units)];
    return (unit) => (isOne(units.rows[unit] as number) ? first(unit) : second(unit));
  };

/** Days from one date of the unit to another; none where one is not known or they stand the wrong way round. */
export const daysBetween =
  (entity: string, from: string, to: string): Quantity =>
  (store, { rows }) => {
    const [start, end] = [store.date(entity, from).earliest, store.date(entity, to).earliest];
    return (unit) => {
      const row = rows[unit] as number;
      const [first, last] = [start.at(row), end.at(row)];
      return isDay(first) && isDay(last) && last >= first ? last - first : Number.NaN;
    };
  };
