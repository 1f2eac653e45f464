import { digitsOf, isDay, weightedSum } from './weighted.ts';

const weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Unique master citizen number (JMBG, EMBG, JMB) of Serbia, Bosnia and Herzegovina, North Macedonia, Montenegro and the
 * other successors of Yugoslavia: day and month of birth, the last three digits of the year, region, serial number, and
 * a control digit by modulus 11 (Law on the introduction of the JMBG, Official Gazette of the SFRY 58/76; taken over by
 * each state since). Numbers whose control digit would be 10 are not given out.
 */
export function isMasterCitizenNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const digits = digitsOf(text);
  const control = 11 - (weightedSum(digits, weights) % 11);
  if (control === 10 || digits[12] !== (control === 11 ? 0 : control)) return false;
  const ending = Number(text.slice(4, 7));
  // Only the thousands are left out: 978 is 1978, 004 is 2004.
  return isDay(ending + (ending >= 800 ? 1000 : 2000), Number(text.slice(2, 4)), Number(text.slice(0, 2)));
}
