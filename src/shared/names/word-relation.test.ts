import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from './distance.ts';
import { wordsOf } from './spellings.ts';
import { relationOf } from './word-relation.ts';

/** Optimal string alignment by the textbook: the whole table, nothing left out. */
function byTable(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      (rows[i] as number[])[j] = isExchanged ? Math.min(least, at(i - 2, j - 2) + 1) : least;
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'i', 'k', 's'), maxLength: 7 });
const relate = (a: string, b: string) => {
  const [one, other] = [wordsOf(a)[0], wordsOf(b)[0]];
  return one && other ? relationOf(one, other) : null;
};

describe('distance', () => {
  test('is that of the whole table wherever it is at most one, and null beyond', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [found, expected] = [distance(a, b), byTable(a, b)];
        if (expected > 1) expect(found).toBeNull();
        else expect(found === null ? null : Math.ceil(found)).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  test('is the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
      }),
    );
  });
});

describe('relation of two words', () => {
  test.each([
    ['Petrović', 'petrović', 'same'],
    ['Petrović', 'Петровић', 'other-spelling'],
    ['Hoxha', 'Хоџа', 'other-spelling'],
    ['Stojkoska', 'Stojkaska', 'likely-error'],
    ['Krasniqi', 'Krasnwiqi', 'error'],
    ['Krasniqi', 'Krasinqi', 'error'],
    ['Lulzim', 'Lulzima', 'other-sex'],
    ['Zvonimir', 'Zvonimira', 'error'],
    ['Marija', 'Marina', 'other-name'],
    ['Petković', 'Petrović', 'other-name'],
    ['Milan', 'Miljan', 'other-name'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relate(a, b)).toBe(expected);
    expect(relate(b, a)).toBe(expected);
  });

  test('a name of three letters allows no error, a longer one allows one', () => {
    expect(relate('Eda', 'Ela')).toBeNull();
    expect(relate('Edan', 'Elan')).toBe('error');
    expect(relate('Shkurte', 'Shkutra')).toBeNull();
  });
});
