import { expect, test } from 'vitest';
import { boxHeight, headerHeight, lastTop, ratioOf, rowHeight, topToShow } from './row-geometry.ts';

const viewport = 600;

test('a short list is as high as its rows, and the scroll bar goes the way of the list', () => {
  expect(boxHeight(10_000)).toBe(10_000 * rowHeight);
  expect(ratioOf(10_000, viewport)).toBe(1);
});

test('a million rows stand in a box that a browser draws also at 400 %, and both of its ends are those of the list', () => {
  expect(boxHeight(1_000_000) * 4).toBeLessThan(33_554_428);
  const lastBar = boxHeight(1_000_000) + headerHeight - viewport;
  expect(lastBar * ratioOf(1_000_000, viewport)).toBeCloseTo(lastTop(1_000_000, viewport));
});

test('showing a row scrolls no farther than needed, and the header hides none', () => {
  expect(topToShow(5, 0, viewport)).toBe(0);
  expect(topToShow(0, 320, viewport)).toBe(0);
  const top = topToShow(100, 0, viewport);
  expect(top + viewport).toBe(101 * rowHeight + headerHeight);
  expect(topToShow(100, top, viewport)).toBe(top);
});
