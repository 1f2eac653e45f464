import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import type { ListOrder, ListView, RecordFilter } from '#shared/contract/list-query.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { saveBeforeLock } from '../../../api/lock.ts';
import { usePreference } from '../../../api/preference.ts';
import { useHasRole, useSession } from '../../../api/session.ts';
import { keepState, keptState, useListKey } from './last-list.ts';
import { freshView, type ListState, usableView } from './list-view.ts';

/** Changes are gathered for a moment: a filter is seldom the last one. */
const gatherMs = 800;

interface Asked {
  readonly search?: string;
  readonly filters?: readonly RecordFilter[];
  readonly order?: ListOrder;
}

type Preference = ReturnType<typeof usePreference<'list.views'>>;

/** Keeps the view of a list in the register, as the one that this account used last. */
function useKeepView(entity: string, change: Preference['change']): (view: ListView) => void {
  const waiting = useRef<{ readonly view: ListView; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const store = useCallback(async () => {
    const { current } = waiting;
    if (current === null) return;
    clearTimeout(current.timer);
    waiting.current = null;
    await change((views) => ({ ...views, [entity]: current.view }));
  }, [change, entity]);
  useEffect(() => {
    const forget = saveBeforeLock(store);
    return () => {
      forget();
      void store().catch(() => undefined);
    };
  }, [store]);
  return useCallback(
    (view) => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      // A view that could not be kept is no reason to disturb whoever looks at it.
      waiting.current = { view, timer: setTimeout(() => void store().catch(() => undefined), gatherMs) };
    },
    [store],
  );
}

/**
 * How this account looks at the list: as it was left in this window, else as it was used last in this register. What
 * the address asks for (words of the search, filters of a figure) takes the place of that. Null until it is known.
 */
export function useListState(entity: string) {
  const { register } = useSession();
  const isSupervisor = useHasRole()('supervisor');
  const asked = useSearch({ strict: false }) as Asked;
  const views = usePreference('list.views');
  const keep = useKeepView(entity, views.change);
  const key = useListKey(entity);
  const [state, setState] = useState<ListState | null>(() => keptState(key));
  const [taken, setTaken] = useState<string | null>(null);

  const used = views.value?.[entity] ?? freshView;
  const usual: ListState | null = views.isPending
    ? null
    : { view: usableView(indexOfKind(register.kind), entity, used, isSupervisor), search: '', current: null };
  const before = state ?? usual;
  const asking = JSON.stringify([asked.search, asked.filters, asked.order]);
  if (before !== null && asking !== taken) {
    setTaken(asking);
    setState(isAsked(asked) ? askedState(before, asked) : before);
  }

  // A row is opened in the moment in which the list goes away: what changed must be kept before that.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
    if (state !== null) keepState(key, state);
  }, [key, state]);
  const change = useCallback(
    (part: Partial<ListState>) => {
      if (latest.current === null) return;
      const next = { ...latest.current, ...part };
      latest.current = next;
      keepState(key, next);
      setState(next);
      if (part.view !== undefined) keep(withoutFigure(part.view));
    },
    [key, keep],
  );
  return { state, change } as const;
}

/** What a figure narrowed is for now: the list is not to begin with it next week. */
const withoutFigure = (view: ListView): ListView => ({
  ...view,
  filters: view.filters.filter((filter) => !isFigureFilter(filter)),
});

const isAsked = ({ search, filters }: Asked): boolean => search !== undefined || filters !== undefined;
/** The filters of a figure show exactly the records that it counts; words are looked for in the list as it is. */
function askedState(before: ListState, { search, filters, order = before.view.order }: Asked): ListState {
  const view =
    filters === undefined ? before.view : { ...before.view, scope: 'all' as const, filters: [...filters], order };
  return { view, search: search ?? '', current: null };
}
