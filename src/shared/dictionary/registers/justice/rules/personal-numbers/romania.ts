import { digitsOf, isDay, weightedSum } from './weighted.ts';

const weights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

/** First digit: sex and century; 7 to 9 are of foreign residents, whose century it does not tell. */
const centuries: Readonly<Record<string, readonly number[]>> = {
  '1': [1900],
  '2': [1900],
  '3': [1800],
  '4': [1800],
  '5': [2000],
  '6': [2000],
  '7': [1900, 2000],
  '8': [1900, 2000],
  '9': [1900, 2000],
};

/**
 * Personal numerical code (CNP) of Romania: sex and century, year, month and day of birth, county, three digits, and a
 * control digit by modulus 11, of which 10 becomes 1 (Government Decision No. 1375/2006, on Ordinance No. 97/2005).
 */
export function isRomanianNumber(text: string): boolean {
  if (!/^[1-9]\d{12}$/.test(text)) return false;
  const digits = digitsOf(text);
  const control = weightedSum(digits, weights) % 11;
  if (digits[12] !== (control === 10 ? 1 : control)) return false;
  const [year, month, day] = [text.slice(1, 3), text.slice(3, 5), text.slice(5, 7)].map(Number);
  return (centuries[text.charAt(0)] ?? []).some((first) => isDay(first + (year ?? 0), month ?? 0, day ?? 0));
}
