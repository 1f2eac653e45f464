/** A recovery sheet: an age identity as eight lines of twelve digits that any keyboard of any script can type. */
import { AppError } from '#shared/contract/errors.ts';
import { checkDigits, digitsOf, isSoundLine } from '#shared/sheet-line.ts';
import { decodeIdentity, encodeIdentity } from './bech32.ts';
import type { SheetPurpose } from './header.ts';
import { newIdentity, recipientOf } from './seal.ts';

export interface RecoverySheet {
  readonly purpose: SheetPurpose;
  /** Short public name of the sheet; stands on the paper and in the header. */
  readonly sheetId: string;
  /** The same key as the standard age tool reads it: AGE-SECRET-KEY-1... */
  readonly identity: string;
  /** `1234 5678 9012`: ten digits of value, two of check. */
  readonly lines: string[];
}

const lineCount = 8;
const valueDigits = 10;

/** The lines of an identity. */
export function toLines(identity: string): string[] {
  const secret = decodeIdentity(identity);
  const lines = Array.from({ length: lineCount }, (_, index) => {
    const value = String(secret.readUInt32BE(index * 4)).padStart(valueDigits, '0');
    const digits = `${value}${checkDigits(index + 1, value)}`;
    return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`;
  });
  secret.fill(0);
  return lines;
}

/** The identity of typed lines; spaces, dots and dashes do not matter. RECOVERY_SHEET_WRONG names the first wrong line. */
export function fromLines(lines: readonly string[]): string {
  if (lines.length !== lineCount) throw new AppError('RECOVERY_SHEET_WRONG', { line: lines.length + 1 });
  const secret = Buffer.alloc(lineCount * 4);
  for (const [index, line] of lines.entries()) {
    const value = digitsOf(line).slice(0, valueDigits);
    if (!isSoundLine(index + 1, line) || Number(value) > 0xffff_ffff)
      throw new AppError('RECOVERY_SHEET_WRONG', { line: index + 1 });
    secret.writeUInt32BE(Number(value), index * 4);
  }
  return encodeIdentity(secret);
}

/** Eight characters of the public recipient, enough to tell the sheets of an institution apart. */
export const sheetIdOf = (recipient: string): string => {
  const id = recipient.slice(4, 12).toUpperCase();
  return `${id.slice(0, 4)}-${id.slice(4)}`;
};

/** A fresh sheet and its public recipient. The lines are shown once and kept nowhere. */
export async function newSheet(purpose: SheetPurpose): Promise<{ sheet: RecoverySheet; recipient: string }> {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  return { sheet: { purpose, sheetId: sheetIdOf(recipient), identity, lines: toLines(identity) }, recipient };
}
