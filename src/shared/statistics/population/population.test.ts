import { expect, test } from 'vitest';
import { cellKey, figuresOf, withSums, wrongSums } from './population.ts';

test('sums that follow are worked out, up to the whole population', () => {
  const figures = withSums(
    figuresOf([
      { sex: 'female', age: 'child', persons: 200 },
      { sex: 'female', age: 'adult', persons: 700 },
      { sex: 'male', age: 'child', persons: 210 },
      { sex: 'male', age: 'adult', persons: 690 },
    ]),
  );
  expect(figures.get(cellKey('female', 'all'))).toBe(900);
  expect(figures.get(cellKey('all', 'child'))).toBe(410);
  expect(figures.get(cellKey('all', 'all'))).toBe(1_800);
  expect(figures.has(cellKey('female', 'a0_11'))).toBe(false);
});

test('a sum typed beside its parts must hold, and parts that are known may not exceed it', () => {
  const women = { sex: 'female', age: 'all', persons: 900 } as const;
  const men = { sex: 'male', age: 'all', persons: 880 } as const;
  const all = (persons: number) => ({ sex: 'all', age: 'all', persons }) as const;
  expect(wrongSums(figuresOf([women, men, all(1_780)]))).toEqual([]);
  expect(wrongSums(figuresOf([women, men, all(1_781)]))).toEqual(['all all']);
  // Men are not known: more than the women there may be, fewer there may not.
  expect(wrongSums(figuresOf([women, all(1_000)]))).toEqual([]);
  expect(wrongSums(figuresOf([women, all(899)]))).toEqual(['all all']);
});

test('a contradiction between two ways to add up is found although no whole was typed', () => {
  const wrong = wrongSums(
    figuresOf([
      { sex: 'female', age: 'child', persons: 10 },
      { sex: 'female', age: 'adult', persons: 10 },
      { sex: 'male', age: 'all', persons: 30 },
      { sex: 'all', age: 'child', persons: 25 },
      { sex: 'all', age: 'adult', persons: 26 },
    ]),
  );
  expect(wrong).toEqual(['all all']);
});
