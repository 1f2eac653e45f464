import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { boxHeight, headerHeight, lastTop, ratioOf, rowHeight, topToShow } from './row-geometry.ts';

/** Rows drawn beyond the edges, and the step in which the drawn part moves. */
const overscan = 10;
const step = 5;

export interface RowWindow {
  readonly scroller: (box: HTMLDivElement | null) => void;
  /** First row drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Empty height above and below the drawn rows. */
  readonly before: number;
  readonly after: number;
  /** Rows that a page has. */
  readonly page: number;
  /** Scrolls as little as needed. */
  readonly show: (at: number) => void;
  /** Puts a row this far below the upper edge. */
  readonly place: (at: number, offset: number) => void;
  /** How far a row stands below the upper edge now. */
  readonly offsetOf: (at: number) => number;
}

/** Which of so many rows are drawn, while the box is scrolled by wheel, bar, keys or the program. */
export function useRowWindow(rows: number): RowWindow {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  /** Place in the list, and the place of the scroll bar that belongs to it. */
  const place = useRef({ top: 0, bar: 0 });
  const count = useRef(rows);
  const [viewport, setViewport] = useState(0);
  const [drawn, setDrawn] = useState({ first: 0, shift: 0 });

  const draw = useCallback(() => {
    const { top, bar } = place.current;
    const at = Math.floor(top / rowHeight) - overscan;
    const first = Math.max(0, at - (at % step));
    const shift = bar - top;
    setDrawn((before) => (before.first === first && before.shift === shift ? before : { first, shift }));
  }, []);

  const moveTo = useCallback(
    (wanted: number) => {
      if (box === null) {
        // Not drawn yet: it will stand there when it is.
        place.current = { top: Math.max(0, wanted), bar: 0 };
        return;
      }
      const { clientHeight } = box;
      const top = Math.min(Math.max(0, wanted), lastTop(count.current, clientHeight));
      box.scrollTop = top / ratioOf(count.current, clientHeight);
      place.current = { top: ratioOf(count.current, clientHeight) === 1 ? box.scrollTop : top, bar: box.scrollTop };
      draw();
    },
    [box, draw],
  );

  useEffect(() => {
    if (box === null) return;
    const hear = () => {
      // Where the program moved the bar, the place in the list is known more exactly than the bar can say.
      if (Math.abs(box.scrollTop - place.current.bar) < 1 && ratioOf(count.current, box.clientHeight) !== 1) return;
      place.current = { top: box.scrollTop * ratioOf(count.current, box.clientHeight), bar: box.scrollTop };
      draw();
    };
    const turn = (event: WheelEvent) => {
      // One notch is the same way in every list.
      if (ratioOf(count.current, box.clientHeight) === 1 || event.ctrlKey || event.shiftKey || event.deltaY === 0)
        return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? rowHeight : event.deltaMode === 2 ? box.clientHeight : 1;
      box.scrollLeft += event.deltaX;
      moveTo(place.current.top + event.deltaY * unit);
    };
    const sized = new ResizeObserver(() => setViewport(box.clientHeight));
    sized.observe(box);
    box.addEventListener('scroll', hear, { passive: true });
    box.addEventListener('wheel', turn, { passive: false });
    return () => {
      sized.disconnect();
      box.removeEventListener('scroll', hear);
      box.removeEventListener('wheel', turn);
    };
  }, [box, draw, moveTo]);

  // A list that became shorter or longer stays where it was, as far as it reaches.
  useLayoutEffect(() => {
    count.current = rows;
    moveTo(place.current.top);
  }, [rows, moveTo]);

  const inSight = Math.max(1, Math.floor((viewport - headerHeight) / rowHeight));
  const end = Math.min(rows, drawn.first + inSight + 2 * overscan + step);
  const first = Math.min(drawn.first, Math.max(0, end - 1));
  const before = Math.max(0, first * rowHeight + drawn.shift);
  return {
    scroller: setBox,
    first,
    end,
    before,
    after: Math.max(0, boxHeight(rows) - before - (end - first) * rowHeight),
    page: Math.max(1, inSight - 1),
    show: (at) => moveTo(topToShow(at, place.current.top, box?.clientHeight ?? 0)),
    place: (at, offset) => moveTo(at * rowHeight - offset),
    offsetOf: (at) => at * rowHeight - place.current.top,
  };
}
