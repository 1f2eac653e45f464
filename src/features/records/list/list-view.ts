/** How a list of records is looked at, and the question that answers it. */

import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import type { ListQuery, ListView, RecordFilter } from '#shared/contract/list-query.ts';
import { columnsOf, filtersOf } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { Language } from '#shared/languages.ts';

/** The row that has the keyboard, and how far from the upper edge it stood. */
export interface CurrentRow {
  readonly at: number;
  readonly id: string | null;
  readonly offset: number;
}

export interface ListState {
  readonly view: ListView;
  readonly search: string;
  readonly current: CurrentRow | null;
}

export const freshView: ListView = {
  scope: 'all',
  filters: [],
  order: { by: 'savedAt', descending: true },
  columns: null,
};

/** The query that a view asks for. */
export function queryOf(entity: string, { view, search }: ListState, language: Language): ListQuery {
  const { scope, filters, order } = view;
  const words = search.trim();
  const archived: RecordFilter[] =
    scope === 'current' || scope === 'archived' ? [{ kind: 'archived', is: scope === 'archived' }] : [];
  return {
    entity,
    filters: [...filters, ...archived],
    binned: scope === 'bin',
    search: words === '' ? null : words,
    order,
    language,
  };
}

/** What a filter narrows; a second filter on the same takes the place of the first. */
export const subjectOf = (filter: RecordFilter): string =>
  !isFigureFilter(filter) && 'field' in filter ? `field ${filter.field}` : filter.kind;

/** A filter in the place of an earlier one on the same subject; null takes that away. */
export function withFilter(
  filters: readonly RecordFilter[],
  subject: string,
  filter: RecordFilter | null,
): RecordFilter[] {
  const at = filters.findIndex((other) => subjectOf(other) === subject);
  if (filter === null) return filters.filter((other) => subjectOf(other) !== subject);
  return at < 0 ? [...filters, filter] : filters.map((other, index) => (index === at ? filter : other));
}

/** A view kept by an older dictionary or by somebody who may see more: what does not exist here is left out. */
export function usableView(index: RegisterIndex, entity: string, view: ListView, mayScope: boolean): ListView {
  const known = new Set(filtersOf(index, entity).map(({ field }) => field.id));
  const columns = new Set(columnsOf(index, entity).map(({ field }) => field.id));
  const { order } = view;
  return {
    scope: mayScope ? view.scope : 'all',
    filters: view.filters.filter((filter) => isFigureFilter(filter) || !('field' in filter) || known.has(filter.field)),
    order: order.by === 'field' && !columns.has(order.field) ? freshView.order : order,
    columns: view.columns?.filter((id) => columns.has(id)) ?? null,
  };
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
