import { digitsOf, weightedSum } from './weighted.ts';

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Personal number of Kosovo*: ten digits, the last of them a control digit by modulus 11 with the weights 4 3 2 7 6 5 4 3 2
 * (Civil Registration Agency; the rule as the open library nidx 1 has it). It tells nothing of the person. Numbers that
 * begin with 9 have no control digit; they are left out, since nothing tells them from any other ten digits, and none
 * begins with 0.
 */
export function isKosovoNumber(text: string): boolean {
  if (!/^[1-8]\d{9}$/.test(text)) return false;
  const digits = digitsOf(text);
  const control = 11 - (weightedSum(digits, weights) % 11);
  return digits[9] === (control > 9 ? 0 : control);
}
