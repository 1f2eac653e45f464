import { digitsOf, isDay, weightedSum } from './weighted.ts';

const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6];

/** Added to the month: 20 before 1900, 40 from 2000 on. */
const centuries = [
  { shift: 0, first: 1900 },
  { shift: 20, first: 1800 },
  { shift: 40, first: 2000 },
];

/**
 * Uniform civil number (EGN) of Bulgaria: year, month and day of birth, three digits, and a control digit by modulus 11,
 * of which 10 becomes 0 (Civil Registration Act, art. 11, and Ordinance No. RD-02-20-9 of 2012).
 */
export function isBulgarianNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = digitsOf(text);
  if (digits[9] !== (weightedSum(digits, weights) % 11) % 10) return false;
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  return centuries.some(({ shift, first }) => isDay(first + (year ?? 0), (month ?? 0) - shift, day ?? 0));
}
