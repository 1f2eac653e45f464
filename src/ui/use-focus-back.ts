import { type RefObject, useEffect, useRef, useState } from 'react';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled)';

/** An element and everything around it, innermost first, without the page itself. */
function pathOf(element: Element | null): readonly HTMLElement[] {
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  return [element, ...pathOf(element.parentElement)];
}

/** Whether nobody has the focus, as after the one who had it was taken away. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * To be called by what covers the page as long as it is drawn: when it goes, the focus returns to what had it, or, where that
 * is gone as well, to what still stands next to it.
 */
export function useFocusBack(): void {
  const [path] = useState(() => pathOf(document.activeElement));
  useEffect(
    () => () => {
      // After the dialog has left the page, and after whatever takes the focus by itself.
      setTimeout(() => {
        if (!isFocusLost()) return;
        const place = path.find((each) => each.isConnected && each !== document.documentElement);
        if (place === undefined) return;
        const target = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable);
        target?.focus();
      });
    },
    [path],
  );
}

/** Work that is over takes the focus with what stopped it or stood over the page: it goes to the control that began it. */
export function useFocusAfter(isBusy: boolean, beganBy: RefObject<HTMLElement | null>): void {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy && isFocusLost()) beganBy.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy, beganBy]);
}
