import { expect, test } from 'vitest';
import { newSheet } from '#electron/security/recovery-sheet.ts';
import { isSoundLine } from '#shared/sheet-line.ts';

test('the window takes every line of a sheet, and names a wrong digit, a swap and a line typed in another place', async () => {
  const { sheet } = await newSheet('register');
  for (const [index, line] of sheet.lines.entries()) {
    const number = index + 1;
    expect(isSoundLine(number, line)).toBe(true);
    expect(isSoundLine(number, line.replaceAll(' ', ' - '))).toBe(true);
    expect(isSoundLine(number + 1, line)).toBe(false);
    const digits = line.replaceAll(' ', '');
    const wrong = `${digits.slice(0, 5)}${(Number(digits[5]) + 1) % 10}${digits.slice(6)}`;
    expect(isSoundLine(number, wrong)).toBe(false);
    if (digits[2] !== digits[3]) {
      expect(isSoundLine(number, `${digits.slice(0, 2)}${digits[3]}${digits[2]}${digits.slice(4)}`)).toBe(false);
    }
    expect(isSoundLine(number, digits.slice(0, 11))).toBe(false);
  }
});
