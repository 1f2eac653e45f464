import { expect, test } from 'vitest';
import { type CodeOption, offeredOn, resolveText } from './code-options.ts';
import { searchOptions } from './search-options.ts';

const fold = (text: string) => text.toLowerCase();
const entry = (number: number, code: string, activeTo: string | null, successor: string | null = null): CodeOption => ({
  code,
  number,
  label: `Zyra ${code}`,
  hint: null,
  definition: null,
  folded: `zyra ${code}`,
  offered: true,
  entry: { activeFrom: null, activeTo, successor, remark: activeTo === null ? null : `deri më ${activeTo}` },
});

const all = [
  entry(1, 'a', '2026-06-30', 'c'),
  entry(2, 'b', '2026-06-30'),
  entry(3, 'c', '2026-07-31', 'd'),
  entry(4, 'd', null),
  entry(10, 'e', null),
  entry(20, 'f', null),
];
const today = offeredOn(all, ['2026-11-26']);
const codes = (text: string) => searchOptions(today, text, fold).found.map(({ code }) => code);

test('a retired entry is not offered, but it is on a day of its time', () => {
  expect(codes('')).toEqual(['d', 'e', 'f']);
  const then = offeredOn(all, ['2026-11-26', '2026-06-30']);
  expect(searchOptions(then, '1', fold).found[0]?.code).toBe('a');
});

test('the number of a retired entry leads to the last of its successors, before numbers that begin like it', () => {
  expect(codes('1')).toEqual(['d', 'e']);
  expect(searchOptions(today, '1', fold).insteadOf.get('d')?.code).toBe('a');
  expect(codes('zyra a')).toEqual(['d']);
});

test('where nothing took its place, its number chooses nothing, not even what begins like it', () => {
  const { found, retired } = searchOptions(today, '2', fold);
  expect(found).toEqual([]);
  expect(retired.map(({ code }) => code)).toEqual(['b']);
  expect(resolveText(today, '2', fold)).toBeNull();
  expect(resolveText(today, '20', fold)?.code).toBe('f');
});

test('an entry that leads back to itself has no successor', () => {
  const circle = offeredOn([entry(1, 'a', '2026-06-30', 'b'), entry(2, 'b', '2026-06-30', 'a')], ['2026-11-26']);
  expect(searchOptions(circle, '1', fold)).toMatchObject({ found: [], retired: [{ code: 'a' }] });
});
