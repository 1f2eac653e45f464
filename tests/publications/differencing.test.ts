import { expect, test } from 'vitest';
import { findBetrayal } from '#shared/statistics/disclosure/differencing/find-betrayal.ts';
import { noteResult } from '../assurance/note-result.ts';
import { randomFrom } from '../statistics/invented-victims.ts';
import {
  cellsOf,
  drawCounts,
  drawQuestion,
  kinds,
  mayBe,
  type Question,
  type Release,
  shownOf,
  sideBySide,
  sizeOf,
  threshold,
} from './tiny-register.ts';

const effort = () => ({ programmes: 10_000 });

/** How many persons of each kind: by sex, form and part of the year. */
type Counts = Parameters<typeof shownOf>[1];

const release = (question: Question, counts: Counts): Release => ({ question, shown: shownOf(question, counts) });

const betrayal = (later: Question, earlier: readonly Question[], counts: Counts) =>
  findBetrayal(
    sideBySide(
      release(later, counts),
      earlier.map((each) => release(each, counts)),
      counts,
    ),
    threshold,
    effort(),
  );

const year = { parts: [0, 1, 2], only: 'all', by: 'both' } as const;
const firstParts = { ...year, parts: [0, 1] } as const;
const firstPart = { ...year, parts: [0] } as const;
const lastParts = { ...year, parts: [1, 2] } as const;
const sizes = (perPart: readonly [number, number, number]): number[] => kinds.map(({ part }) => perPart[part]);

test('a year less its first part is refused where few count in the rest, and the earlier table is named', () => {
  expect(betrayal(year, [firstParts], sizes([9, 9, 1]))).toEqual({ reason: 'difference', with: [1] });
});

test('a period one part longer is refused where few count in that part', () => {
  expect(betrayal({ ...year, by: 'sex' }, [{ ...firstParts, by: 'sex' }], sizes([9, 9, 1]))).not.toBeNull();
});

test('a table with and one without a filter are refused where few are left out by it', () => {
  const counts = kinds
    .map(({ form }) => (form === 0 ? 8 : form === 1 ? 0 : 0))
    .map((each, at) => (kinds[at]?.form === 1 && kinds[at]?.part === 0 ? 1 : each));
  expect(betrayal({ ...year, by: 'sex' }, [{ ...year, by: 'sex', only: 'form 0' }], counts)).toEqual({
    reason: 'difference',
    with: [1],
  });
});

test('what only three tables betray together is refused, and exactly those two earlier ones are named', () => {
  // The year less its first and less its last part: two of them leave many, all three only a few.
  const counts = sizes([9, 1, 9]);
  const [first, last] = [firstPart, { ...year, parts: [2] }];
  const harmless = { ...year, parts: [0, 2], by: 'sex' } as const;
  expect(betrayal(year, [first], counts)).toBeNull();
  expect(betrayal(year, [harmless, first, last], counts)).toMatchObject({ reason: 'difference' });
  expect(betrayal(year, [first, last], counts)).toEqual({ reason: 'difference', with: [1, 2] });
});

test('periods without a day in common, the same again, and halves with large cells are let through', () => {
  expect(betrayal(firstPart, [{ ...year, parts: [2] }], sizes([9, 1, 9]))).toBeNull();
  expect(betrayal(year, [year], sizes([3, 1, 2]))).toBeNull();
  expect(betrayal(year, [firstParts, lastParts], sizes([9, 9, 9]))).toBeNull();
});

test('figures that changed by a few persons since they went out are refused', () => {
  const then = sizes([9, 9, 9]);
  const now = then.map((count, at) => (at === 0 ? count + 1 : count));
  const before = release(year, then);
  const found = findBetrayal(sideBySide(release(year, now), [before], now), threshold, effort());
  expect(found).toEqual({ reason: 'changed', with: [1] });
  const many = then.map((count) => count + 3);
  expect(findBetrayal(sideBySide(release(year, many), [before], many), threshold, effort())).toBeNull();
});

/** Neither nobody nor many is possible: then there is a small group for certain; undefined where that was not decided. */
function isSingledOut(releases: readonly Release[], set: readonly number[]): boolean | undefined {
  const [none, many] = [mayBe(releases, set, 'none'), mayBe(releases, set, 'many')];
  return none || many ? false : none === undefined || many === undefined ? undefined : true;
}

test('what is let through lets nobody single out a small group who tries every register that fits', () => {
  const random = randomFrom(7);
  const wanted = Number(process.env.KRITER_DIFFERENCES ?? 30);
  let [letThrough, refused, confirmed, undecided] = [0, 0, 0, 0];
  for (let tried = 0; tried < wanted; tried++) {
    const counts = drawCounts(random);
    const questions = Array.from({ length: random() < 0.5 ? 2 : 3 }, () => drawQuestion(random));
    const [later, ...earlier] = questions.map((question) => release(question, counts)) as [Release, ...Release[]];
    const isRefused = findBetrayal(sideBySide(later, earlier, counts), threshold, effort()) !== null;
    if (isRefused) refused += 1;
    else letThrough += 1;
    for (const set of interestingSets([later, ...earlier])) {
      const answer = isSingledOut([later, ...earlier], set);
      if (answer === undefined) undecided += 1;
      if (answer !== true) continue;
      // What is known apart is no news; where that is not decided, nothing can be said.
      if (isSingledOut([later], set) !== false || isSingledOut(earlier, set) !== false) continue;
      if (!isRefused) throw new Error(`betrayed: ${JSON.stringify({ counts, questions, set })}`);
      confirmed += 1;
      break;
    }
  }
  noteResult('differences', { letThrough, refused, confirmed, undecided });
  expect(letThrough).toBeGreaterThan(wanted / 8);
  // The reader who tries everything finds something where the guard refuses, so it is not refused for nothing.
  expect(confirmed).toBeGreaterThan(0);
  expect(undecided).toBeLessThan(wanted);
});

/** Every cell, every overlap and every difference of two cells, by kind. */
function interestingSets(releases: readonly Release[]): number[][] {
  const cells = releases.flatMap(({ question }) =>
    Array.from({ length: sizeOf(question) }, (_, cell) =>
      kinds.flatMap((kind, at) => (cellsOf(question, kind).includes(cell) ? [at] : [])),
    ),
  );
  const sets = cells.flatMap((a) =>
    cells.flatMap((b) => [a.filter((each) => b.includes(each)), a.filter((each) => !b.includes(each))]),
  );
  return [...new Map(sets.filter(({ length }) => length > 0).map((set) => [set.join(), set])).values()];
}
