import type { KeyboardEvent } from 'react';

/** Up and down go from choice to choice of a list; at its ends they go on at the other one. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input:not(:disabled), [data-choice]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[(at + step + stops.length) % stops.length];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
