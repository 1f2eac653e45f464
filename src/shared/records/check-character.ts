/**
 * Pseudonymous codes such as V-2026-0417-K: letter of the entity, year, running number, check character.
 * The check is ISO/IEC 7064 MOD 37,36 over letter, year and number: it finds every single wrong character and
 * nearly every transposition of two neighbours.
 */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export interface RecordCode {
  readonly prefix: string;
  readonly year: number;
  readonly number: number;
}

function step(product: number, character: string): number {
  const sum = (product + alphabet.indexOf(character)) % 36;
  return ((sum === 0 ? 36 : sum) * 2) % 37;
}

/** Check character of a text of digits and capital letters A to Z. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) product = step(product, character);
  return alphabet.charAt((37 - product) % 36);
}

/** The code of a record: `formatCode('V', 2026, 417)` is V-2026-0417 and its check character. */
export function formatCode(prefix: string, year: number, number: number): string {
  const digits = String(number).padStart(4, '0');
  return `${prefix}-${year}-${digits}-${checkCharacter(`${prefix}${year}${digits}`)}`;
}

/** The parts of a code typed with or without dashes, in small or capital letters; null where the check fails. */
export function parseCode(typed: string): RecordCode | null {
  const match = /^([A-Z])(\d{4})(\d{4,9})([0-9A-Z])$/.exec(typed.toUpperCase().replace(/[\s\-–]/g, ''));
  if (!match) return null;
  const [, prefix = '', year = '', digits = '', check = ''] = match;
  if (checkCharacter(prefix + year + digits) !== check) return null;
  // 00417 would be a second way to write 0417.
  if (digits.length > 4 && digits.startsWith('0')) return null;
  return { prefix, year: Number(year), number: Number(digits) };
}
