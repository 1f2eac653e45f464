import { digitsOf, isDay, weightedSum } from './weighted.ts';

const decades = '0123456789ABCDEFGHIJKLMNOPQRST';
const controls = 'WABCDEFGHIJKLMNOPQRSTUV';
const weights = [1, 1, 2, 3, 4, 5, 6, 7, 8];

/** Months of men and women, of citizens and of foreign residents. */
const shifts = [0, 30, 50, 80];

/**
 * Identity number of Albania (Decision of the Council of Ministers No. 827 of 11 December 2003): a letter or digit for
 * the decade from 1800 on, a digit for the year, month and day of birth, three digits, and a control letter by modulus 23.
 */
export function isAlbanianNumber(text: string): boolean {
  const number = text.toUpperCase();
  if (!/^[0-9A-T]\d{8}[A-W]$/.test(number)) return false;
  const decade = number.charAt(0);
  const rest = digitsOf(number.slice(1, 9));
  const first = /\d/.test(decade) ? Number(decade) : controls.indexOf(decade);
  if (controls.charAt(weightedSum([first, ...rest], weights) % 23) !== number.charAt(9)) return false;
  const year = 1800 + decades.indexOf(decade) * 10 + Number(number.charAt(1));
  const month = Number(number.slice(2, 4));
  return shifts.some((shift) => isDay(year, month - shift, Number(number.slice(4, 6))));
}
