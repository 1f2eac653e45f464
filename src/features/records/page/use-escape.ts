import { useEffect, useEffectEvent } from 'react';

/** What closes by Escape before the page does: dialogs, menus, lists under fields. */
const open = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Runs on Escape unless the key belongs to something that lies over the page. */
export function useEscape(run: () => void): void {
  const onRun = useEffectEvent(run);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Heard on the way down, while what the key will close still stands, or has just been closed with the focus in it.
      const isOver = event.target instanceof Element && event.target.closest(open) !== null;
      if (!isOver && document.querySelector(open) === null) onRun();
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
