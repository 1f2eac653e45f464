/**
 * Personal numbers that look right and cannot be anybody's: the 13 digits of the unique citizen number of the region
 * (day, month, last three digits of the year, five digits, check digit) with a check digit that is wrong on purpose.
 */
import type { Random } from './random.ts';

const weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The right check digit of twelve digits; the number does not exist where it would be 10. */
export function checkDigit(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
}

/** A number whose check digit is always wrong. */
export function wrongPersonalNumber(birth: string, random: Random): string {
  const [year = '', month = '', day = ''] = birth.split('-');
  const digits = `${day}${month}${year.slice(1)}${String(random.between(0, 99_999)).padStart(5, '0')}`;
  return `${digits}${(checkDigit(digits) + random.between(1, 8)) % 10}`;
}
