/** The records behind figures: those that fit all the filters that a figure comes with. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { CountedFilter, DesignedFigure, StatisticFilter } from '#shared/contract/figure-filter.ts';
import type { CountedQualityFilter } from '#shared/contract/quality-filter.ts';
import { indexOfKind, registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { findInDesign } from '#shared/statistics/design/records-in-design.ts';
import { recordTypeOf } from '#shared/statistics/design/select-units.ts';
import { selectRecords } from '#shared/statistics/quality/select.ts';
import { findInCell } from '#shared/statistics/records-in-cell.ts';
import { qualityOf } from '../quality/quality-source.ts';
import type { LiveStores } from './counted-records.ts';

export interface SelectQuestion {
  readonly entity: string;
  readonly filters: readonly CountedFilter[];
  /** Account that asks for its own records. */
  readonly account: string;
}

export interface RecordSelection {
  /** Ids of the records that fit. */
  select(question: SelectQuestion): { readonly value: readonly string[]; readonly changeNumber: number };
  /** How many of what stand in a cell, and in how many records. */
  count(question: ParsedInput<'figure.count'>): {
    readonly value: Output<'figure.count'>;
    readonly changeNumber: number;
  };
}

const isOfCell = (filter: CountedFilter): filter is StatisticFilter => filter.kind === 'statistic';
const isOfDesign = (filter: CountedFilter): filter is DesignedFigure => filter.kind === 'design';
const isOfQuality = (filter: CountedFilter): filter is CountedQualityFilter => !isOfCell(filter) && !isOfDesign(filter);

/** Selects from the columns that the figures are counted from; INVALID_INPUT where a figure does not exist. */
export function createRecordSelection(stores: LiveStores, kind: RegisterKind): RecordSelection {
  return {
    select({ entity, filters, account }) {
      const { store, catchUp } = stores(entity);
      const changeNumber = catchUp();
      const ofQuality = filters.filter(isOfQuality);
      const found = [
        ...(ofQuality.length === 0
          ? []
          : [selectRecords(store, indexOfKind(kind), qualityOf(kind, entity), ofQuality, account)]),
        ...filters.filter(isOfCell).map((filter) => findInCell(store, kind, filter).records),
        ...filters.filter(isOfDesign).map((filter) => findInDesign(registerOf(kind), store, filter).records),
      ].map((ids) => new Set(ids));
      const [first = new Set<string>(), ...others] = found;
      return { value: [...first].filter((id) => others.every((each) => each.has(id))), changeNumber };
    },
    count({ filter }) {
      const register = registerOf(kind);
      const isOwn = filter.kind === 'design';
      const entity = isOwn ? recordTypeOf(register, filter.design.unit) : findStatistic(kind, filter.id).entity;
      const { store, catchUp } = stores(entity);
      const changeNumber = catchUp();
      const found = isOwn ? findInDesign(register, store, filter) : findInCell(store, kind, filter);
      const { unit, isRecord, units, records } = found;
      const isEachOne = isRecord && units === records.length;
      return { value: { unit: isEachOne ? null : unit, units, records: records.length }, changeNumber };
    },
  };
}
