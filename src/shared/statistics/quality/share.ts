/** Shares of answers, and what they put first. */
import type { Answers, QualityTable } from '../../contract/quality.ts';

/** Percent filled, one decimal: never 100 while something is missing, never 0 while something is there; null of nothing. */
export function filledShare({ applies, filled }: { readonly applies: number; readonly filled: number }): number | null {
  if (applies === 0) return null;
  const tenths = Math.floor((filled / applies) * 1000);
  return (filled > 0 ? Math.max(1, tenths) : tenths) / 10;
}

export const shareOf = ({ applies, filled }: Answers): number | null =>
  filledShare({ applies: applies.count, filled: filled.count });

/** Core fields first, the least filled on top; fields that apply to no record last. Ties stay in the order of the dictionary. */
export function inOrderOfNeed(fields: QualityTable['fields']): QualityTable['fields'] {
  const rank = ({ answers: { applies, filled } }: QualityTable['fields'][number]): number =>
    applies.count === 0 ? 2 : filled.count / applies.count;
  return fields.toSorted((a, b) => Number(b.core) - Number(a.core) || rank(a) - rank(b));
}
