import { describe, expect, test } from 'vitest';
import { compareNames, isLikelyName } from '#shared/names/compare-names.ts';
import { likelyPersons } from '#shared/names/likely-persons.ts';
import { LivingIndex } from '#shared/names/living-index.ts';
import { writtenWords } from '#shared/names/name-entry.ts';
import { NameLevel } from '#shared/names/name-level.ts';
import { searchTyped } from '#shared/names/typed-search.ts';
import { strangers } from './names-of-test.ts';
import { type Pair, samePairs, strangePairs } from './pairs.ts';

const seed = 20261126;

const split = (text: string) => {
  const words = text.trim().split(/\s+/);
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
};
const isFound = (a: string, b: string): boolean => isLikelyName(compareNames(split(a), split(b)), false);
const share = (pairs: readonly Pair[], isHit: (pair: Pair) => boolean): number =>
  pairs.filter(isHit).length / pairs.length;

const nothing = { birth: null, sex: null, citizenships: [], number: null };
/** An index of one person. */
const indexOf = (name: string) => {
  const { given, family } = split(name);
  const entry = {
    ...nothing,
    seq: 1,
    mark: 1,
    owners: ['a'],
    given: writtenWords(given),
    family: writtenWords(family),
  };
  return new LivingIndex(new NameLevel([entry])).levels;
};

describe('spellings of one person', () => {
  const pairs = samePairs(seed);
  const spelt = pairs.filter(({ kind }) => !kind.startsWith('error'));
  const mistyped = pairs.filter(({ kind }) => kind.startsWith('error'));

  test('every romanisation, the neighbours’ spelling, capitals and swapped names are the same person', () => {
    expect(spelt.length).toBeGreaterThan(500);
    expect(spelt.filter(({ a, b }) => !isFound(a, b))).toEqual([]);
  });

  test('with one typing error at least 98 of 100 are found', () => {
    expect(mistyped.length).toBeGreaterThan(400);
    expect(share(mistyped, ({ a, b }) => isFound(a, b))).toBeGreaterThanOrEqual(0.98);
  });

  test('the index finds them as the comparison does, for likely persons and for a typed name', () => {
    const options = { most: 1, except: new Set<number>() };
    const likely = ({ a, b }: Pair) => likelyPersons(indexOf(a), { ...nothing, ...split(b) }, options).length > 0;
    expect(share(pairs, likely)).toBeGreaterThanOrEqual(0.99);
    const typed = ({ a, b }: Pair) => searchTyped(indexOf(a), { text: b, limit: 1, owner: null }).hits.length > 0;
    expect(share(pairs, typed)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('two people', () => {
  test('of 20,000 pairs, half of them with one name in common, fewer than 1 of 1,000 are taken for one', () => {
    const pairs = strangePairs(seed, 20_000);
    // Two that are one name in two alphabets are no strangers.
    const isMistaken = ({ a, b }: Pair) => isFound(a, b) && compareNames(split(a), split(b))?.errors !== 0;
    expect(share(pairs, isMistaken)).toBeLessThan(0.001);
  });

  test.each(strangers)('%s is not %s', (a, b) => {
    expect(isFound(a, b)).toBe(false);
  });
});
