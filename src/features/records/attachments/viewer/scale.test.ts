import { expect, test } from 'vitest';
import { fitting, larger, smaller, turned, turnRight } from './scale.ts';

const area = { width: 1300, height: 600 };

test('a document fits by its width, a picture as a whole, and neither is enlarged by itself', () => {
  expect(fitting({ width: 2600, height: 4000 }, area, 'width')).toBe(0.5);
  expect(fitting({ width: 2600, height: 4800 }, area, 'whole')).toBe(0.125);
  expect(fitting({ width: 100, height: 100 }, area, 'whole')).toBe(1);
});

test('steps lead up from whatever fits, and end at both ends', () => {
  expect(larger(0.62)).toBe(0.67);
  expect(smaller(0.62)).toBe(0.5);
  expect(larger(0.5)).toBe(0.67);
  expect(larger(4)).toBe(4);
  expect(smaller(0.1)).toBe(0.1);
});

test('four turns to the right are none, and a quarter turn exchanges the sides', () => {
  expect(turnRight(turnRight(turnRight(turnRight(0))))).toBe(0);
  expect(turned({ width: 3, height: 2 }, 270)).toEqual({ width: 2, height: 3 });
});
