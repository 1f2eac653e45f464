import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames } from './compare-names.ts';
import { LivingIndex } from './living-index.ts';
import { type NameEntry, writtenWords } from './name-entry.ts';
import { NameLevel } from './name-level.ts';
import { namePartsOf } from './name-parts.ts';
import { searchTyped } from './typed-search.ts';

const facts = { mark: 0, birth: null, sex: null, citizenships: [], number: null, owners: ['a'] };
const entry = (seq: number, given: string, family: string, more: Partial<NameEntry> = {}): NameEntry => ({
  ...facts,
  seq,
  given: writtenWords(given),
  family: writtenWords(family),
  ...more,
});

/** Few syllables, so that namesakes, near names and swapped ones are common. */
const syllable = fc.constantFrom(
  'ma',
  'ri',
  'ja',
  'na',
  'pet',
  'ro',
  'vić',
  'sha',
  'qi',
  'gj',
  'ђо',
  'ща',
  'ö',
  'dž',
  'xh',
);
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 2 }).map((all) => all.join(' '));
const person = fc.record({ given: name, family: name });

/** What the index says of a name, from all its levels. */
function like(index: LivingIndex, { given, family }: { given: string; family: string }): Map<number, string> {
  const found = new Map<number, string>();
  for (const level of index.levels) {
    level.eachLike(namePartsOf(given, family), (at, match) => {
      found.set(level.persons.seq(at), JSON.stringify(match));
    });
  }
  return found;
}

describe('the index', () => {
  test('finds exactly whom a comparison with everybody finds, after any changes', () => {
    const change = fc.record({ seq: fc.integer({ min: 1, max: 150 }), person: fc.option(person) });
    const changes = fc.array(change, { maxLength: 220 });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 60 }),
        changes,
        fc.array(person, { maxLength: 6 }),
        (first, later, asked) => {
          const known = new Map(first.map((each, at) => [at + 1, each]));
          const index = new LivingIndex(
            new NameLevel([...known].map(([seq, { given, family }]) => entry(seq, given, family))),
          );
          for (const { seq, person: next } of later) {
            if (next === null) {
              known.delete(seq);
              index.remove(seq);
            } else {
              known.set(seq, next);
              index.put(entry(seq, next.given, next.family));
            }
          }
          expect(index.size).toBe(known.size);
          for (const each of [...asked, ...first.slice(0, 3)]) {
            const expected = new Map<number, string>();
            for (const [seq, other] of known) {
              const match = compareNames(each, other);
              if (match) expected.set(seq, JSON.stringify(match));
            }
            expect(Object.fromEntries(like(index, each))).toEqual(Object.fromEntries(expected));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('forgets a record at once, in whatever level it stands', () => {
    const many = Array.from({ length: 300 }, (_, at) => entry(at + 1, 'Vlora', `Gjonaj${'bcdfgh'.repeat(at % 5)}`));
    const index = new LivingIndex(new NameLevel(many.slice(0, 100)));
    for (const each of many.slice(100)) index.put(each);
    for (const seq of [5, 150, 299]) {
      expect(like(index, { given: 'Vlora', family: many[seq - 1]?.family.join(' ') ?? '' }).has(seq)).toBe(true);
      index.remove(seq);
      expect(like(index, { given: 'Vlora', family: many[seq - 1]?.family.join(' ') ?? '' }).has(seq)).toBe(false);
    }
    expect(index.size).toBe(297);
  });
});

describe('a name being typed', () => {
  const index = new LivingIndex(
    new NameLevel([
      entry(1, 'Ђорђе', 'Ђорђевић'),
      entry(2, 'Đorđina', 'Petrović', { owners: ['b'] }),
      entry(3, 'Shpresa', 'Hoxha'),
      entry(4, 'Ana Marija', 'Đorđevska', { owners: ['b'] }),
      entry(5, 'Цветана', 'Щерева'),
    ]),
  );
  const typed = (text: string, owner: string | null = null) =>
    searchTyped(index.levels, { text, limit: 10, owner }).hits.map(({ seq }) => seq);

  test.each([
    ['djordj', [4, 2, 1]],
    ['Đorđ', [4, 2, 1]],
    ['dordevic', [1]],
    ['ђорђевић ђо', [1]],
    ['spresa h', [3]],
    ['hodž sh', [3]],
    ['tsvet', [5]],
    ['cvetana sht', [5]],
    ['anamarija', [4]],
    ['marija ana', [4]],
    ['hoxya', [3]],
    ['zz', []],
    ['d', []],
  ])('%s finds %j', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  test("of others' records an officer finds none by a beginning, only by the full name", () => {
    expect(typed('djordj', 'a')).toEqual([1]);
    expect(typed('ana', 'a')).toEqual([]);
    expect(typed('ana djordjevska', 'a')).toEqual([4]);
    expect(typed('petrovic', 'a')).toEqual([]);
    expect(typed('djordjina petrovic', 'a')).toEqual([2]);
  });

  test('says that there is more than asked for', () => {
    expect(searchTyped(index.levels, { text: 'djor', limit: 2, owner: null })).toMatchObject({ hasMore: true });
    expect(searchTyped(index.levels, { text: 'djor', limit: 3, owner: null })).toMatchObject({ hasMore: false });
  });
});
