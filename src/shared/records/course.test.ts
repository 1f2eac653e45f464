import { expect, test } from 'vitest';
import { type StageReached, stretchesOf } from './course.ts';
import { dayNumber, isoDay } from './partial-date.ts';

const day = (text: string): number => dayNumber(text) as number;
const reached = (stage: string, on: string | null, chain = 0): StageReached => ({
  stage,
  chain,
  day: on === null ? undefined : day(on),
});
const measure = {
  today: day('2026-01-31'),
  goesOn: true,
  monthsAllowed: (stage: string) => (stage === 'b' ? 6 : undefined),
};

test('a stage lasts until the next one begins, the last until today, and one that ends it all has no length', () => {
  const way = [reached('a', '2025-01-01'), reached('b', '2025-03-02')];
  expect(stretchesOf(way, measure).map(({ days, goesOn }) => [days, goesOn])).toEqual([
    [{ least: 60, most: 60 }, false],
    [{ least: 335, most: 335 }, true],
  ]);
  const ended = stretchesOf([...way, reached('c', '2025-04-01')], { ...measure, goesOn: false });
  expect(ended.map(({ days }) => days?.most)).toEqual([60, 30, undefined]);
});

test('a stage of which the day is not known lies between its neighbours, and the lengths become ranges', () => {
  const way = [reached('a', '2025-01-01'), reached('b', null), reached('c', '2025-01-31')];
  const found = stretchesOf(way, { ...measure, goesOn: false });
  expect(found.map(({ days }) => days)).toEqual([{ least: 0, most: 30 }, { least: 0, most: 30 }, undefined]);
  expect(found[1]?.from && isoDay(found[1].from.earliest)).toBe('2025-01-01');
  expect(stretchesOf([reached('a', null), reached('b', '2025-01-31')], measure)[0]?.days).toBeUndefined();
});

test('a stage is beyond its months only where it certainly took longer', () => {
  const beyond = (from: string | null, to: string) =>
    stretchesOf([reached('a', '2025-01-01'), reached('b', from), reached('c', to)], measure)[1]?.beyond;
  expect(beyond('2025-01-02', '2025-07-02')).toBeUndefined();
  expect(beyond('2025-01-02', '2025-07-03')).toBe(6);
  expect(beyond(null, '2025-12-31')).toBeUndefined();
});
