/** Moving through a section by keyboard. */
import { createContext, type KeyboardEvent, useContext } from 'react';

export type Direction = 1 | -1;
/** Goes to the next place of entry that applies now, or out of the section. */
export type Move = (from: HTMLElement, direction: Direction) => void;

export const MoveContext = createContext<Move>(() => undefined);
export const useMove = (): Move => useContext(MoveContext);

/** Places of entry in the order of the form. */
export const stopsIn = (container: HTMLElement): readonly HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)'),
];

/** The place of entry that Enter leaves, with Shift backwards; lists, menus and buttons keep their own Enter. */
export function stopOfEnter(event: KeyboardEvent<HTMLElement>): HTMLElement | null {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented) return null;
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.dataset.entry === undefined) return null;
  return from instanceof HTMLButtonElement && !event.shiftKey ? null : from;
}
