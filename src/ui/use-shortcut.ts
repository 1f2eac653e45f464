import { useEffect, useEffectEvent } from 'react';
import { isShortcut, type ShortcutName, shortcutOf } from './shortcuts.ts';

/** Runs on the key, wherever the focus is; while a dialog is open only where the key is declared so. */
export function useShortcut(name: ShortcutName, run: () => void): void {
  const onRun = useEffectEvent(run);
  useEffect(() => {
    const shortcut = shortcutOf(name);
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isShortcut(event, shortcut)) return;
      if (!shortcut.always && document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      onRun();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [name]);
}
