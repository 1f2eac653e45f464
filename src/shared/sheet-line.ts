/** A line of a recovery sheet: ten digits and two check digits over the number of the line and its value (ISO 7064 MOD 97-10). */

/** The digits of a typed line; spaces, dots and dashes do not matter. */
export const digitsOf = (line: string): string => line.normalize('NFKC').replace(/[\s.,·_\p{Pd}]/gu, '');

/**
 * Two check digits over line number and value: finds every wrong digit, every swap of two neighbours, and lines typed
 * in the wrong order.
 */
export function checkDigits(number: number, value: string): string {
  const remainder = Number((BigInt(`${number}${value}`) * 100n) % 97n);
  return String(98 - remainder).padStart(2, '0');
}

/** Whether a whole line was typed as it stands on the sheet; the sheet itself is compared only by the data. */
export function isSoundLine(number: number, line: string): boolean {
  const digits = digitsOf(line);
  return /^\d{12}$/.test(digits) && digits.slice(10) === checkDigits(number, digits.slice(0, 10));
}
