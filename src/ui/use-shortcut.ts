import { useEffect, useEffectEvent } from 'react';

interface Shortcut {
  /** As KeyboardEvent.key, such as `k` or `F1`. */
  readonly key: string;
  readonly ctrl?: boolean;
  /** Also while a dialog is open. */
  readonly always?: boolean;
}

/** Letters are compared by their place on the keyboard, so that Ctrl+K works on a Cyrillic layout. */
function matches(event: KeyboardEvent, { key, ctrl = false }: Shortcut): boolean {
  const isKey = /^[a-z]$/.test(key) ? event.code === `Key${key.toUpperCase()}` : event.key === key;
  return isKey && (event.ctrlKey || event.metaKey) === ctrl && !event.altKey && !event.shiftKey;
}

/** Runs on the key, wherever the focus is; while a dialog is open only where that is asked for. */
export function useShortcut(shortcut: Shortcut, run: () => void): void {
  const onRun = useEffectEvent(run);
  const { key, ctrl = false, always = false } = shortcut;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !matches(event, { key, ctrl })) return;
      if (!always && document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      onRun();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [key, ctrl, always]);
}
