import { useEffect, useEffectEvent, useRef } from 'react';
import type { CurrentRow } from './list-view.ts';
import type { ListWindow, ShownList } from './use-list-window.ts';
import type { RowWindow } from './use-row-window.ts';

interface CurrentRowParts {
  readonly current: CurrentRow | null;
  readonly list: ListWindow;
  readonly rows: RowWindow;
  /** Whether a record was opened from this list before: then the keyboard comes back to it. */
  readonly onCurrent: (current: CurrentRow) => void;
}

const focusList = () => document.querySelector<HTMLElement>('[data-list]')?.focus({ preventScroll: true });

/**
 * The row that has the keyboard. Coming back from a record finds it where it was left on the screen, wherever it stands
 * in the list by now; what others save meanwhile moves neither the list nor the keyboard.
 */
export function useCurrentRow({ current, list, rows, onCurrent }: CurrentRowParts) {
  const { shown, isChanging, isFetching } = list;
  const cameBack = useRef(current !== null && current.id !== null);
  const placed = useRef<number | null>(null);
  const total = shown?.total ?? 0;
  const at = Math.min(current?.at ?? 0, Math.max(0, total - 1));

  const settle = useEffectEvent((answered: ShownList) => {
    // Nothing else has the keyboard: the arrows work at once.
    if (document.activeElement === document.body) focusList();
    if (current === null) return;
    const moved = answered.asked === current.id ? (answered.located ?? current.at) : current.at;
    const next = Math.min(moved, Math.max(0, answered.total - 1));
    if (cameBack.current) {
      rows.place(next, current.offset);
      focusList();
    }
    if (next !== current.at) onCurrent({ ...current, at: next, offset: rows.offsetOf(next) });
  });
  useEffect(() => {
    if (shown === null || isChanging) return;
    if (placed.current !== shown.version) {
      placed.current = shown.version;
      settle(shown);
    }
    // The list as it was kept may be answered anew once more; after that it is the user who scrolls.
    if (!isFetching) cameBack.current = false;
  }, [shown, isChanging, isFetching]);

  return {
    at,
    moveTo: (next: number) => {
      cameBack.current = false;
      onCurrent({ at: next, id: list.rowAt(next)?.meta.id ?? null, offset: rows.offsetOf(next) });
    },
    focusList,
  };
}
