import { expect, test } from 'vitest';
import { filledShare } from './share.ts';

test('a share is 100 only where nothing is missing, 0 only where nothing is there, and none of nothing', () => {
  expect(filledShare({ applies: 2_000, filled: 1_999 })).toBe(99.9);
  expect(filledShare({ applies: 2_000, filled: 2_000 })).toBe(100);
  expect(filledShare({ applies: 5_000, filled: 1 })).toBe(0.1);
  expect(filledShare({ applies: 5_000, filled: 0 })).toBe(0);
  expect(filledShare({ applies: 3, filled: 1 })).toBe(33.3);
  expect(filledShare({ applies: 0, filled: 0 })).toBeNull();
});
