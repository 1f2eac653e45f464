/** How a list of records is looked at; kept as long as the window stands, so that coming back finds it as it was left. */
import type { Input } from '#shared/contract/contract.ts';
import type { FieldFilter, RecordFilter } from '#shared/contract/record.ts';
import type { RecordState } from '#shared/contract/shapes.ts';

export type ListScope = 'all' | 'current' | 'archived' | 'bin';
export type ListOrder = Input<'record.list'>['order'];

export interface ListView {
  readonly scope: ListScope;
  readonly search: string;
  readonly states: readonly RecordState[];
  readonly filters: readonly RecordFilter[];
  readonly order: ListOrder;
  /** Ids of the columns chosen; null: those the dictionary proposes. */
  readonly columns: readonly string[] | null;
  /** The row opened last. */
  readonly selected: string | null;
}

const kept = new Map<string, ListView>();

const fresh: ListView = {
  scope: 'all',
  search: '',
  states: [],
  filters: [],
  order: { by: 'savedAt', descending: true },
  columns: null,
  selected: null,
};

export const recallView = (key: string): ListView => kept.get(key) ?? fresh;
export const keepView = (key: string, view: ListView): void => void kept.set(key, view);

const pageSize = 100;

/** The call that answers a view; `after` comes with each page. */
export function listInput(entity: string, view: ListView): Omit<Input<'record.list'>, 'after'> {
  const search = view.search.trim();
  return {
    entity,
    filters: [...view.filters],
    states: view.states.length === 0 ? null : [...view.states],
    archived: view.scope === 'current' ? false : view.scope === 'archived' ? true : null,
    binned: view.scope === 'bin',
    search: search === '' ? null : search,
    order: view.order,
    limit: pageSize,
  };
}

/** A filter on the value of a field, as the menu makes them; others come with the figure that opened the list. */
export const isFieldFilter = (filter: RecordFilter): filter is FieldFilter => !('kind' in filter);

/** A filter on a field takes the place of an earlier one on the same field; null takes it away. */
export function withFilter(
  filters: readonly RecordFilter[],
  field: string,
  filter: RecordFilter | null,
): readonly RecordFilter[] {
  const others = filters.filter((other) => !isFieldFilter(other) || other.field !== field);
  return filter === null ? others : [...others, filter];
}

/** First and last day of what was typed as a bound: 2025 begins on 1 January and ends on 31 December. */
export function firstDay(partial: string): string {
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial;
}

export function lastDay(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length !== 7) return partial;
  const [year = 0, month = 0] = partial.split('-').map(Number);
  return `${partial}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}
