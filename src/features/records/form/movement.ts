/** Moving through a section by keyboard. */
import { createContext, useContext } from 'react';

export type Direction = 1 | -1;
/** Goes to the next place of entry that applies now, or out of the section. */
export type Move = (from: HTMLElement, direction: Direction) => void;

export const MoveContext = createContext<Move>(() => undefined);
export const useMove = (): Move => useContext(MoveContext);

/** Places of entry in the order of the form. */
export const stopsIn = (container: HTMLElement): readonly HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[data-entry]:not(:disabled)'),
];
