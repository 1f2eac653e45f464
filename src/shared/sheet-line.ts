/** A line of a recovery sheet: ten digits and two check digits over the number of the line and its value (ISO 7064 MOD 97-10). */

/** The digits of a typed line; spaces, dots and dashes do not matter. */
export const digitsOf = (line: string): string => line.normalize('NFKC').replace(/[\s.,·_\p{Pd}]/gu, '');

/** Whether a whole line was typed as it stands on the sheet; the sheet itself is compared only by the data. */
export function isSoundLine(number: number, line: string): boolean {
  const digits = digitsOf(line);
  if (!/^\d{12}$/.test(digits)) return false;
  const remainder = Number((BigInt(`${number}${digits.slice(0, 10)}`) * 100n) % 97n);
  return digits.slice(10) === String(98 - remainder).padStart(2, '0');
}
