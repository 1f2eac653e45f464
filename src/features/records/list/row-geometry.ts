/**
 * Where rows of one height stand in a scrolled box. A browser draws no box higher than some 33 million dots of the
 * screen, which a million rows pass at 125 %; so a long list stands in a lower box, and a way on its scroll bar is a
 * longer way in the list.
 */

export const rowHeight = 32;
export const headerHeight = 34;
/** At 400 % still within what is drawn. */
const highestBox = 8_000_000;

/** Height of the rows in the box. */
export const boxHeight = (rows: number): number => Math.min(rows * rowHeight, highestBox);

/** Farthest that the list can be scrolled in a window of this height, header included. */
export const lastTop = (rows: number, viewport: number): number =>
  Math.max(0, rows * rowHeight + headerHeight - viewport);

/** Dots in the list for each dot on the scroll bar; 1 where both are equally high. */
export function ratioOf(rows: number, viewport: number): number {
  const inBox = boxHeight(rows) + headerHeight - viewport;
  return rows * rowHeight > highestBox && inBox > 0 ? lastTop(rows, viewport) / inBox : 1;
}

/** Scrolled so little that the row is whole in sight. */
export function topToShow(at: number, top: number, viewport: number): number {
  const [start, end] = [at * rowHeight, (at + 1) * rowHeight + headerHeight - viewport];
  return Math.max(Math.min(top, start), Math.min(end, start));
}
