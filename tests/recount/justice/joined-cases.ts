/** Cases that were joined count once. */
import type { Case } from './cases.ts';

/** Left out is every case that was joined to another one that counts; a number of no record joins nothing. */
export function leadingCases(cases: readonly Case[]): readonly Case[] {
  const numbers = new Set(cases.flatMap(({ number }) => number ?? []));
  return cases.filter(({ joinedTo, number }) => joinedTo === null || joinedTo === number || !numbers.has(joinedTo));
}
