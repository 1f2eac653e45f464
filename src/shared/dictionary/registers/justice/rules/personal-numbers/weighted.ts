/** What the personal numbers of the region have in common: digits, weights, and a birthday within. */
import { isDate } from '../../../../../records/partial-date.ts';

/** Digits of a text, each as a number. */
export const digitsOf = (text: string): readonly number[] => [...text].map(Number);

/** Sum of digits, each times its weight. */
export const weightedSum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Whether the calendar knows the day. */
export function isDay(year: number, month: number, day: number): boolean {
  const two = (part: number) => String(part).padStart(2, '0');
  return isDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}
